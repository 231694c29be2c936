internal import CKernels

extension QuickLine {
    /// So many positions are looked up before the first is measured.
    private static let together = 64

    /// The nearest place by the fast distance; `nil` beyond the reach.
    package func foot(of position: Coordinate, among run: PieceRun = .unknown) -> QuickFoot? {
        var found: QuickFoot?
        withUnsafePointer(to: position) { position in
            withUnsafePointer(to: run) { run in
                withUnsafeMutablePointer(to: &found) {
                    feet(
                        of: UnsafeBufferPointer(start: position, count: 1),
                        among: UnsafeBufferPointer(start: run, count: 1),
                        into: UnsafeMutableBufferPointer(start: $0, count: 1))
                }
            }
        }
        return found
    }

    /// The nearest places of positions by the fast distance, in their order; `nil` for those that
    /// are not on the globe or beyond the reach.
    ///
    /// - Parameter runs: what is known of each position's candidates; as many, or none.
    package func feet(
        of positions: UnsafeBufferPointer<Coordinate>,
        among runs: UnsafeBufferPointer<PieceRun> = UnsafeBufferPointer(start: nil, count: 0),
        into feet: UnsafeMutableBufferPointer<QuickFoot?>
    ) {
        let count = min(Self.together, positions.count)
        withUnsafeTemporaryAllocation(of: ChordLimits.self, capacity: count) { limits in
            limits.initialize(repeating: .none)
            withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { squares in
                for first in stride(from: 0, to: positions.count, by: Self.together) {
                    let end = min(first + Self.together, positions.count)
                    self.feet(
                        of: UnsafeBufferPointer(rebasing: positions[first..<end]),
                        among: runs.isEmpty
                            ? runs : UnsafeBufferPointer(rebasing: runs[first..<end]),
                        unlessBeyond: UnsafeBufferPointer(rebasing: limits[..<(end - first)]),
                        squaredChords: UnsafeMutableBufferPointer(
                            rebasing: squares[..<(end - first)]),
                        into: UnsafeMutableBufferPointer(rebasing: feet[first..<end]))
                }
            }
        }
    }

    /// The same, and the squares of the least distances to chords, in square metres.
    ///
    /// These are infinite where they are not known. Where they are beyond limits, the place is not looked
    /// for and `unknown`.
    ///
    /// See `LineChords.squaredChords(around:)` for what least chords say of the distance. Each step is
    /// done for some positions before the next: steps of different positions do not wait for each other
    /// as those of one do.
    package func feet(
        of positions: UnsafeBufferPointer<Coordinate>, among runs: UnsafeBufferPointer<PieceRun>,
        unlessBeyond limits: UnsafeBufferPointer<ChordLimits>,
        squaredChords squares: UnsafeMutableBufferPointer<Double>,
        into feet: UnsafeMutableBufferPointer<QuickFoot?>
    ) {
        let length = grid.longestList
        let most = max(1, min(Self.together, 65_536 / length, positions.count))
        withUnsafeTemporaryAllocation(of: Double.self, capacity: length + 3) { scratch in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: most * length + 1) { room in
                withUnsafeTemporaryAllocation(of: dmz_numbers.self, capacity: 2 * most) { numbers in
                    withUnsafeTemporaryAllocation(of: GlobePoint.self, capacity: most) { points in
                        for first in stride(from: 0, to: positions.count, by: most) {
                            let some = first..<min(first + most, positions.count)
                            let candidates = UnsafeMutableBufferPointer(
                                rebasing: numbers[..<some.count])
                            let contenders = UnsafeMutableBufferPointer(
                                rebasing: numbers[some.count...])
                            find(positions, runs, some, points, candidates)
                            contend(
                                points, candidates, limits, some, scratch, room, squares, contenders
                            )
                            for i in some {
                                feet[i] = foot(
                                    from: points[i - first], candidates[i - first],
                                    contenders[i - first])
                            }
                        }
                    }
                }
            }
        }
    }

    /// The places and candidates of some positions.
    private func find(
        _ positions: UnsafeBufferPointer<Coordinate>, _ runs: UnsafeBufferPointer<PieceRun>,
        _ some: Range<Int>, _ points: UnsafeMutableBufferPointer<GlobePoint>,
        _ candidates: UnsafeMutableBufferPointer<dmz_numbers>
    ) {
        UnsafeBufferPointer(rebasing: positions[some]).withMemoryRebound(to: dmz_position.self) {
            positions in
            points.withMemoryRebound(to: dmz_place.self) {
                dmz_find_places(positions.baseAddress, positions.count, $0.baseAddress)
            }
            guard !runs.isEmpty else { return grid.find(positions, candidates) }
            for (k, i) in some.enumerated() where !runs[i].isKnown {
                grid.find(
                    UnsafeBufferPointer(rebasing: positions[k..<k + 1]),
                    UnsafeMutableBufferPointer(rebasing: candidates[k..<k + 1]))
            }
        }
        guard !runs.isEmpty else { return }
        for i in some where runs[i].isKnown {
            candidates[i - some.lowerBound] = dmz_numbers(
                numbers: numbers.baseAddress.map { $0 + runs[i].first }, count: runs[i].count)
        }
    }

    /// The contenders for being nearest.
    private func contend(
        _ points: UnsafeMutableBufferPointer<GlobePoint>,
        _ candidates: UnsafeMutableBufferPointer<dmz_numbers>,
        _ limits: UnsafeBufferPointer<ChordLimits>, _ some: Range<Int>,
        _ scratch: UnsafeMutableBufferPointer<Double>, _ room: UnsafeMutableBufferPointer<UInt32>,
        _ squares: UnsafeMutableBufferPointer<Double>,
        _ contenders: UnsafeMutableBufferPointer<dmz_numbers>
    ) {
        // A place of the line and its chord are nowhere farther apart than the sag.
        points.withMemoryRebound(to: dmz_place.self) { points in
            UnsafeBufferPointer(rebasing: limits[some]).withMemoryRebound(to: dmz_limits.self) {
                dmz_contend(
                    chords.pieces.chords.baseAddress, points.baseAddress, candidates.baseAddress,
                    some.count, 2 * chords.sag, QuickDistance.spreadOfChords, 3e-3, $0.baseAddress,
                    chords.pieces.bows.baseAddress, MemoryLayout<ChordPiece.Bow>.stride,
                    scratch.baseAddress, squares.baseAddress.map { $0 + some.lowerBound },
                    room.baseAddress, contenders.baseAddress)
            }
        }
    }

    @inline(__always)
    private func foot(
        from point: GlobePoint, _ candidates: dmz_numbers, _ contenders: dmz_numbers
    ) -> QuickFoot? {
        guard candidates.numbers != nil else { return nil }
        return chords.foot(
            from: point,
            among: UnsafeBufferPointer(start: contenders.numbers, count: contenders.count))
    }
}

/// Squares of least chords, in square metres, below the first and above the second of which the nearest
/// place need not be known.
package struct ChordLimits: Sendable {
    package let below: Double
    package let above: Double

    package init(below: Double, above: Double) {
        self.below = below
        self.above = above
    }

    /// The nearest place must be known.
    package static let none = ChordLimits(below: -1, above: .infinity)
}
