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
    /// Whether all blocks have one palette.
    let isShared: Bool
    let deciders: [Decider]
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
        isShared = parts.isShared
        deciders = parts.deciders
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
        private let bits: UInt32
        private static let deciderMark: UInt32 = 1 << 30
        private static let leafMark: UInt32 = 1 << 31
        private static let value: UInt32 = deciderMark - 1

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
            + edges.count * MemoryLayout<PolygonEdge>.stride
    }

    /// The entry for a place of the frame.
    @inline(__always)
    func entry(column: Int, row: Int) -> Entry {
        let cellColumn = column >> (GridFrame.bits - frame.columnBits)
        let cellRow = row >> (GridFrame.bits - frame.rowBits)
        let cell = cells[cellRow << frame.columnBits | cellColumn]
        guard cell & Self.isBlock != 0 else { return .label(UInt32(cell)) }
        return entry(
            inBlock: Int(rowBlocks[cellRow]) + Int(cell & ~Self.isBlock), column: column, row: row)
    }

    /// The decider of an entry that is no label.
    @inline(__always)
    func decider(of entry: Entry) -> Decider {
        deciders[entry.isLeaf ? Int(leaves[Int(entry.number)]) : Int(entry.number)]
    }

    @inline(__always)
    func entry(inBlock block: Int, column: Int, row: Int) -> Entry {
        let mask = 1 << blockBits - 1
        let x = (column >> (GridFrame.bits - frame.columnBits - blockBits)) & mask
        let y = (row >> (GridFrame.bits - frame.rowBits - blockBits)) & mask
        let code = codes[block << (2 * blockBits) | y << blockBits | x]
        return entries[Int(palettes[block]) + Int(code)]
    }
}
