/// For every cell of a frame, the few pieces of a line that can be nearest to positions in it.
package struct ChordGrid: Sendable {
    package let frame: GridFrame
    /// Per cell of the frame, row by row: the offset of a list, or that of four quarters.
    private var cells: [UInt32]
    private var quarters: [UInt32] = []
    /// Each list: how many pieces, then their numbers.
    private(set) var lists: [UInt32] = []

    private static let isQuartered: UInt32 = 1 << 31
    /// Cells with more candidates are cut further.
    private static let enough = 6
    /// Halvings below the frame's cells at most.
    private static let depth = 3

    /// The candidates for positions up to `reach` metres from a line.
    package init(_ chords: LineChords, frame: GridFrame, reach: Double) {
        self.frame = frame
        cells = Array(repeating: 0, count: 1 << (frame.columnBits + frame.rowBits))
        var builder = Builder(chords, reach: reach)
        for root in frame.roots {
            builder.arena.removeAll(keepingCapacity: true)
            builder.arena.append(contentsOf: 0..<UInt32(chords.count))
            build(root, 0..<chords.count, &builder)
        }
    }

    /// The number of bytes held.
    package var byteCount: Int { 4 * (cells.count + quarters.count + lists.count) }
    /// The most candidates that a cell, or a run of pieces, has.
    private(set) var longestList = PieceRun.greatestCount

    /// The number of the list of candidates for a place of the frame.
    @inline(__always)
    func list(column: Int, row: Int) -> Int {
        var columnShift = GridFrame.bits - frame.columnBits
        var rowShift = GridFrame.bits - frame.rowBits
        var entry = cells[(row >> rowShift) << frame.columnBits | column >> columnShift]
        while entry & Self.isQuartered != 0 {
            columnShift -= 1
            rowShift -= 1
            let quarter = (column >> columnShift) & 1 | ((row >> rowShift) & 1) << 1
            entry = quarters[Int(entry & ~Self.isQuartered) + quarter]
        }
        return Int(entry)
    }

    private struct Builder {
        let chords: LineChords
        /// Cells farther from the line than this, in metres, have no candidates.
        let reach: Double
        var arena: [UInt32] = []
        var scratch: [Double]
        /// Where the list written last begins.
        var last: Int?

        init(_ chords: LineChords, reach: Double) {
            self.chords = chords
            self.reach = reach
            scratch = Array(repeating: 0, count: chords.count)
        }
    }

    /// Builds a cell coarser than the frame's or one of these.
    private mutating func build(
        _ cell: GridCell, _ candidates: Range<Int>, _ builder: inout Builder
    ) {
        let kept = narrow(cell, candidates, &builder)
        let isCell = cell.columnBits == frame.columnBits
        if kept.count <= Self.enough || isCell {
            let entry = entry(cell, kept, depth: 0, &builder)
            let shift = frame.columnBits - cell.columnBits
            for row in cell.row << shift..<(cell.row + 1) << shift {
                let first = row << frame.columnBits | cell.column << shift
                for k in first..<first + 1 << shift { cells[k] = entry }
            }
        } else {
            for quarter in 0..<4 { build(cell.quarter(quarter), kept, &builder) }
        }
        builder.arena.removeLast(builder.arena.count - kept.lowerBound)
    }

    /// The entry of a cell whose candidates are known.
    private mutating func entry(
        _ cell: GridCell, _ kept: Range<Int>, depth: Int, _ builder: inout Builder
    ) -> UInt32 {
        let size = frame.disc(of: cell).radius
        if kept.count <= 2 * Self.enough || depth == Self.depth || size < 0.5
            || cell.columnBits == GridFrame.bits - 2
        {
            return list(builder.arena[kept], &builder)
        }
        let mark = builder.arena.count
        defer { builder.arena.removeLast(builder.arena.count - mark) }
        let parts = (0..<4).map { narrow(cell.quarter($0), kept, &builder) }
        // Where cutting only repeats candidates, as over smooth lines, it costs memory and helps little.
        guard parts.reduce(0, { $0 + $1.count }) < 2 * kept.count else {
            return list(builder.arena[kept], &builder)
        }
        let first = quarters.count
        quarters.append(contentsOf: [0, 0, 0, 0])
        for (quarter, part) in parts.enumerated() {
            quarters[first + quarter] = entry(
                cell.quarter(quarter), part, depth: depth + 1, &builder)
        }
        return Self.isQuartered | UInt32(first)
    }

    private mutating func list(_ items: ArraySlice<UInt32>, _ builder: inout Builder) -> UInt32 {
        if let last = builder.last, lists[(last + 1)...].elementsEqual(items) {
            return UInt32(last)
        }
        let first = lists.count
        builder.last = first
        lists.append(UInt32(items.count))
        lists.append(contentsOf: items)
        longestList = max(longestList, items.count)
        return UInt32(first)
    }

    /// Appends to the arena the candidates left for a cell.
    private func narrow(
        _ cell: GridCell, _ candidates: Range<Int>, _ builder: inout Builder
    ) -> Range<Int> {
        let (centre, radius) = frame.disc(of: cell)
        let first = builder.arena.count
        guard !candidates.isEmpty else { return first..<first }
        builder.arena.append(contentsOf: repeatElement(0, count: candidates.count))
        let narrowed = builder.arena.withUnsafeMutableBufferPointer { arena in
            builder.scratch.withUnsafeMutableBufferPointer { scratch -> LineChords.Narrowed? in
                guard let base = arena.baseAddress, let numbers = scratch.baseAddress else {
                    return nil
                }
                return builder.chords.narrow(
                    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(arena)[candidates]),
                    around: centre, radius: radius, into: base + first, scratch: numbers)
            }
        }
        if let narrowed, narrowed.least - radius > builder.reach {
            builder.arena.removeLast(builder.arena.count - first)
            return first..<first
        }
        guard let narrowed, !narrowed.isSame else {
            builder.arena.removeLast(builder.arena.count - first)
            builder.arena.append(contentsOf: builder.arena[candidates])
            return first..<builder.arena.count
        }
        builder.arena.removeLast(builder.arena.count - first - narrowed.count)
        return first..<first + narrowed.count
    }
}
