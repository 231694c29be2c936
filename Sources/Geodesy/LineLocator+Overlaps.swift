extension LineLocator {
    /// The same places with each edge that runs along another one, or back over it, left out, for those who
    /// draw at a distance from the line: edges are cut at vertices of others that lie on them, and of parts
    /// that have the same ends the first remains.
    ///
    /// The line's edges are numbered anew, as segments of one part, with open ends where an edge was left
    /// out. Overlaps are found to 1 micrometre.
    ///
    /// - Complexity: n log n for lines whose edges are short beside their distances.
    package func withoutOverlaps() -> LineLocator {
        let cuts = verticesOnEdges()
        var seen: [EdgeEnds: Int] = [:]
        var kept: [LineEdge] = []
        var isDropped = false
        for (number, edge) in edges.enumerated() {
            let places = [edge.start] + cuts[number, default: []].map(\.place) + [edge.end]
            var last = -1
            for (from, to) in zip(places, places.dropFirst()) {
                let ends = EdgeEnds(from, to)
                guard seen[ends] == nil else {
                    isDropped = true
                    last = -1
                    continue
                }
                let index = kept.count
                seen[ends] = index
                var part = edge
                if places.count > 2 {
                    part = LineEdge(
                        from: from, to: to, longitudeSpan: LineEdge.shortWay(from: from, to: to),
                        kind: edge.kind, part: 0, segment: 0)
                }
                (part.part, part.segment) = (0, Int32(index))
                (part.previous, part.next) = (Int32(last), -1)
                if last >= 0 { kept[last].next = Int32(index) }
                last = index
                kept.append(part)
            }
        }
        guard isDropped else { return self }
        // Edges that followed each other still do, where both remain.
        for (number, edge) in edges.enumerated() where edge.next >= 0 {
            let next = Int(edge.next)
            let before = EdgeEnds(cuts[number]?.last?.place ?? edge.start, edge.end)
            let behind = EdgeEnds(
                edges[next].start, cuts[next]?.first?.place ?? edges[next].end)
            guard let first = seen[before], let second = seen[behind], first != second,
                kept[first].next < 0, kept[second].previous < 0,
                kept[first].end.isSamePlace(as: kept[second].start)
            else { continue }
            kept[first].next = Int32(second)
            kept[second].previous = Int32(first)
        }
        return LineLocator(line, edges: kept)
    }

    /// For edges on which vertices of others lie, these, in the order in which they stand along it.
    private func verticesOnEdges() -> [Int: [(t: Double, place: Coordinate)]] {
        var found: [Int: [(t: Double, place: Coordinate)]] = [:]
        let vertices = edges.map(\.start) + edges.filter { $0.next < 0 }.map(\.end)
        for vertex in vertices {
            let point = Vector3(vertex)
            var finder = FootFinder(vertex)
            tree.visit(from: point, reach: 2 * coincidence) { number, reach in
                let piece = pieces[number]
                let edge = edges[Int(piece.edge)]
                guard !edge.start.isSamePlace(as: vertex), !edge.end.isSamePlace(as: vertex),
                    point.nearest(onChordFrom: piece.a, to: piece.b).distance - piece.sag <= reach
                else { return reach }
                let foot = foot(on: number, from: point, &finder)
                let along = foot.t * edge.length
                if foot.distance <= coincidence, min(along, edge.length - along) > coincidence {
                    let known = found[Int(piece.edge), default: []]
                    if !known.contains(where: { $0.place.isSamePlace(as: vertex) }) {
                        found[Int(piece.edge), default: []].append((foot.t, vertex))
                    }
                }
                return reach
            }
        }
        return found.mapValues { $0.sorted { $0.t < $1.t } }
    }
}

/// The ends of an edge, whichever comes first.
private struct EdgeEnds: Hashable {
    private let first: Vector
    private let second: Vector

    private struct Vector: Hashable {
        let longitude: Double
        let latitude: Double

        init(_ place: Coordinate) {
            latitude = place.latitude
            longitude = place.isPole ? 0 : place.longitude == -180 ? 180 : place.longitude
        }

        func isBefore(_ other: Vector) -> Bool {
            (longitude, latitude) < (other.longitude, other.latitude)
        }
    }

    init(_ from: Coordinate, _ to: Coordinate) {
        let (a, b) = (Vector(from), Vector(to))
        (first, second) = a.isBefore(b) ? (a, b) : (b, a)
    }
}
