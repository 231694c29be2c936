import AgreementFiles
import Foundation
import Geodesy
import TestSupport
import Testing

@testable import Agreements

/// Of several rules that are contradicted the one whose limit is farthest away.
@Suite struct DeepestRuleTests {
    private static let text = """
        parties: {west: West, east: East}
        lines: {l: {geometry: [[0, -1], [0, 1]], left: west, right: east, edges: geodesic}}
        zones:
          near: {within: 2 km each side, of: l}
          port: {within: 30 km, of: [0.1, 0]}
        rules:
          near: {in: near, prohibits: [gun]}
          back: {withdraw: [gun], behind: 5 km, of: l}
          port: {in: port, prohibits: [gun]}
          kept: {stay: own side, of: l}
        """

    /// On the equator 0.01 degrees are 1,113.195 m, and on the meridian of the line distances to it are along the
    /// equator.
    private static let degree = 111_319.490_793

    private static func reports() -> [(Report, rule: String, margin: Double)] {
        func at(_ longitude: Double, _ party: String) -> Report {
            Report(
                position: Coordinate(longitude: longitude, latitude: 0), category: "gun",
                party: party)
        }
        let near = 0.01 * degree
        return [
            // 1.1 km behind the line: 0.9 km within the zone, 3.9 km too near, 30 km less 10 km within the ring.
            (at(0.01, "east"), "port", -(30_000 - 0.09 * degree)),
            // The same beyond the line: the ring is deeper still.
            (at(0.01, "west"), "port", -(30_000 - 0.09 * degree)),
            // Far from the ring, to the west of the line.
            (at(-0.3, "east"), "back", -(5000 + 0.3 * degree)),
            (at(-0.18, "west"), "near", 0.18 * degree - 2000),
            (at(-0.01, "west"), "port", -(30_000 - 0.11 * degree)),
            (at(-0.26, "east"), "back", -(5000 + 26 * near)),
        ]
    }

    @Test("The rule and its margin by hand, with an index and without", arguments: [true, false])
    func byHand(isIndexed: Bool) throws {
        let agreement = try AgreementFile.read(text: Self.text).agreement
        let plain = try CompiledAgreement(agreement)
        let judge = BatchJudge(isIndexed ? try plain.indexed(.rough) : plain)
        let cases = Self.reports()
        let columns = ReportColumns(cases.map(\.0))
        let found = judge.judge(columns, wanting: [.margins, .nearestPlace])
        let rules = judge.judge(columns, wanting: .deepestRule)
        for (k, (report, rule, margin)) in cases.enumerated() {
            let judgement = judge.judgement(ofOutcome: found.numbers[k])
            #expect(judgement.gravestRule == rule, "\(report.position) \(judgement)")
            #expect(abs(found.margins[k].metres - margin) < 0.01, "\(found.margins[k]), \(margin)")
            let alone = judge.judgement(ofOutcome: rules.numbers[k])
            #expect(alone.gravestRule == rule && alone.rules == judgement.rules)
            // Asked for nothing it is the first, and nothing else differs.
            var first = judge.judgement(
                ofOutcome: judge.judge(ReportColumns([report])).numbers[0])
            first.deepestRule = judgement.deepestRule
            #expect(first == judgement)
        }
        #expect(found.numbers.count == cases.count)
    }

    @Test("Of rules that are kept the first counts, whichever is nearest")
    func kept() throws {
        let agreement = try AgreementFile.read(text: Self.text).agreement
        let judge = BatchJudge(try CompiledAgreement(agreement))
        let far = Report(
            position: Coordinate(longitude: 0.5, latitude: 0), category: "gun", party: "east")
        let found = judge.judge(ReportColumns([far]), wanting: [.margins, .deepestRule])
        let judgement = judge.judgement(ofOutcome: found.numbers[0])
        #expect(judgement.finding == .compliant && judgement.gravestRule == "near")
        #expect(abs(found.margins[0].metres - (0.5 * Self.degree - 2000)) < 0.01)
    }

    @Test("It is written with the judgement, and comes back")
    func coded() throws {
        var judgement = Judgement()
        judgement.finding = .apparentBreach
        judgement.rules = ["a", "b"].map { .init(rule: $0, finding: .apparentBreach) }
        judgement.deepestRule = "b"
        let data = try JSONEncoder().encode(judgement)
        let again = try JSONDecoder().decode(Judgement.self, from: data)
        #expect(again == judgement && again.gravestRule == "b")
    }
}
