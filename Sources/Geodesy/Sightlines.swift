#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which places of a line are hidden from a position behind other places of the line, and stay so
/// however both move.
///
/// Let the straight way to a place cross the line more often from left to right than the other way,
/// or the reverse. While the line and the position move without touching each other, that excess
/// changes only where an open end passes the way, or where a strand is swapped with the one behind
/// it, which only loose edges are (`LooseEdges`). So such a place never becomes the nearest: the
/// way to the nearest place crosses nothing.
struct Sightlines {
    /// A piece of the line as seen from the position, in metres to the east and to the north.
    private struct Strand {
        let edge: Int
        let a: SIMD2<Double>
        let b: SIMD2<Double>
        /// By how much it may be elsewhere, in metres.
        let slack: Double
    }

    private let position: Coordinate
    private var strands: [Strand] = []

    /// The farthest places in metres for which the picture is good enough.
    static let farthest = 50_000.0

    /// The pieces no farther than `limit` metres from a position.
    init(_ locator: LineLocator, from position: Coordinate, limit: Double) {
        self.position = position
        let point = Vector3(position)
        var strands: [Strand] = []
        let reach = LineLocator.greatestChord(ofPath: limit)
        locator.tree.visit(from: point, reach: reach) { number, reach in
            let piece = locator.pieces[number]
            let edge = locator.edges[Int(piece.edge)]
            var curve = EdgeCurve(edge)
            // A geodesic is seen straight to a share of the square of its size over the globe's.
            strands.append(
                Strand(
                    edge: Int(piece.edge),
                    a: Self.seen(curve.evaluate(at: piece.t0).place, from: position),
                    b: Self.seen(curve.evaluate(at: piece.t1).place, from: position),
                    slack: 0.01 + 1e-5 * limit + (edge.kind == .geodesic ? 0 : piece.sag)))
            return reach
        }
        self.strands = strands
    }

    private static func seen(_ place: Coordinate, from position: Coordinate) -> SIMD2<Double> {
        let path = WGS84.inverse(position, place)
        let (sine, cosine) = sineAndCosine(degrees: path.azimuthAtStart)
        return [path.distance * sine, path.distance * cosine]
    }

    /// Whether a place is hidden for good; its own edges do not count.
    func isHidden(_ place: Coordinate, on edges: [Int]) -> Bool {
        let target = Self.seen(place, from: position)
        let distance = (target * target).sum().squareRoot()
        var excess = 0
        for strand in strands where !edges.contains(strand.edge) {
            let a = target.x * strand.a.y - target.y * strand.a.x
            let b = target.x * strand.b.y - target.y * strand.b.x
            // A vertex on the way belongs to one side, so that it counts once.
            guard (a < 0) != (b < 0) else { continue }
            let crossing = strand.a + (strand.b - strand.a) * (a / (a - b))
            let along = (crossing * target).sum() / distance
            if along < 0 || along > distance + strand.slack { continue }
            if along > distance - strand.slack { return false }
            excess += a < 0 ? 1 : -1
        }
        return excess != 0
    }
}

extension LineLocator {
    /// What is hidden from a position: any place where the position is closed off from all open
    /// ends, else a single open end only. `nil` where more than one is near.
    ///
    /// Closed off is a position that no open end is near to, or one that is hidden itself.
    ///
    /// - Parameters:
    ///   - position: The position.
    ///   - limit: The distance in metres of the farthest places that can be nearest.
    ///   - slack: Twice what position and line together may be off, in metres.
    func sightlines(
        from position: Coordinate, limit: Double, slack: Double
    ) -> (lines: Sightlines, isClosedOff: Bool)? {
        guard limit < Sightlines.farthest else { return nil }
        let reach = Self.greatestChord(ofPath: limit + slack)
        var openEnds: [EndSight] = []
        tree.visit(from: Vector3(position), reach: reach) { piece, reach in
            openEnds += endSights(of: position, fromPiece: piece, limit: limit + slack)
            return reach
        }
        guard openEnds.count <= 1 else { return nil }
        let lines = Sightlines(self, from: position, limit: limit + slack)
        let isClosedOff = openEnds.allSatisfy { lines.isHidden($0.place, on: [$0.edge]) }
        return (lines, isClosedOff)
    }

    /// The edges on which a foot lies: two at a vertex.
    func edges(at foot: LineFoot) -> [Int] {
        let edge = edges[foot.edge]
        let neighbour = foot.t == 0 ? edge.previous : foot.t == 1 ? edge.next : -1
        return neighbour < 0 ? [foot.edge] : [foot.edge, Int(neighbour)]
    }
}
