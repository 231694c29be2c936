internal import CKernels
import Geodesy

/// Finds the candidates of a frame's cells from the coarsest down.
struct ChordGridBuilder {
    let chords: LineChords
    let frame: GridFrame
    /// Cells farther from the line than this, in metres, have no candidates.
    let reach: Double
    private(set) var cells: [UInt32]
    private(set) var quarters: [UInt32] = [0, 0, 0, 0]
    private(set) var lists: [UInt32] = []
    private(set) var longestList = 8 * PieceRun.mostOfCell
    private var arena: [UInt32] = []
    private var scratch: [Double]
    /// Where the list written last begins.
    private var last: Int?

    /// Cells with more candidates are quartered.
    private static let enough = 4
    /// Cells count as near to the line within so many times their radius.
    private static let near = 8.0

    init(_ chords: LineChords, frame: GridFrame, reach: Double) {
        self.chords = chords
        self.frame = frame
        self.reach = reach
        cells = Array(repeating: 0, count: 1 << (frame.columnBits + frame.rowBits))
        scratch = Array(repeating: 0, count: chords.count + 3)
        for root in frame.roots {
            arena.removeAll(keepingCapacity: true)
            arena.append(contentsOf: 0..<UInt32(chords.count))
            build(root, 0..<chords.count)
        }
    }

    /// Builds a cell coarser than the frame's or one of these.
    private mutating func build(
        _ cell: GridCell, _ candidates: Range<Int>
    ) {
        let (kept, least) = narrow(cell, candidates)
        let isCell = cell.columnBits == frame.columnBits
        if kept.count <= Self.enough || isCell {
            let entry = entry(cell, kept, least, depth: 0)
            let shift = frame.columnBits - cell.columnBits
            for row in cell.row << shift..<(cell.row + 1) << shift {
                let first = row << frame.columnBits | cell.column << shift
                for k in first..<first + 1 << shift { cells[k] = entry }
            }
        } else {
            for quarter in 0..<4 { build(cell.quarter(quarter), kept) }
        }
        arena.removeLast(arena.count - kept.lowerBound)
    }

    /// The entry of a cell whose candidates are known, and the least distance to them from its middle.
    private mutating func entry(
        _ cell: GridCell, _ kept: Range<Int>, _ least: Double, depth: Int
    ) -> UInt32 {
        let size = frame.disc(of: cell).radius
        if kept.count <= 2 * Self.enough || depth == ChordGrid.depth || size < 0.5
            || cell.columnBits == GridFrame.bits - 2
        {
            return list(arena[kept])
        }
        let mark = arena.count
        defer { arena.removeLast(arena.count - mark) }
        let parts = (0..<4).map { narrow(cell.quarter($0), kept) }
        // Where quartering only repeats candidates, as far from smooth lines, it costs memory and helps little.
        let most = (least < Self.near * size ? 3 : 2) * kept.count
        guard parts.reduce(0, { $0 + $1.kept.count }) < most else { return list(arena[kept]) }
        let first = quarters.count
        quarters.append(contentsOf: [0, 0, 0, 0])
        for (quarter, part) in parts.enumerated() {
            quarters[first + quarter] = entry(
                cell.quarter(quarter), part.kept, part.least, depth: depth + 1)
        }
        return DMZ_QUARTERED | UInt32(first)
    }

    private mutating func list(_ items: ArraySlice<UInt32>) -> UInt32 {
        let runs = PieceRun.covering(items, of: chords)
        longestList = max(longestList, runs.reduce(0) { $0 + $1.count })
        if runs.count == 1 { return DMZ_DIRECT | runs[0].bits }
        if let last, lists[(last + 1)...].elementsEqual(runs.lazy.map(\.bits)) {
            return UInt32(last)
        }
        let first = lists.count
        last = first
        lists.append(UInt32(runs.count))
        lists += runs.lazy.map(\.bits)
        return UInt32(first)
    }

    /// Appends to the arena the candidates left for a cell; with the least distance to them from its middle.
    private mutating func narrow(
        _ cell: GridCell, _ candidates: Range<Int>
    ) -> (kept: Range<Int>, least: Double) {
        let (centre, radius) = frame.disc(of: cell)
        let first = arena.count
        guard !candidates.isEmpty else { return (first..<first, .infinity) }
        arena.append(contentsOf: repeatElement(0, count: candidates.count))
        let narrowed = arena.withUnsafeMutableBufferPointer { arena in
            scratch.withUnsafeMutableBufferPointer { scratch -> LineChords.Narrowed? in
                guard let base = arena.baseAddress, let numbers = scratch.baseAddress else {
                    return nil
                }
                return chords.narrow(
                    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(arena)[candidates]),
                    around: centre, radius: radius, into: base + first, scratch: numbers)
            }
        }
        if let narrowed, narrowed.least - radius > reach {
            arena.removeLast(arena.count - first)
            return (first..<first, narrowed.least)
        }
        guard let narrowed, !narrowed.isSame else {
            arena.removeLast(arena.count - first)
            arena.append(contentsOf: arena[candidates])
            return (first..<arena.count, narrowed?.least ?? .infinity)
        }
        arena.removeLast(arena.count - first - narrowed.count)
        return (first..<first + narrowed.count, narrowed.least)
    }
}
