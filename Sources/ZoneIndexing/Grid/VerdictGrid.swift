import Geodesy

/// The verdicts of a plan over the cells of a frame.
///
/// A cell of the frame holds a label for all of it, or leads to a block of smaller cells; of these,
/// each holds a label, a decider by which positions in it are told apart, or a leaf: a decider and
/// the polygons' edges that pass through.
///
/// A class, so that looking something up does not copy the references to all its parts.
final class VerdictGrid: Sendable {
    let frame: GridFrame
    /// Halvings between a cell of the frame and those of its block.
    let blockBits: Int
    /// Per cell of the frame, row by row: a label, or `isBlock` and the number of the block in its
    /// row; then `isBlock` for what is outside.
    let cells: [UInt16]
    /// Per entry of `cells` how far reports may be off for its label to hold, as `Clearance` codes.
    let clearances: [UInt8]
    /// Per row the number of its first block, then that of the block for what is outside.
    let rowBlocks: [UInt32]
    /// Per block and cell the number of its entry in the block's palette.
    let codes: [UInt8]
    /// Per block where its palette begins.
    let palettes: [UInt32]
    let entries: [Entry]
    /// Per block the cells in which a distance from a line is open, as bits in the order of codes.
    let measuredCells: [UInt64]
    /// Per block where the runs of pieces of these cells begin.
    let firstRuns: [UInt32]
    /// Per such cell the pieces that can be nearest there on the line asked.
    let runs: [PieceRun]
    /// Whether all blocks have one palette.
    let isShared: Bool
    let deciders: [Decider]
    /// Per decider what a batch needs of it most often.
    let quickDeciders: [QuickDecider]
    /// The labels of all outcomes of deciders.
    let tables: [UInt32]
    /// Each leaf: a decider, the bits of both axes of its cell, then per polygon how many edges of it
    /// there are, doubled, with the parity at the cell's corner, and their numbers.
    let leaves: [UInt32]
    let edges: [PolygonEdge]
    let trie: OutcomeTrie

    init(_ parts: Parts) {
        frame = parts.frame
        blockBits = parts.blockBits
        cells = parts.cells
        clearances = parts.clearances
        rowBlocks = parts.rowBlocks
        codes = parts.codes
        palettes = parts.palettes
        entries = parts.entries
        measuredCells = parts.measuredCells
        firstRuns = parts.firstRuns
        runs = parts.runs
        isShared = parts.isShared
        deciders = parts.deciders
        quickDeciders = deciders.map(\.quick)
        tables = parts.tables
        leaves = parts.leaves
        edges = parts.edges
        trie = parts.trie.finished
    }

    /// The same while it is being built.
    struct Parts {
        let frame: GridFrame
        let blockBits: Int
        var cells: [UInt16]
        var clearances: [UInt8]
        var rowBlocks: [UInt32]
        var codes: [UInt8] = []
        var palettes: [UInt32] = []
        var entries: [Entry] = []
        var measuredCells: [UInt64] = []
        var firstRuns: [UInt32] = []
        var runs: [PieceRun] = []
        var isShared = false
        var deciders: [Decider] = []
        var tables: [UInt32] = []
        var leaves: [UInt32] = []
        var edges: [PolygonEdge] = []
        var trie = OutcomeTrie()
    }

    static let isBlock: UInt16 = 1 << 15

    /// What a cell holds.
    struct Entry: Hashable, Sendable {
        let bits: UInt32
        private static let deciderMark: UInt32 = 1 << 30
        private static let leafMark: UInt32 = 1 << 31
        private static let value: UInt32 = deciderMark - 1

        init(bits: UInt32) { self.bits = bits }

        static func label(_ label: UInt32) -> Entry { Entry(bits: label) }
        static func decider(_ number: Int) -> Entry { Entry(bits: deciderMark | UInt32(number)) }
        /// What is outside the frame, or may be.
        static let outside = Entry(bits: deciderMark | value)
        static func leaf(_ offset: Int) -> Entry { Entry(bits: leafMark | UInt32(offset)) }

        var isLabel: Bool { bits < Self.deciderMark }
        var isLeaf: Bool { bits & Self.leafMark != 0 }
        /// The label, the decider's number, or the leaf's offset.
        var number: UInt32 { isLeaf ? bits & ~Self.leafMark : bits & Self.value }
    }

    /// The number in `cells` of what is outside the frame.
    var outside: Int { cells.count - 1 }

    /// The number of bytes held.
    var byteCount: Int {
        cells.count * 3 + rowBlocks.count * 4 + codes.count + palettes.count * 4
            + entries.count * 4 + tables.count * 4 + leaves.count * 4
            + measuredCells.count * 12 + runs.count * 4
            + edges.count * MemoryLayout<PolygonEdge>.stride
    }

    /// The entry for a place of the frame, and in blocks the number of its cell in `codes`, else -1.
    @inline(__always)
    func entry(column: Int, row: Int) -> (entry: Entry, cell: Int) {
        let cellColumn = column >> (GridFrame.bits - frame.columnBits)
        let cellRow = row >> (GridFrame.bits - frame.rowBits)
        let cell = cells[cellRow << frame.columnBits | cellColumn]
        guard cell & Self.isBlock != 0 else { return (.label(UInt32(cell)), -1) }
        let block = Int(rowBlocks[cellRow]) + Int(cell & ~Self.isBlock)
        let mask = 1 << blockBits - 1
        let x = (column >> (GridFrame.bits - frame.columnBits - blockBits)) & mask
        let y = (row >> (GridFrame.bits - frame.rowBits - blockBits)) & mask
        let inCodes = block << (2 * blockBits) | y << blockBits | x
        return (entries[Int(palettes[block]) + Int(codes[inCodes])], inCodes)
    }

    /// The decider of an entry that is no label.
    @inline(__always)
    func decider(of entry: Entry) -> Decider {
        deciders[entry.isLeaf ? Int(leaves[Int(entry.number)]) : Int(entry.number)]
    }

    /// The source of the first line or border that is open in a cell whose entry is no label; -1 when
    /// there is none.
    @inline(__always)
    func lineAsked(by entry: Entry) -> Int {
        guard entry != .outside else { return -1 }
        let decider = entry.isLeaf ? Int(leaves[Int(entry.number)]) : Int(entry.number)
        return Int(quickDeciders[decider].line)
    }

    /// The pieces that can be nearest in a cell of a block, given by its number in `codes`, on the line
    /// asked by its entry.
    @inline(__always)
    func run(ofCell cell: Int) -> PieceRun {
        let block = cell >> (2 * blockBits)
        let bit: UInt64 = 1 << UInt64(cell & (1 << (2 * blockBits) - 1))
        guard measuredCells[block] & bit != 0 else { return .unknown }
        let before = (measuredCells[block] & (bit - 1)).nonzeroBitCount
        return runs[Int(firstRuns[block]) + before]
    }
}
