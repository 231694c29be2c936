internal import CKernels

/// The blocks into which cells of the frame are divided, and the cells of these.
struct BlockTable: Sendable {
    private var blocks = Column<dmz_block>()
    /// The cells of blocks: labels by their numbers in a palette, or open cells.
    private var codes: Column<UInt16>
    /// Labels, those of all blocks first; then those of blocks that have others.
    private var palette: Column<UInt32>
    /// Per entry of the palette how far reports may be off for the label to hold, as `Clearance` codes.
    private var paletteClearances: Column<UInt8>
    private var opens = Column<dmz_open_cell>()
    /// Per open cell how far reports may be off for what its cut says to hold, as `Clearance` codes.
    private var openClearances = Column<UInt8>()

    /// The cell of the frame that each block is of, in any order while the table is being built.
    private var cellsOfBlocks: [Int] = []
    /// The numbers of labels in the palette of all blocks.
    private var numberOfLabel: [ClearedLabel: UInt16] = [:]

    /// No blocks yet.
    init() {
        // The code of blocks that are one open cell, and a label for what is open to read.
        codes = Column([UInt16(DMZ_FIRST_OPEN)])
        palette = Column([0])
        paletteClearances = Column([0])
    }

    /// Adds a block to which a cell of the frame leads.
    mutating func append(_ draft: BlockDraft, of cell: Int) {
        let bits = draft.deepest
        let (first, numbers) = palette(of: draft)
        let codes = draft.codes(bits: bits)
        let isOneOpen = codes.count == 1 && codes[0] == UInt16(DMZ_FIRST_OPEN)
        blocks.append(
            dmz_block(
                codes: isOneOpen ? 0 : UInt32(self.codes.count), opens: UInt32(opens.count),
                palette: UInt32(first), bits: UInt32(bits)))
        cellsOfBlocks.append(cell)
        if !isOneOpen {
            self.codes += codes.map { $0 < UInt16(DMZ_FIRST_OPEN) ? numbers[Int($0)] : $0 }
        }
        opens += draft.opens
        openClearances += draft.clearances
    }

    /// Where the palette for a block begins, and the numbers in it of the block's labels.
    private mutating func palette(of draft: BlockDraft) -> (first: Int, numbers: [UInt16]) {
        var numbers: [UInt16] = []
        for label in draft.labels {
            if let known = numberOfLabel[label] {
                numbers.append(known)
            } else if palette.count < Int(DMZ_FIRST_OPEN) {
                numberOfLabel[label] = UInt16(palette.count)
                numbers.append(UInt16(palette.count))
                append(label)
            }
        }
        if numbers.count == draft.labels.count { return (0, numbers) }
        // The palette of all blocks is full: one of the block's own.
        let first = palette.count
        draft.labels.forEach { append($0) }
        return (first, (0..<UInt16(draft.labels.count)).map { $0 })
    }

    private mutating func append(_ label: ClearedLabel) {
        palette.append(label.label)
        paletteClearances.append(label.clearance)
    }

    /// Takes over the blocks of another part.
    mutating func append(_ other: BlockTable, _ numbers: TableNumbers) {
        // All begin with the code of blocks that are one open cell.
        let firstCode = UInt32(codes.count) - 1
        let (firstOpen, firstLabel) = (UInt32(opens.count), UInt32(palette.count))
        codes += other.codes.elements.dropFirst()
        palette += other.palette.elements.map { numbers.labels[Int($0)] }
        paletteClearances += other.paletteClearances.elements
        openClearances += other.openClearances.elements
        blocks += other.blocks.elements.map {
            dmz_block(
                codes: $0.codes > 0 ? $0.codes + firstCode : 0, opens: $0.opens + firstOpen,
                palette: $0.palette + firstLabel, bits: $0.bits)
        }
        cellsOfBlocks += other.cellsOfBlocks
        opens += other.opens.elements.map { $0.moved(by: numbers) }
    }

    /// Puts blocks in the order of their cells and fixes the table.
    ///
    /// - Returns: the cells of the blocks, in their order.
    mutating func fix() -> [Int] {
        let order = cellsOfBlocks.indices.sorted { cellsOfBlocks[$0] < cellsOfBlocks[$1] }
        blocks = Column(order.map { blocks[$0] })
        let cells = order.map { cellsOfBlocks[$0] }
        (cellsOfBlocks, numberOfLabel) = ([], [:])
        blocks.fix()
        codes.fix()
        palette.fix()
        paletteClearances.fix()
        opens.fix()
        openClearances.fix()
        return cells
    }

    /// The number of bytes held.
    var byteCount: Int {
        blocks.byteCount + codes.byteCount + palette.byteCount + paletteClearances.byteCount
            + opens.byteCount + openClearances.byteCount
    }

    /// Shows the fixed table to the loops over positions.
    func show(in view: inout dmz_cells, _ reports: inout dmz_reports) {
        view.blocks = blocks.fixed.baseAddress
        view.codes = codes.fixed.baseAddress
        view.palette = palette.fixed.baseAddress
        view.opens = opens.fixed.baseAddress
        reports.palette_clearances = paletteClearances.fixed.baseAddress
        reports.open_clearances = openClearances.fixed.baseAddress
    }

    /// How an open cell is decided, in the fixed table.
    @inline(__always)
    func open(_ number: Int) -> UnsafePointer<dmz_open_cell> { opens.fixed.pointer(to: number) }
}

extension dmz_open_cell {
    /// Whether some positions are decided by which side of the cut they are on.
    var isCut: Bool { low > .min || high < .max }

    fileprivate func moved(by numbers: TableNumbers) -> dmz_open_cell {
        var moved = self
        let isLeaf = OpenEntry(bits: entry).isLeaf
        moved.entry += isLeaf ? numbers.leaves : numbers.deciders
        // Of leaves that are cut, where their labels are; of others, pieces.
        if isLeaf, isCut { moved.run_or_labels += numbers.lists }
        return moved
    }
}
