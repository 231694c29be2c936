import Agreements
import TestSupport
import Testing

@testable import AgreementFiles

/// Parties in the places of those of a precedent.
@Suite struct PrecedentPartyTests {
    static func precedent() throws -> Precedent {
        try PrecedentApplyingTests.precedent(
            needs: "{contact: {line: the line}}",
            """
            agreement: On no and n
            parties: {n: North, s: {name: South}, m: {name: Monitors, role: observer}}
            zero: 1999-06-09T00:00Z
            categories: {n: [tank], s: [gun]}
            lines:
              contact: {geometry: {needs: contact}, left: n, right: s, kind: contact}
            zones:
              n: {within: {n: 2 km, s: 3 km}, of: contact}
              s: {within: 2 km, of: contact, side: s}
              v: {within: [{width: {n: 2 km}, from: start, to: end}], of: contact}
            rules:
              n: {in: [n, s], prohibits: [n, {s: {party: n, state: [n]}}], party: [n, s], exempt: [{any: {party: s}}]}
              r: {withdraw: [tank], behind: 5 km, of: contact, party: s}
            suspended: [{party: n, rules: [n], from: D+3}]
            sites:
              h: {area: {within: 1 km, of: contact, side: n}, party: n, inventory: {n: 3}}
            obligations:
              o: {act: n, by: [n, m], in: [n], due: D+3}
            """)
    }

    static func applied(left: String?, right: String?) throws(AgreementFileErrors) -> Agreement {
        let folder: TemporaryFolder
        let precedent: Precedent
        do {
            (folder, precedent) = (try PrecedentApplyingTests.ground(), try Self.precedent())
        } catch {
            Issue.record(error)
            return Agreement()
        }
        var given = PrecedentApplyingTests.given(folder, ["contact": "line.geojson"])
        (given.partyLeft, given.partyRight) = (left, right)
        return try precedent.applied(to: given, as: folder.path + "/made.yaml").file.agreement
    }

    @Test("A party is replaced wherever it is named as a party, and nowhere else")
    func everywhere() throws {
        let agreement = try Self.applied(left: "Party North", right: nil)
        #expect(agreement.parties.map(\.id) == ["party-north", "s", "m"])
        #expect(agreement.parties.map(\.name) == ["Party North", "South", "Monitors"])
        #expect(agreement.lines[0].left == "party-north" && agreement.lines[0].right == "s")
        #expect(agreement.zones.map(\.id) == ["n", "s", "v", "h"])
        #expect(agreement.rules.map(\.id) == ["n", "r"])
        let rule = agreement.rules[0]
        #expect(rule.parties == ["party-north", "s"] && rule.zones == ["n", "s"])
        #expect(rule.demand.conditions.map(\.category) == ["n", "s"])
        #expect(rule.demand.conditions[1].parties == ["party-north"])
        #expect(
            rule.demand.conditions[1].attributes == [
                AttributeCondition(name: "state", oneOf: ["n"])
            ])
        #expect(rule.exempt[0].parties == ["s"] && agreement.rules[1].parties == ["s"])
        #expect(agreement.suspensions.map(\.party) == ["party-north"])
        #expect(agreement.suspensions.map(\.rules) == [["n"]])
        #expect(agreement.sites[0].party == "party-north")
        #expect(agreement.sites[0].inventory.map(\.category) == ["n"])
        #expect(agreement.obligations[0].parties == ["party-north", "m"])
        #expect(agreement.obligations[0].act == "n" && agreement.obligations[0].zones == ["n"])
    }

    @Test("Both change at once, also into each other")
    func both() throws {
        let agreement = try Self.applied(left: "S", right: "N")
        #expect(agreement.parties.map(\.id) == ["s", "n", "m"])
        #expect(agreement.lines[0].left == "s" && agreement.lines[0].right == "n")
        #expect(agreement.rules[1].parties == ["n"])
    }

    @Test(
        "Any name is shown as it is, and its identifier is in lower case with hyphens",
        arguments: [
            ("Party North", "party-north"), ("no", "no"), ("null", "null"),
            ("  Two   words ", "two-words"),
            ("\"Quoted\": 'a' & {b}", "quoted-a-b"), ("1st Army", "1st-army"), ("12", "12"),
            ("0646", "0646"),
            ("\u{1F600}", "party-left"), ("Сторона А", "сторона-а"), ("Left", "party-left"),
            ("any", "party-left"),
            ("- x", "x"),
            ("a;b", "a-b"), ("#x", "x"), ("M\u{301}x", "m\u{301}x"), ("true", "true"),
            ("~", "party-left"),
            ("x: y", "x-y"), ("\u{202E}abc", "abc"), ("12:30", "12-30"), ("a\\b\u{7}", "a-b"),
        ])
    func names(name: String, id: String) throws {
        let agreement = try Self.applied(left: name, right: nil)
        #expect(agreement.parties[0].id == id)
        let shown = name.split(separator: " ").joined(separator: " ")
        #expect(agreement.parties[0].name == shown)
        #expect(agreement.lines[0].left == id && agreement.rules[0].parties == [id, "s"])
    }

    @Test(
        "Parties that cannot be told apart are refused",
        arguments: [
            ("Same", "same", "are the same party"), ("M", nil, "has a party 'm' besides"),
            (nil, "n", "has a party 'n' besides"),
            ("", nil, "the name of the party on the left is empty"),
            (nil, " ", "the name of the party on the right is empty"),
        ] as [(String?, String?, String)])
    func faults(left: String?, right: String?, words: String) {
        let errors = #expect(throws: AgreementFileErrors.self) {
            try Self.applied(left: left, right: right)
        }
        #expect(errors?.description.contains(words) == true, "\(errors?.description ?? "")")
    }
}
