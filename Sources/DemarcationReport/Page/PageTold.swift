import Agreements
import Geodesy
import ReportFiles

/// Findings that are told one by one, in columns, with the words that they share.
struct PageTold {
    private let entries: [PageFindings.Entry]
    /// The words, by their numbers.
    private(set) var words: [String] = []
    private var numbers: [String: Int] = [:]
    private var columns: [(name: String, json: String)] = []

    init(_ entries: [PageFindings.Entry], _ agreement: Agreement) {
        self.entries = entries
        let clock = agreement.clock
        func degrees(_ value: Double?) -> Int? { value.map { Int(($0 * 1e7).rounded()) } }
        put("kind") { Int($0.kind.rawValue) }
        put("lon") { degrees($0.finding.position?.longitude) }
        put("lat") { degrees($0.finding.position?.latitude) }
        put("file") { $0.finding.file }
        put("number") { $0.finding.number }
        columns.append(
            ("id", PageData.list(entries.map { $0.finding.id.map(PageData.shown) ?? "null" })))
        putWords("rule", \.rule)
        // Mostly that of the rule, which the page has once.
        let clauses = Dictionary(
            agreement.rules.map { ($0.id, $0.clause) }, uniquingKeysWith: { a, _ in a })
        putWords("clause") { finding in
            finding.rule.flatMap { clauses[$0] ?? nil } == finding.clause ? nil : finding.clause
        }
        putWords("party", \.party)
        putWords("category", \.category)
        putWords("line", \.line)
        putWords("side", \.side)
        putWords("zones") { Self.list($0.zones) }
        putWords("open") { Self.list($0.openZones) }
        putWords("rules") { finding in
            Self.list(
                finding.rules.map { $0.finding + ":" + $0.rules.joined(separator: ", ") }, by: "\n")
        }
        put("margin") { PageData.thousandths($0.finding.margin) }
        put("distance") { PageData.thousandths($0.finding.distance) }
        put("bound") { PageData.thousandths($0.finding.bound) ?? 0 }
        put("first") { Self.shown($0.finding.time?.first).map { Int($0) } }
        // Most are moments.
        put("lasting") { entry in
            guard let first = Self.shown(entry.finding.time?.first),
                let last = Self.shown(entry.finding.time?.last)
            else { return 0 }
            return Int(last - first)
        }
        put("offset") { entry in
            Self.shown(entry.finding.time?.first).map {
                (clock?.offset(at: Instant(seconds: $0)) ?? 0) / 60
            } ?? 0
        }
        // What the script cannot tell itself from the first moment: that of several days there is none.
        put("dated") { $0.day == nil && $0.finding.time != nil ? 0 : 1 }
    }

    /// The columns as JSON.
    var json: String {
        PageData.object([("count", String(entries.count))] + columns.map { ($0.name, $0.json) })
    }

    private mutating func put(_ name: String, _ value: (PageFindings.Entry) -> Int?) {
        columns.append((name, PageData.column(entries.map(value))))
    }

    private mutating func putWords(_ name: String, _ text: (ShownFinding) -> String?) {
        var values: [Int?] = []
        for entry in entries { values.append(word(text(entry.finding))) }
        columns.append((name, PageData.column(values)))
    }

    /// The number of a word; -1 for what is not known.
    private mutating func word(_ text: String?) -> Int {
        guard let text else { return -1 }
        if let known = numbers[text] { return known }
        words.append(text)
        numbers[text] = words.count - 1
        return words.count - 1
    }

    private static func list(_ names: [String], by separator: String = ", ") -> String? {
        names.isEmpty ? nil : names.joined(separator: separator)
    }

    /// A moment that a script can show.
    private static func shown(_ moment: Instant?) -> Int64? {
        moment.flatMap { $0.seconds.magnitude < 8_000_000_000_000 ? $0.seconds : nil }
    }
}
