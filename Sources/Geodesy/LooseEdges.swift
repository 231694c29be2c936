/// The edges of a line that may lie on the other side of what is before them, when vertices are
/// known to some metres only.
///
/// A tail, from a vertex V to an open end, that lies within twice the accuracy of the strand before
/// V may as well lie on the other side of that strand: then the line turns the other way at V, and
/// V's outer side is the other one. The edges of such tails are loose, and so are those of closed
/// lines that may be turned inside out: they have no place inside that is farther from them than
/// the accuracy.
struct LooseEdges {
    /// The numbers of the edges.
    private(set) var edges: Set<Int> = []
    private let locator: LineLocator
    /// Twice the accuracy in metres, with room for angles and lengths taken as in the plane.
    private let width: Double

    /// - Complexity: each tail is walked as long as it is loose, at logarithmic cost for a vertex.
    init(_ locator: LineLocator, accuracy: Double) {
        self.locator = locator
        width = 2 * accuracy * 1.01
        guard accuracy > 0 else { return }
        let chains = Self.chains(locator.edges)
        for end in locator.ends { walk(from: end, chains: chains) }
        for ring in Self.rings(locator.edges) {
            if isThin(ring, accuracy: accuracy) { edges.formUnion(ring) }
        }
    }

    /// For each edge the edge at the start of its chain, or -1 in a ring.
    private static func chains(_ edges: [LineEdge]) -> [Int32] {
        var chains = [Int32](repeating: -1, count: edges.count)
        for (first, edge) in edges.enumerated() where edge.previous < 0 {
            var e = Int32(first)
            while e >= 0 {
                chains[Int(e)] = Int32(first)
                e = edges[Int(e)].next
            }
        }
        return chains
    }

    /// The edges of each closed chain.
    private static func rings(_ edges: [LineEdge]) -> [[Int]] {
        var isSeen = [Bool](repeating: false, count: edges.count)
        for (first, edge) in edges.enumerated() where edge.previous < 0 {
            var e = first
            while e >= 0 {
                isSeen[e] = true
                e = Int(edges[e].next)
            }
        }
        var rings: [[Int]] = []
        for first in edges.indices where !isSeen[first] {
            var ring: [Int] = []
            var e = first
            while !isSeen[e] {
                isSeen[e] = true
                ring.append(e)
                e = Int(edges[e].next)
            }
            rings.append(ring)
        }
        return rings
    }

    /// Walks inward from an open end for as long as the tail lies along what is before it.
    private mutating func walk(from end: OpenEnd, chains: [Int32]) {
        let all = locator.edges
        var tail: Set<Int> = [end.edge]
        // The vertices of the tail, each with an edge of the strand that it is near to.
        var vertices: [(place: Coordinate, near: Int)] = [(end.place, end.edge)]
        var edge = end.edge
        while true {
            let before = Int(end.isStart ? all[edge].next : all[edge].previous)
            guard before >= 0 else { return }
            for k in vertices.indices where tail.contains(vertices[k].near) {
                guard
                    let near = strand(
                        near: vertices[k].place, chain: chains[edge], outside: tail, chains)
                else { return }
                vertices[k].near = near
            }
            if isFlat(all[before], all[edge], isStart: end.isStart) { edges.formUnion(tail) }
            vertices.append((end.isStart ? all[edge].end : all[edge].start, before))
            tail.insert(before)
            edge = before
        }
    }

    /// An edge of a chain, not of its tail, within twice the accuracy of a place.
    private func strand(
        near place: Coordinate, chain: Int32, outside tail: Set<Int>, _ chains: [Int32]
    ) -> Int? {
        var finder = FootFinder(place)
        let point = Vector3(place)
        var found: Int?
        let reach = LineLocator.greatestChord(ofPath: width)
        locator.tree.visit(from: point, reach: reach) { piece, reach in
            guard found == nil else { return 0 }
            let edge = Int(locator.pieces[piece].edge)
            if chains[edge] == chain, !tail.contains(edge),
                locator.foot(on: piece, from: point, &finder).distance <= width
            {
                found = edge
            }
            return reach
        }
        return found
    }

    /// Whether the ends of two edges and the vertex between them may be on one line.
    private func isFlat(_ before: LineEdge, _ after: LineEdge, isStart: Bool) -> Bool {
        let (incoming, outgoing) = isStart ? (after, before) : (before, after)
        let turn =
            (outgoing.startAzimuth(from: incoming.end) - incoming.endAzimuth).remainderModuloTurn
        let across = WGS84.inverse(incoming.start, outgoing.end).distance
        let longest = max(incoming.length, outgoing.length, across)
        let sine = sineAndCosine(degrees: turn).sine.magnitude
        return incoming.length * outgoing.length * sine <= width * longest
    }

    /// Whether a closed line may be turned inside out: no place is found inside that is farther
    /// from it than the accuracy, and so never touched by a line moved by no more.
    private func isThin(_ ring: [Int], accuracy: Double) -> Bool {
        var own = ring.map { locator.edges[$0] }
        LineLocator.chain(&own, from: 0, closed: true)
        let line = LineLocator(locator.line, edges: own)
        let first = own[0].start
        let opposite = Coordinate(
            longitude: first.longitude > 0 ? first.longitude - 180 : first.longitude + 180,
            latitude: -first.latitude)
        let outside = line.nearest(to: opposite).side
        for factor in [1.02, 1.2, 1.5, 2, 4, 8, 32, 128, 512] {
            for k in stride(from: 0, to: own.count, by: max(1, own.count / 64)) {
                var curve = EdgeCurve(own[k])
                let (place, azimuth, _) = curve.evaluate(at: 0.5)
                let inward = outside == .left ? azimuth + 90 : azimuth - 90
                let inside = Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: inward),
                    distance: .metres(factor * accuracy)
                ).position
                let nearest = line.nearest(to: inside)
                if nearest.side == outside.reversed, nearest.distance.metres > accuracy * 1.01 {
                    return false
                }
            }
        }
        return true
    }
}
