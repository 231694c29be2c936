import Geodesy
import TestSupport
import Testing

@testable import Agreements

/// Times that are known as spans: what rules with times say of them.
@Suite struct TimeSpanTests {
    private func moment(_ seconds: Int) -> Instant { Instant(seconds: Int64(seconds)) }

    @Test(
        "A rule from 100 until 200 covers a span surely, perhaps or not",
        arguments: [
            (100, 199, .yes, .yes), (0, 99, .no, .no), (200, 300, .no, .no),
            (99, 100, .undeterminable, .yes), (199, 200, .undeterminable, .yes),
            (0, 300, .undeterminable, .yes), (150, 150, .yes, .yes), (200, 200, .no, .no),
            (100, 100, .yes, .yes), (99, 99, .no, .no),
        ] as [(Int, Int, Answer, Answer)])
    func covers(first: Int, last: Int, sometime: Answer, throughout: Answer) {
        for (meaning, expected) in [
            (TimeSpan.Meaning.sometime, sometime), (.throughout, throughout),
        ] {
            let span = TimeSpan(first: moment(first), last: moment(last), meaning: meaning)
            let found = span.isCovered(from: moment(100), until: moment(200))
            #expect(found == expected, "\(span) \(meaning)")
        }
        #expect(
            TimeSpan(first: moment(0), last: moment(300), meaning: .throughout)
                .isCovered(from: moment(100), until: moment(100)) == .no)
    }

    /// An agreement about a point with rules that hold for a while.
    private func compiled(_ rules: [(from: Int?, until: Int?)]) throws -> CompiledAgreement {
        let around = Coordinate(longitude: 10, latitude: 50)
        var agreement = Agreement()
        agreement.zones = [
            Zone(id: "z", .aroundPoint(radius: .kilometres(5), centre: around))
        ]
        agreement.rules = rules.enumerated().map { number, times in
            Rule(
                id: "r\(number)", zones: ["z"], prohibits: [CategoryCondition("any")],
                from: times.from.map { .at(moment($0)) }, until: times.until.map { .at(moment($0)) }
            )
        }
        return try CompiledAgreement(agreement)
    }

    @Test("A rule is undeterminable exactly when moments of the span give different findings")
    func completions() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<LongRuns.count(300, inGate: 120) {
            func time() -> Int? {
                Bool.random(using: &random) ? Int.random(in: 0..<12, using: &random) : nil
            }
            let compiled = try compiled(
                (0..<4).map { _ in (time(), time()) }.filter { from, until in
                    guard let from, let until else { return true }
                    return from < until
                })
            let judge = BatchJudge(compiled)
            var reports: [Report] = []
            for _ in 0..<20 {
                let first = Int.random(in: 0..<12, using: &random)
                let last = Int.random(in: first..<13, using: &random)
                let meaning: TimeSpan.Meaning =
                    Bool.random(using: &random) ? .sometime : .throughout
                reports.append(
                    Report(
                        position: Coordinate(longitude: 10, latitude: 50), category: "tank",
                        span: TimeSpan(first: moment(first), last: moment(last), meaning: meaning)))
                reports.append(
                    Report(
                        position: Coordinate(longitude: 10, latitude: 50), category: "tank",
                        time: moment(first)))
            }
            let columns = ReportColumns(reports)
            let outcomes = judge.judge(columns)
            for (k, report) in reports.enumerated() {
                var judgement = judge.judgement(ofOutcome: outcomes.numbers[k])
                judgement.distance = compiled.judge(report).distance
                #expect(judgement == compiled.judge(report))
                #expect(columns.report(k) == report)
                guard let span = report.span else { continue }
                for rule in compiled.agreement.rules {
                    // Every moment of the span by itself.
                    let found = Set(
                        (span.first.seconds...span.last.seconds).map { second in
                            var single = report
                            (single.span, single.time) = (nil, Instant(seconds: second))
                            return compiled.judge(single).rules.first { $0.rule == rule.id }?
                                .finding
                        })
                    let expected: Finding? =
                        found.count == 1
                        ? found.first ?? nil
                        : span.meaning == .throughout ? .apparentBreach : .undeterminable
                    let said = compiled.judge(report).rules.first { $0.rule == rule.id }?.finding
                    #expect(said == expected, "\(span) \(span.meaning) \(rule)")
                }
            }
        }
    }

    @Test("An explanation says that a part of the time is what matters")
    func explained() throws {
        let compiled = try compiled([(100, nil)])
        let report = Report(
            position: Coordinate(longitude: 10, latitude: 50), category: "tank",
            span: TimeSpan(first: moment(50), last: moment(150)))
        let text = compiled.explain(report).text
        #expect(text.contains("it holds for a part only of the time that the report names"))
        #expect(text.contains("time 1970-01-01T00:00:50Z/1970-01-01T00:02:30Z"))
    }
}
