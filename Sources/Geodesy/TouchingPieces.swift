/// Finds pieces of a line that cross or touch others, or turn back on them; near misses count as well.
struct TouchingPieces {
    private let pieces: [LinePiece]
    private let edges: [LineEdge]
    private let tree: PieceTree
    private var found: [(Int, Int)] = []
    private var most = 0

    /// So near in metres counts as touching.
    private static let near = 0.01

    init(_ locator: LineLocator) {
        (pieces, edges, tree) = (locator.pieces, locator.edges, locator.tree)
    }

    /// Pairs of pieces by their numbers; the search ends soon after the first `most`.
    ///
    /// - Complexity: linear in the pieces for lines that run on.
    func pairs(atMost most: Int) -> [(Int, Int)] {
        var search = self
        search.most = most
        search.within(0)
        return search.found
    }

    private mutating func within(_ node: Int) {
        guard node < tree.boxes.count, found.count <= most else { return }
        if node >= tree.innerCount {
            let own = tree.pieces(ofLeaf: node)
            for first in own { for second in own where second > first { test(first, second) } }
            return
        }
        within(2 * node + 1)
        within(2 * node + 2)
        between(2 * node + 1, 2 * node + 2)
    }

    private mutating func between(_ one: Int, _ other: Int) {
        guard one < tree.boxes.count, other < tree.boxes.count, found.count <= most,
            isNear(tree.boxes[one], tree.boxes[other])
        else { return }
        switch (one >= tree.innerCount, other >= tree.innerCount) {
        case (true, true):
            for first in tree.pieces(ofLeaf: one) {
                for second in tree.pieces(ofLeaf: other) { test(first, second) }
            }
        case (true, false):
            between(one, 2 * other + 1)
            between(one, 2 * other + 2)
        default:
            between(2 * one + 1, other)
            between(2 * one + 2, other)
        }
    }

    private func isNear(_ one: PieceTree.Box, _ other: PieceTree.Box) -> Bool {
        let gap = pointwiseMax(one.lower - other.upper, other.lower - one.upper)
        return gap.max() <= Self.near
    }

    private mutating func test(_ first: Int, _ second: Int) {
        let (one, other) = (pieces[first], pieces[second])
        if StrandDoubts.follows(other, one, edges) {
            if turnsBack(one, other) { found.append((first, second)) }
        } else if StrandDoubts.follows(one, other, edges) {
            if turnsBack(other, one) { found.append((first, second)) }
        } else if touch(one, other) {
            found.append((first, second))
        }
    }

    /// Whether one piece goes back along the other, so that they may touch beside their common end.
    private func turnsBack(_ one: LinePiece, _ next: LinePiece) -> Bool {
        let (u, v) = (one.b - one.a, next.b - next.a)
        return u.dot(v) < -0.999 * u.length * v.length
    }

    /// Whether two pieces come near each other as seen from above; when in doubt, they do.
    private func touch(_ one: LinePiece, _ other: LinePiece) -> Bool {
        func bend(_ piece: LinePiece) -> Double {
            // A geodesic rises over its chord, by a plumb line that leans a little beside the other's.
            edges[Int(piece.edge)].kind == .geodesic ? 0.004 * piece.sag : piece.sag
        }
        let room = Self.near + bend(one) + bend(other)
        let up = one.a * (1 / one.a.length)
        func flat(_ way: Vector3) -> Vector3 { way - up * way.dot(up) }
        let (u, v) = (flat(one.b - one.a), flat(other.b - other.a))
        let way = flat(other.a - one.a)
        return !isApart(u, way, way + v, up, room) && !isApart(v, way * -1, u - way, up, room)
    }

    /// Whether a piece from `a` to `b` lies wholly to one side of another along `u`, or before or behind
    /// it.
    private func isApart(
        _ u: Vector3, _ a: Vector3, _ b: Vector3, _ up: Vector3, _ room: Double
    ) -> Bool {
        let length = u.length
        guard length > 0 else { return false }
        func side(_ p: Vector3) -> Double { u.cross(p).dot(up) / length }
        func along(_ p: Vector3) -> Double { u.dot(p) / length }
        let (sideA, sideB) = (side(a), side(b))
        if min(sideA, sideB) > room || max(sideA, sideB) < -room { return true }
        let (alongA, alongB) = (along(a), along(b))
        return min(alongA, alongB) > length + room || max(alongA, alongB) < -room
    }
}
