import Agreements
import Geodesy
import ReportFiles
import TestSupport
import Testing

@testable import DemarcationReport

/// What a page counts, and in what it writes it.
@Suite struct PageTests {
    private static func finding(
        _ word: String, party: String? = nil, margin: Double? = nil, time: Int64? = nil,
        zones: [String] = [], open: [String] = []
    ) -> ShownFinding {
        var finding = ShownFinding()
        finding.finding = word
        finding.position = Coordinate(longitude: 10, latitude: 50)
        (finding.party, finding.zones, finding.openZones) = (party, zones, open)
        finding.margin = margin.map { .metres($0) }
        finding.time = time.map { (Instant(seconds: $0), Instant(seconds: $0)) }
        finding.category = "tank"
        return finding
    }

    @Test("The deepest are those with the least margin, in order, whatever the order of reading")
    func deepest() {
        var random = SeededGenerator(seed: 1)
        let margins = (1...100).map { -Double($0) }.shuffled(using: &random)
        var tally = PageTally(nil)
        for margin in margins { tally.add(Self.finding("apparent_breach", margin: margin)) }
        #expect(tally.deepest.map { $0.margin?.metres ?? 0 } == (0..<12).map { -100 + Double($0) })
        #expect(tally.total[0] == 100)
    }

    @Test("Days are those of the clock; a report of several days has none")
    func days() throws {
        var tally = PageTally(try LocalClock(parsing: "+02:00"))
        // 23:30 of 1 January 1970 in UTC is the second there.
        #expect(tally.add(Self.finding("compliant", time: 84_600)) == 1)
        #expect(tally.add(Self.finding("compliant", time: 0)) == 0)
        var long = Self.finding("compliant")
        long.time = (Instant(seconds: 0), Instant(seconds: 200_000))
        #expect(tally.add(long) == nil)
        #expect(tally.withoutDay == 1 && tally.days.names == [1, 0])
        #expect(tally.span(.english) == "1 to 3 January 1970")
    }

    @Test(
        "Without a judgement reasons are told by what the record lacks, and by the zones that are open"
    )
    func reasons() {
        var reasons = PageReasons()
        func add(_ finding: ShownFinding) { reasons.add(finding, isOther: false) }
        add(Self.finding("undeterminable", party: "a", time: 0, open: ["x", "y"]))
        add(Self.finding("undeterminable", time: 0, open: ["x"]))
        var other = Self.finding("undeterminable", party: "a", time: 0)
        other.rules = [("undeterminable", ["r"]), ("compliant", ["s"])]
        add(other)
        #expect(
            reasons.counts == [
                .init(key: "why-zone", name: "x"): 2, .init(key: "why-zone", name: "y"): 1,
                .init(key: "why-party"): 1, .init(key: "why-rule", name: "r"): 1,
            ])
        #expect(reasons.inOrder.first?.reason == .init(key: "why-zone", name: "x"))
        #expect(reasons.judged == 0)
    }

    @Test("Refusals are told by their reason, not by their places")
    func refusals() {
        var tally = PageTally(nil)
        for number in 1...3 {
            var finding = Self.finding("refused")
            finding.error = "record \(number) at byte \(number * 100): latitude 95: no"
            finding.number = number
            tally.add(finding)
        }
        #expect(tally.refusals.map(\.reason) == ["latitude 95: no"])
        #expect(tally.refusals[0].count == 3 && tally.refusals[0].first.number == 1)
    }

    @Test("Bins of days hold each report once, and centuries apart are few bins")
    func bins() throws {
        var counts = PageTally.none
        counts[0] = 2
        let near = try #require(PageDays([10: counts, 12: counts]))
        #expect(near.width == 1 && near.counts.count == 3 && near.starts == [10, 11, 12, 13])
        let far = try #require(PageDays([-700_000: counts, 20_000: counts, 20_001: counts]))
        #expect(far.counts.count <= 401)
        #expect(far.counts.reduce(0) { $0 + $1[0] } == 6)
        #expect(PageDays([:]) == nil)
        #expect(PageDays([.min: counts, .max: counts]) == nil)
    }

    @Test("Squares hold each finding once, however many are asked to be few")
    func cells() {
        let projection = AzimuthalProjection(centre: Coordinate(longitude: 10, latitude: 50))
        var findings = PageFindings(projection)
        var random = SeededGenerator(seed: 2)
        for k in 0..<20_000 {
            var finding = Self.finding(k % 2 == 0 ? "apparent_breach" : "compliant")
            finding.position = Coordinate(
                longitude: Double.random(in: 9...11, using: &random),
                latitude: Double.random(in: 49.5...50.5, using: &random))
            findings.add(finding, day: Int64(k % 40))
        }
        let frame = MapFrame(
            about: findings.map.marks.map(\.point), left: 0, top: 0, width: 1000, height: 700)
        let cells = PageCells(findings.map.marks, frame)
        #expect(cells.entries.reduce(0) { $0 + $1.count } == 20_000 && cells.outside == 0)
        #expect(findings.isCounted && findings.told.count == PageFindings.mostGravest)
    }

    @Test("SHA-256 in the base 64 of policies")
    func hash() {
        // The hash of nothing, as in every table of test vectors.
        #expect(
            HTML.policyHash([]) == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
    }

    @Test("Texts in JSON end no script")
    func quoting() {
        #expect(PageData.quoted("</script>&\u{2028}\"") == #""\u003c/script\u003e\u0026\u2028\"""#)
        #expect(PageData.shown("a\u{202E}b") == #""a\\u202Eb""#)
        #expect(
            PageData.thousandths(.metres(-1.2345)) == -1235
                || PageData.thousandths(.metres(-1.2345)) == -1234)
        #expect(PageData.thousandths(.metres(.infinity)) == nil)
    }

    @Test("Columns are written in the shortest of several ways")
    func columns() {
        #expect(PageData.column([]) == "[]")
        #expect(PageData.column([7]) == "[7]")
        #expect(PageData.column([7, 7, 7]) == "{\"all\":7}")
        #expect(PageData.column([nil, nil]) == "{\"all\":null}")
        #expect(PageData.column([1001, 1002, 1003]) == #"{"from":1001,"by":1}"#)
        #expect(PageData.column([5, 0, 7]) == "[5,0,7]")
        #expect(PageData.column([1001, nil, 1002]) == "[1001,null,1002]")
        #expect(
            PageData.column((0..<9).map { 1_000_000 + $0 * $0 })
                == #"{"steps":[1000000,1,3,5,7,9,11,13,15]}"#)
        #expect(
            PageData.column(
                [900, nil, 300, 600, 1200, 600, 900].map { $0.map { 1_000_000_000 + $0 } })
                == #"{"least":1000000300,"unit":300,"of":[2,null,0,1,3,1,2]}"#)
    }

    @Test("What blocks gathered is what is gathered in one go", arguments: [1, 3, 900, 20_000])
    func blocks(size: Int) throws {
        let projection = AzimuthalProjection(centre: Coordinate(longitude: 10, latitude: 50))
        let agreement = Agreement(parties: [], lines: [], zones: [], rules: [])
        var random = SeededGenerator(seed: 4)
        let words = ["apparent_breach", "undeterminable", "compliant", "compliant", "refused"]
        var all: [ShownFinding] = []
        for k in 0..<11_000 {
            var finding = Self.finding(
                words.randomElement(using: &random) ?? "", party: "p\(k % 2500)",
                margin: Double.random(in: -9...9, using: &random).rounded(), time: Int64(k) * 777,
                zones: ["z\(Int.random(in: 0..<5, using: &random))"], open: ["o"])
            finding.number = k + 1
            finding.bound = .metres(100)
            if finding.finding == "refused" { finding.error = "record \(k): r\(k % 300)" }
            all.append(finding)
        }
        var whole = PageGathering(projection, agreement)
        for finding in all { whole.add(finding, nil) }
        var pieces = PageGathering(projection, agreement)
        // A worker may have asked for its block when less was known.
        var earlier = pieces.ofBlock()
        for start in stride(from: 0, to: all.count, by: size) {
            var block = earlier
            earlier = pieces.ofBlock()
            for finding in all[start..<min(start + size, all.count)] { block.add(finding, nil) }
            pieces.add(block)
        }
        func told(_ gathering: PageGathering) -> [Int] {
            gathering.findings.told.map(\.finding.number)
        }
        #expect(told(pieces) == told(whole) && told(whole).count == PageFindings.mostGravest)
        #expect(
            pieces.findings.open.map(\.finding.number) == whole.findings.open.map(\.finding.number))
        #expect(pieces.tally.total == whole.tally.total)
        #expect(pieces.tally.zones.byName == whole.tally.zones.byName)
        #expect(pieces.tally.days.byName == whole.tally.days.byName)
        #expect(pieces.tally.deepest.map(\.number) == whole.tally.deepest.map(\.number))
        #expect(pieces.tally.refusals.map(\.reason).count == 200)
        #expect(pieces.tally.parties.names.count == 2001, "and the others together")
        #expect(
            pieces.tally.parties.byName.values.joined().reduce(0, +)
                == all.count { $0.error == nil })
        #expect(
            pieces.findings.map.marks.map(\.point) == whole.findings.map.marks.map(\.point))
        #expect(pieces.findings.map.areas.isEmpty, "there are too many to be drawn one by one")
    }
}

extension PageTally {
    @discardableResult
    fileprivate mutating func add(_ finding: ShownFinding) -> Int64? {
        add(finding, FindingKind(word: finding.finding))
    }
}

extension PageFindings {
    fileprivate mutating func add(_ finding: ShownFinding, day: Int64?) {
        add(finding, FindingKind(word: finding.finding), nil, day: day)
    }
}
