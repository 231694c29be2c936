/// Longitudes a hair beyond the antimeridian, as reprojecting and rounding leave them.
extension Coordinate {
    /// How far beyond 180 degrees a longitude may be written and still be read.
    package static let overhang = 0.001

    /// The same place on the other side of the antimeridian; `nil` unless the longitude is a hair beyond.
    ///
    /// -180.0005 is 179.9995. A hair is `overhang` at most.
    package var overhanging: Coordinate? {
        guard longitude.magnitude > 180, longitude.magnitude <= 180 + Self.overhang else {
            return nil
        }
        return Coordinate(
            longitude: longitude > 0 ? longitude - 360 : longitude + 360, latitude: latitude)
    }

    /// Positions in a row, those that overhang moved to the other side.
    ///
    /// In a ring none is moved to which an edge goes all the way round along its parallel: on the other
    /// side it would be an edge of hardly any length.
    package static func movingOverhanging(
        _ written: [Coordinate], isRing: Bool = false
    ) -> [Coordinate] {
        var moved = written
        for (v, position) in written.enumerated() {
            guard let other = position.overhanging else { continue }
            let goesRound = [v - 1, v + 1].contains {
                written.indices.contains($0)
                    && (written[$0].longitude - position.longitude).magnitude > 359
            }
            if !isRing || !goesRound { moved[v] = other }
        }
        return moved
    }
}
