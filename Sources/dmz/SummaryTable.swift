import Agreements
import Geodesy
import GeoJSONText
import ReportFiles
import SystemFiles

/// The counts of a run as a person reads them.
struct SummaryTable {
    private let summary: RunSummary
    /// What could not be judged for want of.
    private let hints: [String]

    /// A line of the table.
    struct Line {
        let text: String
        var isHeading = false
    }

    init(_ summary: RunSummary, hints: [String] = []) {
        self.summary = summary
        self.hints = hints
    }

    func lines() -> [Line] {
        var lines = counts().map { Line(text: $0) }
        func heading(_ text: String) {
            lines += [Line(text: ""), Line(text: text, isHeading: true)]
        }
        let tally = summary.tally
        if !summary.zones.isEmpty {
            heading("zones")
            lines += Self.table(
                ["", "inside", "undeterminable"],
                summary.zones.indices.map {
                    (summary.zones[$0], [tally.zonesInside[$0], tally.zonesUndeterminable[$0]])
                }
            ).map { Line(text: $0) }
        }
        heading("findings")
        lines += Self.table(
            [], Finding.allCases.map { (Self.words($0), [tally.findings[$0.order]]) }
        ).map { Line(text: $0) }
        if !summary.rules.isEmpty {
            heading("rules")
            let kinds = Finding.allCases.filter { $0 != .unregulated }
            lines += Self.table(
                [""] + kinds.map(Self.words),
                summary.rules.indices.map { rule in
                    (summary.rules[rule], kinds.map { tally.rules[rule][$0.order] })
                }
            ).map { Line(text: $0) }
        }
        for table in summary.sets?.tables(.worst) ?? [] {
            heading(table.title)
            lines += ColumnTable.lines(
                headings: table.headings, rows: table.rows, names: table.names
            ).map { Line(text: $0) }
        }
        let notes = self.notes()
        return lines + ((notes.isEmpty ? [] : [""]) + notes).map { Line(text: $0) }
    }

    /// What was found of a file where nobody said it.
    private static func recognised(_ input: InputSummary) -> [String] {
        var notes: [String] = []
        if let layout = input.layout, layout.isFoundByValues {
            let names = layout.positionNames.map { "'\(String(shown: $0))'" }
            notes.append(
                "the position was taken from \(names.joined(separator: " and ")), by what stands there"
            )
        }
        if let found = input.layout?.foundUncertainty {
            notes.append(
                "the uncertainty was taken from '\(String(shown: found.name))' in metres"
                    + (found.scale == 1
                        ? "" : ", twice, which of a circular normal distribution holds 99.99 %")
                    + " (--uncertainty-field says otherwise)")
        }
        if let order = input.habits.dateOrder {
            notes.append(
                "dates were read as \(order.rawValue), as the first records allow (--time-format)")
        }
        if input.habits.decimalSign == .comma {
            notes.append(
                "numbers were read with a decimal comma, as the first records have it "
                    + "(--decimal-sign)")
        }
        return notes.map { "\(input.name): \($0)" }
    }

    private func counts() -> [String] {
        let tally = summary.tally
        return Self.table(
            [],
            [
                ("records read", [tally.read]), ("written", [summary.written]),
                ("rejected", [tally.rejected]),
            ])
    }

    private func notes() -> [String] {
        let tally = summary.tally
        var notes: [String] = []
        // A misspelt property would otherwise make every verdict certain without a word.
        if tally.exact > 0, tally.exact == tally.read - tally.rejected {
            let guess = MissingValues.guess("--uncertainty-field", tally.names)
            notes.append(
                "no report gave an uncertainty; all positions were taken as exact "
                    + "(see --uncertainty-field\(guess.map { " \(String(shown: $0))?" } ?? ""))")
        }
        let taken = summary.missingUncertainty
        if taken > .zero, tally.withoutUncertainty > 0 {
            let count = tally.withoutUncertainty
            notes.append(
                "\(count.grouped) \(count == 1 ? "report" : "reports") gave no uncertainty; \(taken) was "
                    + "taken (--uncertainty)")
        }
        notes += summary.agreementSystems.map { "\($0.label): \($0.summary)" }
        if let datum = summary.datum { notes += datum.summary }
        if let datums = summary.datums { notes += datums.notes }
        notes += hints
        let categories = tally.unnamedCategories.sorted {
            ($1.value, $0.key) < ($0.value, $1.key)
        }
        for (category, count) in categories.prefix(10) {
            let shown = Array(category.utf8).withUnsafeBytes { String(shown: $0) }
            notes.append(
                "category '\(shown)' is named by no rule: \(count.grouped) "
                    + (count == 1 ? "report" : "reports"))
        }
        let others = categories.dropFirst(10).reduce(tally.furtherUnnamed) { $0 + $1.value }
        if others > 0 {
            notes.append("further categories named by no rule: \(others.grouped) reports")
        }
        if tally.swapped > 0 {
            notes.append(
                Self.swapNote(tally))
        }
        if tally.atZero > 0 {
            notes.append(
                "\(tally.atZero.grouped) \(tally.atZero == 1 ? "report lies" : "reports lie") at "
                    + "longitude 0, latitude 0, which often stands for no position")
        }
        if tally.notAvailable > 0 {
            notes.append(
                "numbers say that no position is available, such as longitude 181 or latitude 91 of AIS: "
                    + "\(tally.notAvailable.grouped) "
                    + (tally.notAvailable == 1 ? "record" : "records"))
        }
        if tally.noted > 0 {
            notes.append(
                "read otherwise than written, as dmz_note says: \(tally.noted.grouped) "
                    + (tally.noted == 1 ? "record" : "records")
                    + (tally.altered > 0
                        ? "; \(tally.altered.grouped) of them written in other bytes "
                            + "(see --altered)" : ""))
        }
        if let likely = tally.likelyEncoding {
            notes.append(
                "some text is not UTF-8: --encoding \(likely.name) is likely what it is in "
                    + "(windows-1251 for Cyrillic, windows-1252 for western Europe)")
        }
        for input in summary.inputs {
            notes += Self.recognised(input)
            guard let encoding = input.encoding else { continue }
            notes.append(
                "\(input.name) is \(encoding.name); the findings are UTF-8"
                    + (input.replaced == 0
                        ? ""
                        : ", with U+FFFD in \(input.replaced.grouped) "
                            + (input.replaced == 1 ? "place" : "places") + " that are no characters")
            )
        }
        notes += tally.notes.map { "noted: \($0)" }
        notes += tally.faults.map { "rejected: \($0)" }
        let unlisted = tally.rejected - tally.faults.count
        if unlisted > 0 { notes.append("and \(unlisted.grouped) more rejected") }
        return notes
    }

    /// Where most reports look swapped, but for those at 0, 0, the agreement may be what is.
    private static func swapNote(_ tally: Tally) -> String {
        let count = "\(tally.swapped.grouped) " + (tally.swapped == 1 ? "report" : "reports")
        guard let places = tally.swap,
            2 * tally.swapped > tally.read - tally.rejected - tally.atZero
        else {
            return "longitude and latitude look swapped in \(count); longitude comes first"
        }
        func shown(_ place: Coordinate) -> String {
            "[\(place.longitude.fixed(2)), \(place.latitude.fixed(2))]"
        }
        return
            "longitude and latitude look swapped, in the agreement or in the reports (\(count)): the "
            + "agreement lies about \(shown(places.agreement)), the reports about "
            + "\(shown(places.report)); longitude comes first in both"
    }

    private static func words(_ finding: Finding) -> String {
        String(finding.rawValue.map { $0 == "_" ? " " : $0 })
    }

    /// Rows of a name and numbers in columns under their headings.
    private static func table(_ headings: [String], _ rows: [(String, [Int])]) -> [String] {
        ColumnTable.lines(headings: headings, rows: rows.map { [$0.0] + $0.1.map(\.grouped) })
    }
}
