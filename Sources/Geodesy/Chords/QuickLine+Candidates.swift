extension QuickLine {
    /// So many positions are looked up before the first is measured.
    static let together = 64

    /// Calls `body` for some positions after the other: with the number of the first of them, the
    /// line's pieces, and per position its candidates, without an address where there are none.
    ///
    /// - Parameter runs: what is known of each position's candidates; as many, or none.
    @inline(__always)
    func withCandidates(
        of positions: UnsafeBufferPointer<Coordinate>, among runs: UnsafeBufferPointer<PieceRun>,
        together: Int,
        _ body: (
            Int, UnsafeBufferPointer<ChordPiece>,
            UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt32>>
        ) -> Void
    ) {
        PieceCandidates.with(self) { all in
            chords.pieces.withUnsafeBufferPointer { pieces in
                withUnsafeTemporaryAllocation(of: Int.self, capacity: together) { lists in
                    withUnsafeTemporaryAllocation(
                        of: UnsafeBufferPointer<UInt32>.self, capacity: together
                    ) { candidates in
                        for first in stride(from: 0, to: positions.count, by: together) {
                            let count = min(together, positions.count - first)
                            // Short loops that do little but fetch.
                            for i in 0..<count {
                                let isKnown = !runs.isEmpty && runs[first + i].isKnown
                                lists[i] = isKnown ? -1 : all.list(for: positions[first + i])
                            }
                            for i in 0..<count {
                                let isKnown = !runs.isEmpty && runs[first + i].isKnown
                                candidates[i] =
                                    isKnown
                                    ? all.pieces(of: runs[first + i])
                                    : all.pieces(ofList: lists[i])
                            }
                            body(
                                first, pieces,
                                UnsafeMutableBufferPointer(rebasing: candidates[..<count]))
                        }
                    }
                }
            }
        }
    }
}
