import Agreements
import TestSupport
import Testing

@testable import ReportFiles

/// Tables of random findings beside what dictionaries count.
@Suite struct TableOracleTests {
    private static let gravity = [
        "apparent_breach", "undeterminable", "counted", "pending", "exempt", "suspended",
        "compliant", "unregulated", "nova", "refused",
    ]

    private static func cases(_ count: Int, _ random: inout SeededGenerator) -> [FindingCase] {
        func pick(_ texts: [String?]) -> String? { texts.randomElement(using: &random) ?? nil }
        let words = ["tank", "Ж", "e\u{301}", "\u{E9}", "a,\"b\"\nc", "none", "x;y", nil]
        return (0..<count).map { _ in
            var one = FindingCase()
            one.id = pick(["a", "b", "c", "d", "e", "ключ", nil])
            one.category = pick(words)
            one.party = pick(["north", "south", nil])
            one.kind = pick(["incident", "complaint", nil])
            one.seconds =
                Bool.random(using: &random)
                ? nil : Int.random(in: 1_790_000_000...1_790_500_000, using: &random)
            if Int.random(in: 0..<8, using: &random) == 0 { return one }
            one.zones = ["dmz", "guns", "a b", "=1"].filter { _ in Bool.random(using: &random) }
            one.side = pick(["north", "undeterminable", nil])
            one.finding = pick(Self.gravity.dropLast().map { $0 })
            for rule in ["no-forces", "no-guns", "r3"] where Bool.random(using: &random) {
                let finding = FindingCase.ruleFindings.randomElement(using: &random) ?? ""
                if let k = one.rules.firstIndex(where: { $0.finding == finding }) {
                    one.rules[k].rules.append(rule)
                } else {
                    one.rules.append((finding, [rule]))
                }
            }
            return one
        }
    }

    /// Counts of a row, by finding; those of an id and day, to be counted once.
    private struct Cell {
        var counts: [String: Int] = [:]
        var ids: [String: [String]] = [:]
    }

    /// Lines of the table, by plain dictionaries: words, counts, total, duplicates.
    private static func expected(
        _ cases: [FindingCase], _ keys: [TableKey], isDistinct: Bool
    ) -> [String: [Int]] {
        var cells: [String: Cell] = ["total": Cell()]
        for one in cases {
            let own = one.finding ?? "refused"
            var rows: [(words: [String], finding: String)] = [([], own)]
            for key in keys {
                var words: [(String, String?)]
                switch key {
                case .zone: words = one.zones.map { ($0, nil) }
                case .rule:
                    words = one.rules.flatMap { list in list.rules.map { ($0, list.finding) } }
                case .party: words = [(one.party ?? "none", nil)]
                case .category: words = [(one.category ?? "none", nil)]
                case .class: words = [(one.kind ?? "none", nil)]
                case .side: words = [(one.side ?? "none", nil)]
                case .day: words = [(one.seconds.map(FindingCase.date) ?? "none", nil)]
                case .hour:
                    words = [
                        (
                            one.seconds.map { String(100 + $0 / 3600 % 24).dropFirst() }.map(
                                String.init) ?? "none", nil
                        )
                    ]
                case .week, .finding: words = []
                }
                if words.isEmpty { words = [("none", nil)] }
                rows = rows.flatMap { row in
                    words.map { (row.words + [$0.0], $0.1 ?? row.finding) }
                }
            }
            let id = one.id.map { $0 + "/" + (one.seconds.map(FindingCase.date) ?? "") }
            for (words, finding) in rows + [(["total"], own)] {
                // Swift takes texts for equal that are written in other bytes.
                let name = words.map { "\(Array($0.utf8))" }.joined()
                let row = words == ["total"] ? "total" : name
                if let id {
                    cells[row, default: Cell()].ids["\(Array(id.utf8))", default: []].append(
                        finding)
                }
                if id == nil || !isDistinct {
                    cells[row, default: Cell()].counts[finding, default: 0] += 1
                }
            }
        }
        return cells.mapValues { cell in
            var counts = cell.counts
            if isDistinct {
                for findings in cell.ids.values {
                    let gravest = Self.gravity.first(where: findings.contains) ?? ""
                    counts[gravest, default: 0] += 1
                }
            }
            let repeated = cell.ids.values.reduce(0) { $0 + $1.count - 1 }
            return Self.gravity.map { counts[$0] ?? 0 } + [counts.values.reduce(0, +), repeated]
        }
    }

    private static func counted(_ table: FindingTable) -> [String: [Int]] {
        var found: [String: [Int]] = [:]
        for row in table.allRows {
            let counts = Dictionary(uniqueKeysWithValues: zip(table.findings, row.counts))
            let name =
                row.words.isEmpty ? "total" : row.words.map { "\(Array($0.utf8))" }.joined()
            found[name] = Self.gravity.map { counts[$0] ?? 0 } + [row.total, row.duplicates]
        }
        return found
    }

    @Test(
        "Random findings, as CSV and as JSON, in any order and chunks, with ids in memory and on disk",
        arguments: [
            [TableKey.zone], [.rule], [.category, .day], [.zone, .rule, .party], [.class, .side],
            [.hour, .zone], [.day, .class, .rule],
        ])
    func random(keys: [TableKey]) throws {
        var random = SeededGenerator(seed: UInt64(keys.count) + 77)
        for round in 0..<LongRuns.count(6, inGate: 3) {
            let cases = Self.cases(60 + 40 * round, &random)
            let isDistinct = round.isMultiple(of: 2)
            let expected = Self.expected(cases, keys, isDistinct: isDistinct)
            var texts: [String] = []
            for isCSV in [true, false] {
                for (limit, chunk) in [(1 << 20, 1 << 18), (16, 61), (1, 7)] {
                    let order = chunk == 61 ? cases.shuffled(using: &random) : cases
                    let text =
                        isCSV
                        ? FindingCase.header + order.map(\.csv).joined()
                        : "{\"type\":\"FeatureCollection\",\"features\":["
                            + order.map(\.json).joined(separator: ",\n") + "]}"
                    let table = try Tables.table(
                        [text], keys, isDistinct: isDistinct, chunkSize: chunk, mostHeldIDs: limit)
                    #expect(
                        Self.counted(table) == expected, "round \(round), CSV \(isCSV), \(keys)")
                    texts.append(table.csv)
                }
                // The same records in two files.
                let lines = cases.map { $0.json + "\n" }
                let parts = [lines[..<20], lines[20...]].map { $0.joined() }
                texts.append(try Tables.table(parts, keys, isDistinct: isDistinct).csv)
            }
            #expect(Set(texts).count == 1)
        }
    }
}

/// Tables of texts.
enum Tables {
    static func table(
        _ texts: [String], _ keys: [TableKey], zone: String = "UTC", isDistinct: Bool = false,
        chunkSize: Int = 1 << 18, mostHeldIDs: Int = 1 << 20,
        _ change: (inout TableRequest) -> Void = { _ in }
    ) throws -> FindingTable {
        try run(texts, keys, zone: zone) { request in
            request.isDistinct = isDistinct
            request.input.chunkSize = chunkSize
            request.mostHeldIDs = mostHeldIDs
            change(&request)
        }.table
    }

    static func run(
        _ texts: [String], _ keys: [TableKey], zone: String = "UTC",
        _ change: (inout TableRequest) -> Void = { _ in }
    ) throws -> TableRun {
        let folder = try TemporaryFolder()
        let files = try texts.enumerated().map { k, text in
            try InputFile(path: try folder.write(text, to: "in\(k)"))
        }
        var input = ReportInput()
        let clock = try LocalClock(parsing: zone)
        input.fields.times.clock = zone == "UTC" ? nil : clock
        var request = TableRequest(keys: keys, input: input, clock: clock)
        change(&request)
        return try withExtendedLifetime(folder) { try TableRun(files, request) }
    }
}
