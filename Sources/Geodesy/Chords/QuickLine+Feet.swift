extension QuickLine {
    /// The nearest place by the fast distance; `nil` beyond the reach.
    package func foot(of position: Coordinate) -> QuickFoot? {
        guard
            let place = grid.frame.place(
                longitude: position.longitude, latitude: position.latitude)
        else { return nil }
        let point = GlobePoint(position)
        let length = grid.longestList
        return chords.pieces.withUnsafeBufferPointer { pieces in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: length) { contenders in
                withUnsafeTemporaryAllocation(of: Double.self, capacity: length) { scratch in
                    guard let kept = contenders.baseAddress, let squares = scratch.baseAddress
                    else { return nil }
                    let count = grid.withCandidates(column: place.column, row: place.row) {
                        chords.contenders(
                            for: point, pieces, among: $0, into: kept, scratch: squares)
                    }
                    return chords.foot(
                        from: point, pieces,
                        among: UnsafeBufferPointer(start: kept, count: count))
                }
            }
        }
    }

    /// The nearest places of positions by the fast distance, in their order; `nil` for those that
    /// are not on the globe or beyond the reach.
    ///
    /// Each step is done for a run of positions before the next: steps of different positions do not
    /// wait for each other as those of one do.
    package func feet(
        of positions: UnsafeBufferPointer<Coordinate>,
        into feet: UnsafeMutableBufferPointer<QuickFoot?>
    ) {
        let length = grid.longestList
        let run = max(1, min(64, 65_536 / length))
        chords.pieces.withUnsafeBufferPointer { pieces in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: length) { scratch in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: run * length) { room in
                    withUnsafeTemporaryAllocation(of: Step.self, capacity: run) { steps in
                        guard let squares = scratch.baseAddress, let kept = room.baseAddress
                        else { return }
                        for first in stride(from: 0, to: positions.count, by: run) {
                            let end = min(first + run, positions.count)
                            self.feet(
                                of: UnsafeBufferPointer(rebasing: positions[first..<end]),
                                pieces, steps, kept, squares,
                                into: UnsafeMutableBufferPointer(rebasing: feet[first..<end]))
                        }
                    }
                }
            }
        }
    }

    /// What is known of a position between the steps.
    private struct Step {
        var point: GlobePoint
        /// Its place in the frame, then where its candidates begin among the grid's lists; -1 beyond
        /// the reach.
        var column: Int
        var row: Int
        var list: Int
        /// Where its contenders begin, and how many there are.
        var contenders: Int
        var count: Int
    }

    private func feet(
        of run: UnsafeBufferPointer<Coordinate>, _ pieces: UnsafeBufferPointer<ChordPiece>,
        _ steps: UnsafeMutableBufferPointer<Step>, _ kept: UnsafeMutablePointer<UInt32>,
        _ squares: UnsafeMutablePointer<Double>,
        into feet: UnsafeMutableBufferPointer<QuickFoot?>
    ) {
        for i in run.indices {
            let (longitude, latitude) = (run[i].longitude, run[i].latitude)
            let place = grid.frame.place(longitude: longitude, latitude: latitude)
            steps.initializeElement(
                at: i,
                to: Step(
                    point: GlobePoint(longitude: longitude, latitude: latitude),
                    column: place?.column ?? -1, row: place?.row ?? 0, list: -1, contenders: 0,
                    count: 0))
        }
        // Short loops that do little but fetch.
        for i in run.indices where steps[i].column >= 0 {
            steps[i].list = grid.list(column: steps[i].column, row: steps[i].row)
        }
        for i in run.indices where steps[i].list >= 0 {
            steps[i].count = grid.count(ofList: steps[i].list)
        }
        var end = 0
        for i in run.indices where steps[i].list >= 0 {
            steps[i].contenders = end
            let count = grid.withCandidates(ofList: steps[i].list, count: steps[i].count) {
                chords.contenders(
                    for: steps[i].point, pieces, among: $0, into: kept + end, scratch: squares)
            }
            steps[i].count = count
            end += count
        }
        for i in run.indices {
            let contenders = UnsafeBufferPointer(
                start: kept + steps[i].contenders, count: steps[i].count)
            feet[i] =
                steps[i].list < 0
                ? nil : chords.foot(from: steps[i].point, pieces, among: contenders)
        }
    }
}
