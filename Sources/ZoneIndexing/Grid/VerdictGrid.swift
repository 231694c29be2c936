internal import CKernels
import Geodesy
import LineSearch

/// The verdicts of a plan over the cells of a frame.
///
/// A cell of the frame holds a label for all of it, or leads to a block of smaller cells; of these,
/// each holds a label or is open: it has a decider by which positions in it are told apart, or a leaf,
/// a decider and the polygons' edges that pass through.
final class VerdictGrid: Sendable {
    let frame: GridFrame
    /// Halvings between a cell of the frame and the smallest of its block.
    let blockBits: Int
    /// Per cell of the frame, row by row: a label, or `isBlock` and the number of the block in its
    /// row; then the label of what is outside.
    let cells: FixedArray<UInt16>
    /// Per cell of the frame as in `cells`, but that cells of one label may lead to blocks as well, and what
    /// it says of reports that may be off: how far they may be for its label, or
    /// else its margin or block, to hold, as `Clearance` codes.
    let reportCells: FixedArray<dmz_report_cell>
    /// Per entry of `cells` the number of its margin; 0 where there is none.
    let marginOfCell: FixedArray<UInt32>
    /// The first is none.
    let margins: FixedArray<dmz_margin>
    /// Per open cell how far reports may be off for what its cut says to hold, as `Clearance` codes.
    let openClearances: FixedArray<UInt8>
    /// Per decider, what share of an uncertainty its cuts' distances change by at least.
    let shares: FixedArray<Double>
    /// Per row the number of its first block.
    let rowBlocks: FixedArray<UInt32>
    let blocks: FixedArray<dmz_block>
    /// The cells of blocks: labels by their numbers in a palette, or open cells.
    let codes: FixedArray<UInt16>
    /// Labels, those of all blocks first; then those of blocks that have others.
    let palette: FixedArray<UInt32>
    /// Per entry of the palette how far reports may be off for the label to hold, as `Clearance` codes.
    let paletteClearances: FixedArray<UInt8>
    let opens: FixedArray<dmz_open_cell>
    let deciders: [Decider]
    /// Per decider what a batch needs of it most often.
    let quickDeciders: [QuickDecider]
    /// The labels of all outcomes of deciders, and of both sides of leaves that are cut; from `firstSide` on
    /// per decider those on both sides of its cells' cuts.
    let tables: FixedArray<UInt32>
    private let firstSide: Int
    /// Each leaf: a decider, the row of its cell and the bits of the row, then per polygon how many
    /// edges of it there are, doubled, with the parity at the cell's corner, and their numbers.
    let leaves: [UInt32]
    let edges: [PolygonEdge]
    let trie: OutcomeTrie
    /// All of what positions are looked up in; the addresses are those of the arrays above.
    private nonisolated(unsafe) let lookup: dmz_cells
    /// The same for reports that may be off, without the cells.
    private nonisolated(unsafe) let reports: dmz_reports

    init(_ parts: Parts) {
        frame = parts.frame
        blockBits = parts.blockBits
        var labelled = parts.cells
        for (cell, label) in parts.labelledBlocks { labelled[cell] = label }
        cells = FixedArray(labelled)
        reportCells = FixedArray(
            parts.cells.indices.map {
                let isLabel = parts.cells[$0] & Self.isBlock == 0 && parts.marginOfCell[$0] == 0
                return dmz_report_cell(
                    cell: parts.cells[$0], label_clearance: isLabel ? parts.clearances[$0] : 0,
                    clearance: isLabel ? 0 : parts.clearances[$0])
            })
        marginOfCell = FixedArray(parts.marginOfCell)
        margins = FixedArray(parts.margins)
        openClearances = FixedArray(parts.openClearances)
        shares = FixedArray(parts.shares + [0])
        rowBlocks = FixedArray(parts.rowBlocks)
        blocks = FixedArray(parts.blocks)
        codes = FixedArray(parts.codes)
        palette = FixedArray(parts.palette)
        paletteClearances = FixedArray(parts.paletteClearances)
        opens = FixedArray(parts.opens)
        deciders = parts.deciders
        quickDeciders = deciders.map(\.quick)
        firstSide = parts.tables.count
        tables = FixedArray(parts.tables + parts.labelsOfSides)
        leaves = parts.leaves
        edges = parts.edges
        trie = parts.trie.finished
        let columns = Double(1 << (frame.columnBits + blockBits))
        let rows = Double(1 << (frame.rowBits + blockBits))
        lookup = dmz_cells(
            west: frame.west, south: frame.south, columns_per_degree: columns / frame.width,
            rows_per_degree: rows / frame.height, column_bits: UInt32(frame.columnBits),
            row_bits: UInt32(frame.rowBits), block_bits: UInt32(blockBits),
            is_plain: frame.isPlain, cells: cells.baseAddress, row_blocks: rowBlocks.baseAddress,
            blocks: blocks.baseAddress, codes: codes.baseAddress, palette: palette.baseAddress,
            opens: opens.baseAddress, unusable_label: ZoneLabels.unusable,
            labels: tables.baseAddress, sides: UInt32(firstSide))
        reports = dmz_reports(
            cells: nil, report_cells: reportCells.baseAddress,
            margin_of_cell: marginOfCell.baseAddress, margins: margins.baseAddress,
            palette_clearances: paletteClearances.baseAddress,
            open_clearances: openClearances.baseAddress, shares: shares.baseAddress,
            lengths: Clearance.metres.baseAddress, units_per_metre: 1 / parts.metresInUnit,
            greatest_uncertainty: CellCut.greatestUncertainty)
    }

    /// The same while it is being built.
    struct Parts {
        let frame: GridFrame
        let blockBits: Int
        var cells: [UInt16]
        var clearances: [UInt8]
        var rowBlocks: [UInt32]
        var blocks: [dmz_block] = []
        /// Cells of which all of the block has one label; only reports that may be off ask the block.
        var labelledBlocks: [(cell: Int, label: UInt16)] = []
        var codes: [UInt16] = []
        var palette: [UInt32] = []
        var paletteClearances: [UInt8] = []
        var opens: [dmz_open_cell] = []
        var deciders: [Decider] = []
        /// Per decider where in the tables the labels on both sides of its cells' cuts begin: lower, upper, and of
        /// reports that may be on either, reported lower and upper; -1 where they are not cut.
        var sideLabels: [Int32] = []
        var marginOfCell: [UInt32]
        var margins = [
            CellCut(a: 0, b: 0, low: -.infinity, high: .infinity).margin(share: 0, labels: 0)
        ]
        var openClearances: [UInt8] = []
        var shares: [Double] = []
        var metresInUnit = 1.0
        var tables: [UInt32] = []
        var leaves: [UInt32] = []
        var edges: [PolygonEdge] = []
        var trie = OutcomeTrie()

        /// Four labels per decider, in their order.
        fileprivate var labelsOfSides: [UInt32] {
            sideLabels.flatMap { $0 < 0 ? [0, 0, 0, 0] : tables[Int($0)..<Int($0) + 4] }
        }

        /// The number of bytes held.
        var byteCount: Int {
            cells.count * (6 + MemoryLayout<dmz_report_cell>.stride)
                + margins.count * MemoryLayout<dmz_margin>.stride
                + openClearances.count + rowBlocks.count * 4
                + blocks.count * MemoryLayout<dmz_block>.stride + codes.count * 2
                + palette.count * 5 + opens.count * MemoryLayout<dmz_open_cell>.stride
                + (tables.count + 4 * sideLabels.count + leaves.count) * 4
                + edges.count * MemoryLayout<PolygonEdge>.stride
        }
    }

    static let isBlock: UInt16 = 1 << 15

    /// How an open cell is decided.
    struct Entry: Hashable, Sendable {
        let bits: UInt32
        private static let value = DMZ_DECIDER

        init(bits: UInt32) { self.bits = bits }

        static func decider(_ number: Int) -> Entry { Entry(bits: UInt32(number)) }
        static func leaf(_ offset: Int) -> Entry { Entry(bits: DMZ_LEAF | UInt32(offset)) }

        var isLeaf: Bool { bits & DMZ_LEAF != 0 }
        /// The decider's number, or the leaf's offset.
        var number: UInt32 { isLeaf ? bits & ~DMZ_LEAF : bits & Self.value }
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
    func entry(ofOpen open: Int) -> Entry { Entry(bits: opens.pointer(to: open).pointee.entry) }

    /// The decider of an entry that is within the frame.
    @inline(__always)
    func decider(of entry: Entry) -> Decider {
        deciders[entry.isLeaf ? Int(leaves[Int(entry.number)]) : Int(entry.number)]
    }

    /// The source of the first line or border that is open in an open cell; -1 when there is none.
    @inline(__always)
    func lineAsked(byOpen open: Int) -> Int {
        let entry = entry(ofOpen: open)
        let decider = entry.isLeaf ? Int(leaves[Int(entry.number)]) : Int(entry.number)
        return Int(quickDeciders[decider].line)
    }

    /// The pieces that can be nearest in an open cell on the line asked by it.
    @inline(__always)
    func run(ofOpen open: Int) -> PieceRun { PieceRun(bits: opens.pointer(to: open).pointee.run) }

    /// The thresholds of a line that are all that is open in an open cell, as limits of chords; none
    /// where more is open.
    @inline(__always)
    func limits(ofOpen open: Int, _ line: GridSources.Line) -> ChordLimits {
        let entry = entry(ofOpen: open)
        guard !entry.isLeaf,
            let limits = quickDeciders[Int(entry.number)].limits
        else { return .none }
        return ChordLimits(
            below: line.chordLimits[Int(limits.first)].below,
            above: line.chordLimits[Int(limits.last)].above)
    }

    /// The label of positions nearer, or farther, than all thresholds that are open in a cell in which
    /// nothing else is.
    @inline(__always)
    func label(ofOpen open: Int, isFarther: Bool) -> UInt32 {
        tables[firstSide + 4 * Int(entry(ofOpen: open).number) + (isFarther ? 1 : 0)]
    }

    /// The number of bytes held.
    var byteCount: Int {
        cells.byteCount + reportCells.byteCount + marginOfCell.byteCount + margins.byteCount
            + openClearances.byteCount + rowBlocks.byteCount + blocks.byteCount + codes.byteCount
            + palette.byteCount + paletteClearances.byteCount + opens.byteCount
            + tables.byteCount
            + leaves.count * 4 + edges.count * MemoryLayout<PolygonEdge>.stride
    }
}
