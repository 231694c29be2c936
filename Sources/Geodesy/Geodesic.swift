/// Shortest paths on the WGS 84 ellipsoid.
///
/// - Accuracy: about 15 nm for distances and positions anywhere on the globe, antipodal ones
///   included (C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 2013).
/// - Source: `geodesic.h` of PROJ.
public enum Geodesic {
    /// What joins two positions.
    public struct Inverse: Hashable, Sendable {
        /// The length of the shortest path.
        public let distance: Distance
        /// The direction of the path at its start.
        public let azimuthAtStart: Azimuth
        /// The direction of the path, onward, at its end.
        public let azimuthAtEnd: Azimuth
    }

    /// Where a path from a position leads.
    public struct Direct: Hashable, Sendable {
        /// The end of the path.
        public let position: Coordinate
        /// The direction of the path, onward, at its end.
        public let azimuthAtEnd: Azimuth
    }

    /// The shortest path from one position to another.
    ///
    /// - Boundary: for coincident positions the distance is zero and the azimuths mean nothing. A
    ///   latitude beyond 90 degrees gives NaN, as does NaN or infinity; longitudes are taken modulo 360.
    public static func inverse(from start: Coordinate, to end: Coordinate) -> Inverse {
        let path = WGS84.inverse(start, end)
        return Inverse(
            distance: .metres(path.distance), azimuthAtStart: Azimuth(degrees: path.azimuthAtStart),
            azimuthAtEnd: Azimuth(degrees: path.azimuthAtEnd))
    }

    /// The length of the shortest path from one position to another; see `inverse(from:to:)` for positions off the globe.
    public static func distance(from start: Coordinate, to end: Coordinate) -> Distance {
        inverse(from: start, to: end).distance
    }

    /// The end of the path of the given length that leaves a position in the given direction.
    ///
    /// The resulting longitude lies in [-180, 180]. A negative distance leads backward.
    ///
    /// - Boundary: a latitude beyond 90 degrees, or an azimuth or distance that is not finite, gives NaN.
    public static func direct(
        from start: Coordinate, azimuth: Azimuth, distance: Distance
    ) -> Direct {
        let end = WGS84.direct(start, azimuth: azimuth.degrees, distance: distance.metres)
        return Direct(position: end.position, azimuthAtEnd: Azimuth(degrees: end.azimuth))
    }
}
