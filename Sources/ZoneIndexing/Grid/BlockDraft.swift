internal import CKernels

/// A block while it is being built: codes of its smallest cells, whose labels and open cells are numbered
/// in the order in which they come.
struct BlockDraft {
    /// Halvings between the whole and its smallest cells.
    let bits: Int
    private(set) var codes: [UInt16]
    private(set) var labels: [UInt32] = []
    private(set) var opens: [dmz_open_cell] = []

    init(bits: Int) {
        self.bits = bits
        codes = Array(repeating: 0, count: 1 << (2 * bits))
    }

    mutating func start() {
        labels.removeAll(keepingCapacity: true)
        opens.removeAll(keepingCapacity: true)
    }

    /// Gives a cell a label; the cell is one of 4^depth equal ones.
    mutating func paint(label: UInt32, _ column: Int, _ row: Int, depth: Int) {
        let known = labels.lastIndex(of: label)
        if known == nil { labels.append(label) }
        paint(UInt16(known ?? labels.count - 1), column, row, depth: depth)
    }

    /// Leaves a cell open.
    mutating func paint(open: dmz_open_cell, _ column: Int, _ row: Int, depth: Int) {
        opens.append(open)
        paint(
            UInt16(Int(DMZ_FIRST_OPEN) + opens.count - 1), column, row, depth: depth)
    }

    private mutating func paint(_ code: UInt16, _ column: Int, _ row: Int, depth: Int) {
        let shift = bits - depth
        let (x, y) = (column << shift, row << shift)
        for row in y..<y + 1 << shift {
            for k in row << bits | x..<(row << bits | x) + 1 << shift { codes[k] = code }
        }
    }

    /// The fewest bits with which cells of one code suffice.
    var leastBits: Int {
        (0..<bits).first { isEven(bits: $0) } ?? bits
    }

    /// Whether each of 4^bits equal cells has one code.
    private func isEven(bits few: Int) -> Bool {
        let mask = ~(1 << (bits - few) - 1)
        return codes.indices.allSatisfy {
            let (x, y) = ($0 & (1 << bits - 1), $0 >> bits)
            return codes[$0] == codes[(y & mask) << bits | x & mask]
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
