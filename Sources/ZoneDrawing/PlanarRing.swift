import Geodesy

/// Rings as plane figures in longitude and latitude; the last vertex is joined to the first.
enum PlanarRing {
    /// The area in square degrees, positive against the clock.
    static func signedArea(_ ring: [Coordinate]) -> Double {
        guard let origin = ring.first, var from = ring.last else { return 0 }
        var twice = 0.0
        for to in ring {
            twice +=
                (from.longitude - origin.longitude) * (to.latitude - origin.latitude)
                - (to.longitude - origin.longitude) * (from.latitude - origin.latitude)
            from = to
        }
        return twice / 2
    }

    /// The ring with its first vertex repeated at its end.
    static func closed(_ ring: [Coordinate]) -> [Coordinate] {
        guard let first = ring.first, ring.last != first else { return ring }
        return ring + [first]
    }

    /// Whether a position is inside, by crossings; on the ring itself either answer is given.
    static func contains(_ ring: [Coordinate], _ position: Coordinate) -> Bool {
        guard var from = ring.last else { return false }
        var inside = false
        for to in ring {
            if (from.latitude > position.latitude) != (to.latitude > position.latitude) {
                let t = (position.latitude - from.latitude) / (to.latitude - from.latitude)
                if position.longitude < from.longitude + t * (to.longitude - from.longitude) {
                    inside.toggle()
                }
            }
            from = to
        }
        return inside
    }
}
