import AgreementFiles
import Agreements
import Geodesy
import Testing

/// Rules of every kind as files write them, and what is refused.
@Suite struct DemandReadingTests {
    static let head = """
        parties: {north: Party North, south: Party South, mission: {name: Monitors, role: observer}}
        zero: 2026-12-01T00:00+02:00 Europe/Kyiv
        lines:
          contact: {geometry: [[0, -1], [0, 1]], left: north, right: south, edges: geodesic, kind: contact, status: disputed, prejudice: none}
          bare: {geometry: [[2, -1], [2, 1]], edges: geodesic}
        zones:
          dmz: {within: 2 km each side, of: contact}

        """

    static func read(_ rest: String) throws -> AgreementFile {
        try AgreementFile.read(text: head + rest)
    }

    @Test("A whole rule")
    func whole() throws {
        let agreement = try Self.read(
            """
            time-zone: Europe/Kyiv
            zeros: {zolote: unknown}
            reach: {grad: 21 km}
            suspended: {party: south, rules: back, until: D+3}
            rules:
              back: {withdraw: [grad], party: south, behind: own reach, of: contact, ends: prolonged, begin: zolote+3, due: D+16, hours: 22:00-05:00, months: 11-2, clause: 7}
            """
        ).agreement
        let rule = agreement.rules[0]
        #expect(
            rule.demand
                == .withdraw(
                    [CategoryCondition("grad")], behind: .ownReach, of: "contact", ends: .prolonged)
        )
        #expect(rule.from == .daysAfter("zolote", 3) && rule.due == .days(16))
        #expect(rule.hours?.description == "22:00-05:00" && rule.months == [11, 12, 1, 2])
        #expect(agreement.zeros == [NamedZero("zolote", nil)])
        #expect(agreement.reach == [Agreement.Reach("grad", .kilometres(21))])
        #expect(
            agreement.suspensions == [Suspension(party: "south", rules: ["back"], until: .days(3))])
        #expect(agreement.parties[2].role == .observer)
        #expect(agreement.lines[0].kind == .contact && agreement.lines[0].status == .disputed)
        #expect(agreement.lines[0].isWithoutPrejudice && !agreement.lines[1].isWithoutPrejudice)
    }

    @Test("A rule of any party binds observers too, unless a party has that name")
    func anyParty() throws {
        let rule = "rules: {r: {in: dmz, prohibits: [tank], party: any}}"
        let agreement = try Self.read(rule).agreement
        #expect(agreement.rules[0].bindsObservers && agreement.rules[0].parties.isEmpty)
        var report = Report(position: Coordinate(longitude: 0, latitude: 0.5), category: "tank")
        let compiled = try CompiledAgreement(agreement)
        #expect(compiled.judge(report).finding == .apparentBreach)
        report.party = "mission"
        #expect(compiled.judge(report).finding == .apparentBreach)
        let named = try AgreementFile.read(
            text: Self.head.replacing("mission: {", with: "any: {") + rule
        ).agreement
        #expect(!named.rules[0].bindsObservers && named.rules[0].parties == ["any"])
    }

    @Test(
        "What is refused, and where",
        arguments: [
            ("rules: {r: {withdraw: [tank], of: contact}}", "has no 'behind'"),
            ("rules: {r: {withdraw: [tank], behind: -5 km, of: contact}}", "-5 km"),
            ("rules: {r: {withdraw: [tank], behind: own side, of: contact}}", "own side"),
            ("rules: {r: {withdraw: [tank], behind: 5 km}}", "has no 'of'"),
            ("rules: {r: {withdraw: [tank], behind: 5 km, of: bare}}", "whose its sides are"),
            ("rules: {r: {withdraw: [tank], behind: 5 km, of: dmz}}", "there is no line 'dmz'"),
            (
                "rules: {r: {withdraw: [tank], behind: 5 km, of: contact, party: mission}}",
                "has no side of line 'contact'"
            ),
            ("rules: {r: {withdraw: [tank], behind: own reach, of: contact}}", "states no reach"),
            (
                "rules: {r: {withdraw: [tank], behind: 5 km, of: contact, in: dmz}}",
                "'in' does not go with 'withdraw'"
            ),
            ("rules: {r: {stay: north, of: contact}}", "stay is 'own side'"),
            ("rules: {r: {stay: own side}}", "has no 'of'"),
            ("rules: {r: {only: [tank]}}", "has no 'in'"),
            ("rules: {r: {only: [tank], in: nowhere}}", "there is no zone 'nowhere'"),
            ("rules: {r: {reserve: dmz}}", "has no 'for'"),
            ("rules: {r: {reserve: nowhere, for: [relief]}}", "there is no zone 'nowhere'"),
            ("rules: {r: {prohibits: [tank]}}", "has no 'in'"),
            ("rules: {r: {in: dmz, prohibits: [tank], begin: D+1, from: D+2}}", "the same moment"),
            ("rules: {r: {in: dmz, prohibits: [tank], begin: D+5, due: D+2}}", "before it begins"),
            ("rules: {r: {in: dmz, prohibits: [tank], until: D+5, due: D+5}}", "when it has ended"),
            ("rules: {r: {in: dmz, prohibits: [tank], hours: 25:00-26:00}}", "no hours of the day"),
            ("rules: {r: {in: dmz, prohibits: [tank], hours: 07:00-19:00}}", "no 'time-zone'"),
            ("rules: {r: {in: dmz, prohibits: [tank], months: 13}}", "no month"),
            ("rules: {r: {in: dmz, prohibits: [tank], from: zolote+3}}", "zolote+3"),
            (
                "rules: {r: {in: dmz, prohibits: [tank], exempt: [any], unless-reported: maybe}}",
                "unless-reported is one of"
            ),
            ("levels: {echelon: [platoon]}", "two or more words"),
            ("levels: {echelon: [platoon, Platoon]}", "two or more words"),
            (
                "levels: {echelon: [platoon, company]}\nrules: {r: {in: dmz, prohibits: [{x: {echelon: \">= brigade\"}}]}}",
                "no level of echelon"
            ),
            (
                "rules: {r: {in: dmz, prohibits: [{x: {echelon: \">= brigade\"}}]}}",
                "words are in an order only where 'levels' says it"
            ),
            (
                "categories: {mlrs: [grad]}\nreach: {mlrs: 40 km, grad: 21 km}",
                "another reach is stated"
            ),
            ("reach: {grad: far}", "far"),
            ("suspended: [{rules: [nothing]}]", "there is no rule 'nothing'"),
            ("suspended: [{party: east}]", "there is no party 'east'"),
            ("unattributed: side", "unattributed is one of"),
        ])
    func refused(rest: String, words: String) throws {
        let error = #expect(throws: (any Error).self) { try Self.read(rest) }
        let text = error.map { "\($0)" } ?? ""
        #expect(text.contains(words), "\(text)")
        // The line and the column stand before it.
        #expect(text.contains(where: \.isNumber) && text.contains(":"), "\(text)")
    }
}
