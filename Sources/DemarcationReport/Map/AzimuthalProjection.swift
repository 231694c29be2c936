import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The azimuthal equidistant projection of the ellipsoid about a place.
///
/// Distances and directions from the centre are true. No shape is cut, be it over the antimeridian or about a
/// pole; only the place opposite the centre, 20,004 km away, becomes a circle.
///
/// - Accuracy: that of `Geodesic`, some nanometres.
package struct AzimuthalProjection: Hashable, Sendable {
    /// The place about which the map is drawn.
    package let centre: Coordinate

    /// The projection about a place.
    package init(centre: Coordinate) { self.centre = centre }

    /// Where a place is on the map, in metres.
    package func point(_ place: Coordinate) -> MapPoint {
        let path = Geodesic.inverse(from: centre, to: place)
        let angle = path.azimuthAtStart.degrees * .pi / 180
        let distance = path.distance.metres
        // At the centre no direction means anything.
        guard distance > 0 else { return MapPoint(0, 0) }
        return MapPoint(distance * sin(angle), distance * cos(angle))
    }

    /// Which place a point on the map is.
    package func place(_ point: MapPoint) -> Coordinate {
        let distance = (point.x * point.x + point.y * point.y).squareRoot()
        return Geodesic.direct(
            from: centre, azimuth: Azimuth(degrees: atan2(point.x, point.y) * 180 / .pi),
            distance: .metres(distance)
        ).position
    }
}
