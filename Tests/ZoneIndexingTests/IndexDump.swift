import CKernels
import Geodesy
import LineSearch
import TestSupport
import Zones

@testable import ZoneIndexing

/// A small index written out cell by cell, from which `scripts/index-pictures` draws.
struct IndexDump: Encodable {
    /// A cell of the frame, or one within its block: its place in cells of its own size, and what it holds.
    struct Cell: Encodable {
        var column, row: Int
        /// Halvings within the cell of the frame.
        var depth: Int
        /// Whether the zone contains it and on which side of the line it lies, where it has a label.
        var verdict: String?
        /// How far reports in it may be off, in metres.
        var clearance: Double?
        /// Of open cells.
        var cut: Cut?
        var isLeaf: Bool?
        /// How many outcomes its decider tells apart.
        var outcomes: Int?
    }
    /// a x + b y is less than `low`, or more than `high`, beside the cut; x and y run from 0 to 1 over the
    /// cell of the frame.
    struct Cut: Encodable {
        let a, b, low, high: Double
        let lower, upper: String
    }

    let west, south, width, height: Double
    let columns, rows, blockBits: Int
    let line: [[Double]]
    let polygon: [[Double]]
    let limit: Double
    var cells: [Cell] = []
    var ways: [IndexWays] = []
    /// One position for each station behind the cells.
    var examples: [IndexExample] = []

    private static let vertices = [(36.0, 48.0), (36.03, 48.012), (36.055, 48.004), (36.09, 48.02)]
    private static let corners = [(36.068, 48.018), (36.086, 48.022), (36.080, 48.030)]

    /// A line with a limit at 2 km and a polygon, in a frame of 256 cells.
    static func index() throws -> ZoneIndex {
        var plan = ZonePlan()
        plan.addLine(try LineGeometry(.vertices(vertices)))
        plan.addZone(.within(.kilometres(2), of: 0))
        plan.addZone(
            .area(try PolygonGeometry(polygons: [[.ring(corners)]])))
        return try ZoneIndex(plan, detail: ZoneIndex.Detail(cellBits: 8, blockBits: 3, lineBits: 8))
    }

    init(_ index: ZoneIndex, _ grid: VerdictGrid) {
        let frame = grid.frame
        (west, south, width, height) = (frame.west, frame.south, frame.width, frame.height)
        (columns, rows) = (1 << frame.columnBits, 1 << frame.rowBits)
        blockBits = grid.tables.blockBits
        line = Self.vertices.map { [$0.0, $0.1] }
        polygon = Self.corners.map { [$0.0, $0.1] }
        limit = 2000
        for row in 0..<rows {
            for column in 0..<columns { add(column, row, index, grid) }
        }
    }

    /// Adds a cell of the frame, or those of its block.
    private mutating func add(
        _ column: Int, _ row: Int, _ index: ZoneIndex, _ grid: VerdictGrid
    ) {
        let (view, number) = (grid.lookup, row * columns + column)
        let report = grid.reports.report_cells[number]
        func metres(_ code: UInt8) -> Double {
            let eighths = 1 << Int(DMZ_CLEARANCE_BITS)
            let (doublings, steps) = Int(code).quotientAndRemainder(dividingBy: eighths)
            return code == 0 ? 0 : Double(1 << doublings) * (1 + Double(steps) / Double(eighths))
        }
        let code = view.cells[number]
        guard code & CellTable.isBlock != 0 else {
            cells.append(
                Cell(
                    column: column, row: row, depth: 0, verdict: Self.words(UInt32(code), index),
                    clearance: metres(max(report.label_clearance, report.clearance))))
            return
        }
        let block = view.blocks[Int(view.row_blocks[row]) + Int(code & ~CellTable.isBlock)]
        let side = 1 << Int(block.bits)
        var seen: Set<Int> = []
        for k in 0..<side * side {
            var cell = Cell(
                column: column * side + k % side, row: row * side + k / side,
                depth: Int(block.bits))
            let code = Int(view.codes[Int(block.codes) + k])
            if code < Int(DMZ_FIRST_OPEN) {
                cell.verdict = Self.words(view.palette[Int(block.palette) + code], index)
                cell.clearance = metres(
                    grid.reports.palette_clearances[Int(block.palette) + code])
            } else {
                guard seen.insert(code).inserted else { continue }
                // An open cell of less depth has its code in all that it is made of.
                let all = UnsafeBufferPointer(
                    start: view.codes + Int(block.codes), count: side * side)
                var size = all.count { Int($0) == code }
                while size > 1 {
                    (size, cell.column, cell.row, cell.depth) = (
                        size / 4, cell.column / 2, cell.row / 2, cell.depth - 1
                    )
                }
                fill(&cell, open: Int(block.opens) + code - Int(DMZ_FIRST_OPEN), index, grid)
            }
            cells.append(cell)
        }
    }

    private func fill(_ cell: inout Cell, open: Int, _ index: ZoneIndex, _ grid: VerdictGrid) {
        let held = grid.lookup.opens[open]
        let entry = grid.entry(ofOpen: open)
        let decider = grid.decider(of: entry)
        cell.isLeaf = entry.isLeaf
        cell.outcomes =
            decider.measured.reduce(1) { $0 * $1.outcomeCount } << decider.polygons.count
        guard held.isCut else { return }
        let first = Int(
            entry.isLeaf ? held.run_or_labels : grid.lookup.sides + 4 * entry.number)
        cell.cut = Cut(
            a: Double(held.a), b: Double(held.b), low: Double(held.low), high: Double(held.high),
            lower: Self.words(grid.lookup.labels[first], index),
            upper: Self.words(grid.lookup.labels[first + 1], index))
    }

    private static func words(_ label: UInt32, _ index: ZoneIndex) -> String {
        let verdict = ZoneVerdict(row: index.labels.row(label), zoneCount: 2)
        let zones = verdict.zonesInside.map { $0 == 0 ? "near" : "polygon" }
        let side = verdict.side(ofLine: 0).map { [$0.rawValue] } ?? []
        return (zones + side).joined(separator: " ")
    }
}
