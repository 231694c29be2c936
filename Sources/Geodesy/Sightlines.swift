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
///
/// All that holds for a place that may slide along its edge only while no other edge crosses that one:
/// where the line crosses itself within reach, nothing is said to be hidden.
struct Sightlines {
    /// A piece of the line as seen from the position, in metres to the east and to the north.
    private struct Strand {
        let edge: Int
        let a: SIMD2<Double>
        let b: SIMD2<Double>
        /// By how much it may be elsewhere, in metres.
        let slack: Double
    }

    private let origin: Vector3
    private let east: Vector3
    private let north: Vector3
    private var strands: [Strand] = []

    /// The farthest places in metres for which the picture is good enough.
    static let farthest = 50_000.0

    /// The pieces no farther than `limit` metres from a position.
    init(_ locator: LineLocator, from position: Coordinate, limit: Double) {
        origin = Vector3(position)
        (east, north) = position.tangents
        var found: [Int] = []
        let reach = LineLocator.greatestChord(ofPath: limit)
        locator.tree.visit(from: origin, reach: reach) { piece, reach in
            found.append(piece)
            return reach
        }
        strands = found.map { number in
            let piece = locator.pieces[number]
            let edge = Int(piece.edge)
            // Seen from above its place a geodesic rises over its chord by 8 m at most, of which the
            // share of the distance in the globe's radius shows.
            let isGeodesic = locator.edges[edge].kind == .geodesic
            return Strand(
                edge: edge, a: seen(piece.a), b: seen(piece.b),
                slack: 0.01 + 1e-5 * limit + (isGeodesic ? 0 : piece.sag))
        }
    }

    /// A place as it is seen from straight above the position.
    private func seen(_ place: Vector3) -> SIMD2<Double> {
        [(place - origin).dot(east), (place - origin).dot(north)]
    }

    /// Whether a place is hidden for good; its own edges do not count.
    func isHidden(_ place: Coordinate, on edges: [Int]) -> Bool {
        let target = seen(Vector3(place))
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
    /// What is hidden from a position, and whether the position is closed off.
    ///
    /// Seen from a closed-off position any place may be hidden, else a single open end only. `nil`
    /// where more than one open end is near, or the line crosses or touches itself.
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
        guard openEnds.count <= 1, !crossesItself(near: position, reach: reach) else { return nil }
        let lines = Sightlines(self, from: position, limit: limit + slack)
        let isClosedOff = openEnds.allSatisfy { lines.isHidden($0.place, on: [$0.edge]) }
        return (lines, isClosedOff)
    }

    /// Whether two edges cross or touch of which both have a part within a chord of a position.
    private func crossesItself(near position: Coordinate, reach: Double) -> Bool {
        let doubts = strands.doubts(of: self)
        // With more of them not all are known.
        if doubts.places.count > Self.mostDoubts, !doubts.crossings.isEmpty { return true }
        let point = Vector3(position)
        func isNear(_ piece: Int) -> Bool {
            let (a, b, sag) = (pieces[piece].a, pieces[piece].b, pieces[piece].sag)
            return point.nearest(onChordFrom: a, to: b).distance <= reach + sag
        }
        return doubts.crossings.contains { isNear($0.0) && isNear($0.1) }
    }

    /// The edges on which a foot lies: two at a vertex.
    func edges(at foot: LineFoot) -> [Int] {
        let edge = edges[foot.edge]
        let neighbour = foot.t == 0 ? edge.previous : foot.t == 1 ? edge.next : -1
        return neighbour < 0 ? [foot.edge] : [foot.edge, Int(neighbour)]
    }
}
