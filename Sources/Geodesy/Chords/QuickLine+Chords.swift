extension QuickLine {
    /// The squares of the least distances from positions to the line's chords, in their order and in
    /// square metres; infinity where it is not known, as beyond the reach.
    ///
    /// See `LineChords.squaredChords(around:)` for what they say of the distance.
    ///
    /// - Parameter runs: what is known of each position's candidates; as many, or none.
    package func leastSquaredChords(
        of positions: UnsafeBufferPointer<Coordinate>, among runs: UnsafeBufferPointer<PieceRun>,
        into squares: UnsafeMutableBufferPointer<Double>
    ) {
        withCandidates(
            of: positions, among: runs, together: Self.together
        ) { first, pieces, candidates in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: grid.longestList) { scratch in
                guard let room = scratch.baseAddress else { return }
                for i in candidates.indices {
                    squares[first + i] = LineChords.squaredDistances(
                        from: GlobePoint(positions[first + i]), pieces, candidates[i], into: room)
                }
            }
        }
    }
}
