internal import CKernels

/// What cells of the frame say, row by row; then what is said of everything outside it.
struct CellTable: Sendable {
    /// A label, or `isBlock` and the number of the cell's block in its row.
    private var cells: Column<UInt16>
    /// Per row the number of its first block.
    private var rowBlocks: Column<UInt32>
    /// Per cell the number of its margin; 0 where there is none.
    private var margins: Column<UInt32>
    /// What cells say of reports that may be off, once the table is fixed.
    private var reportCells = Column<dmz_report_cell>()
    /// How far reports in a cell may be off for its label, or else its margin or block, to hold, as
    /// `Clearance` codes.
    private var clearances: [UInt8]
    /// Cells with a label whose blocks say how far it holds; only reports that may be off ask these.
    private var labelledBlocks: [(cell: Int, label: UInt16)] = []
    /// The number of bits of a column's number.
    private let columnBits: Int

    static let isBlock: UInt16 = 1 << 15

    /// Cells of which nothing is known yet, in a frame outside which a label holds.
    init(columnBits: Int, rowBits: Int, labelOutside: UInt32) {
        precondition(labelOutside < UInt32(Self.isBlock), "the first labels are low")
        self.columnBits = columnBits
        let count = 1 << (columnBits + rowBits)
        cells = Column(Array(repeating: 0, count: count) + [UInt16(labelOutside)])
        rowBlocks = Column(Array(repeating: 0, count: 1 << rowBits))
        margins = Column(Array(repeating: 0, count: count + 1))
        clearances = Array(repeating: 0, count: count + 1)
    }

    /// Gives a cell a label; false where the label needs a block.
    mutating func set(_ cell: Int, label: UInt32) -> Bool {
        guard label < UInt32(Self.isBlock) else { return false }
        cells[cell] = UInt16(label)
        return true
    }

    /// Notes that a cell that leads to a block has one label all the same.
    mutating func note(label: UInt16, ofBlockIn cell: Int) { labelledBlocks.append((cell, label)) }

    /// Gives a cell a margin, by its number.
    mutating func set(_ cell: Int, margin: UInt32) { margins[cell] = margin }

    func hasMargin(_ cell: Int) -> Bool { margins[cell] > 0 }

    /// Sets how far reports in a cell may be off, as a code.
    mutating func set(_ cell: Int, clearance: UInt8) { clearances[cell] = clearance }

    /// Lowers clearances to codes that are at most those given.
    mutating func lowerClearance(of cell: Int, to code: UInt8) {
        clearances[cell] = min(clearances[cell], code)
    }

    /// Takes over what another part decided; what it did not decide is 0 there.
    ///
    /// - Parameter setLabel: gives a cell a label that may need a block.
    /// - Returns: the cells that have labels too great for a cell's number.
    mutating func append(
        _ other: CellTable, _ numbers: TableNumbers
    ) -> [(cell: Int, label: UInt32)] {
        var great: [(cell: Int, label: UInt32)] = []
        for (cell, label) in other.labelledBlocks {
            let label = numbers.labels[Int(label)]
            // What does not fit into a cell's number its block tells.
            if label < UInt32(Self.isBlock) { note(label: UInt16(label), ofBlockIn: cell) }
        }
        for (cell, label) in other.cells.elements.dropLast().enumerated() where label > 0 {
            let label = numbers.labels[Int(label)]
            if !set(cell, label: label) { great.append((cell, label)) }
        }
        for (cell, margin) in other.margins.elements.enumerated() where margin > 0 {
            margins[cell] = margin + numbers.margins
        }
        for (cell, clearance) in other.clearances.enumerated() where clearance > 0 {
            clearances[cell] = clearance
        }
        return great
    }

    /// Numbers blocks, in the order of their cells, by rows, so that a cell's number of 15 bits leads to
    /// its block, and fixes the table.
    mutating func fix(cellsOfBlocks: [Int]) {
        var row = -1
        for (number, cell) in cellsOfBlocks.enumerated() {
            while row < cell >> columnBits {
                row += 1
                rowBlocks[row] = UInt32(number)
            }
            cells[cell] = Self.isBlock | UInt16(number - Int(rowBlocks[row]))
        }
        reportCells += cells.elements.indices.map {
            let isLabel = cells[$0] & Self.isBlock == 0 && margins[$0] == 0
            return dmz_report_cell(
                cell: cells[$0], label_clearance: isLabel ? clearances[$0] : 0,
                clearance: isLabel ? 0 : clearances[$0])
        }
        for (cell, label) in labelledBlocks { cells[cell] = label }
        cells.fix()
        rowBlocks.fix()
        margins.fix()
        reportCells.fix()
        (clearances, labelledBlocks) = ([], [])
    }

    /// The number of bytes held, or that will be once the table is fixed.
    var byteCount: Int {
        cells.byteCount + cells.count * MemoryLayout<dmz_report_cell>.stride + rowBlocks.byteCount
            + margins.byteCount
    }

    /// Shows the fixed table to the loops over positions.
    func show(in view: inout dmz_cells, _ reports: inout dmz_reports) {
        view.cells = cells.fixed.baseAddress
        view.row_blocks = rowBlocks.fixed.baseAddress
        reports.report_cells = reportCells.fixed.baseAddress
        reports.margin_of_cell = margins.fixed.baseAddress
    }
}
