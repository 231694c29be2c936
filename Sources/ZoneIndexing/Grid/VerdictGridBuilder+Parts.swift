internal import CKernels
import Geodesy
import LineSearch

extension VerdictGridBuilder {
    /// The cells of a frame are decided in so many parts, each by a builder of its own.
    static let parts = 4

    /// Parts are dealt out in about 2^this cells of equal size.
    private static let bitsOfShares = 8

    /// Whether a cell, of the frame or coarser, is no larger than those dealt out.
    func isShare(_ cell: GridCell) -> Bool {
        cell.columnBits + cell.rowBits >= Self.bitsOfShares
            || cell.columnBits == grid.frame.columnBits
    }

    /// Whether a cell belongs to this builder's part; neighbours belong to different ones.
    func owns(_ cell: GridCell) -> Bool { (cell.column + 2 * cell.row) % Self.parts == part }

    /// Takes over what the builder of another part decided.
    mutating func append(_ other: VerdictGridBuilder) {
        let numbers = (0..<UInt32(other.labels.count)).map {
            labels.label(for: other.labels.row($0))
        }
        let tables = UInt32(grid.tables.count)
        appendBlocks(of: other, numbers, tables: tables)
        appendDeciders(of: other, numbers, tables: tables)
        let margins = UInt32(grid.margins.count) - 1
        for var margin in other.grid.margins.dropFirst() {
            margin.labels += tables
            grid.margins.append(margin)
        }
        // What the other did not decide is 0 there.
        for (cell, label) in other.grid.cells.dropLast().enumerated() where label > 0 {
            set(cell, numbers[Int(label)])
        }
        for (cell, margin) in other.grid.marginOfCell.enumerated() where margin > 0 {
            grid.marginOfCell[cell] = margin + margins
        }
        for (cell, clearance) in other.grid.clearances.enumerated() where clearance > 0 {
            grid.clearances[cell] = clearance
        }
        cellsWithEdges += other.cellsWithEdges
    }

    private mutating func appendBlocks(
        of other: VerdictGridBuilder, _ numbers: [UInt32], tables: UInt32
    ) {
        // All begin with the code of blocks that are one open cell.
        let codes = UInt32(grid.codes.count) - 1
        let (opens, palette) = (UInt32(grid.opens.count), UInt32(grid.palette.count))
        grid.codes += other.grid.codes.dropFirst()
        grid.palette += other.grid.palette.map { numbers[Int($0)] }
        grid.paletteClearances += other.grid.paletteClearances
        grid.openClearances += other.grid.openClearances
        for (cell, block) in other.blocks {
            blocks.append(
                (
                    cell,
                    dmz_block(
                        codes: block.codes > 0 ? block.codes + codes : 0,
                        opens: block.opens + opens, palette: block.palette + palette,
                        bits: block.bits)
                ))
        }
        for (cell, label) in other.grid.labelledBlocks {
            let label = numbers[Int(label)]
            // What does not fit into a cell's number its block tells.
            if label < UInt32(VerdictGrid.isBlock) {
                grid.labelledBlocks.append((cell, UInt16(label)))
            }
        }
        let (deciders, leaves) = (UInt32(grid.deciders.count), UInt32(grid.leaves.count))
        for var open in other.grid.opens {
            let isLeaf = VerdictGrid.Entry(bits: open.entry).isLeaf
            open.entry += isLeaf ? leaves : deciders
            // Of leaves that are cut, where their labels are; of others, pieces.
            if isLeaf, open.low > .min || open.high < .max { open.run += tables }
            grid.opens.append(open)
        }
    }

    private mutating func appendDeciders(
        of other: VerdictGridBuilder, _ numbers: [UInt32], tables: UInt32
    ) {
        let first = UInt32(grid.deciders.count)
        var leaf = 0
        while leaf < other.grid.leaves.count {
            let number = other.grid.leaves[leaf]
            var end = leaf + 3
            for _ in other.grid.deciders[Int(number)].polygons {
                end += 1 + Int(other.grid.leaves[end] >> 1)
            }
            grid.leaves.append(number + first)
            grid.leaves += other.grid.leaves[leaf + 1..<end]
            leaf = end
        }
        let states = grid.trie.append(other.grid.trie)
        grid.deciders += other.grid.deciders.map {
            $0.moved(states: states, tables: Int32(tables))
        }
        grid.shares += other.grid.shares
        grid.sideLabels += other.grid.sideLabels.map { $0 < 0 ? $0 : $0 + Int32(tables) }
        grid.tables += other.grid.tables.map {
            $0 == Self.noLabel ? $0 : numbers[Int($0)]
        }
    }
}
