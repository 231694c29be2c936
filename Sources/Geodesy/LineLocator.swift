/// A line made ready to answer how far a position is from it, exactly.
///
/// - Accuracy: distances to better than 1 micrometre anywhere on the globe for geodesic and rhumb
///   edges; planar ones are tested to 0.1 mm. See `docs/accuracy.md`.
/// - Complexity: building is linear in the vertices; an answer takes logarithmic time for positions
///   near the line and up to linear time for positions thousands of kilometres away.
public struct LineLocator: Sendable {
    /// The line.
    public let line: LineGeometry
    package let edges: [LineEdge]
    let pieces: [LinePiece]
    let tree: PieceTree
    let ends: [OpenEnd]
    let strands = LineStrands()
    /// The accuracy in metres that the line was made ready for, and the edges that are loose by it.
    package private(set) var loose: (accuracy: Double, edges: Set<Int>) = (0, [])

    /// A line made ready; consecutive duplicate vertices make no segment but are counted, and parts
    /// are joined as the line says.
    ///
    /// - Parameters:
    ///   - line: The line.
    ///   - accuracy: The accuracy for which `possibleSides` and `possibleExtents` are going to be
    ///     asked. Others may be asked for as well, at a cost linear in the edges each time. One that is no
    ///     length (`Distance.isLength`) prepares nothing.
    public init(_ line: LineGeometry, accuracy: Distance = .zero) {
        var edges: [LineEdge] = []
        let chains = PartChains(line)
        var ranges = [Range<Int>](repeating: 0..<0, count: line.parts.count)
        // In the order of the chains, so that neighbours along the line stay neighbours.
        for p in chains.order {
            let part = line.parts[p]
            let first = edges.count
            let segments = part.count - 1
            edges += inParallel(over: segments, in: segments < Self.few ? 1 : 16) {
                Self.edges(of: part, number: p, kind: line.edges, segments: $0)
            }.joined()
            if chains.isBridged[p] {
                let (from, to) = (part[segments], line.parts[chains.next[p]][0])
                edges.append(
                    LineEdge(
                        from: from, to: to, longitudeSpan: LineEdge.shortWay(from: from, to: to),
                        kind: line.edges, part: p, segment: segments))
            }
            Self.chain(&edges, from: first, closed: false)
            ranges[p] = first..<edges.count
        }
        for (p, next) in chains.next.enumerated() where next >= 0 {
            edges[ranges[p].upperBound - 1].next = Int32(ranges[next].lowerBound)
            edges[ranges[next].lowerBound].previous = Int32(ranges[p].upperBound - 1)
        }
        self.init(line, edges: edges)
        prepare(accuracy: accuracy.metres)
    }

    /// Finds once what is loose by an accuracy in metres.
    mutating func prepare(accuracy: Double) {
        if accuracy > 0, accuracy.isFinite { loose = (accuracy, looseEdges(accuracy)) }
    }

    /// The edges that may lie on the other side of what is before them, by an accuracy in metres.
    func looseEdges(_ accuracy: Double) -> Set<Int> {
        accuracy == loose.accuracy
            ? loose.edges : LooseEdges(self, accuracy: accuracy).edges
    }

    /// So few segments are not worth more than one processor.
    private static let few = 1000

    /// Some segments of a part, without duplicate vertices.
    private static func edges(
        of part: [Coordinate], number: Int, kind: EdgeKind, segments: Range<Int>
    ) -> [LineEdge] {
        segments.compactMap { s in
            guard !part[s].isSamePlace(as: part[s + 1]) else { return nil }
            return LineEdge(
                from: part[s], to: part[s + 1],
                longitudeSpan: LineEdge.shortWay(from: part[s], to: part[s + 1]), kind: kind,
                part: number, segment: s)
        }
    }

    /// Edges that are already chained.
    init(_ line: LineGeometry, edges: [LineEdge]) {
        self.line = line
        self.edges = edges
        var pieces: [LinePiece] = []
        pieces.reserveCapacity(edges.count)
        for (number, edge) in edges.enumerated() {
            LinePiece.append(edge, number: number, to: &pieces)
        }
        self.pieces = pieces
        tree = PieceTree(pieces)
        ends = Self.openEnds(of: edges)
    }

    /// Joins the edges from `first` on into a chain, and its end to its start when it is closed.
    static func chain(_ edges: inout [LineEdge], from first: Int, closed: Bool) {
        let last = edges.count - 1
        for e in first..<edges.count {
            edges[e].previous = Int32(e > first ? e - 1 : closed ? last : -1)
            edges[e].next = Int32(e < last ? e + 1 : closed ? first : -1)
        }
    }
}
