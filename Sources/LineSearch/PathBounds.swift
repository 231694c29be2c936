import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What chords and paths on the ellipsoid bound each other by, with all constants of these bounds.
///
/// The radii of curvature of WGS 84 lie between a (1 - e2) = 6,335,439 m, along the meridian at the equator,
/// and a^2 / b = 6,399,594 m, at the poles. Of paths of one length the one on the flatter surface has
/// the longer chord. So a sphere of `WGS84.curvedRadius` has the shortest chord of a path, and the longest
/// path of a chord; one of `WGS84.flatterRadius` has the other two.
package enum PathBounds {
    /// The greatest radius of curvature, rounded up, in metres.
    package static let greatestRadius = 6_399_600.0
    /// No less than all lengths of second derivatives that are bounded by a radius, in metres.
    package static let roundRadius = 6_400_000.0

    /// Limits are taken this much nearer and farther, in metres, where chords alone decide about them: room
    /// for rounding, and a thousand times what exact distances may be off.
    package static let limitSlack = 1e-3
    /// Chords found for a disc are taken this much wider, in metres.
    package static let discSlack = 1e-4

    /// The longest path that a chord can stand for; `nil` for chords longer than the diameter.
    package static func greatestPath(ofChord chord: Double) -> Double? {
        let diameter = 2 * WGS84.curvedRadius
        guard chord < diameter else { return nil }
        return diameter * asin(chord / diameter)
    }

    /// The shortest path that a chord of at least 0 metres can stand for.
    ///
    /// 2R asin(c / 2R) is at least c + c^3 / 24R^2, and 1 / 24R^2 is 9.86e-16 for the flatter radius.
    package static func leastPath(ofChord chord: Double) -> Double {
        chord + chord * chord * chord * 9.8e-16
    }

    /// The longest chord that a path can have.
    package static func greatestChord(ofPath length: Double) -> Double {
        LineLocator.greatestChord(ofPath: length)
    }

    /// The shortest chord that a path can have.
    package static func leastChord(ofPath length: Double) -> Double {
        let diameter = 2 * WGS84.curvedRadius
        return diameter * sin(min(length / diameter, .pi / 2))
    }

    /// What share of a path's change its chord changes by at least, for paths of at most `length` metres.
    ///
    /// With c = 2R sin(s / 2R), dc/ds = cos(s / 2R) = sqrt(1 - (c / 2R)^2), and c is at most s.
    package static func leastShare(ofPathsUpTo length: Double) -> Double {
        let half = length / (2 * WGS84.curvedRadius)
        return (1 - min(1, half * half)).squareRoot() * (1 - 1e-9)
    }

    /// No path between latitudes that are so many degrees apart is shorter: a degree is at least
    /// (1 - e2) a pi / 180 = 110,574 m long.
    package static func leastPath(ofLatitudes degrees: Double) -> Double { degrees * 110_570 }

    /// No path between meridians that are so many degrees apart is shorter, as long as it begins no farther
    /// from the equator than a latitude below 90 degrees.
    ///
    /// No path to a meridian is shorter than the arc that meets its great circle squarely: on a sphere
    /// asin(sin w cos p), at least sin w cos p. The shortest radius of curvature is 6,335 km.
    package static func leastPath(
        ofLongitudes degrees: Double, upToLatitude latitude: Double
    ) -> Double {
        fastSineAndCosine(degrees: min(degrees, 90)).sine
            * fastSineAndCosine(degrees: latitude).cosine * 6_330_000
    }

    /// How far positions within half widths of `a` radians of longitude and `b` of latitude are at most
    /// from the tangent plane's linear places, in metres, where parallels have at most so great a cosine.
    ///
    /// Half of the second derivatives: in longitude the parallel's radius, in longitude and latitude and in
    /// latitude the meridian's radius of curvature or 3 % more, as that changes too: 0.52 instead of 0.5.
    package static func bend(longitude a: Double, latitude b: Double, cosine: Double) -> Double {
        0.52 * roundRadius * (a * a * cosine + 2 * a * b + b * b)
    }
}
