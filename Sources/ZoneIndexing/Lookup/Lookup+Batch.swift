internal import CKernels
import Geodesy
import LineSearch

extension Lookup {
    /// What cells leave open is collected over so many positions, so that enough of it comes together.
    private static let together = 8192

    /// The labels of positions, in their order.
    mutating func label(
        _ positions: UnsafeBufferPointer<Coordinate>, into found: UnsafeMutableBufferPointer<UInt32>
    ) {
        guard let grid = index.grid else {
            for i in positions.indices {
                found[i] = positions[i].isValid ? index.farLabel : ZoneLabels.unusable
            }
            return
        }
        withUnsafeTemporaryAllocation(
            of: dmz_pending.self, capacity: min(Self.together, positions.count) + 1
        ) { pending in
            for first in stride(from: 0, to: positions.count, by: Self.together) {
                let end = min(first + Self.together, positions.count)
                let part = UnsafeBufferPointer(rebasing: positions[first..<end])
                let labels = UnsafeMutableBufferPointer(rebasing: found[first..<end])
                guard let to = labels.baseAddress, let room = pending.baseAddress else { continue }
                let count = grid.label(part, into: to, pending: room)
                measure(part, UnsafeMutableBufferPointer(rebasing: pending[..<count]), grid, labels)
                settle(part, labels) { _ in 0 }
            }
        }
    }

    /// The labels of positions in open cells; those that ask for distances to the same line together.
    private mutating func measure(
        _ positions: UnsafeBufferPointer<Coordinate>,
        _ pending: UnsafeMutableBufferPointer<dmz_pending>, _ grid: VerdictGrid,
        _ labels: UnsafeMutableBufferPointer<UInt32>
    ) {
        func lineAsked(_ pending: dmz_pending) -> Int {
            grid.lineAsked(byOpen: Int(pending.open))
        }
        var rest = pending
        while let first = rest.first {
            let source = lineAsked(first)
            var count = 1
            for k in 1..<rest.count where lineAsked(rest[k]) == source {
                rest.swapAt(count, k)
                count += 1
            }
            let asked = UnsafeMutableBufferPointer(rebasing: rest[..<count])
            if source != Decider.Asked.noLine, let line = index.rows.sources.lines[source],
                let fast = index.fastLines[source]
            {
                measure(positions, asked, grid, source, line, fast, labels)
            } else {
                for open in asked {
                    labels[Int(open.number)] = label(
                        positions[Int(open.number)], inOpen: Int(open.open), grid)
                }
            }
            rest = UnsafeMutableBufferPointer(rebasing: rest[count...])
        }
    }

    /// Labels positions for which distances from a line are open: by chords alone where only the
    /// distance is open and differs enough from the limit, then by the fast distance.
    private mutating func measure(
        _ positions: UnsafeBufferPointer<Coordinate>,
        _ asked: UnsafeMutableBufferPointer<dmz_pending>, _ grid: VerdictGrid,
        _ source: Int, _ line: GridSources.Line, _ fast: FastLine,
        _ labels: UnsafeMutableBufferPointer<UInt32>
    ) {
        let count = asked.count
        let size = TemporaryMemory.Size().with(count, of: Coordinate.self)
            .with(count, of: PieceRun.self).with(count, of: ChordLimits.self)
            .with(count, of: SquaredChord.self).with(count, of: FastFoot?.self)
        TemporaryMemory.with(size) { memory in
            let own = memory.take(count, of: Coordinate.self)
            let runs = memory.take(count, of: PieceRun.self)
            let limits = memory.take(count, of: ChordLimits.self)
            let squares = memory.take(count, of: SquaredChord.self)
            let feet = memory.take(count, of: FastFoot?.self)
            for k in 0..<count {
                let open = Int(asked[k].open)
                own[k] = positions[Int(asked[k].number)]
                runs[k] = grid.run(ofOpen: open)
                limits[k] = grid.limits(ofOpen: open, line)
            }
            feet.initialize(repeating: nil)
            fast.feet(
                of: UnsafeBufferPointer(own), among: UnsafeBufferPointer(runs),
                unlessBeyond: UnsafeBufferPointer(limits), squaredChords: squares, into: feet)
            for k in 0..<count {
                let (i, open) = (Int(asked[k].number), Int(asked[k].open))
                let isFarther = squares[k].least > limits[k].above
                guard !isFarther, squares[k].most >= limits[k].below else {
                    labels[i] = grid.label(ofOpen: open, isFarther: isFarther)
                    continue
                }
                let found = FoundFoot(source: source, foot: feet[k])
                labels[i] = withUnsafePointer(to: found) {
                    label(own[k], inOpen: open, grid, FoundFeet(start: $0, count: 1))
                }
            }
        }
    }

    /// The label of a position in an open cell.
    mutating func label(
        _ position: Coordinate, inOpen open: Int, _ grid: VerdictGrid, _ found: FoundFeet = .none
    ) -> UInt32 {
        guard position.isValid else { return ZoneLabels.unusable }
        let entry = grid.entry(ofOpen: open)
        return index.decide(position, inOpen: open, grid, found: found)
            ?? exactLabel(position, entry, grid)
    }

    /// The label of a position without an uncertainty.
    mutating func label(
        _ position: Coordinate, _ grid: VerdictGrid, _ found: FoundFeet = .none
    ) -> UInt32 {
        switch grid.find(position) {
        case .label(let label): label
        case .open(let open): label(position, inOpen: open, grid, found)
        }
    }
}
