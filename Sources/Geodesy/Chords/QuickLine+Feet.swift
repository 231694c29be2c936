extension QuickLine {
    /// The nearest place by the fast distance; `nil` beyond the reach.
    package func foot(of position: Coordinate, among run: PieceRun = .unknown) -> QuickFoot? {
        PieceCandidates.with(self) { all in
            let candidates: UnsafeBufferPointer<UInt32>
            if run.isKnown {
                candidates = all.pieces(of: run)
            } else {
                let list = all.list(for: position)
                guard list >= 0 else { return nil }
                candidates = all.pieces(ofList: list)
            }
            let (point, length) = (GlobePoint(position), max(1, candidates.count))
            return chords.pieces.withUnsafeBufferPointer { pieces in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: length) { contenders in
                    withUnsafeTemporaryAllocation(of: Double.self, capacity: length) { scratch in
                        guard let kept = contenders.baseAddress, let squares = scratch.baseAddress
                        else { return nil }
                        let count = chords.contenders(
                            for: point, pieces, among: candidates, into: kept, scratch: squares)
                        return chords.foot(
                            from: point, pieces,
                            among: UnsafeBufferPointer(start: kept, count: count))
                    }
                }
            }
        }
    }

    /// The nearest places of positions by the fast distance, in their order; `nil` for those that
    /// are not on the globe or beyond the reach.
    ///
    /// Each step is done for some positions before the next: steps of different positions do not
    /// wait for each other as those of one do.
    ///
    /// - Parameter runs: what is known of each position's candidates; as many, or none.
    package func feet(
        of positions: UnsafeBufferPointer<Coordinate>,
        among runs: UnsafeBufferPointer<PieceRun> = UnsafeBufferPointer(start: nil, count: 0),
        into feet: UnsafeMutableBufferPointer<QuickFoot?>
    ) {
        let length = grid.longestList
        let most = max(1, min(Self.together, 65_536 / length))
        withCandidates(of: positions, among: runs, together: most) { first, pieces, candidates in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: length) { scratch in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: most * length) { room in
                    withUnsafeTemporaryAllocation(of: Step.self, capacity: most) { steps in
                        guard let squares = scratch.baseAddress, let kept = room.baseAddress
                        else { return }
                        self.feet(
                            of: positions, first, pieces, candidates, steps, kept, squares,
                            into: feet)
                    }
                }
            }
        }
    }

    /// What is known of a position between the steps.
    private struct Step {
        var point: GlobePoint
        /// The contenders among its candidates.
        var contenders: UnsafeBufferPointer<UInt32>
    }

    private func feet(
        of positions: UnsafeBufferPointer<Coordinate>, _ first: Int,
        _ pieces: UnsafeBufferPointer<ChordPiece>,
        _ candidates: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt32>>,
        _ steps: UnsafeMutableBufferPointer<Step>, _ kept: UnsafeMutablePointer<UInt32>,
        _ squares: UnsafeMutablePointer<Double>,
        into feet: UnsafeMutableBufferPointer<QuickFoot?>
    ) {
        var end = 0
        for i in candidates.indices {
            let point = GlobePoint(positions[first + i])
            let count = chords.contenders(
                for: point, pieces, among: candidates[i], into: kept + end, scratch: squares)
            steps.initializeElement(
                at: i,
                to: Step(
                    point: point,
                    contenders: UnsafeBufferPointer(start: kept + end, count: count)))
            end += count
        }
        for i in candidates.indices {
            feet[first + i] =
                candidates[i].baseAddress == nil
                ? nil : chords.foot(from: steps[i].point, pieces, among: steps[i].contenders)
        }
    }
}
