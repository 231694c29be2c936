import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the border of a zone is made of, and who belongs to the zone: the definition against which
/// a drawing is audited.
struct LimitTerms {
    /// A curve that may be border.
    enum Term {
        /// Places at given distances from a line; at 0 the line itself.
        case levels(LineLocator, [Double])
        /// Places at given distances from a point.
        case circles(Coordinate, [Double])
        /// Places that are farther from one line than from another by given lengths; 0 where both are as far.
        case median(LineLocator, LineLocator, [Double])
    }

    let terms: [Term]
    /// Whether a position belongs to the zone, exactly.
    let contains: @Sendable (Coordinate) -> Bool
    /// Metres.
    let tolerance: Double

    /// The distance in metres of a position from the border, or a bound on it.
    ///
    /// The difference to a level is the distance to it near a smooth limit. A place on no level
    /// lies on a border of another kind, such as a perpendicular or a clip: of that it is within a
    /// radius if, of the positions on a circle of the radius, some belong and some do not.
    func deviation(of position: Coordinate, _ hints: inout [Int?]) -> Double {
        var least = Double.infinity
        if hints.count < terms.count { hints = Array(repeating: nil, count: terms.count) }
        for (k, term) in terms.enumerated() {
            switch term {
            case .levels(let locator, let levels):
                let distance = locator.nearest(to: position, hint: &hints[k]).distance.metres
                for level in levels { least = min(least, (distance - level).magnitude) }
            case .circles(let centre, let radii):
                let distance = Geodesic.distance(from: centre, to: position).metres
                for radius in radii { least = min(least, (distance - radius).magnitude) }
            case .median(let first, let second, let differences):
                for difference in differences {
                    least = min(
                        least,
                        Self.deviation(
                            of: position, fromMedianOf: first, second, difference: difference))
                }
            }
        }
        guard least > tolerance else { return least }
        for factor in [0.1, 0.25, 0.5, 0.7, 0.85, 1, 2, 10, 100] where factor * tolerance < least {
            if isMixed(position, factor * tolerance) { return factor * tolerance }
        }
        return least
    }

    /// The distance in metres of a position from a place close by of which the answer is another, where
    /// there is one within the tolerance; infinity else.
    ///
    /// Looks at two thousand places that fill the circle evenly, from the middle outward, each a golden
    /// turn on from the one before.
    func closeDeviation(of position: Coordinate) -> Double {
        let belongs = contains(position)
        let count = 2000
        for k in 0..<count {
            let radius = tolerance * ((Double(k) + 0.5) / Double(count)).squareRoot()
            let place = Geodesic.direct(
                from: position,
                azimuth: Azimuth(degrees: Double(k) * 137.507_764),
                distance: .metres(radius))
            if contains(place.position) != belongs { return radius }
        }
        return .infinity
    }

    /// About how far a position is from where one line is farther than another by a length in metres: the
    /// difference of the distances changes by 2 sin(v / 2) for each metre on the shortest way there, v being the angle
    /// under which the nearest places are seen.
    private static func deviation(
        of position: Coordinate, fromMedianOf first: LineLocator, _ second: LineLocator,
        difference wanted: Double
    ) -> Double {
        let (a, b) = (first.nearest(to: position), second.nearest(to: position))
        let difference = ((a.distance - b.distance).metres - wanted).magnitude
        guard difference > 1e-6 else { return 0 }
        func azimuth(_ place: Coordinate) -> Double {
            Geodesic.inverse(from: position, to: place).azimuthAtStart.degrees
        }
        let turn = (azimuth(a.place) - azimuth(b.place)).remainder(dividingBy: 360)
        return difference / max(1e-6, 2 * sin(turn.magnitude / 2 * .pi / 180))
    }

    private func isMixed(_ position: Coordinate, _ radius: Double) -> Bool {
        let belongs = contains(position)
        for k in 0..<12 {
            let place = Geodesic.direct(
                from: position, azimuth: Azimuth(degrees: Double(k) * 30 + 7),
                distance: .metres(radius))
            if contains(place.position) != belongs { return true }
        }
        return false
    }
}
