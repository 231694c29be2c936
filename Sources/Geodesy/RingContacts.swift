/// Looks for places where edges of closed lines cross or touch that do not follow one another.
struct RingContacts {
    private let locator: LineLocator
    private var curves: [EdgeCurve]

    /// So much leaves no doubt about which side of an edge a place is on, in metres; edges that are
    /// closer to each other count as touching.
    private static let doubt = 1e-3

    init(_ locator: LineLocator) {
        self.locator = locator
        curves = locator.edges.map { EdgeCurve($0) }
    }

    /// A stretch of an edge, nearly the chord between its ends.
    private struct Stretch {
        let edge: Int
        let (t0, t1): (Double, Double)
        let (a, b): (Vector3, Vector3)
        /// How far the edge may lie beside the upright plane through the chord, in metres.
        let beside: Double
        private let (along, across): (Vector3, Vector3)

        init(_ edge: LineEdge, number: Int, _ t0: Double, _ t1: Double, _ a: Vector3, _ b: Vector3)
        {
            (self.edge, self.t0, self.t1, self.a, self.b) = (number, t0, t1, a, b)
            let length = (b - a).length
            let middle = (a + b) / 2
            let up = Vector3(middle.x, middle.y, middle.z / (1 - WGS84.e2))
            along = (b - a) / length
            let normal = Vector3(
                up.y * along.z - up.z * along.y, up.z * along.x - up.x * along.z,
                up.x * along.y - up.y * along.x)
            across = normal / normal.length
            let kilometres = length / 1000
            // The lifted chord leaves a geodesic by less than 1 nm in 1 km, and with the cube; a rhumb
            // line bends as its parallel does, at most.
            var beside = 1e-8 * (1 + kilometres * kilometres * kilometres)
            if edge.kind == .rhumb {
                let toAxis = (min(a.x * a.x + a.y * a.y, b.x * b.x + b.y * b.y)).squareRoot()
                beside += min(length, length * length / (6 * max(toAxis, 1)))
            }
            self.beside = beside
        }

        /// How far the ends of another stretch lie to one side of this one, in metres.
        func offsets(of other: Stretch) -> (a: Double, b: Double) {
            ((other.a - a).dot(across), (other.b - a).dot(across))
        }

        /// Whether another stretch lies wholly on one side of this one, or ahead of it or behind.
        func isClear(of other: Stretch) -> Bool {
            let room = beside + other.beside + coincidence
            let offsets = offsets(of: other)
            if min(offsets.a, offsets.b) > room || max(offsets.a, offsets.b) < -room { return true }
            let ahead = ((other.a - a).dot(along), (other.b - a).dot(along))
            return min(ahead.0, ahead.1) > (b - a).length + room || max(ahead.0, ahead.1) < -room
        }
    }

    /// A place where edges cross or touch, and the edges; the first in the line's order.
    var first: (place: Coordinate, edges: (LineEdge, LineEdge))? {
        let edges = locator.edges
        var curves = curves
        for (number, piece) in locator.pieces.enumerated() {
            var found: (place: Coordinate, edges: (LineEdge, LineEdge))?
            let stretch = self.stretch(piece)
            let reach = (piece.b - piece.a).length / 2 + 2 * piece.sag + 1
            locator.tree.visit(from: (piece.a + piece.b) / 2, reach: reach) { other, reach in
                guard other > number, found == nil else { return reach }
                let (e, f) = (piece.edge, locator.pieces[other].edge)
                guard e != f, edges[Int(e)].next != f, edges[Int(e)].previous != f else {
                    return reach
                }
                found = contact(stretch, self.stretch(locator.pieces[other]), &curves)
                    .map { ($0, (edges[Int(e)], edges[Int(f)])) }
                return reach
            }
            if let found { return found }
        }
        return nil
    }

    private func stretch(_ piece: LinePiece) -> Stretch {
        let edge = Int(piece.edge)
        return Stretch(
            locator.edges[edge], number: edge, piece.t0, piece.t1, piece.a, piece.b)
    }

    private func contact(
        _ one: Stretch, _ other: Stretch, _ curves: inout [EdgeCurve]
    ) -> Coordinate? {
        if one.isClear(of: other) || other.isClear(of: one) { return nil }
        if one.beside + other.beside <= Self.doubt {
            let (a, b) = other.offsets(of: one)
            let share = a * b < 0 ? a / (a - b) : a.magnitude < b.magnitude ? 0 : 1
            return curves[one.edge].evaluate(at: one.t0 + share * (one.t1 - one.t0)).place
        }
        let isFirst = one.beside >= other.beside
        let (wide, rest) = isFirst ? (one, other) : (other, one)
        let t = (wide.t0 + wide.t1) / 2
        let middle = curves[wide.edge].sample(at: t).point
        let edge = locator.edges[wide.edge]
        return contact(
            Stretch(edge, number: wide.edge, wide.t0, t, wide.a, middle), rest, &curves)
            ?? contact(
                Stretch(edge, number: wide.edge, t, wide.t1, middle, wide.b), rest, &curves)
    }
}
