public import Geodesy

extension Coordinate {
    /// The position of a longitude and a latitude in degrees.
    public static func at(_ longitude: Double, _ latitude: Double) -> Coordinate {
        Coordinate(longitude: longitude, latitude: latitude)
    }
}
