internal import CKernels
import Geodesy

extension FastLine {
    /// So many positions are looked up before the first is measured.
    private static let together = 64

    /// The nearest place by the fast distance; `nil` beyond the reach.
    package func foot(of position: Coordinate, among run: PieceRun = .unknown) -> FastFoot? {
        var (position, run) = (position, run)
        var found: FastFoot?
        find(&position, &run, &found)
        return found
    }

    private func find(
        _ position: UnsafePointer<Coordinate>, _ run: UnsafePointer<PieceRun>,
        _ found: UnsafeMutablePointer<FastFoot?>
    ) {
        feet(
            of: UnsafeBufferPointer(start: position, count: 1),
            among: UnsafeBufferPointer(start: run, count: 1),
            into: UnsafeMutableBufferPointer(start: found, count: 1))
    }

    /// The nearest places of positions by the fast distance, in their order; `nil` for those that
    /// are not on the globe or beyond the reach.
    ///
    /// - Parameter runs: what is known of each position's candidates; as many, or none.
    package func feet(
        of positions: UnsafeBufferPointer<Coordinate>,
        among runs: UnsafeBufferPointer<PieceRun> = UnsafeBufferPointer(start: nil, count: 0),
        into feet: UnsafeMutableBufferPointer<FastFoot?>
    ) {
        let count = min(Self.together, positions.count)
        let size = TemporaryMemory.Size().with(count, of: ChordLimits.self)
            .with(count, of: SquaredChord.self)
        TemporaryMemory.with(size) { memory in
            let limits = memory.take(count, of: ChordLimits.self)
            let squares = memory.take(count, of: SquaredChord.self)
            limits.initialize(repeating: .none)
            for first in stride(from: 0, to: positions.count, by: Self.together) {
                let some = first..<min(first + Self.together, positions.count)
                self.feet(
                    of: UnsafeBufferPointer(rebasing: positions[some]),
                    among: runs.isEmpty ? runs : UnsafeBufferPointer(rebasing: runs[some]),
                    unlessBeyond: UnsafeBufferPointer(rebasing: limits[..<some.count]),
                    squaredChords: UnsafeMutableBufferPointer(rebasing: squares[..<some.count]),
                    into: UnsafeMutableBufferPointer(rebasing: feet[some]))
            }
        }
    }

    /// The same, and the squares of the least distances to chords.
    ///
    /// These are infinite where they are not known. Where they are certainly beyond limits, the place is
    /// not looked for and infinitely far.
    ///
    /// See `LineChords.squaredChords(around:)` for what least chords say of the distance. Each step is
    /// done for some positions before the next: steps of different positions do not wait for each other
    /// as those of one do.
    package func feet(
        of positions: UnsafeBufferPointer<Coordinate>, among runs: UnsafeBufferPointer<PieceRun>,
        unlessBeyond limits: UnsafeBufferPointer<ChordLimits>,
        squaredChords squares: UnsafeMutableBufferPointer<SquaredChord>,
        into feet: UnsafeMutableBufferPointer<FastFoot?>
    ) {
        let length = grid.longestList
        let most = max(1, min(Self.together, 65_536 / length, positions.count))
        let eights = most * length / 8
        let size = TemporaryMemory.Size().with(byteCount: dmz_room_for_feet(eights))
            .with(most, of: dmz_runs.self).with(most, of: dmz_place.self)
            .with(most, of: dmz_foot.self)
        TemporaryMemory.with(size) { memory in
            let room = memory.take(byteCount: dmz_room_for_feet(eights))
            let candidates = memory.take(most, of: dmz_runs.self)
            let places = memory.take(most, of: dmz_place.self)
            let found = memory.take(most, of: dmz_foot.self)
            for first in stride(from: 0, to: positions.count, by: most) {
                let some = first..<min(first + most, positions.count)
                find(positions, runs, some, places, candidates)
                measure(places, candidates, limits, some, eights, room, squares, found)
                for i in some { feet[i] = FastFoot(found[i - first]) }
            }
        }
    }

    /// The places and candidates of some positions.
    private func find(
        _ positions: UnsafeBufferPointer<Coordinate>, _ runs: UnsafeBufferPointer<PieceRun>,
        _ some: Range<Int>, _ places: UnsafeMutableBufferPointer<dmz_place>,
        _ candidates: UnsafeMutableBufferPointer<dmz_runs>
    ) {
        UnsafeBufferPointer(rebasing: positions[some]).withMemoryRebound(to: dmz_position.self) {
            positions in
            dmz_find_places(positions.baseAddress, positions.count, places.baseAddress)
            if runs.isEmpty {
                grid.find(positions, candidates)
            } else {
                find(positions, knowing: UnsafeBufferPointer(rebasing: runs[some]), candidates)
            }
        }
    }

    /// The candidates that are known, and those of the other positions' cells.
    private func find(
        _ positions: UnsafeBufferPointer<dmz_position>,
        knowing runs: UnsafeBufferPointer<PieceRun>,
        _ candidates: UnsafeMutableBufferPointer<dmz_runs>
    ) {
        let count = positions.count
        let size = TemporaryMemory.Size().with(count, of: dmz_position.self)
            .with(count, of: dmz_runs.self)
        TemporaryMemory.with(size) { memory in
            let others = memory.take(count, of: dmz_position.self)
            let found = memory.take(count, of: dmz_runs.self)
            var unknown = 0
            for k in 0..<count where !runs[k].isKnown {
                others[unknown] = positions[k]
                unknown += 1
            }
            grid.find(UnsafeBufferPointer(rebasing: others[..<unknown]), found)
            let bits = UnsafeRawPointer(runs.baseAddress)?.assumingMemoryBound(to: UInt32.self)
            var next = 0
            for k in 0..<count {
                if runs[k].isKnown {
                    candidates[k] = dmz_runs(runs: bits.map { $0 + k }, count: 1)
                } else {
                    candidates[k] = found[next]
                    next += 1
                }
            }
        }
    }

    /// The nearest places among candidates.
    private func measure(
        _ places: UnsafeMutableBufferPointer<dmz_place>,
        _ candidates: UnsafeMutableBufferPointer<dmz_runs>,
        _ limits: UnsafeBufferPointer<ChordLimits>, _ some: Range<Int>,
        _ most: Int, _ room: UnsafeMutableRawBufferPointer,
        _ squares: UnsafeMutableBufferPointer<SquaredChord>,
        _ found: UnsafeMutableBufferPointer<dmz_foot>
    ) {
        // Both types are two numbers on either side.
        let limits = UnsafeRawPointer(limits.baseAddress.map { $0 + some.lowerBound })
        let squares = UnsafeMutableRawPointer(squares.baseAddress.map { $0 + some.lowerBound })
        var line = chords.line
        dmz_find_feet(
            &line, places.baseAddress, candidates.baseAddress, some.count,
            limits?.assumingMemoryBound(to: dmz_limits.self), most, room.baseAddress,
            squares?.assumingMemoryBound(to: dmz_squares.self), found.baseAddress)
    }
}
