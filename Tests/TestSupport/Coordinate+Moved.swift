import Geodesy

extension Coordinate {
    /// The position so many metres away in any direction.
    public func moved(_ metres: Double, _ random: inout SeededGenerator) -> Coordinate {
        moved(metres, towards: .random(in: -180...180, using: &random))
    }

    /// The position so many metres away in a direction, in degrees from north.
    public func moved(_ metres: Double, towards azimuth: Double) -> Coordinate {
        Geodesic.direct(
            from: self, azimuth: Azimuth(degrees: azimuth), distance: .metres(metres)
        ).position
    }
}
