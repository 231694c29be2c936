import AgreementFiles
import Agreements
import Testing

/// Agreements in clauses, as a person drafts and proof-reads them.
@Suite struct ClauseWordTests {
    private static let head = """
        agreement: A *starred* title
        parties: {north: Party North, south: Party South, mission: {name: The Mission, role: observer}}
        zero: 2026-12-01T00:00+02:00 Europe/Kyiv
        time-zone: Europe/Kyiv
        zeros: {second: unknown}
        levels: {echelon: [company, battalion, regiment]}
        lines:
          contact: {geometry: [[30, 49], [30, 51]], left: north, right: south, edges: geodesic, kind: contact, accuracy: 50 m, status: provisional, prejudice: none}
          first: {geometry: [[32, 49], [32, 50]], edges: geodesic, kind: withdrawal}
          other: {geometry: [[33, 49], [33, 50]], edges: geodesic, kind: withdrawal, markers: {m: [33, 49.5]}}

        """

    private static func words(_ rest: String) throws -> [WordedClause] {
        AgreementWords(try AgreementFile.read(text: head + rest).agreement).clauses
    }

    @Test(
        "Every kind of zone has its sentence",
        arguments: [
            (
                "{within: 2 km each side, of: contact}",
                "The zone is within 2 km of contact to each side."
            ),
            (
                "{within: 5 km total, of: contact}",
                "The zone is within 2.5 km of contact to each side."
            ),
            (
                "{within: {north: 25 km, south: 35 km}, of: contact}",
                "The zone is within 25 km on the side of north and 35 km on the side of south of contact."
            ),
            (
                "{within: 2 km, of: contact, side: north, ends: flat}",
                "The zone is within 2 km on the side of north of contact, ending flat at open ends."
            ),
            (
                "{between: [10 km, 20 km], of: contact, side: south}",
                "The zone is from 10 km to 20 km from contact on the side of south."
            ),
            ("{between: [first, other]}", "The zone is between first and other."),
            (
                "{between: [first, other], half: other}",
                "The zone is the half of the area between first and other nearer to other."
            ),
            (
                "{within: unknown up to 30 km, of: [31, 50]}",
                "The zone is within an unknown distance of up to 30 km of the position [31.0, 50.0]."
            ),
            (
                "{within: 15-20 km each side, of: contact}",
                "The zone is within 15 km to 20 km, which is not known better, of contact to each side."
            ),
            (
                "{within: 500 m total, along: [[30, 50], [31, 50]], edges: geodesic}",
                "The zone is within 250 m of a route to each side."
            ),
            (
                "{polygon: [[30, 50], [31, 50], [31, 51], [30, 50]], status: cleared}",
                "The zone is an area by coordinates (1 polygon), cleared."
            ),
            (
                "{within: [{width: 1 km each side, from: start, to: m}, {width: 2 km each side, from: m, to: end}], of: other}",
                "The zone is within 1 km of other to each side from its start to m, within 2 km of other to each side from m to its end."
            ),
            ("{difference: [x, y]}", "The zone is x, except y."),
            ("{union: [x, y]}", "The zone is in x or in y."),
        ])
    func zones(_ zone: String, _ sentence: String) throws {
        let clauses = try Self.words(
            """
            zones:
              x: {within: 1 km, of: [40, 50]}
              y: {within: 1 km, of: [40, 50.01]}
              z: \(zone)
            """)
        #expect(clauses.first { $0.section == .zones && $0.id == "z" }?.sentence == sentence)
    }

    @Test(
        "Every kind of rule has its sentence",
        arguments: [
            (
                "{withdraw: [{artillery: {calibre: \">= 100 mm\"}}], behind: 25 km, of: contact, from: D+16}",
                "Each Party shall keep artillery of 100 mm or more at least 25 km behind the line of contact on its own side, from D+16 (2026-12-17T00:00:00+02:00)."
            ),
            (
                "{withdraw: [mlrs], behind: own reach, of: contact, party: north, begin: D+2, due: D+16}",
                "Party North shall keep mlrs at least as far as it reaches behind the line of contact on its own side, from D+2 (2026-12-03T00:00:00+02:00). This shall be completed by D+16 (2026-12-17T00:00:00+02:00)."
            ),
            (
                "{stay: own side, of: contact, party: [north, south], ends: prolonged}",
                "Each of Party North and Party South shall keep anything on its own side of the line of contact, and of its last edges prolonged."
            ),
            (
                "{in: [x, y], prohibits: [tank, {exercise: {echelon: \">= battalion\"}}], where: [origin, effect]}",
                "Each Party shall keep tank and exercise with echelon battalion or more out of the zones x and y, by where it comes from or takes effect."
            ),
            (
                "{only: [reinforcement], in: x, hours: 07:00-19:00, months: 4-6}",
                "Each Party shall have reinforcement in the zone x only, daily at 07:00-19:00, in April, May and June."
            ),
            (
                "{reserve: x, for: [relief], exempt: [{any: {activity: [medevac, rescue]}}], unless-reported: not-exempt}",
                "Each Party shall have nothing but relief in the zone x. It does not apply to anything with activity medevac or rescue. Where nothing is reported of that, it does not count as exempt."
            ),
            (
                "{in: x, limits: {person: 1000, tank: 75}, party: north, per: 24 h, same: serial}",
                "Party North shall have at most 1,000 person and 75 tank in the zone x. What is there at once counts in each 24 h, each serial once."
            ),
            (
                "{in: x, limits: {tank: 75}, counts: in-window, until: second+3}",
                "All Parties together shall have at most 75 tank in the zone x, until second+3 (not known yet). All count together."
            ),
        ])
    func rules(_ rule: String, _ sentence: String) throws {
        let reach = rule.contains("own reach") ? "reach: {mlrs: 21 km}\n" : ""
        let clauses = try Self.words(
            """
            \(reach)zones:
              x: {within: 1 km, of: [40, 50]}
              y: {within: 1 km, of: [40, 50.01]}
            rules:
              r: \(rule)
            """)
        #expect(clauses.first { $0.section == .rules }?.sentence == sentence)
    }

    @Test("Lines, parties, sites, obligations and suspensions have theirs")
    func rest() throws {
        let clauses = try Self.words(
            """
            zones: {x: {within: 1 km, of: [40, 50]}}
            rules: {r: {in: x, prohibits: [tank]}}
            suspended: [{party: south, rules: [r], from: D+20}]
            sites: {s: {area: {within: 1 km, of: [41, 50]}, party: north, inventory: {tank: 12}, same: serial}}
            obligations: {o: {act: inspection, by: mission, in: [s], every: 14 d}}
            """)
        func sentence(_ section: WordedClause.Section, _ id: String) -> String? {
            clauses.first { $0.section == section && $0.id == id }?.sentence
        }
        #expect(sentence(.preamble, "north") == "Party North, a Party.")
        #expect(
            sentence(.preamble, "mission")
                == "The Mission, who observes and is bound by nothing that does not name it.")
        #expect(
            sentence(.preamble, "D")
                == "Days are counted from 2026-12-01T00:00:00+02:00; days keep the clock of Europe/Kyiv."
        )
        #expect(
            sentence(.preamble, "second")
                == "Days of second are counted from a moment that is not known yet.")
        #expect(
            sentence(.lines, "contact")
                == "The line of contact, Party North on its left, Party South on its right, known to 50 m, provisional, without prejudice to claims."
        )
        #expect(
            sentence(.sites, "s") == "Party North shall keep 12 tank here, told apart by serial.")
        #expect(
            sentence(.obligations, "o")
                == "The Mission shall see to inspection in each of s once every 14 d.")
        #expect(
            sentence(.suspensions, "1")
                == "r does not bind Party South, from D+20 (2026-12-21T00:00:00+02:00).")
    }

    @Test("The document numbers its clauses, cites the text, and marks what Markdown would take")
    func document() throws {
        let file = try AgreementFile.read(
            text: Self.head + """
                zones: {x: {within: 1 km, of: [40, 50], clause: "Art. [2]", provenance: secondary}}
                """)
        let text = AgreementWords(file.agreement).markdown
        #expect(text.hasPrefix("# A \\*starred\\* title\n\n## Parties and times\n\n1. **north**: "))
        #expect(
            text.contains(
                "1. **x**: The zone is within 1 km of the position \\[40.0, 50.0\\]. (Art. \\[2\\]; secondary)\n"
            ))
    }

    @Test("Against an older agreement: what came, went, and reads or lies otherwise")
    func differences() throws {
        func words(_ rest: String) throws -> AgreementWords {
            AgreementWords(try AgreementFile.read(text: Self.head + rest).agreement)
        }
        let old = try words(
            """
            zones: {a: {polygon: [[30, 50], [31, 50], [31, 51], [30, 50]]}, b: {within: 1 km, of: [40, 50]}, c: {within: 1 km, of: [41, 50]}}
            rules: {r: {in: b, prohibits: [tank]}}
            """)
        let new = try words(
            """
            zones: {a: {polygon: [[30, 50], [31, 50], [31, 52], [30, 50]]}, b: {within: 2 km, of: [40, 50]}, d: {within: 1 km, of: [41, 50]}}
            rules: {r: {in: b, prohibits: [tank]}}
            """)
        let text = new.markdown(against: old)
        #expect(text.contains("- Changed: **a**: the coordinates are other ones than until now."))
        #expect(
            text.contains(
                "- Changed: **b**: The zone is within 2 km of the position \\[40.0, 50.0\\].\n  Until now: The zone is within 1 km"
            ))
        #expect(text.contains("- Removed: **c**: ") && text.contains("- Added: **d**: "))
        #expect(!text.contains("## Undertakings"))
        #expect(new.markdown(against: new).hasSuffix("\n14 clauses are as before.\n"))
    }
}
