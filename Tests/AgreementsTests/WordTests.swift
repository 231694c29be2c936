import Geodesy
import Testing
import Zones

@testable import Agreements

@Suite struct WordTests {
    @Test(
        "Categories and what they are",
        arguments: [
            ("howitzer", ["howitzer", "artillery", "military"]), ("military", ["military"]),
            ("Tank ", ["tank", "military"]), ("tank.t64", ["tank.t64", "tank", "military"]),
            // A category may be in a dotted one, which begins with others.
            ("rifle", ["rifle", "arms.small", "arms"]), ("bus", ["bus"]),
        ])
    func kinds(category: String, expected: [String]) {
        let tree = CategoryTree([
            .init("military", ["tank", "Artillery"]), .init("artillery", ["howitzer"]),
            .init("arms.small", ["rifle"]),
        ])
        #expect(tree.kinds(of: category) == Set(expected))
    }

    @Test("A tree that goes in circles is followed once")
    func circle() {
        let tree = CategoryTree([.init("a", ["b"]), .init("b", ["a"])])
        #expect(tree.kinds(of: "a") == ["a", "b"])
        #expect(Agreement(categories: tree).faults.map(\.code) == [.categoryCycle])
    }

    @Test(
        "Conditions on what a report says",
        arguments: [
            (">= 100 mm", "100 mm", Answer.yes), (">= 100 mm", "99.999 mm", .no),
            ("> 100 mm", "100 mm", .no), ("> 100 mm", "10.1 cm", .yes), ("<= 0.1 m", "100mm", .yes),
            ("< 100 mm", "4 in", .no), ("= 122 mm", "12.2 cm", .yes), ("122 mm", "0.122 m", .yes),
            (">= 5", "5", .yes), (">= 5", "5 mm", .undeterminable),
            (">= 100 mm", "122", .undeterminable),
            (">= 100 mm", "", .undeterminable), (">= 100 mm", "about 120 mm", .undeterminable),
            (">= 3 t", "3000 kg", .yes), (">= 3 t", "2999999 g", .no),
            (">= 100 mm", "nan mm", .undeterminable),
        ])
    func conditions(condition: String, report: String, expected: Answer) throws {
        let parsed = try AttributeCondition(name: "calibre", parsing: condition)
        #expect(parsed.holds(for: ["calibre": report]) == expected)
        #expect(parsed.holds(for: [:]) == .undeterminable)
    }

    @Test(
        "A property given by several names decides only where they agree",
        arguments: [
            (["calibre": "90 mm", "calibre_mm": "122"], Answer.undeterminable, 2),
            (["calibre_cm": "9.0", "calibre_mm": "122"], .undeterminable, 2),
            (["calibre": "150 mm", "calibre_mm": "122"], .undeterminable, 2),
            (["calibre": "122 mm", "calibre_cm": "12.2"], .yes, 0),
            (["calibre": "12.2 cm", "calibre_mm": "1.22e2", "calibre_m": "0.122"], .yes, 0),
            (["calibre": "5 kg", "calibre_mm": "122"], .undeterminable, 2),
            // A bare number may be in any unit; a text that is none agrees with nothing.
            (["calibre": "122", "calibre_mm": "122"], .yes, 0),
            (["calibre": "12.2", "calibre_mm": "122"], .yes, 0),
            (["calibre": "90", "calibre_mm": "122"], .undeterminable, 2),
            (["calibre": "large", "calibre_mm": "122"], .undeterminable, 2),
            (["calibre": "ca 122", "calibre_mm": "90"], .undeterminable, 2),
            (["calibre": " ", "calibre_mm": "122"], .yes, 0),
            (["calibre": "large"], .undeterminable, 0),
            (["calibre_mm": "1.22e2"], .yes, 0), (["calibre_mm": "0.9E+2"], .no, 0),
            (["calibre": "1.22e2 mm"], .yes, 0), (["calibre": "0.1 M"], .undeterminable, 0),
        ])
    func several(attributes: [String: String], expected: Answer, conflicts: Int) throws {
        let condition = try AttributeCondition(name: "calibre", parsing: ">= 100 mm")
        #expect(condition.holds(for: attributes) == expected)
        #expect(condition.conflict(in: attributes).count == conflicts)
    }

    @Test("What disagrees is named in the explanation, of an exemption too")
    func explained() throws {
        let line = ReferenceLine(
            id: "l",
            geometry: try LineGeometry([
                Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 1, latitude: 0),
            ]))
        let big = try AttributeCondition(name: "calibre", parsing: ">= 100 mm")
        let zone = Zone(id: "z", .within(.kilometres(9), of: "l"))
        let compiled = try CompiledAgreement(
            Agreement(
                lines: [line], zones: [zone],
                rules: [
                    Rule(id: "r", zones: ["z"], prohibits: [CategoryCondition("a", [big])]),
                    Rule(
                        id: "s", zones: ["z"], prohibits: [CategoryCondition("a")],
                        exempt: [CategoryCondition("a", [big])]),
                ]))
        let report = Report(
            position: Coordinate(longitude: 0.5, latitude: 0.01), category: "a",
            attributes: ["calibre": "90 mm", "calibre_mm": "122"])
        let explanation = compiled.explain(report)
        #expect(explanation.judgement.finding == .undeterminable)
        for rule in explanation.rules {
            #expect(rule.finding == .undeterminable)
            #expect(
                rule.reason.contains(
                    "calibre is given as '90 mm' (calibre) and '122' (calibre_mm), which disagree"),
                "\(rule.reason)")
        }
    }

    @Test("Conditions that are none", arguments: ["", ">=", ">= mm", "=> 100 mm", ">= 100 parsec"])
    func refusing(condition: String) {
        #expect(throws: AttributeCondition.ParsingError.self) {
            try AttributeCondition(name: "calibre", parsing: condition)
        }
    }

    @Test(
        "The nearest right word",
        arguments: [
            ("whithin", "within"), ("nroth", "north"), ("Polygon", "polygon"),
            ("polgon", "polygon"),
            ("xyz", nil), ("o", "of"), ("", nil),
        ])
    func spelling(word: String, meant: String?) {
        let known = ["within", "polygon", "north", "of"]
        #expect(Spelling.nearest(to: word, in: known) == meant)
    }

    @Test(
        "Letters changed between words",
        arguments: [("kitten", "sitting", 3), ("north", "nroth", 1), ("", "abc", 3), ("a", "a", 0)])
    func changes(a: String, b: String, count: Int) {
        #expect(Spelling.changes(Array(a), Array(b)) == count)
    }
}
