internal import CKernels
import Geodesy
import LineSearch

/// The verdicts of a plan over the cells of a frame.
///
/// A cell of the frame holds a label for all of it, or leads to a block of smaller cells; of these,
/// each holds a label or is open: it has a decider by which positions in it are told apart, or a leaf,
/// a decider and the polygons' edges that pass through.
final class VerdictGrid: Sendable {
    let tables: GridTables
    var frame: GridFrame { tables.frame }
    /// All of what positions are looked up in; the addresses are those of the tables.
    nonisolated(unsafe) let lookup: dmz_cells
    /// The same for reports that may be off, without the cells.
    nonisolated(unsafe) let reports: dmz_reports

    /// A grid of tables that are complete.
    init(_ complete: GridTables) {
        var tables = complete
        tables.fix()
        let frame = tables.frame
        let columns = Double(1 << (frame.columnBits + tables.blockBits))
        let rows = Double(1 << (frame.rowBits + tables.blockBits))
        var lookup = dmz_cells()
        lookup.west = frame.west
        lookup.south = frame.south
        lookup.columns_per_degree = columns / frame.width
        lookup.rows_per_degree = rows / frame.height
        lookup.column_bits = UInt32(frame.columnBits)
        lookup.row_bits = UInt32(frame.rowBits)
        lookup.block_bits = UInt32(tables.blockBits)
        lookup.is_plain = frame.isPlain
        lookup.unusable_label = ZoneLabels.unusable
        var reports = dmz_reports()
        reports.units_per_metre = 1 / CellCut.metresInUnit(of: frame)
        reports.greatest_uncertainty = CellCut.greatestUncertainty
        tables.cells.show(in: &lookup, &reports)
        tables.blocks.show(in: &lookup, &reports)
        tables.deciders.show(in: &reports)
        tables.margins.show(in: &reports)
        tables.lists.show(in: &lookup)
        (self.tables, self.lookup, self.reports) = (tables, lookup, reports)
    }

    /// What a position's cell says of it.
    enum Found {
        case label(UInt32)
        /// The number of the open cell.
        case open(Int)
    }

    /// The labels of positions as far as their cells decide them.
    ///
    /// - Parameter pending: room for one more than there are positions; those that cells do not decide
    ///   are listed there.
    /// - Returns: how many are listed.
    @inline(__always)
    func label(
        _ positions: UnsafeBufferPointer<Coordinate>, into labels: UnsafeMutablePointer<UInt32>,
        pending: UnsafeMutablePointer<dmz_pending>
    ) -> Int {
        positions.withMemoryRebound(to: dmz_position.self) { positions in
            withUnsafePointer(to: lookup) {
                dmz_label($0, positions.baseAddress, positions.count, labels, pending)
            }
        }
    }

    /// The labels of reports as far as their cells decide them.
    ///
    /// - Parameters:
    ///   - bounds: how far each may be off, in metres.
    ///   - pending: room for one more than there are reports; the numbers of those that cells do not
    ///     decide are listed there.
    /// - Returns: how many are listed.
    @inline(__always)
    func label(
        _ positions: UnsafeBufferPointer<Coordinate>, within bounds: UnsafePointer<Double>,
        into labels: UnsafeMutablePointer<UInt32>, pending: UnsafeMutablePointer<UInt32>
    ) -> Int {
        positions.withMemoryRebound(to: dmz_position.self) { positions in
            withUnsafePointer(to: lookup) {
                var reports = reports
                reports.cells = $0
                return dmz_label_reports(
                    &reports, positions.baseAddress, bounds, positions.count, labels, pending)
            }
        }
    }

    /// What the cell of a position says of it.
    func find(_ position: Coordinate) -> Found {
        withUnsafeTemporaryAllocation(of: dmz_pending.self, capacity: 2) { pending in
            guard let room = pending.baseAddress else { return .label(0) }
            var label: UInt32 = 0
            let count = withUnsafePointer(to: position) {
                self.label(
                    UnsafeBufferPointer(start: $0, count: 1), into: &label, pending: room)
            }
            return count == 0 ? .label(label) : .open(Int(room[0].open))
        }
    }

    /// How an open cell is decided.
    @inline(__always)
    func entry(ofOpen open: Int) -> OpenEntry {
        OpenEntry(bits: tables.blocks.open(open).pointee.entry)
    }

    /// The number of the decider of an entry.
    @inline(__always)
    private func deciderNumber(of entry: OpenEntry) -> UInt32 {
        entry.isLeaf ? tables.leaves.decider(ofLeaf: entry.number) : entry.number
    }

    /// The decider of an entry.
    @inline(__always)
    func decider(of entry: OpenEntry) -> Decider { tables.deciders[deciderNumber(of: entry)] }

    /// The source of the first line or border that is open in an open cell;
    /// `Decider.Asked.noLine` when there is none.
    @inline(__always)
    func lineAsked(byOpen open: Int) -> Int {
        Int(tables.deciders.asked(of: deciderNumber(of: entry(ofOpen: open))).line)
    }

    /// The pieces that can be nearest in an open cell on the line asked by it.
    @inline(__always)
    func run(ofOpen open: Int) -> PieceRun {
        PieceRun(bits: tables.blocks.open(open).pointee.run_or_labels)
    }

    /// The thresholds of a line that are all that is open in an open cell, as limits of chords; none
    /// where more is open.
    @inline(__always)
    func limits(ofOpen open: Int, _ line: GridSources.Line) -> ChordLimits {
        let entry = entry(ofOpen: open)
        guard !entry.isLeaf, let limits = tables.deciders.asked(of: entry.number).limits
        else { return .none }
        return ChordLimits(
            below: line.chordLimits[Int(limits.first)].below,
            above: line.chordLimits[Int(limits.last)].above)
    }

    /// The label of positions nearer, or farther, than all thresholds that are open in a cell in which
    /// nothing else is.
    @inline(__always)
    func label(ofOpen open: Int, isFarther: Bool) -> UInt32 {
        tables.lists.label(besideDecider: entry(ofOpen: open).number, isUpper: isFarther)
    }

    /// The polygons of a leaf that contain a position, as bits in the decider's order; exact.
    @inline(__always)
    func polygons(containing position: Coordinate, leaf: UInt32, _ decider: Decider) -> UInt64 {
        tables.leaves.polygons(containing: position, leaf: Int(leaf), decider, frame)
    }

    /// The number of bytes held.
    var byteCount: Int { tables.byteCount }
}
