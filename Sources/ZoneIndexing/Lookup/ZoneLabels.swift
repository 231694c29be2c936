internal import CKernels
import Geodesy
import Zones

/// The verdicts that labels stand for.
///
/// Those found when an index was compiled are shared; rare ones, met only when positions are
/// classified, come after them.
struct ZoneLabels: Sendable {
    /// The label of a position that is not on the globe, or whose uncertainty is no length.
    static let unusable: UInt32 = 0
    /// In place of a label that is not known.
    static let none = UInt32.max

    let zoneCount: Int
    let lineCount: Int
    private var shared: SharedTable
    private var rare = LabelTable()

    init(zoneCount: Int, lineCount: Int) {
        self.zoneCount = zoneCount
        self.lineCount = lineCount
        // What is on the globe may leave everything open too, and has a label of its own.
        var table = LabelTable()
        table.reserve(
            ZoneRow(
                ZoneBits(Array(repeating: .undeterminable, count: zoneCount)),
                sides: Array(repeating: nil, count: lineCount)))
        shared = SharedTable(table)
    }

    /// How many labels there are.
    var count: Int { shared.table.count + rare.count }
    /// The number of bytes held, without what finds labels again.
    var byteCount: Int { count * (2 * ((zoneCount + 63) / 64) * 8 + lineCount) }

    /// The same labels, from now on shared.
    func sharing() -> ZoneLabels {
        var all = shared.table
        for label in 0..<rare.count { _ = all.label(for: rare.row(label)) }
        var copy = self
        copy.shared = SharedTable(all)
        copy.rare = LabelTable()
        return copy
    }

    /// The label of a verdict, a new one where there is none yet.
    mutating func label(for row: ZoneRow) -> UInt32 {
        if let known = shared.table.known[row] { return known }
        return UInt32(shared.table.count) + rare.label(for: row)
    }

    /// The verdict that a label stands for.
    func row(_ label: UInt32) -> ZoneRow {
        Int(label) < shared.table.count
            ? shared.table.row(Int(label)) : rare.row(Int(label) - shared.table.count)
    }
}

/// A table held in one place, so that handing it on costs little.
private final class SharedTable: Sendable {
    let table: LabelTable

    init(_ table: LabelTable) { self.table = table }
}

/// Verdicts by number, and numbers by verdict.
private struct LabelTable: Sendable {
    private(set) var known: [ZoneRow: UInt32] = [:]
    private var rows: [ZoneRow] = []

    var count: Int { rows.count }

    mutating func label(for row: ZoneRow) -> UInt32 {
        if let label = known[row] { return label }
        known[row] = UInt32(rows.count)
        rows.append(row)
        return UInt32(rows.count - 1)
    }

    /// Gives the next number to a verdict, under which it is not found again.
    mutating func reserve(_ row: ZoneRow) { rows.append(row) }

    func row(_ label: Int) -> ZoneRow { rows[label] }
}

/// One verdict in full.
final class ZoneRow: Sendable {
    let answer: FootprintAnswer
    let sides: [LineSide?]

    var zones: ZoneBits { answer.whole }

    init(_ answer: FootprintAnswer, sides: [LineSide?]) {
        (self.answer, self.sides) = (answer, sides)
    }

    /// A verdict on a position, which is not partly anywhere.
    convenience init(_ zones: ZoneBits, sides: [LineSide?]) {
        self.init(FootprintAnswer(zones), sides: sides)
    }

    func membership(inZone zone: Int) -> Answer { zones[zone] }
}

extension ZoneRow: Hashable {
    static func == (a: ZoneRow, b: ZoneRow) -> Bool {
        a === b || (a.answer == b.answer && a.sides == b.sides)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(answer)
        hasher.combine(sides)
    }
}
