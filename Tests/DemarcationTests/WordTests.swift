import Testing
import Zones

@testable import Demarcation

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
