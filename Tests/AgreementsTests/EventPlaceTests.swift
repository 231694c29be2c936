import Geodesy
import Testing
import TestSupport
import Zones

@testable import Agreements

/// Events with two places, under rules that ask for them.
@Suite struct EventPlaceTests {
    private static func agreement(_ places: [EventPlace]) -> Agreement {
        var rule = Rule(
            id: "fire", .prohibits([CategoryCondition("fire")], in: ["dmz"]), parties: ["a"])
        rule.places = places
        return Agreement(
            parties: [Party(id: "a", name: "A"), Party(id: "b", name: "B")],
            zones: [
                Zone(id: "dmz", .aroundPoint(radius: .kilometres(2), centre: .at(30, 50)))
            ], rules: [rule])
    }

    private static let inside = EventPosition(.at(30, 50.001))
    private static let outside = EventPosition(.at(30, 50.1))
    /// Two kilometres to the limit, less than the bound.
    private static let open = EventPosition(.at(30, 50.018), uncertainty: .metres(50))
    private static let unreadable = EventPosition(Coordinate(longitude: .nan, latitude: .nan))

    private static let cases: [(EventPosition?, EventPosition, Finding)] = [
        (inside, outside, .apparentBreach), (outside, inside, .apparentBreach),
        (outside, outside, .compliant), (inside, inside, .apparentBreach),
        (nil, inside, .apparentBreach), (nil, outside, .undeterminable),
        (outside, open, .undeterminable), (inside, open, .apparentBreach),
        (unreadable, outside, .undeterminable), (unreadable, inside, .apparentBreach),
    ]

    @Test("No hostile act from or against the zone", arguments: cases)
    func both(origin: EventPosition?, effect: EventPosition, finding: Finding) throws {
        for index in [false, true] {
            var compiled = try CompiledAgreement(Self.agreement([.origin, .effect]))
            if index { compiled = try compiled.indexed() }
            // The reported position is the effect, or is said apart from it.
            var report = Report(
                position: effect.position, uncertainty: effect.uncertainty, category: "fire",
                party: "a")
            report.origin = origin
            #expect(compiled.judge(report).finding == finding)
            let judge = BatchJudge(compiled)
            let number = judge.judge(ReportColumns([report])).numbers[0]
            #expect(judge.judgement(ofOutcome: number).finding == finding)
            #expect(compiled.explain(report).rules[0].finding == finding)
            report.effect = effect
            report.position = .at(31, 51)
            report.uncertainty = .zero
            #expect(compiled.judge(report).finding == finding)
        }
    }

    @Test("Reports that differ in their places only are judged apart")
    func batch() throws {
        let judge = BatchJudge(try CompiledAgreement(Self.agreement([.origin])).indexed())
        let reports = [Self.inside, Self.outside, nil, Self.inside].map { origin in
            var report = Report(position: .at(30, 50.3), category: "fire", party: "a")
            report.origin = origin
            return report
        }
        let found = judge.judge(ReportColumns(reports)).numbers.map {
            judge.judgement(ofOutcome: $0).finding
        }
        #expect(found == [.apparentBreach, .compliant, .undeterminable, .apparentBreach])
    }

    @Test("A rule that asks for no place looks at the reported position")
    func none() throws {
        let compiled = try CompiledAgreement(Self.agreement([]))
        var report = Report(position: .at(30, 50.3), category: "fire", party: "a")
        report.origin = Self.inside
        #expect(compiled.judge(report).finding == .compliant)
    }
}
