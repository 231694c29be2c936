import Agreements
import Geodesy
import TestSupport
import Testing
import Zones

/// Lines run east along the equator, so that north is on the left.
///
/// There a degree of latitude is
/// 110,574.276 m long (the semi-major axis times 1 - e² times pi/180), one of longitude 111,319.491 m.
@Suite struct PlainWordsTests {
    private static func line(_ id: String, accuracy: Distance, party: Bool) throws -> ReferenceLine
    {
        ReferenceLine(
            id: id, geometry: try LineGeometry([.at(0, 0), .at(1, 0)]),
            left: party ? "north" : nil, right: party ? "south" : nil, accuracy: accuracy)
    }

    private static func explanation(
        _ position: Coordinate, uncertainty: Distance = .zero, accuracy: Distance = .zero,
        party: Bool = true
    ) throws -> Explanation {
        let agreement = Agreement(
            parties: [Party(id: "north", name: "Party North"), Party(id: "south", name: "")],
            lines: [try line("contact", accuracy: accuracy, party: party)],
            zones: [
                Zone(id: "dmz", .within(.kilometres(2), of: "contact")),
                Zone(
                    id: "guns",
                    .within(left: .kilometres(25), right: .kilometres(35), of: "contact")),
            ],
            rules: [Rule(id: "none", zones: ["dmz"], prohibits: [CategoryCondition("any")])])
        return try CompiledAgreement(agreement).explain(
            Report(position: position, uncertainty: uncertainty, category: "tank"))
    }

    @Test("What cannot be said is said with the reason, in whole metres")
    func undeterminable() throws {
        // 0.01753 degrees are 1,938.367 m.
        let found = try Self.explanation(
            .at(0.5, 0.01753), uncertainty: .metres(100), accuracy: .metres(50))
        #expect(
            found.description == """
                The place lies 1,938 m north of the line (Party North). Report and line are together \
                uncertain by 150 m, so it cannot be said whether it is within 2 km. It is in 'guns'.
                """)
        #expect(found.text.hasPrefix(found.description + "\n\nPosition  0.5, 0.01753 "))
        #expect(found.text.contains("on the line    part 1, segment 1, fraction 0.5"))
        #expect(found.text.contains("distance    1,938 m, uncertain by 150 m\n"))
        #expect(found.text.contains("limit       2 km\n"))
        #expect(found.text.contains("rule          no any in dmz\n"))
        #expect(
            "\(found.judgement)" == """
                undeterminable: in guns, may be in dmz, 1,938.367 m from contact on the side of north
                """)
    }

    @Test("An exact place has millimetres, a party without a name its identifier")
    func exact() throws {
        let found = try Self.explanation(.at(0.5, -0.01))
        #expect(
            found.description == """
                The place lies 1,105.743 m south of the line (south). It is within 2 km and in 'guns'.
                """)
        #expect(found.text.contains("distance       1,105.74275"))
    }

    @Test("A side that is not certain is said to be so")
    func side() throws {
        // 0.0005 degrees are 55.3 m.
        let place = Coordinate.at(0.5, 0.0005)
        #expect(
            try Self.explanation(place, uncertainty: .metres(100)).description == """
                The place lies 55 m north of the line (Party North, which is not certain). The report \
                is uncertain by 100 m. It is within 2 km and in 'guns'.
                """)
        #expect(
            try Self.explanation(place, accuracy: .metres(5), party: false).description == """
                The place lies 55.3 m north of the line. The line is uncertain by 5 m. It is within \
                2 km and in 'guns'.
                """)
    }

    @Test("On the line, beyond its end, and in no zone")
    func places() throws {
        #expect(
            try Self.explanation(.at(0.5, 0)).description
                == "The place lies on the line. It is within 2 km and in 'guns'.")
        // East of the end by 1,113 m and north by 553 m: 1,243 m at 64 degrees.
        #expect(
            try Self.explanation(.at(1.01, 0.005), uncertainty: .metres(20)).description
                == """
                The place lies 1,243 m north-east of the end of the line (Party North). The report is \
                uncertain by 20 m. It is within 2 km and in 'guns'.
                """)
        #expect(
            try Self.explanation(.at(0.5, 1), uncertainty: .metres(10)).description == """
                The place lies 110,574 m north of the line (Party North). The report is uncertain by \
                10 m. It is in none of the zones.
                """)
    }

    @Test("Rounding never puts a place on a limit that it is not on")
    func limit() throws {
        for (metres, word, shown) in [
            (2000.0004, "in", "2,000.0004"), (1999.99996, "within 2 km and in", "1,999.99996"),
            (2000, "within 2 km and in", "2,000.000"),
        ] {
            let there = Coordinate.at(0.5, 0).moved(metres, towards: 0)
            #expect(
                try Self.explanation(there).description == """
                    The place lies \(shown) m north of the line (Party North). It is \(word) 'guns'.
                    """)
        }
    }

    @Test("Of several lines it is said which")
    func lines() throws {
        let agreement = Agreement(
            parties: [Party(id: "north", name: "Party North"), Party(id: "south", name: "")],
            lines: [
                try Self.line("first", accuracy: .zero, party: true),
                ReferenceLine(
                    id: "second",
                    geometry: try LineGeometry([.at(0, 1), .at(1, 1)])),
            ], zones: [Zone(id: "dmz", .within(.kilometres(2), of: "first"))])
        let found = try CompiledAgreement(agreement).explain(Report(position: .at(0.5, 1)))
        #expect(found.description.hasPrefix("The place lies "))
        #expect(found.description.contains(" m south of the line 'second'. It is in none"))
    }

    @Test("A position that cannot be used is said to be one")
    func unusable() throws {
        let said = "The position or its uncertainty cannot be used, so that nothing is known."
        #expect(try Self.explanation(.at(0, 91)).description == said)
        #expect(
            try Self.explanation(.at(0, 1), uncertainty: .metres(-1)).description == said)
    }
}
