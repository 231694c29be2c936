import Agreements
import Foundation
import TestSupport
import Testing

@Suite struct CodableJudgementTests {
    private static let text = """
        {"distance":{"metres":1937.428},"finding":"undeterminable","isSideCertain":true,"line":"contact",\
        "rules":[{"finding":"undeterminable","rule":"no-forces"}],"side":"north",\
        "zonesInside":["artillery"],"zonesUndeterminable":["dmz"]}
        """

    private static var judgement: Judgement {
        var judgement = Judgement()
        judgement.zonesInside = ["artillery"]
        judgement.zonesUndeterminable = ["dmz"]
        judgement.line = "contact"
        judgement.distance = .metres(1937.428)
        judgement.side = "north"
        judgement.finding = .undeterminable
        judgement.rules = [.init(rule: "no-forces", finding: .undeterminable)]
        return judgement
    }

    @Test("A judgement has the form that is stated, and comes back from it")
    func judgement() throws {
        #expect(try PlainJSON.text(of: Self.judgement) == Self.text)
        #expect(try PlainJSON.value(of: Self.text) == Self.judgement)
        #expect(try PlainJSON.value(of: try PlainJSON.text(of: Judgement())) == Judgement())
        var partly = Self.judgement
        partly.zonesPartly = ["near"]
        #expect(try PlainJSON.value(of: try PlainJSON.text(of: partly)) == partly)
    }

    @Test(
        "Judgements that cannot be are not read",
        arguments: [
            (#""rule":"no-forces""#, #""other":1"#),
            (#"[{"finding":"undeterminable""#, #"[{"finding":"unregulated""#),
            (#""finding":"undeterminable","isS"#, #""finding":"unheard-of","isS"#),
            ("1937.428", #""far""#),
        ])
    func refused(part: String, other: String) {
        let text = Self.text.replacingOccurrences(of: part, with: other)
        #expect(text != Self.text)
        #expect(throws: DecodingError.self) { let _: Judgement = try PlainJSON.value(of: text) }
    }

    @Test("A moment is text by RFC 3339, to the nanosecond")
    func instants() throws {
        let moment = Instant(seconds: 1_796_083_200, nanoseconds: 120_000_001)
        #expect(try PlainJSON.text(of: [moment]) == #"["2026-12-01T00:00:00.120000001Z"]"#)
        #expect(try PlainJSON.value(of: try PlainJSON.text(of: moment)) == moment)
        #expect(try PlainJSON.value(of: #""2026-12-01T02:00:00.120000001+02:00""#) == moment)
        for text in [#""2026-12-01T02:00:00""#, "1796083200", #""2026-13-01T02:00:00Z""#] {
            #expect(throws: DecodingError.self) { let _: Instant = try PlainJSON.value(of: text) }
        }
        for moment in [Instant(seconds: .max), Instant(seconds: 0, nanoseconds: -1)] {
            #expect(throws: EncodingError.self) { try PlainJSON.text(of: moment) }
        }
    }

    @Test("An answer is one of three words")
    func answers() throws {
        #expect(try PlainJSON.text(of: Answer.allCases) == #"["no","undeterminable","yes"]"#)
        #expect(try PlainJSON.value(of: #"["no","undeterminable","yes"]"#) == Answer.allCases)
        #expect(throws: DecodingError.self) {
            let _: [Answer] = try PlainJSON.value(of: #"["unknown"]"#)
        }
    }
}
