import Geodesy
import LineSearch

extension VerdictGridBuilder {
    /// Most reports are off by less, in metres.
    private static let enough = 500.0

    /// Whether parts of a decided cell, or its margin, would be clear of much more.
    func isWorthClearing(_ cell: GridCell, _ open: Open) -> Bool {
        open.clearance > 0
            && open.clearance < min(Self.enough, 2 * grid.frame.disc(of: cell).radius)
    }

    /// Fills the parts of a decided cell, each with its own clearance and margin.
    ///
    /// What is measured stays on the stacks of `parent`.
    mutating func clear(
        _ cell: GridCell, of whole: GridCell, within parent: Open, _ state: Int32, _ label: UInt32
    ) {
        let marks = (lines.count, points.count, arena.count)
        keepsDecided = true
        let open = narrow(parent, of: whole, to: cell)
        keepsDecided = false
        let isCell = cell.columnBits == grid.frame.columnBits
        if !isCell, isWorthClearing(cell, open) {
            for quarter in 0..<4 {
                clear(cell.quarter(quarter), of: cell, within: open, state, label)
            }
        } else {
            fill(cell, with: label, clearance: open.clearance)
            if isCell, open.clearance < Self.enough {
                addMargin(cell, open, state, label)
            }
        }
        lines.removeLast(lines.count - marks.0)
        points.removeLast(points.count - marks.1)
        arena.removeLast(arena.count - marks.2)
    }

    /// Lowers the clearances of cells to what is certainly clear of polygons' edges.
    mutating func keepClearOfEdges() {
        guard !cellsWithEdges.isEmpty else { return }
        let frame = grid.frame
        let (columns, rows) = (1 << frame.columnBits, 1 << frame.rowBits)
        let steps = stepsToEdges(columns: columns, rows: rows)
        for row in 0..<rows {
            let metres = (0..<64).map { Clearance.code(clearWidth(row: row, steps: $0)) }
            for cell in row * columns..<(row + 1) * columns {
                grid.clearances[cell] = min(grid.clearances[cell], metres[Int(steps[cell])])
            }
        }
    }

    /// Per cell the least number of steps, straight or askew, to one in which polygons have edges.
    ///
    /// At most 63. The sides of a frame that goes more than half round the globe count as such.
    private func stepsToEdges(columns: Int, rows: Int) -> [UInt8] {
        var steps = [UInt8](repeating: 63, count: columns * rows)
        for cell in cellsWithEdges { steps[cell] = 0 }
        if grid.frame.width > 180 {
            for row in 0..<rows {
                steps[row * columns] = 0
                steps[(row + 1) * columns - 1] = 0
            }
        }
        /// One more than the least of those that a pass has been to, west and east and beyond.
        func pass(_ row: Int, _ back: Int, _ order: some Sequence<Int>, _ step: Int) {
            for column in order {
                let cell = row * columns + column
                var least = steps[cell]
                if (0..<columns).contains(column - step) {
                    least = min(least, steps[cell - step] + 1)
                }
                if (0..<rows).contains(row + back) {
                    let there = cell + back * columns
                    for beside in max(column - 1, 0)...min(column + 1, columns - 1) {
                        least = min(least, steps[there + beside - column] + 1)
                    }
                }
                steps[cell] = least
            }
        }
        for row in 0..<rows { pass(row, -1, 0..<columns, 1) }
        for row in (0..<rows).reversed() { pass(row, 1, (0..<columns).reversed(), -1) }
        return steps
    }

    /// How many metres are certainly between a cell of a row and others so many steps away.
    private func clearWidth(row: Int, steps: Int) -> Double {
        guard steps > 1 else { return 0 }
        let frame = grid.frame
        let between = Double(steps - 1)
        let south = frame.latitude(ofRow: row - steps, bits: frame.rowBits)
        let north = frame.latitude(ofRow: row + 1 + steps, bits: frame.rowBits)
        let top = max(south.magnitude, north.magnitude)
        guard top < 89 else { return 0 }
        let height = between * frame.height / Double(1 << frame.rowBits)
        let width = between * frame.width / Double(1 << frame.columnBits)
        // A degree of latitude is at least 110.57 km long; no path to a meridian is shorter than the
        // arc that meets its great circle squarely.
        let across =
            quickSineAndCosine(degrees: min(width, 90)).sine
            * quickSineAndCosine(degrees: top).cosine
        return min(height * 110_500, across * 6_330_000)
    }
}
