internal import CKernels

/// A block while it is being built: codes of its smallest cells, whose labels and open cells are numbered
/// in the order in which they come.
struct BlockDraft {
    /// Halvings between the whole and its smallest cells.
    let bits: Int
    private var codes: [UInt16]
    /// The depth of the smallest cells painted.
    private(set) var deepest = 0
    /// The labels, with how far reports may be off for them to hold.
    private(set) var labels: [ClearedLabel] = []
    private(set) var opens: [dmz_open_cell] = []
    /// How far reports in open cells may be off for what their cuts say to hold.
    private(set) var clearances: [UInt8] = []

    init(bits: Int) {
        self.bits = bits
        codes = Array(repeating: 0, count: 1 << (2 * bits))
    }

    mutating func start() {
        deepest = 0
        labels.removeAll(keepingCapacity: true)
        opens.removeAll(keepingCapacity: true)
        clearances.removeAll(keepingCapacity: true)
    }

    /// Gives a cell a label; the cell is one of 4^depth equal ones.
    mutating func paint(label: ClearedLabel, _ column: Int, _ row: Int, depth: Int) {
        let known = labels.lastIndex(of: label)
        if known == nil { labels.append(label) }
        paint(UInt16(known ?? labels.count - 1), column, row, depth: depth)
    }

    /// Leaves a cell open.
    mutating func paint(
        open: dmz_open_cell, clearance: UInt8, _ column: Int, _ row: Int, depth: Int
    ) {
        opens.append(open)
        clearances.append(clearance)
        paint(
            UInt16(Int(DMZ_FIRST_OPEN) + opens.count - 1), column, row, depth: depth)
    }

    private mutating func paint(_ code: UInt16, _ column: Int, _ row: Int, depth: Int) {
        deepest = max(deepest, depth)
        let shift = bits - depth
        let (x, y) = (column << shift, row << shift)
        for row in y..<y + 1 << shift {
            for k in row << bits | x..<(row << bits | x) + 1 << shift { codes[k] = code }
        }
    }

    /// The codes of 4^bits equal cells, row by row.
    func codes(bits few: Int) -> [UInt16] {
        let shift = bits - few
        return (0..<1 << (2 * few)).map {
            let (x, y) = ($0 & (1 << few - 1), $0 >> few)
            return codes[(y << shift) << bits | x << shift]
        }
    }
}

/// The label of a cell, and how far reports in it may be off for it to hold, as a `Clearance` code.
struct ClearedLabel: Hashable {
    let label: UInt32
    let clearance: UInt8
}
