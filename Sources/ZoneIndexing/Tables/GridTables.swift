internal import CKernels
import LineSearch

/// All tables of a grid: those of one part while it is being built, or those of the whole.
struct GridTables: Sendable {
    let frame: GridFrame
    /// Halvings between a cell of the frame and the smallest of its block.
    let blockBits: Int
    var cells: CellTable
    var blocks = BlockTable()
    var deciders = DeciderTable()
    var leaves: LeafTable
    var margins = MarginTable()
    var lists = LabelLists()
    /// What is decided in cells.
    var states = StateTrie<CellFact>()

    init(frame: GridFrame, blockBits: Int, edges: [PolygonEdge], labelOutside: UInt32) {
        self.frame = frame
        self.blockBits = blockBits
        cells = CellTable(
            columnBits: frame.columnBits, rowBits: frame.rowBits, labelOutside: labelOutside)
        leaves = LeafTable(edges: edges.flatMap { $0.placed(in: frame) })
    }

    /// The number of a cell of the frame, row by row.
    func number(of cell: GridCell) -> Int { cell.row << frame.columnBits | cell.column }

    /// Gives a cell of the frame a label; with more than fit into its number, as a block.
    mutating func set(_ cell: Int, label: UInt32) {
        if cells.set(cell, label: label) { return }
        var draft = BlockDraft(bits: blockBits)
        draft.start()
        draft.paint(label: ClearedLabel(label: label, clearance: 0), 0, 0, depth: 0)
        blocks.append(draft, of: cell)
    }

    /// Takes over what another part decided, whose labels have these numbers here.
    mutating func append(_ other: GridTables, labels: [UInt32]) {
        let states = states.append(other.states)
        let numbers = TableNumbers(
            labels: labels, lists: UInt32(lists.end), states: states,
            deciders: UInt32(deciders.deciders.count), leaves: UInt32(leaves.end),
            margins: margins.offset)
        blocks.append(other.blocks, numbers)
        leaves.append(other.leaves, of: other.deciders, numbers)
        deciders.append(other.deciders, numbers)
        lists.append(other.lists, numbers)
        margins.append(other.margins, numbers)
        for (cell, label) in cells.append(other.cells, numbers) { set(cell, label: label) }
    }

    /// Fixes all tables.
    mutating func fix() {
        cells.fix(cellsOfBlocks: blocks.fix())
        lists.fix(sidesOfDeciders: deciders.sideLabels.map { $0?.first })
        deciders.fix()
        margins.fix()
        states.finish()
    }

    /// The number of bytes held.
    var byteCount: Int {
        cells.byteCount + blocks.byteCount + leaves.byteCount + margins.byteCount
            + lists.byteCount
    }

    /// The same once the tables are fixed.
    var byteCountWhenFixed: Int { byteCount + deciders.byteCountOfSides }
}
