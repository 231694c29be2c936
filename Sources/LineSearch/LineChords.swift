import Geodesy

/// A line as parabolas over chords, from which the fast distance is measured.
///
/// - Accuracy: see `FastDistance.error(at:)`.
package struct LineChords: Sendable {
    let pieces: ChordPieces
    /// No place of the line is farther than this from the chord of its piece, in metres.
    let sag: Double
    /// Whether edges bend sideways, so that the nearest place on a chord is not below that on its
    /// edge.
    let isBent: Bool

    /// Half the length of the longest chord, in metres.
    let longestHalf: Double
    /// Whether a piece's parabola may leave its edge by more than the fast distance's bound.
    let isRough: Bool
    /// Open ends, and vertices of edges that may lie on the other side of what is before them, as
    /// places in earth-centred metres: there a line's accuracy leaves more open than a shift.
    package let unsurePlaces: [SIMD3<Double>]
    /// The pieces at these places, ascending.
    package let unsurePieces: [UInt32]

    package init(_ locator: LineLocator) {
        var pieces: [ChordPiece] = []
        pieces.reserveCapacity(locator.edges.count)
        var firsts: [Int32] = []
        firsts.reserveCapacity(locator.edges.count)
        for edge in locator.edges {
            firsts.append(Int32(pieces.count))
            ChordPiece.append(edge, to: &pieces)
        }
        for (number, edge) in locator.edges.enumerated() {
            let first = Int(firsts[number])
            let last = (number + 1 < firsts.count ? Int(firsts[number + 1]) : pieces.count) - 1
            for k in first..<last {
                pieces[k].bow.next = Int32(k + 1)
                pieces[k + 1].bow.previous = Int32(k)
            }
            if edge.next >= 0 {
                pieces[last].bow.next = firsts[Int(edge.next)]
                pieces[last].bow.turn =
                    Self.turn(from: edge, to: locator.edges[Int(edge.next)]).rawValue
                pieces[Int(firsts[Int(edge.next)])].bow.previous = Int32(last)
            }
        }
        // The top of t (1 - t) w is a quarter of w; a tenth and a millimetre are for what parabolas leave
        // edges by.
        sag =
            pieces.reduce(0.0) { max($0, Vector3($1.wx, $1.wy, $1.wz).squaredLength) }.squareRoot()
            / 4 * 1.1 + 1e-3
        longestHalf = pieces.map(\.half).max() ?? 0
        isRough = pieces.contains(where: \.isRough)
        var places: [SIMD3<Double>] = locator.openEnds.map(\.place.earthCentred)
        var unsure = Set(
            pieces.indices.filter { pieces[$0].isAtOpenEnd })
        for edge in locator.loose.edges {
            places += [locator.edges[edge].start, locator.edges[edge].end].map(\.earthCentred)
            let end = edge + 1 < firsts.count ? Int(firsts[edge + 1]) : pieces.count
            unsure.formUnion(Int(firsts[edge])..<end)
        }
        unsurePlaces = places
        unsurePieces = unsure.sorted().map { UInt32($0) }
        self.pieces = ChordPieces(pieces)
        isBent = locator.edges.contains { $0.kind != .geodesic }
    }

    /// How many pieces there are.
    package var count: Int { pieces.count }
    /// The number of bytes held.
    package var byteCount: Int { pieces.byteCount }

    private static func turn(from edge: LineEdge, to next: LineEdge) -> ChordPiece.Turn {
        let turn = (next.startAzimuth(from: edge.end) - edge.endAzimuth).remainderModuloTurn
        let overlap = (180 - turn.magnitude) * (.pi / 180) * min(edge.length, next.length)
        // Ten times what the exact way calls lying on each other.
        if overlap <= 10 * coincidence { return .back }
        return turn.magnitude < 1e-7 ? .straight : turn > 0 ? .right : .left
    }
}
