import Geodesy
import Testing
import TestSupport
import Zones

@testable import Agreements

/// Reports that name no party, counted as those of the party on whose side they lie.
@Suite struct UnattributedTests {
    static func compiled(_ unattributed: Agreement.Unattributed) throws -> CompiledAgreement {
        try CompiledAgreement(
            Agreement(
                parties: [Party(id: "west", name: "W"), Party(id: "east", name: "E")],
                unattributed: unattributed,
                lines: [
                    ReferenceLine(
                        id: "line", geometry: try LineGeometry([.at(0, -1), .at(0, 1)]),
                        left: "west", right: "east")
                ],
                zones: [Zone(id: "near", .within(.kilometres(2), of: "line"))],
                rules: [
                    Rule(
                        id: "west", zones: ["near"], prohibits: [CategoryCondition("tank")],
                        parties: ["west"])
                ]))
    }

    /// Metres east, the bound, and what is said by side and otherwise.
    @Test(
        "By the side where that is certain, else undeterminable",
        arguments: [
            (-500.0, 0.0, Finding.apparentBreach, Finding.undeterminable),
            (500, 0, .unregulated, .undeterminable), (-5, 20, .undeterminable, .undeterminable),
            (-5_000, 0, .compliant, .compliant), (5_000, 0, .unregulated, .compliant),
            (0, 0, .undeterminable, .undeterminable),
        ])
    func sides(east: Double, bound: Double, bySide: Finding, otherwise: Finding) throws {
        for (word, expected) in [
            (Agreement.Unattributed.bySide, bySide), (.undeterminable, otherwise),
        ] {
            let plain = try Self.compiled(word)
            let indexed = try plain.indexed(.rough)
            for party in [nil, "", " "] {
                let report = Report(
                    position: .at(east / 111_319.490_793_273_58, 0), uncertainty: .metres(bound),
                    category: "tank", party: party)
                for compiled in [plain, indexed] {
                    #expect(compiled.judge(report).finding == expected, "\(word)")
                    // Also where nobody wants to be told the side.
                    let judge = BatchJudge(compiled)
                    let found = judge.judge(ReportColumns([report]), wanting: [])
                    #expect(judge.judgement(ofOutcome: found.numbers[0]).finding == expected)
                    #expect(compiled.explain(report).rules[0].finding ?? .unregulated == expected)
                }
            }
            // A party that is named is that.
            let east = Report(
                position: .at(-500 / 111_319.490_793_273_58, 0), category: "tank", party: "east")
            #expect(plain.judge(east).finding == .unregulated)
        }
    }
}
