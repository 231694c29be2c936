internal import CPROJ

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
    /// - Boundary: for coincident positions the distance is zero and the azimuths mean nothing;
    ///   NaN in gives NaN out.
    public static func inverse(from start: Coordinate, to end: Coordinate) -> Inverse {
        var distance = 0.0
        var azimuthAtStart = 0.0
        var azimuthAtEnd = 0.0
        withUnsafePointer(to: Ellipsoid.wgs84.geodesic) {
            geod_inverse(
                $0, start.latitude, start.longitude, end.latitude, end.longitude,
                &distance, &azimuthAtStart, &azimuthAtEnd)
        }
        return Inverse(
            distance: .metres(distance), azimuthAtStart: Azimuth(degrees: azimuthAtStart),
            azimuthAtEnd: Azimuth(degrees: azimuthAtEnd))
    }

    /// The length of the shortest path from one position to another.
    public static func distance(from start: Coordinate, to end: Coordinate) -> Distance {
        inverse(from: start, to: end).distance
    }

    /// The end of the path of the given length that leaves a position in the given direction.
    ///
    /// The resulting longitude lies in [-180, 180].
    public static func direct(
        from start: Coordinate, azimuth: Azimuth, distance: Distance
    ) -> Direct {
        var latitude = 0.0
        var longitude = 0.0
        var azimuthAtEnd = 0.0
        withUnsafePointer(to: Ellipsoid.wgs84.geodesic) {
            geod_direct(
                $0, start.latitude, start.longitude, azimuth.degrees, distance.metres,
                &latitude, &longitude, &azimuthAtEnd)
        }
        return Direct(
            position: Coordinate(longitude: longitude, latitude: latitude),
            azimuthAtEnd: Azimuth(degrees: azimuthAtEnd))
    }
}
