import Geodesy

extension BorderNetwork {
    /// Adds the curves that begin where a limit, which has the zone on its left, changes from one class to
    /// another.
    mutating func add(from limit: [Coordinate]) {
        let ring = closely(limit)
        guard var last = ring.last else { return }
        var lastClass = border.classOf(last)
        for vertex in ring {
            let vertexClass = border.classOf(vertex)
            defer { (last, lastClass) = (vertex, vertexClass) }
            // Between two classes there may be others.
            var (from, fromClass) = (last, lastClass)
            for _ in 0..<8 where fromClass != vertexClass {
                let way = Geodesic.inverse(from: from, to: vertex)
                guard way.distance.metres > 0.2 * tolerance,
                    let place = border.crossing(
                        near: DrawnEdge(from, vertex).place(at: 0.5),
                        across: way.azimuthAtStart.degrees, within: way.distance.metres * 0.51)
                else { break }
                if !isKnown(place, within: 2 * tolerance) { follow(about: place) }
                let on = Geodesic.inverse(from: place, to: vertex)
                from =
                    Geodesic.direct(
                        from: place, azimuth: on.azimuthAtStart, distance: .metres(0.1 * tolerance)
                    ).position
                fromClass = border.classOf(from)
            }
        }
    }

    /// The vertices of a ring with places between those that are far apart for the line.
    private func closely(_ ring: [Coordinate]) -> [Coordinate] {
        guard let last = ring.last else { return [] }
        var places: [Coordinate] = []
        for (from, to) in zip([last] + ring, ring) {
            let length = Geodesic.distance(from: from, to: to).metres
            let count = max(1, min(16, (8 * length / reach).rounded(.up)))
            for k in 1..<Int(count) + 1 {
                places.append(
                    k == Int(count)
                        ? to : DrawnEdge(from, to).place(at: Double(k) / count))
            }
        }
        return places
    }
}
