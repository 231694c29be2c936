/// A position on the WGS 84 ellipsoid, as longitude and latitude (CRS84).
///
/// - Units: degrees, longitude first. Longitude runs from -180 to 180 (both name the
///   antimeridian), latitude from -90 to 90.
/// - Boundary: a `Coordinate` is a pair of numbers and may hold any; `isValid` says whether it
///   names a place on the globe. NaN never does.
public struct Coordinate: Hashable, Sendable {
    /// Degrees east of Greenwich.
    public var longitude: Double
    /// Degrees north of the equator.
    public var latitude: Double

    /// A position from longitude and latitude in degrees.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Whether longitude lies in [-180, 180] and latitude in [-90, 90].
    public var isValid: Bool {
        longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90
    }

    /// Whether the position is one of the two poles, where longitude has no meaning.
    public var isPole: Bool { latitude.magnitude == 90 }

    /// Whether both name the same place on the globe: -180 and 180 degrees are one meridian, and
    /// a pole is one place whatever its longitude.
    public func isSamePlace(as other: Coordinate) -> Bool {
        guard latitude == other.latitude else { return false }
        return isPole || longitude == other.longitude
            || (longitude.magnitude == 180 && longitude == -other.longitude)
    }
}

extension Coordinate: CustomStringConvertible {
    /// Longitude and latitude with the fewest digits that read back as the same numbers.
    public var description: String { "\(longitude), \(latitude)" }
}

extension Coordinate {
    /// What two numbers that are no place on the globe look like: a place the other way round, or metres
    /// of a grid; else nothing.
    package var offGlobeHint: String {
        let greatest = max(longitude.magnitude, latitude.magnitude)
        if greatest > 1000, greatest < 1e8 {
            return
                "; the numbers look like metres of a grid such as UTM: convert the file first, for example "
                + "with ogr2ogr -s_srs EPSG:32636 -t_srs OGC:CRS84 out.geojson in for UTM zone 36 north"
        }
        let exchanged = Coordinate(longitude: latitude, latitude: longitude)
        return exchanged.isValid
            ? "; exchanged, [\(exchanged.longitude), \(exchanged.latitude)], they would name a place"
            : ""
    }
}
