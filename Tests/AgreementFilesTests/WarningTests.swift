import AgreementFiles
import Testing

/// What is noticed of values that can be read and are hardly meant.
@Suite struct WarningTests {
    static func warnings(_ text: String) throws -> [String] {
        try AgreementFile.read(text: "parties: {n: North, s: South}\n" + text).warnings
            .map(\.description)
    }

    @Test(
        "An edge of more than 180 degrees is told, with how it is read and how to write the other")
    func wideEdges() throws {
        let wide = try Self.warnings(
            "zones: {z: {polygon: [[-100, -10], [100, -10], [100, 10], [-100, 10], [-100, -10]], "
                + "edges: planar}}")
        #expect(wide.count == 1)
        let text = wide.first ?? ""
        #expect(text.hasPrefix("agreement:2:22: zone 'z': polygon 1, ring 1: "), "\(text)")
        #expect(text.contains("vertex 1 [-100.0, -10.0] to vertex 2 [100.0, -10.0] (and 1 more"))
        #expect(text.contains("spans 200.0 degrees") && text.contains("short way, 160.0 degrees"))
        #expect(text.contains("add a vertex between, such as [0.0, -10.0]"))
        // All the way round is said by how it is written; the same place written twice is not.
        #expect(
            try Self.warnings(
                "zones: {z: {polygon: [[-180, -60], [180, -60], [180, -90], [-180, -90], "
                    + "[-180, -60]], edges: planar}}"
            ).isEmpty)
        let twice = try Self.warnings(
            "zones: {z: {polygon: [[170, -9], [180, -9], [180, 9], [-180, 9], [170, 9], "
                + "[170, -9]], edges: planar}}")
        #expect(twice.count == 2 && twice[1].contains("leave one of them out"), "\(twice)")
        #expect(
            try Self.warnings(
                "lines: {l: {geometry: [[-100, 0], [100, 0]], edges: planar}}"
            ).first?.contains("line 'l': part 1: the edge from vertex 1") == true)
        #expect(
            try Self.warnings("lines: {l: {geometry: [[-100, 0], [100, 0]], edges: geodesic}}")
                .isEmpty)
    }

    @Test("Parts that all but meet are told, unless the gap is said to be meant")
    func hairGaps() throws {
        func warnings(_ parts: String, _ more: String = "") throws -> [String] {
            try Self.warnings("lines: {l: {geometry: \(parts), edges: geodesic\(more)}}")
                .filter { $0.contains("open ends") }
        }
        let hair = "[[[0, 0], [1, 0]], [[1.0000000001, 0], [2, 0]]]"
        #expect(
            try warnings(hair) == [
                "agreement:2:23: line 'l': part 2 begins less than 1 mm from where part 1 ends, at "
                    + "[1.0, 0.0]; both are read as open ends. If they are one line, give both the same "
                    + "position or write 'joins: within-accuracy' beside an 'accuracy'; 'joins: as-drawn' "
                    + "says that the gap is meant"
            ])
        // 0.0000001 degrees of longitude are 1.11 cm at the equator, 20 m are 0.00018 degrees.
        let two = "[[[0, 0], [1, 0]], [[2.00018, 0], [3, 0]], [[1.0000001, 0], [2, 0]]]"
        #expect(try warnings(two).first?.contains("part 3 begins 0.011 m from") == true)
        let known = try warnings(two, ", accuracy: 50 m")
        #expect(known.count == 1 && known[0].contains("(and 1 more such gaps)"), "\(known)")
        #expect(known.first?.contains("write 'joins: within-accuracy'; ") == true)
        #expect(try warnings(hair, ", joins: as-drawn").isEmpty)
        #expect(try warnings(hair, ", accuracy: 50 m, joins: within-accuracy").isEmpty)
        // What meets is joined; what is far apart is two parts; a part does not meet itself.
        #expect(try warnings("[[[0, 0], [1, 0]], [[1, 0], [2, 0]]]").isEmpty)
        #expect(try warnings("[[[0, 0], [1, 0]], [[1.001, 0], [2, 0]]]").isEmpty)
        #expect(
            try warnings("[[[0, 0], [1, 0], [1, 1], [0.000001, 0]], [[5, 5], [6, 6]]]").isEmpty)
    }

    @Test("Parts that would lie together with longitude and latitude exchanged are told")
    func swaps() throws {
        func warnings(_ line: String, _ zone: String) throws -> [String] {
            try Self.warnings(
                "lines: {l: {geometry: \(line), edges: geodesic}}\nzones: {z: {\(zone)}}")
        }
        let line = "[[47, 12], [47.3, 13]]"
        let point = try warnings(line, "within: 2 km, of: [12.5, 47.2]")
        #expect(point.count == 1)
        #expect(point[0].hasPrefix("agreement:2:23: line 'l' lies about [47.15, 12.5], zone 'z'"))
        #expect(point[0].contains("one of them may be written latitude first"))
        let area = "polygon: [[12, 47], [12.1, 47], [12.1, 47.1], [12, 47]], edges: geodesic"
        #expect(try warnings(line, area).count == 1)
        #expect(
            try warnings(line, "within: 1 km total, along: [[12, 47], [13, 47]], edges: planar")
                .count == 1)
        #expect(try warnings("[[12, 47], [13, 47.3]]", area).isEmpty)
        // Of three the one that lies elsewhere.
        let three = try Self.warnings(
            "lines: {l: {geometry: [[12, 47], [13, 47.3]], edges: geodesic}}\n"
                + "zones: {y: {within: 1 km, of: [12.5, 47]}, z: {within: 1 km, of: [47, 12.5]}}")
        #expect(three.count == 1 && three[0].contains(":3:66: zone 'z' lies"), "\(three)")
        #expect(three.first?.contains("zone 'z' would lie beside it") == true)
    }

    @Test("A width of 0 and one that takes in the globe are told")
    func widths() throws {
        let head = "lines: {l: {geometry: [[12, 47], [12.01, 47]], left: n, right: s}}\n"
        let none = try Self.warnings(head + "zones: {z: {within: {n: 0 km, s: 2 km}, of: l}}")
        #expect(none.count == 1 && none[0].contains("the width to the left (n) is 0"), "\(none)")
        let all = try Self.warnings(head + "zones: {z: {within: 30000 km each side, of: l}}")
        #expect(all.count == 1 && all[0].contains("farther than 20004 km"), "\(all)")
        #expect(try Self.warnings(head + "zones: {z: {within: 2 km each side, of: l}}").isEmpty)
    }

    /// Warnings of rules about a line of which both sides are named, a ring, and zones.
    private static func ruleWarnings(_ rest: String, categories: String = "") throws -> [String] {
        try warnings(
            """
            zero: 2026-12-01T00:00+02:00 Europe/Kyiv
            \(categories.isEmpty ? "" : "categories: {\(categories)}")
            lines:
              l: {geometry: [[12, 47], [12.01, 47]], left: n, right: s}
              half: {geometry: [[12, 47], [12.01, 47]], left: n}
              ring: {geometry: [[12, 47], [12.1, 47], [12.1, 47.1], [12, 47.1], [12, 47]], left: n, right: s, edges: geodesic}
            zones:
              z: {within: 500 m each side, of: l}
              t: {within: 5 km total, of: l}
              p: {within: 1 km, of: [12, 47]}
              y: {union: [p, z]}
            \(rest)
            """)
    }

    @Test("A rule that nobody can break is told")
    func deadRules() throws {
        let tree = "military: [tank, gun]"
        func dead(_ rule: String) throws -> [String] {
            try Self.ruleWarnings("rules: {r: {\(rule)}}", categories: tree)
                .filter { $0.contains("nobody can break") }
        }
        for rule in [
            "in: z, prohibits: [tank], exempt: [military]",
            "in: z, prohibits: [tank, gun], exempt: [gun, Tank]",
            "in: z, prohibits: [{gun: {calibre: \">= 100 mm\"}}], exempt: [any]",
            "in: z, prohibits: [{gun: {calibre: \">= 100 mm\"}}], exempt: [{gun: {calibre: \">= 100 mm\"}}]",
            "in: z, prohibits: [tank], exempt: [{tank: {party: n}}], party: n",
            "in: z, prohibits: [tank], exempt: [{tank: {party: [n, s]}}]",
            "in: z, limits: {tank: 3}, exempt: [tank]",
            "withdraw: [tank], behind: 1 km, of: l, exempt: [tank]",
            "only: [tank], in: z, exempt: [military]", "reserve: z, for: [any]",
            "reserve: z, for: [tank, any]", "reserve: z, for: [tank], exempt: [any]",
        ] {
            let found = try dead(rule)
            #expect(found.count == 1, "\(rule): \(found)")
        }
        for rule in [
            "in: z, prohibits: [tank, gun], exempt: [gun]",
            "in: z, prohibits: [military], exempt: [tank, gun]",
            "in: z, prohibits: [any], exempt: [military]",
            "in: z, prohibits: [gun], exempt: [{gun: {calibre: \">= 100 mm\"}}]",
            "in: z, prohibits: [tank], exempt: [{tank: {party: n}}]",
            "in: z, prohibits: [tank], exempt: [{tank: {from: D+1}}]",
            "in: z, prohibits: [gun], limits: {tank: 3}, exempt: [gun]",
            "reserve: z, for: [{any: {permit: [given]}}]", "reserve: z, for: [tank]",
            "reserve: z, for: [any], limits: {tank: 3}",
        ] {
            let found = try dead(rule)
            #expect(found.isEmpty, "\(rule): \(found)")
        }
        let one = try dead("in: z, prohibits: [tank], exempt: [military]")
        #expect(
            one == [
                "agreement:13:47: rule 'r': nobody can break it, because all that it speaks of is exempt; narrow "
                    + "'exempt', or leave the rule out"
            ])
    }

    @Test("A rule that nobody inside a closed line can keep is told")
    func narrowRings() throws {
        // The ring is 7.6 km wide and 11.1 km high.
        func narrow(_ rule: String) throws -> Bool {
            try Self.ruleWarnings("rules: {r: {\(rule)}}")
                .contains {
                    $0.contains(":13:39: rule 'r': line 'ring' is closed, and no place inside")
                }
        }
        #expect(try narrow("withdraw: [tank], behind: 4 km, of: ring"))
        #expect(try narrow("withdraw: [tank], behind: 9 km, of: ring, party: n"))
        #expect(try !narrow("withdraw: [tank], behind: 3.5 km, of: ring"))
        #expect(try !narrow("withdraw: [tank], behind: 9 km, of: ring, party: s"))
        #expect(try !narrow("withdraw: [tank], behind: 9 km, of: l"))
        // The other way round the inside is on the right; over the antimeridian it is as wide.
        let turned = try Self.warnings(
            """
            lines: {o: {geometry: [[179.9, 0], [179.9, 0.1], [-180, 0.1], [-180, 0], [179.9, 0]], left: n, right: s, edges: geodesic}}
            zones: {z: {within: 1 km, of: [0, 0]}}
            rules: {r: {withdraw: [tank], behind: 6 km, of: o}, ok: {withdraw: [tank], behind: 5.5 km, of: o}}
            """)
        #expect(turned.count == 1 && turned[0].contains("whatever s has on its side"), "\(turned)")
        // Round a pole, and in the lee of one, nothing is said.
        #expect(
            try Self.warnings(
                """
                lines: {o: {geometry: [[0, 85], [120, 85], [-120, 85], [0, 85]], left: n, right: s, edges: geodesic}}
                zones: {z: {within: 1 km, of: [0, 0]}}
                rules: {r: {withdraw: [tank], behind: 6000 km, of: o}}
                """
            ).allSatisfy { !$0.contains("is closed") })
    }

    @Test("A suspension of everything, of nothing, or of what does not hold then is told")
    func suspensions() throws {
        func told(_ suspended: String) throws -> [String] {
            try Self.ruleWarnings(
                """
                rules: {r: {in: z, prohibits: [tank], party: n, from: D+5, until: D+9}, all: {in: z, prohibits: [gun]}}
                suspended: [\(suspended)]
                """)
        }
        #expect(
            try told("{party: s}") == [
                "agreement:14:13: suspended: without 'rules' every rule is suspended for s; if only some are, name "
                    + "them in 'rules'"
            ])
        #expect(try told("{from: D+3}").first?.contains("suspended for all parties") == true)
        #expect(
            try told("{party: n, rules: [r]}, {party: s, rules: [all, r]}") == [
                "agreement:14:55: suspended: rule 'r' does not bind s, so that nothing is suspended; it binds n"
            ])
        #expect(
            try told("{party: [n, s], rules: [r]}") == [
                "agreement:14:36: suspended: rule 'r' does not bind s, so that nothing is suspended; it binds n"
            ])
        for times in ["until: D+5", "from: D+9", "from: D+10, until: D+12"] {
            let found = try told("{rules: [r], \(times)}")
            #expect(found.count == 1 && found[0].contains("does not hold while"), "\(found)")
        }
        for times in ["until: D+6", "from: D+8", "from: D+1, until: D+12"] {
            #expect(try told("{rules: [r], \(times)}").isEmpty)
        }
        #expect(try told("{party: s, rules: [all]}").isEmpty)
    }

    @Test("A rule that binds everybody on a line with one named side is told")
    func missingSides() throws {
        #expect(
            try Self.ruleWarnings("rules: {r: {stay: own side, of: half}}") == [
                "agreement:13:33: rule 'r' binds everybody, and line 'half' says only whose its left is: nobody but "
                    + "n has a side to be on. Add 'right' to the line, or 'party: n' to the rule"
            ])
        #expect(
            try Self.ruleWarnings("rules: {r: {withdraw: [tank], behind: 1 km, of: half}}").count
                == 1)
        #expect(try Self.ruleWarnings("rules: {r: {stay: own side, of: half, party: n}}").isEmpty)
        #expect(try Self.ruleWarnings("rules: {r: {stay: own side, of: l}}").isEmpty)
    }

    @Test(
        "A quote with the same number in another unit is told",
        arguments: [
            ("z", "not within 500 yards of the line", "'500 yards', and zone 'z' has 500 m"),
            ("z", "a 500-yard strip", "'500 yard'"), ("y", "500 ft", "zone 'z'"),
            ("t", "5 nautical miles in all", "'5 nautical miles', and zone 't' has"),
            ("t", "2.5 miles on either hand", "zone 't' has 2.5 km"), ("z", "500 metres", nil),
            ("z", "500 m (547 yards)", nil), ("z", "500 metres or 500 yards", nil),
            ("z", "0.5 km", nil), ("z", "500 persons, 20 yards apart", nil),
            ("z", "D+500 and 500", nil), ("z", "para 500.", nil), ("t", "5 km", nil),
        ] as [(String, String, String?)])
    func quotes(zone: String, quote: String, words: String?) throws {
        let found = try Self.ruleWarnings(
            "rules: {r: {in: \(zone), prohibits: [tank], quote: \"\(quote)\"}}")
        #expect(found.count == (words == nil ? 0 : 1), "\(found)")
        if let words { #expect(found.first?.contains(words) == true, "\(found)") }
    }

    @Test("The distance behind a line is held against the quote too, and says where")
    func quotedDistance() throws {
        #expect(
            try Self.ruleWarnings(
                "rules: {r: {withdraw: [tank], behind: 20 km, of: l, quote: \"20 miles\"}}") == [
                    "agreement:13:60: rule 'r': its quote says '20 miles', and 'behind' has 20 km: the same number "
                        + "in another unit. Write 20 miles there, or correct the quote"
                ])
    }

    @Test(
        "A width in total that is written to each side, and the other way round, is told",
        arguments: [
            ("z", "a strip 500 metres wide", "", "write 'within: 500 metres total'"),
            ("z", "with a width of 500 m", "", "write 'within: 500 m total'"),
            ("t", "5 km on each side of it", "", "write 'within: 5 km each side'"),
            ("z", "1 km wide", "", nil), ("t", "a 5 km-wide strip", "", nil),
            ("z", "500 m to either side", "", nil), ("z", "500 m wide, a buffer of 500 m", "", nil),
            ("z", "500 m wide", ", clause: buffer of 500 m", nil), ("z", "within 500 m", "", nil),
            ("z", "1 km wide, that is 500 m wide on each bank", "", nil),
        ] as [(String, String, String, String?)])
    func totals(zone: String, quote: String, more: String, words: String?) throws {
        let found = try Self.ruleWarnings(
            "rules: {r: {in: \(zone), prohibits: [tank], quote: \"\(quote)\"\(more)}}")
        #expect(found.count == (words == nil ? 0 : 1), "\(found)")
        if let words { #expect(found.first?.contains(words) == true, "\(found)") }
    }

    @Test("A category of a rule that the tree spells otherwise is told")
    func nearMisses() throws {
        func told(_ rule: String, _ tree: String = "heavy: [tank, artillery, arsenal-unit]") throws
            -> [String]
        {
            try Self.ruleWarnings("rules: {r: {\(rule)}}", categories: tree)
        }
        #expect(
            try told("in: z, prohibits: [tanks]") == [
                "agreement:13:31: rule 'r': 'tanks' is not among the words of 'categories', and 'tank' is; did you "
                    + "mean that? If not, put 'tanks' into a category of its own"
            ])
        #expect(try told("in: z, prohibits: [heavy], exempt: [artilery]").count == 1)
        #expect(try told("in: z, limits: {artilery: 3}").count == 1)
        #expect(try told("stay: own side, of: l, for: [hevy]").count == 1)
        for rule in [
            "in: z, prohibits: [Tank, any, heavy.gun, patrol, arsenal-guard]",
            "in: z, limits: {ARTILLERY: 3}",
        ] { #expect(try told(rule).isEmpty, "\(rule)") }
        #expect(try told("in: z, prohibits: [tank, tanks]", "").isEmpty)
    }

    @Test("Zeros whose names differ in letter case only are told")
    func zeros() throws {
        #expect(
            try Self.ruleWarnings("zeros: {zolote: unknown, Zolote: unknown, petrivske: unknown}")
                == [
                    "agreement:13:26: zeros: 'zolote' and 'Zolote' differ in letter case only, and times counted "
                        + "from one are not counted from the other; give one of them another name"
                ])
    }

    @Test("A line that ends inside the area of operations does not part it")
    func separation() throws {
        func told(_ line: String, _ area: String) throws -> [String] {
            try Self.warnings(
                area
                    + "lines: {c: {geometry: \(line), edges: planar, \(sides)}}\nzones: {z: {within: 1 km each side, "
                    + "of: c}}")
        }
        let sides = "left: n, right: s"
        let area = "area: [[34, 47], [35, 47], [35, 48], [34, 48], [34, 47]]\n"
        let short = try told("[[33.9, 47.5], [34.5, 47.5]]", area)
        #expect(short.count == 1)
        #expect(
            short.first?.hasPrefix(
                "agreement:3:9: line 'c' ends at [34.5, 47.5], inside the area of operations")
                == true,
            "\(short)")
        #expect(try told("[[33.9, 47.5], [35.1, 47.5]]", area).isEmpty)
        #expect(try told("[[34, 47.5], [35, 47.5]]", area).isEmpty)
        #expect(try told("[[33.9, 47.5], [34.5, 47.5]]", "").isEmpty)
    }
}
