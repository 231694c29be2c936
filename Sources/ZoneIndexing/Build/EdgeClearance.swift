import Geodesy
import LineSearch

/// How far the cells of a frame certainly are from those in which polygons have edges.
struct EdgeClearance {
    private let frame: GridFrame
    /// Per cell the least number of steps, straight or askew, to one in which polygons have edges.
    private let steps: [UInt8]

    /// More steps are not told apart.
    private static let mostSteps: UInt8 = 63

    /// - Parameter cellsWithEdges: the numbers of cells in which polygons have edges.
    init(_ frame: GridFrame, cellsWithEdges: [Int]) {
        self.frame = frame
        steps = Self.steps(frame, cellsWithEdges)
    }

    /// Calls `body` with the number of each cell and the clearance, as a code.
    func forEachCell(_ body: (Int, UInt8) -> Void) {
        let (columns, rows) = (1 << frame.columnBits, 1 << frame.rowBits)
        for row in 0..<rows {
            let codes = (0...Int(Self.mostSteps)).map {
                Clearance.code(clearWidth(row: row, steps: $0))
            }
            for cell in row * columns..<(row + 1) * columns { body(cell, codes[Int(steps[cell])]) }
        }
    }

    /// The sides of a frame that goes more than half round the globe count as cells with edges, since the
    /// cells beyond them are those of the other side.
    private static func steps(_ frame: GridFrame, _ cellsWithEdges: [Int]) -> [UInt8] {
        let (columns, rows) = (1 << frame.columnBits, 1 << frame.rowBits)
        var steps = [UInt8](repeating: mostSteps, count: columns * rows)
        for cell in cellsWithEdges { steps[cell] = 0 }
        if frame.width > 180 {
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
        // Cells beside each other may touch.
        guard steps > 1 else { return 0 }
        let between = Double(steps - 1)
        let south = frame.latitude(ofRow: row - steps, bits: frame.rowBits)
        let north = frame.latitude(ofRow: row + 1 + steps, bits: frame.rowBits)
        let top = max(south.magnitude, north.magnitude)
        guard top < 89 else { return 0 }
        let height = between * frame.height / Double(1 << frame.rowBits)
        let width = between * frame.width / Double(1 << frame.columnBits)
        return min(
            PathBounds.leastPath(ofLatitudes: height),
            PathBounds.leastPath(ofLongitudes: width, upToLatitude: top))
    }
}
