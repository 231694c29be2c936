internal import CPROJ

/// The reference ellipsoid of WGS 84 (NGA.STND.0036): a = 6,378,137 m, 1/f = 298.257223563.
package enum WGS84 {
    /// The semi-major axis in metres.
    package static let a = 6_378_137.0
    /// The flattening, (a - b) / a.
    static let flattening = 1 / 298.257223563
    /// The semi-minor axis in metres.
    package static let b = a * (1 - flattening)
    /// The first eccentricity squared.
    package static let e2 = flattening * (2 - flattening)
    /// A radius greater than every radius of curvature of the ellipsoid (at most a^2/b = 6,399.6
    /// km): on a sphere of this radius a path of given length has the longer chord.
    package static let flatterRadius = 6_500_000.0
    /// A radius less than every radius of curvature of the ellipsoid (at least a (1 - e2) = 6,335.4
    /// km): on a sphere of this radius a path of given length has the shorter chord.
    package static let curvedRadius = 6_300_000.0
    /// A radius for estimates that an exact step corrects.
    package static let meanRadius = 6_371_008.8

    /// PROJ's constants for the ellipsoid.
    ///
    /// Written once here, only read afterwards, and never
    /// freed; therefore safe to share.
    nonisolated(unsafe) static let geodesic: UnsafePointer<geod_geodesic> = {
        let constants = UnsafeMutablePointer<geod_geodesic>.allocate(capacity: 1)
        geod_init(constants, a, flattening)
        return UnsafePointer(constants)
    }()

    /// The distance in metres and the azimuths at both ends in degrees.
    static func inverse(
        _ from: Coordinate, _ to: Coordinate
    ) -> (distance: Double, azimuthAtStart: Double, azimuthAtEnd: Double) {
        var distance = 0.0
        var start = 0.0
        var end = 0.0
        geod_inverse(
            geodesic, from.latitude, from.longitude, to.latitude, to.longitude,
            &distance, &start, &end)
        return (distance, start, end)
    }

    /// The position at a distance in metres along an azimuth in degrees, and the azimuth there.
    static func direct(
        _ from: Coordinate, azimuth: Double, distance: Double
    ) -> (position: Coordinate, azimuth: Double) {
        var latitude = 0.0
        var longitude = 0.0
        var end = 0.0
        geod_direct(
            geodesic, from.latitude, from.longitude, azimuth, distance,
            &latitude, &longitude, &end)
        return (Coordinate(longitude: longitude, latitude: latitude), end)
    }

    /// The radius of curvature in the prime vertical, in metres.
    static func primeVerticalRadius(sinLatitude: Double) -> Double {
        a / (1 - e2 * sinLatitude * sinLatitude).squareRoot()
    }

    /// The radius of curvature in the meridian, in metres.
    static func meridianRadius(sinLatitude: Double) -> Double {
        let w2 = 1 - e2 * sinLatitude * sinLatitude
        return a * (1 - e2) / (w2 * w2.squareRoot())
    }

    /// The radius of the parallel at a latitude in degrees, and the radius of curvature in the meridian, in metres.
    package static func radii(latitude: Double) -> (parallel: Double, meridian: Double) {
        let (sine, cosine) = sineAndCosine(degrees: latitude)
        return (
            primeVerticalRadius(sinLatitude: sine) * cosine, meridianRadius(sinLatitude: sine)
        )
    }
}
