import Agreements
import TestSupport
import Testing

@testable import ReportFiles

/// Counting against a count of every window and object, and the same for all ways of reading.
@Suite struct CountingOracleTests {
    private static let complete = [
        DeclaredComplete(
            zone: "z", from: CountingRun.moment(-9), until: CountingRun.moment(400))
    ]

    @Test("Caps over random reports", arguments: 1...UInt64(LongRuns.count(120, inGate: 30)))
    func caps(seed: UInt64) throws {
        let oracle = CountingOracle(seed: seed)
        var run = CountingRun(agreement: oracle.agreement)
        // A rule without windows asks from the first report to the last.
        let hasTimes = oracle.reports.contains { $0.hours != nil }
        #expect(
            try run.run(oracle.table).sets.lines == oracle.lines(isComplete: false),
            "seed \(seed)")
        run.complete = Self.complete
        #expect(
            try run.run(oracle.table).sets.lines == oracle.lines(isComplete: hasTimes),
            "seed \(seed)")
    }

    @Test(
        "Sites and obligations over random reports",
        arguments: 1...UInt64(LongRuns.count(150, inGate: 35)))
    func duties(seed: UInt64) throws {
        let oracle = DutyOracle(seed: seed)
        var run = CountingRun(agreement: DutyOracle.agreement)
        run.asOf = Instant(seconds: CountingRun.moment(0).seconds + Int64(oracle.asOf))
        #expect(try run.run(oracle.table).sets.lines == oracle.lines, "seed \(seed)")
    }

    @Test("Workers, cuts, orders and memory change nothing", arguments: 1...8)
    func ways(seed: UInt64) throws {
        let oracles = (0..<12).map { CountingOracle(seed: seed * 100 + $0) }
        let reports = oracles.flatMap(\.reports)
        let agreement = """
            \(oracles[0].agreement)
              u: {in: z, limits: {tank: 9, any: 70}, per: 6 h, same: serial}
              w: {in: z, limits: {bus: 3}, per: 2 d, same: serial, counts: in-window}
            sites: {s: {area: {within: 2 km, of: [37.01, 48.0]}, same: serial, inventory: {tank: [A, B], bus: 4}}}
            obligations:
              i: {act: bus, by: south, in: [z, s], every: 30 h}
              j: {act: bus, within: 5 h, of: tank}
              k: {act: bus, due: D+3}
            """
        var run = CountingRun(agreement: agreement)
        run.complete = Self.complete
        let table = CountingOracle.head + reports.map { $0.row + "\n" }.joined()
        let first = try run.run(table).sets.json
        #expect(first.contains("\"caps\""))
        run.threads = 3
        run.chunkSize = 700
        #expect(try run.run(table).sets.json == first)
        run.isCareful = true
        #expect(try run.run(table).sets.json == first)
        run.limit = 3
        #expect(try run.run(table).sets.json == first)
        var random = SeededGenerator(seed: seed)
        let shuffled = reports.shuffled(using: &random)
        let other = CountingOracle.head + shuffled.map { $0.row + "\n" }.joined()
        #expect(try run.run(other).sets.json == first)
        run.limit = nil
        run.threads = 1
        #expect(try run.run(other).sets.json == first)
    }

    @Test("Objects of JSON are read as tables are, by whatever way")
    func objects() throws {
        let agreement =
            CountingCase.head
            + "rules: {t: {in: restricted, limits: {tank: 75}, same: serial, counts: in-window}}"
        let members = [
            #""count":20,"serial":"A""#, #""count":"30","serial":"B ""#,
            #""count":30,"serial":"\u0042""#,
            #""count":1e1,"serial":7"#, #""count":10,"serial":"7""#, #""count":null,"serial":null"#,
            #""count":[2],"serial":"A""#,
        ]
        let text = members.map {
            #"{"type":"Feature","geometry":{"type":"Point","coordinates":[37.01,48]},"properties":{"category":"tank","party":"north","time":"2026-10-02T00:00:00Z",\#($0)}}"#
                + "\n"
        }.joined()
        var run = CountingRun(agreement: agreement)
        for isCareful in [false, true] {
            run.isCareful = isCareful
            let found = try run.run(text, name: "r.geojsonl").sets.lines
            // A, B and 7, and one that may be any of them; the list is no number.
            #expect(found == ["t tank 60..* undeterminable"])
        }
    }

    @Test("Spilled entries come back merged")
    func spilling() throws {
        var runs = CountRuns(limit: 4)
        var random = SeededGenerator(seed: 5)
        var expected: [Int64: Int64] = [:]
        for _ in 0..<500 {
            let number = Int64.random(in: -20...20, using: &random)
            expected[number, default: 0] += 1
            try runs.add(CountEntry(set: 1, kind: .windowSum, number: number, low: 0, high: 1))
        }
        #expect(runs.hasSpilled)
        var found: [Int64: Int64] = [:]
        var numbers: [Int64] = []
        try runs.forEach { entry in
            numbers.append(entry.number)
            found[entry.number] = entry.high
        }
        #expect(found == expected)
        #expect(numbers == numbers.sorted())
    }
}

extension SetFindings {
    /// What was found as it is written.
    fileprivate var json: String {
        var out = JSONLines()
        out.open()
        write(to: &out)
        out.close()
        let bytes = out.finish()
        return String(decoding: bytes.bytes, as: UTF8.self)
    }
}
