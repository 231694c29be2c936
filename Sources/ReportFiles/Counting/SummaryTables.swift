import Agreements
import GeoJSONText
import SystemFiles

/// Makes tables of what a summary of `dmz check` tells of sets, in a language.
struct SummaryTables {
    private let summary: JSONNode
    private let phrasing: Phrasing

    init(_ summary: JSONNode, _ phrasing: Phrasing) {
        (self.summary, self.phrasing) = (summary, phrasing)
    }

    /// A table of each kind, also of those that have no rows.
    func tables(_ detail: SetTable.Detail) -> [SetTable] {
        [detail == .worst ? worst : windows, sites, classes, obligations]
    }

    private var worst: SetTable {
        table(
            "caps",
            [
                "rule", "category", "cap", "breached", "open", "kept", "worst window", "counted",
                "finding",
            ],
            list(summary, "caps").map { cap in
                let worst = cap.member("worst")
                return [
                    text(cap, "rule"), text(cap, "category"), number(cap, "cap"),
                    number(cap, "apparent_breach"), number(cap, "undeterminable"),
                    number(cap, "compliant"), time(worst, "from"), range(worst),
                    word(worst, "finding"),
                ]
            }, names: 2)
    }

    private var windows: SetTable {
        table(
            "caps", ["rule", "category", "from", "until", "cap", "counted", "finding"],
            list(summary, "caps").flatMap { cap in
                list(cap, "windows").map { window in
                    [
                        text(cap, "rule"), text(cap, "category"), time(window, "from"),
                        time(window, "until"), number(cap, "cap"), range(window),
                        word(window, "finding"),
                    ]
                }
            }, names: 4)
    }

    private var sites: SetTable {
        table(
            "sites",
            [
                "site", "category", "last visit", "inventory", "present", "missing", "extra",
                "state",
            ],
            list(summary, "sites").flatMap { site in
                list(site, "items").map { item in
                    [
                        text(site, "site"), text(item, "category"), time(site, "last_visit"),
                        number(item, "inventory"), range(item.member("present")),
                        range(item.member("missing")), range(item.member("extra")),
                        word(item, "state"),
                    ]
                }
            }, names: 3)
    }

    private var classes: SetTable {
        var rows: [[String]] = []
        if let classes = summary.member("storage_classes"),
            case .object(let members) = classes.value
        {
            rows = members.map { key, _ in [word(key), number(classes, key)] }
        }
        return table("withdrawn and stored", ["class", "reports"], rows, names: 1)
    }

    private var obligations: SetTable {
        table(
            "obligations", ["obligation", "zone", "met", "due", "overdue", "not verified"],
            list(summary, "obligations").map { duty in
                [text(duty, "obligation"), text(duty, "zone")]
                    + ["met", "due", "overdue", "not_verified"].map { number(duty, $0) }
            }, names: 2)
    }

    private func table(
        _ name: String, _ headings: [String], _ rows: [[String]], names: Int
    ) -> SetTable {
        let time = time(summary, "as_of")
        return SetTable(
            title: time.isEmpty
                ? phrasing(name)
                : phrasing("{sets} as of {time}", ["sets": phrasing(name), "time": time]),
            headings: headings.map { phrasing($0) }, rows: rows, names: names)
    }

    private func list(_ node: JSONNode, _ name: String) -> [JSONNode] {
        node.member(name)?.array ?? []
    }

    private func text(_ node: JSONNode?, _ name: String) -> String {
        node?.member(name)?.string ?? ""
    }

    private func time(_ node: JSONNode?, _ name: String) -> String {
        phrasing.moment(text(node, name))
    }

    private func number(_ node: JSONNode?, _ name: String) -> String {
        // In two steps: Swift 6.3.1 cannot optimise it as a chain.
        guard let member = node?.member(name), let number = member.number,
            let count = Int(exactly: number)
        else { return "" }
        return phrasing.grouped(count)
    }

    private func word(_ node: JSONNode?, _ name: String) -> String { word(text(node, name)) }

    private func word(_ name: String) -> String {
        name.isEmpty ? "" : phrasing(name.replacing("_", with: " "))
    }

    /// A number, or the least and the greatest that it may be.
    private func range(_ node: JSONNode?) -> String {
        guard let node, node.member("low") != nil else { return "" }
        let (low, high) = (number(node, "low"), number(node, "high"))
        if high.isEmpty { return phrasing("{number} or more", ["number": low]) }
        return low == high
            ? low : phrasing("{least} to {greatest}", ["least": low, "greatest": high])
    }
}
