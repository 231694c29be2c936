public import Geodesy

/// Lines and rings from plain numbers, longitude before latitude, in degrees.
extension [Coordinate] {
    /// One vertex for each pair, in their order.
    public static func vertices(_ pairs: [(Double, Double)]) -> [Coordinate] {
        pairs.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    /// The vertices of a ring, the first once more at its end.
    public static func ring(_ pairs: [(Double, Double)]) -> [Coordinate] {
        vertices(pairs + pairs.prefix(1))
    }

    /// The ring of a box, counterclockwise from its southwestern corner.
    public static func box(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double
    ) -> [Coordinate] {
        ring([(west, south), (east, south), (east, north), (west, north)])
    }
}
