import CKernels
import TestSupport

/// A frame of 4 by 4 cells of made-up labels, margins, blocks and cuts, in which reports are looked up by fours, and
/// one by one as `ckernels.h` says.
struct MadeUpCells {
    static let columns = 4
    static let blockBits = 2
    static let labelCount = 400
    private static let firstSide = 100

    private var cells: [UInt16]
    private var reportCells: [dmz_report_cell]
    private var marginOfCell: [UInt32]
    private var margins: [dmz_margin]
    private var blocks: [dmz_block] = []
    private var codes: [UInt16] = []
    private var palette: [UInt32] = []
    private var opens: [dmz_open_cell] = []
    private var rowBlocks: [UInt32] = []
    private var paletteClearances: [UInt8] = []
    private var openClearances: [UInt8] = []
    private let shares: [Double]
    private let unitsPerMetre = 0.25
    private let greatestUncertainty = 20_000.0

    /// Labels of 16 cells and of what is outside, each good for reports off by so much.
    init(labels: [UInt16], clearance: UInt8) {
        cells = labels
        reportCells = labels.map {
            dmz_report_cell(cell: $0, label_clearance: clearance, clearance: 0)
        }
        marginOfCell = Array(repeating: 0, count: labels.count)
        margins = [dmz_margin()]
        rowBlocks = Array(repeating: 0, count: Self.columns)
        (blocks, codes, palette, opens) = ([dmz_block()], [0], [0], [dmz_open_cell()])
        (paletteClearances, openClearances, shares) = ([0], [0], [1])
    }

    /// Cells that margins tell of, or blocks, or neither.
    init(_ random: inout SeededGenerator) {
        let count = Self.columns * Self.columns + 1
        cells = Array(repeating: 0, count: count)
        reportCells = Array(repeating: dmz_report_cell(), count: count)
        marginOfCell = Array(repeating: 0, count: count)
        // The first tells of nothing.
        margins = [dmz_margin(a: 0, b: 0, low: -.infinity, high: .infinity, share: 1, labels: 0)]
        shares = (0..<8).map { _ in Self.share(&random) }
        for row in 0..<Self.columns {
            rowBlocks.append(UInt32(blocks.count))
            for column in 0..<Self.columns {
                fill(row * Self.columns + column, &random)
            }
        }
        // What is outside.
        cells[count - 1] = 7
        reportCells[count - 1] = dmz_report_cell(cell: 7, label_clearance: 255, clearance: 255)
    }

    private mutating func fill(_ cell: Int, _ random: inout SeededGenerator) {
        let isBlock = Int.random(in: 0..<3, using: &random) > 0
        let row = cell / Self.columns
        let label =
            isBlock
            ? 0x8000 | UInt16(blocks.count - Int(rowBlocks[row]))
            : .random(in: 0..<90, using: &random)
        cells[cell] = label
        reportCells[cell] = dmz_report_cell(
            cell: label, label_clearance: .random(in: 0...50, using: &random),
            clearance: .random(in: 40...120, using: &random))
        if Bool.random(using: &random) {
            marginOfCell[cell] = UInt32(margins.count)
            margins.append(Self.margin(&random))
        }
        if isBlock { addBlock(&random) }
    }

    private static func margin(_ random: inout SeededGenerator) -> dmz_margin {
        let (low, width) = (
            Float.random(in: -9_000...9_000, using: &random),
            Float.random(in: 0...900, using: &random)
        )
        return dmz_margin(
            a: .random(in: -9_000...9_000, using: &random),
            b: .random(in: -9_000...9_000, using: &random), low: low, high: low + width,
            share: Float(share(&random)),
            labels: .random(in: 100..<390, using: &random))
    }

    /// Some cuts have no labels of reports that may be on either side.
    private static func share(_ random: inout SeededGenerator) -> Double {
        Int.random(in: 0..<4, using: &random) == 0 ? 0 : .random(in: 0.5...1, using: &random)
    }

    private mutating func addBlock(_ random: inout SeededGenerator) {
        let bits = Int.random(in: 0...Self.blockBits, using: &random)
        blocks.append(
            dmz_block(
                codes: UInt32(codes.count), opens: UInt32(opens.count),
                palette: UInt32(palette.count), bits: UInt32(bits)))
        var openCount = 0
        for _ in 0..<(1 << (2 * bits)) {
            if Bool.random(using: &random) {
                codes.append(UInt16(DMZ_FIRST_OPEN) + UInt16(openCount))
                openCount += 1
                addOpen(&random)
            } else {
                codes.append(.random(in: 0..<3, using: &random))
            }
        }
        for _ in 0..<3 {
            palette.append(.random(in: 0..<90, using: &random))
            paletteClearances.append(.random(in: 0...120, using: &random))
        }
    }

    private mutating func addOpen(_ random: inout SeededGenerator) {
        let low = Int16.random(in: -9_000...9_000, using: &random)
        var open = dmz_open_cell(
            a: .random(in: -9_000...9_000, using: &random),
            b: .random(in: -9_000...9_000, using: &random), low: low,
            high: low + .random(in: 0...900, using: &random),
            entry: .random(in: 0..<UInt32(shares.count), using: &random), run_or_labels: 0)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: open.entry |= UInt32(DMZ_LEAF)
        case 1: open.low = .min
        case 2: open.high = .max
        default: break
        }
        opens.append(open)
        openClearances.append(.random(in: 0...120, using: &random))
    }

    /// The labels of reports, looked up by fours; `nil` for those left pending.
    func labels(_ positions: [dmz_position], _ bounds: [Double]) -> [UInt32?] {
        var found = [UInt32](repeating: 0, count: positions.count)
        var pending = [UInt32](repeating: 0, count: positions.count + 1)
        let labels = (0..<UInt32(Self.labelCount)).map { 1_000 + $0 }
        var left = 0
        with { cells, reports in
            labels.withUnsafeBufferPointer { labels in
                cells.labels = labels.baseAddress
                withUnsafePointer(to: cells) {
                    reports.cells = $0
                    left = dmz_label_reports(
                        &reports, positions, bounds, positions.count, &found, &pending)
                }
            }
        }
        var told: [UInt32?] = found
        for number in pending.prefix(left) { told[Int(number)] = nil }
        return told
    }

    private func with(_ ask: (inout dmz_cells, inout dmz_reports) -> Void) {
        var (lookup, reports) = (dmz_cells(), dmz_reports())
        (lookup.west, lookup.south) = (20, 40)
        // Cells of the frame are of a degree.
        let smallest = Double(1 << Self.blockBits)
        (lookup.columns_per_degree, lookup.rows_per_degree) = (smallest, smallest)
        (lookup.column_bits, lookup.row_bits) = (2, 2)
        (lookup.block_bits, lookup.is_plain) = (UInt32(Self.blockBits), true)
        (lookup.unusable_label, lookup.sides) = (8, UInt32(Self.firstSide))
        (reports.units_per_metre, reports.greatest_uncertainty) = (
            unitsPerMetre, greatestUncertainty
        )
        cells.withUnsafeBufferPointer {
            lookup.cells = $0.baseAddress
            rowBlocks.withUnsafeBufferPointer {
                lookup.row_blocks = $0.baseAddress
                blocks.withUnsafeBufferPointer {
                    lookup.blocks = $0.baseAddress
                    codes.withUnsafeBufferPointer {
                        lookup.codes = $0.baseAddress
                        palette.withUnsafeBufferPointer {
                            lookup.palette = $0.baseAddress
                            opens.withUnsafeBufferPointer {
                                lookup.opens = $0.baseAddress
                                withReports(&reports) { ask(&lookup, &$0) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func withReports(
        _ reports: inout dmz_reports, _ ask: (inout dmz_reports) -> Void
    ) {
        reportCells.withUnsafeBufferPointer {
            reports.report_cells = $0.baseAddress
            marginOfCell.withUnsafeBufferPointer {
                reports.margin_of_cell = $0.baseAddress
                margins.withUnsafeBufferPointer {
                    reports.margins = $0.baseAddress
                    paletteClearances.withUnsafeBufferPointer {
                        reports.palette_clearances = $0.baseAddress
                        openClearances.withUnsafeBufferPointer {
                            reports.open_clearances = $0.baseAddress
                            shares.withUnsafeBufferPointer {
                                reports.shares = $0.baseAddress
                                ask(&reports)
                            }
                        }
                    }
                }
            }
        }
    }
}

extension MadeUpCells {
    /// The length in metres that a clearance stands for; of 0 none.
    static func length(_ clearance: Int) -> Double {
        let (doublings, eighths) = clearance.quotientAndRemainder(dividingBy: 8)
        return clearance == 0
            ? -1 : (1 + Double(eighths) / 8) * Double(UInt64(1) << UInt64(doublings))
    }

    /// The label of a report on the globe, one by one; `nil` where cells do not tell it.
    func label(_ position: dmz_position, _ bound: Double) -> UInt32? {
        let (x, y) = (position.longitude - 20, position.latitude - 40)
        guard x >= 0, y >= 0, x < 4, y < 4 else { return 7 }
        let (column, row) = (Int(x), Int(y))
        let cell = row * Self.columns + column
        let of = reportCells[cell]
        guard bound > Self.length(Int(of.label_clearance)) else { return UInt32(of.cell) }
        guard bound <= Self.length(Int(of.clearance)), bound <= greatestUncertainty else {
            return nil
        }
        let (within, upward) = (x - Double(column), y - Double(row))
        let margin = margins[Int(marginOfCell[cell])]
        let value = Double(margin.a) * within + Double(margin.b) * upward
        if let side = Self.side(
            value, Double(margin.low), Double(margin.high), bound, bound * Double(margin.share))
        {
            return 1_000 + margin.labels + side
        }
        guard of.cell & 0x8000 != 0 else { return nil }
        return label(
            inBlock: blocks[Int(rowBlocks[row]) + Int(of.cell & 0x7fff)], within, upward, bound)
    }

    private func label(
        inBlock block: dmz_block, _ x: Double, _ y: Double, _ bound: Double
    ) -> UInt32? {
        let count = 1 << Int(block.bits)
        let number = Int(y * Double(count)) * count + Int(x * Double(count))
        let code = Int(codes[Int(block.codes) + number])
        guard code >= Int(DMZ_FIRST_OPEN) else {
            let entry = Int(block.palette) + code
            return bound <= Self.length(Int(paletteClearances[entry])) ? palette[entry] : nil
        }
        let open = Int(block.opens) + code - Int(DMZ_FIRST_OPEN)
        let cut = opens[open]
        guard bound <= Self.length(Int(openClearances[open])), cut.entry & UInt32(DMZ_LEAF) == 0,
            cut.low > .min, cut.high < .max
        else { return nil }
        let units = bound * unitsPerMetre
        let value = Double(cut.a) * x + Double(cut.b) * y
        let share = shares[Int(cut.entry)]
        return Self.side(value, Double(cut.low), Double(cut.high), units, units * share).map {
            1_000 + UInt32(Self.firstSide) + 4 * cut.entry + $0
        }
    }

    /// 0 below a cut with all that a bound reaches, 1 above; 2 and 3 where it reaches the other side from below and from
    /// above; `nil` where neither is sure.
    private static func side(
        _ value: Double, _ low: Double, _ high: Double, _ bound: Double, _ least: Double
    ) -> UInt32? {
        if value + bound < low { return 0 }
        if value - bound > high { return 1 }
        if least == 0 { return nil }
        if value < low, value + least > high { return 2 }
        if value > high, value - least < low { return 3 }
        return nil
    }
}
