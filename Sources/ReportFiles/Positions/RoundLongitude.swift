import Geodesy

/// Longitudes that some programs count eastward from 0 to 360, and those a hair beyond the antimeridian.
enum RoundLongitude {
    /// By which AIS says that there is none.
    private static let notAvailable = 181.0

    /// The place that a position names whose longitude is counted otherwise than from -180 to 180, and the
    /// note on it; `nil` where it names none.
    static func read(_ position: Coordinate, as text: String) -> (
        position: Coordinate, note: String
    )? {
        guard position.latitude.magnitude <= 90, position.longitude != notAvailable else {
            return nil
        }
        let longitude: Double
        switch position.longitude {
        case let east where east > 180 && east <= 360: longitude = east - 360
        case let west where west < -180 && west >= -180 - Coordinate.overhang:
            longitude = west + 360
        default: return nil
        }
        return (
            Coordinate(longitude: longitude, latitude: position.latitude),
            "the longitude \(text) is read as \(longitude)"
        )
    }

    /// The same of the texts of a longitude and a latitude that are numbers.
    static func read(_ texts: [String]) -> (position: Coordinate, note: String)? {
        guard texts.count == 2, let longitude = Double(texts[0]), let latitude = Double(texts[1])
        else { return nil }
        return read(Coordinate(longitude: longitude, latitude: latitude), as: texts[0])
    }
}
