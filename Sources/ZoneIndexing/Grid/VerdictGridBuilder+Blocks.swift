internal import CKernels
import Geodesy
import LineSearch

extension VerdictGridBuilder {
    /// Cuts a cell of the frame into a block.
    mutating func block(_ cell: GridCell, _ open: Open) {
        let number = cell.row << grid.frame.columnBits | cell.column
        if !open.polygons.isEmpty { cellsWithEdges.append(number) }
        draft.start()
        settle(cell, open, depth: 0)
        grid.clearances[number] = Clearance.code(open.clearance)
        addMargin(cell, open)
        let label = draft.labels.first?.label ?? 0
        let isLabelled =
            draft.opens.isEmpty && label < UInt32(VerdictGrid.isBlock)
            && draft.labels.allSatisfy { $0.label == label }
        if isLabelled, draft.labels.count == 1 {
            // Its parts are decided by themselves, with no clearance that holds for all.
            grid.cells[number] = UInt16(label)
            if grid.marginOfCell[number] == 0 { grid.clearances[number] = 0 }
        } else {
            finishBlock(number)
            if isLabelled { grid.labelledBlocks.append((number, UInt16(label))) }
        }
    }

    /// Decides a cell within a block, of which it is known what is open.
    private mutating func settle(_ cell: GridCell, _ open: Open, depth: Int) {
        let mask = 1 << depth - 1
        let (column, row) = (cell.column & mask, cell.row & mask)
        if open.isEmpty {
            let label = ClearedLabel(
                label: label(of: open.state), clearance: Clearance.coarseCode(open.clearance))
            draft.paint(label: label, column, row, depth: depth)
            return
        }
        let share = 1 / Double(1 << depth)
        let cut = cut(cell, open)
        let isLast = depth == grid.blockBits
        if let cut, isLast ? cut.isUseful(overShare: share) : cut.isSharp(overShare: share) {
            paint(openCell(cell, open, cut), column, row, depth)
        } else if isLast {
            paint(openCell(cell, open, nil), column, row, depth)
        } else {
            for k in 0..<4 {
                let quarter = cell.quarter(k)
                let marks = (lines.count, points.count, polygons.count, arena.count)
                settle(quarter, narrow(open, of: cell, to: quarter), depth: depth + 1)
                lines.removeLast(lines.count - marks.0)
                points.removeLast(points.count - marks.1)
                polygons.removeLast(polygons.count - marks.2)
                arena.removeLast(arena.count - marks.3)
            }
        }
    }

    private mutating func paint(
        _ open: (cell: dmz_open_cell, clearance: Double), _ column: Int, _ row: Int, _ depth: Int
    ) {
        draft.paint(
            open: open.cell, clearance: Clearance.code(open.clearance), column, row, depth: depth)
    }

    /// Takes the draft as the block of a cell of the frame.
    mutating func finishBlock(_ cell: Int) {
        let bits = draft.deepest
        var palette: Int? = 0
        var numbers: [UInt16] = []
        for label in draft.labels {
            if let known = numberOfLabel[label] {
                numbers.append(known)
            } else if grid.palette.count < Int(DMZ_FIRST_OPEN) {
                numberOfLabel[label] = UInt16(grid.palette.count)
                numbers.append(UInt16(grid.palette.count))
                append(label)
            } else {
                palette = nil
            }
        }
        if palette == nil {
            // A palette of its own.
            numbers = (0..<UInt16(draft.labels.count)).map { $0 }
            palette = grid.palette.count
            draft.labels.forEach { append($0) }
        }
        let codes = draft.codes(bits: bits)
        let isOneOpen = codes.count == 1 && codes[0] == UInt16(DMZ_FIRST_OPEN)
        let block = dmz_block(
            codes: isOneOpen ? 0 : UInt32(grid.codes.count), opens: UInt32(grid.opens.count),
            palette: UInt32(palette ?? 0), bits: UInt32(bits))
        if !isOneOpen {
            grid.codes += codes.map { $0 < UInt16(DMZ_FIRST_OPEN) ? numbers[Int($0)] : $0 }
        }
        grid.opens += draft.opens
        grid.openClearances += draft.clearances
        blocks.append((cell, block))
    }

    private mutating func append(_ label: ClearedLabel) {
        grid.palette.append(label.label)
        grid.paletteClearances.append(label.clearance)
    }

    /// Numbers blocks by rows, so that a cell's number of 15 bits leads to its block.
    mutating func numberBlocks() {
        blocks.sort { $0.cell < $1.cell }
        var row = -1
        for (number, (cell, _)) in blocks.enumerated() {
            while row < cell >> grid.frame.columnBits {
                row += 1
                grid.rowBlocks[row] = UInt32(number)
            }
            grid.cells[cell] = VerdictGrid.isBlock | UInt16(number - Int(grid.rowBlocks[row]))
        }
        grid.blocks = blocks.map(\.block)
        blocks = []
    }
}
