import Agreements
import ReportFiles

/// What was found of caps, sites and obligations, for a person to read.
enum SetTables {
    /// A table with its heading.
    struct Section {
        let title: String
        let lines: [String]
    }

    /// The tables of those that there are.
    static func sections(_ sets: SetFindings) -> [Section] {
        let asOf = sets.shown(sets.asOf).map { " as of \($0)" } ?? ""
        var sections: [Section] = []
        func add(_ title: String, _ headings: [String], _ rows: [[String]], names: Int) {
            if rows.isEmpty { return }
            sections.append(
                Section(
                    title: title,
                    lines: ColumnTable.lines(headings: headings, rows: rows, names: names)))
        }
        add(
            "caps", ["", "", "cap", "breached", "open", "kept", "worst window", "counted", ""],
            sets.caps.map { cap in
                let (from, counted, finding) = worst(cap, sets)
                return [
                    cap.rule, cap.category, cap.cap.grouped, cap.breaches.grouped,
                    cap.undeterminable.grouped, cap.compliant.grouped, from, counted, finding,
                ]
            }, names: 2)
        add(
            "sites" + asOf, ["", "", "inventory", "present", "missing", "extra", ""],
            sets.sites.flatMap { site in
                site.items.map { item in
                    let isKnown = item.state != .notVisited
                    return [
                        site.site, item.category, item.inventory.grouped,
                        isKnown ? words(item.present) : "", isKnown ? words(item.missing) : "",
                        isKnown ? words(item.extra) : "", words(item.state.rawValue),
                    ]
                }
            }, names: 2)
        if !sets.storage.isEmpty {
            add(
                "withdrawn and stored", [],
                StorageClass.allCases.enumerated().map {
                    [words($1.rawValue), sets.storage[$0].grouped]
                }, names: 1)
        }
        add(
            "obligations" + asOf, ["", "", "met", "due", "overdue", "not verified", ""],
            sets.obligations.map { duty in
                [duty.obligation, duty.zone ?? ""] + duty.counts.map(\.grouped)
                    + [words(duty.state.rawValue)]
            }, names: 2)
        return sections
    }

    private static func worst(
        _ cap: SetFindings.Cap, _ sets: SetFindings
    ) -> (from: String, counted: String, finding: String) {
        guard let worst = cap.worst else { return ("", "", "") }
        return (
            sets.shown(worst.from) ?? "",
            words(SetFindings.Range(low: worst.low, high: worst.high)),
            words(worst.finding.rawValue)
        )
    }

    /// A number, or the least and the greatest that it may be.
    private static func words(_ range: SetFindings.Range) -> String {
        guard let high = range.high else { return "\(range.low.grouped) or more" }
        return high == range.low ? high.grouped : "\(range.low.grouped) to \(high.grouped)"
    }

    private static func words(_ word: String) -> String {
        String(word.map { $0 == "_" ? " " : $0 })
    }
}
