import Agreements
internal import CSimdjson
import Geodesy

/// Numbers for the texts by which rules tell reports apart, so that equal ones are made into strings
/// only once.
final class KindTable {
    /// For each kind a report with its texts.
    private(set) var reports: [Report] = []
    /// Changes when kinds are numbered anew.
    private(set) var generation = 0
    let handle: OpaquePointer
    /// The decimal sign of numbers among the texts, where a table's is known.
    private var sign: DecimalSign?
    private let attributes: [String]
    private let constants: ReportConstants

    private static let most = 1 << 12

    /// A table for such attributes; the constants stand for what reports do not give.
    init(attributes: [String], constants: ReportConstants = ReportConstants()) {
        (self.attributes, self.constants) = (attributes, constants)
        // NULL only without memory, of which Swift would not survive the lack either.
        guard let handle = csj_kinds_new(2 + attributes.count) else {
            fatalError("no memory for a table of kinds")
        }
        self.handle = handle
    }

    deinit { csj_kinds_free(handle) }

    /// Begins anew where there are too many kinds to remember, or texts mean something else from here on.
    func prepare(_ sign: DecimalSign?) {
        guard csj_kinds_count(handle) > Self.most || sign != self.sign else { return }
        self.sign = sign
        generation += 1
        reports = []
        csj_kinds_forget(handle)
    }

    /// The number of what rules ask of a report besides its place and time.
    func number(of report: Report) -> Int32 {
        var bytes: [UInt8] = []
        var ranges: [csj_range] = []
        for text in [report.category, report.party] + attributes.map({ report.attributes[$0] }) {
            let start = UInt32(bytes.count)
            bytes += Array((text ?? "").utf8)
            ranges.append(csj_range(start: start, end: UInt32(bytes.count)))
        }
        return Int32(csj_kinds_number(handle, bytes + [0], ranges))
    }

    /// Makes reports of the kinds that have come.
    func makeReports() {
        for kind in reports.count..<Int(csj_kinds_count(handle)) {
            var report = Report(position: Coordinate(longitude: .nan, latitude: .nan))
            report.category = text(kind, 0) ?? constants.category
            report.party = text(kind, 1) ?? constants.party
            for (k, name) in attributes.enumerated() {
                report.attributes[name] = text(kind, 2 + k).map { sign?.plain($0) ?? $0 }
            }
            report.readEventPlaces()
            reports.append(report)
        }
    }

    private func text(_ kind: Int, _ number: Int) -> String? {
        var length = 0
        let start = csj_kinds_text(handle, UInt32(kind), number, &length)
        guard length > 0 else { return nil }
        return String(decoding: UnsafeBufferPointer(start: start, count: length), as: UTF8.self)
    }
}
