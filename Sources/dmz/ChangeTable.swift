import ReportFiles
import SystemFiles

/// How many reports are judged otherwise than by an older agreement, as a person reads it.
struct ChangeTable {
    private let changes: ChangeCounts.Counts

    init(_ changes: ChangeCounts.Counts) { self.changes = changes }

    /// The lines of the table.
    var lines: [SummaryTable.Line] {
        var lines = [
            SummaryTable.Line(text: ""),
            SummaryTable.Line(
                text: "changed: \(changes.changed.grouped) of \(changes.judged.grouped) reports",
                isHeading: true),
        ]
        let parts = [
            ("zone", changes.sortedZones.map { Self.row($0.key, $0.count) }),
            ("rule", changes.sortedRules.map { Self.row($0.key, $0.count) }),
        ]
        for (name, rows) in parts where !rows.isEmpty {
            lines += ColumnTable.lines(
                headings: [name, "before", "now", "reports"], rows: rows, names: 3
            ).map { SummaryTable.Line(text: $0) }
        }
        if !changes.parties.isEmpty {
            lines += ColumnTable.lines(
                headings: ["party", "reports"],
                rows: changes.sortedParties.map {
                    [$0.party, $0.count.grouped]
                }, names: 1
            ).map { SummaryTable.Line(text: $0) }
        }
        return lines
    }

    private static func row(_ key: ChangeCounts.Counts.Key, _ count: Int) -> [String] {
        [key.id] + [key.before, key.now].map { $0.replacing("_", with: " ") } + [count.grouped]
    }
}
