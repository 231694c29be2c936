import AgreementFiles
import TestSupport
import Testing

@Suite struct AgreementFileErrorTests {
    /// A fault in an agreement: its text, and the place and words of the error.
    struct Fault: Sendable, CustomStringConvertible {
        let text: String
        let line: Int
        let column: Int
        let words: String
        var description: String { words }
    }

    static let head = """
        parties: {north: Party North, south: Party South}
        lines: {contact: {geometry: line.geojson, left: north, right: south}}

        """

    /// A fault in the third line, after parties and a line of contact.
    static func third(_ text: String, _ column: Int, _ words: String) -> Fault {
        Fault(text: head + text, line: 3, column: column, words: words)
    }

    /// A fault in the third line, after two lines of which the one runs along longitude 0.
    static func between(_ other: String, _ zone: String, _ column: Int, _ words: String) -> Fault {
        Fault(
            text: "lines: {a: {geometry: [[0, -1], [0, 1]]}, b: {geometry: \(other)}}\n\n"
                + "zones: {z: \(zone)}", line: 3, column: column, words: words)
    }

    static let faults = [
        // Keys
        Fault(text: "zonse: {}", line: 1, column: 1, words: "did you mean 'zones'?"),
        Fault(text: "zones: {}\nzones: {}", line: 2, column: 1, words: "a second time"),
        third("zones: {a: {whithin: 2 km each side, of: contact}}", 13, "did you mean 'within'?"),
        third("zones: {a: {polygon: town.geojson, polygon: b}}", 36, "the first is in line 3"),
        third("zones: {a: {polygon: town.geojson, colour: red}}", 36, "allowed are within"),
        // Words
        third("zones: {a: {within: 2 km each side, of: contcat}}", 41, "did you mean 'contact'?"),
        third(
            "zones: {a: {within: 2 km each side, of: contact, ends: flta}}", 56,
            "did you mean 'flat'?"),
        third("zones: {a: {within: 2 km, side: nroth, of: contact}}", 33, "did you mean 'north'?"),
        third("zones: {a: {within: {noth: 2 km}, of: contact}}", 22, "did you mean 'north'?"),
        Fault(
            text: "lines: {l: {geometry: line.geojson, edges: geodesc}}", line: 1, column: 44,
            words: "did you mean 'geodesic'?"),
        Fault(
            text: "parties: {north: N}\nlines: {l: {geometry: line.geojson, left: nort}}", line: 2,
            column: 43, words: "did you mean 'north'?"),
        // Widths
        third("zones: {a: {within: 2 km, of: contact}}", 21, "to each side or in total"),
        third("zones: {a: {within: 2 km, along: road.geojson}}", 21, "to each side or in total"),
        third("zones: {a: {within: 2 km, of: town.geojson}}", 21, "whether the area itself"),
        third("zones: {a: {within: 2 each side, of: contact}}", 21, "it has no unit"),
        third("zones: {a: {within: 2 leagues total, of: contact}}", 21, "no unit known here"),
        third("zones: {a: {within: -2 km total, of: contact}}", 21, "not negative"),
        third(
            "zones: {a: {within: 2 km total, of: contact, side: north}}", 52, "to that side alone"),
        third("zones: {a: {within: 5 km outward, of: contact}}", 21, "said of an area"),
        third("zones: {a: {within: 5 km total, of: [34, 47]}}", 21, "stands alone"),
        third("zones: {a: {within: {north: 0 km, south: 0 km}, of: contact}}", 21, "no width"),
        third(
            "zones: {a: {between: [20 km, 10 km], of: contact}}", 22, "from the smaller distance"),
        third("zones: {a: {between: 10 km, of: contact}}", 22, "a list of two distances"),
        third("zones: {a: {between: [10 km, 20 km]}}", 9, "no 'of'"),
        // Between two lines
        third("zones: {a: {between: [contact, contcat]}}", 32, "did you mean 'contact'?"),
        third("zones: {a: {between: [contact]}}", 22, "a list of two lines"),
        third("zones: {a: {between: [contact, contact]}}", 22, "and itself"),
        third("zones: {a: {within: 1 km each side, of: contact, half: contact}}", 50, "no meaning"),
        between("[[1, 0], [1, 1]]", "{between: [a, b], half: c}", 36, "neither of the lines"),
        between("[[1, 0], [1, 1]]", "{between: [a, b], side: left}", 30, "has no meaning"),
        between("[[1, 0], [2, 0], [1, 1], [1, 0]]", "{between: [a, b]}", 22, "'b' is closed"),
        between("[[[1, 0], [2, 0]], [[3, 0], [4, 0]]]", "{between: [a, b]}", 22, "several pieces"),
        between("[[1, 0], [-1, 0.5], [1, 1]]", "{between: [a, b]}", 22, "touch itself at ["),
        between("[[1, 0], [2, 0]]", "{between: [a, b]}", 22, "ways are as long"),
        between("[[179, -50], [179, 50]]", "{between: [a, b]}", 22, "half of the globe"),
        // What zones are made of
        third("zones: {a: {of: contact}}", 9, "has no extent"),
        third("zones: {a: {within: 2 km total}}", 9, "no 'of' or 'along'"),
        third(
            "zones: {a: {within: 2 km total, of: contact, polygon: town.geojson}}", 9, "one of them"
        ),
        third("zones: {a: {polygon: town.geojson, ends: flat}}", 42, "has no ends"),
        third("zones: {a: {polygon: town.geojson, side: north}}", 36, "has no meaning"),
        third(
            "zones: {a: {within: 2 km total, of: contact, ends: clipped}}", 52,
            "the agreement has no 'area'"),
        third("zones: {a: {polygon: town.geojson, except: b}}", 44, "no zone 'b'"),
        third("zones: {a: {polygon: town.geojson, except: a}}", 44, "made of itself"),
        third("zones: {a: {polygon: town.geojson}, b: {union: [a, c]}}", 48, "no zone 'c'"),
        third("zones: {a: {polygon: town.geojson}, b: {difference: a}}", 53, "at least two zones"),
        third("zones: {a: {union: [a, a]}}", 9, "made of itself"),
        third(
            "zones: {a: {polygon: town.geojson}, b: {union: [a, a], side: north}}", 56,
            "has no meaning"),
        third("zones: {a: {polygon: [[1, 2], [3, 4], [5, 6], [1, 3]]}}", 47, "not closed"),
        third("zones: {a: {polygon: [[1, 2], [3, 4], [1, 2]]}}", 22, "at least four vertices"),
        third("zones: {a: {within: 1 km, of: [0x10, 4]}}", 32, "in decimal degrees, not '0x10'"),
        third(
            "zones: {a: {within: 1 km, of: [-34,5, 47,25]}}", 31,
            "not 4 numbers; write decimal points and no commas: [-34.5, 47.25]"),
        third(
            "zones: {a: {within: 1 km, of: [1, 2, 3, 4.5]}}", 31,
            "or those and a height, not 4 numbers"),
        // Notations that leave something open
        third(
            "zones: {a: {within: 1 km, of: \"47.5, 34.2\"}}", 31, "which number is the longitude"),
        third("zones: {a: {within: 1 km, of: 48 27 15 38 20 10}}", 31, "write N, S, E or W"),
        third("zones: {a: {within: 1 km, of: 36UDP3050}}", 31, "zone 36"),
        third("zones: {a: {within: 1 km, of: [\"38°17'35''E\", \"48°67'N\"]}}", 47, "67 minutes"),
        third(
            "zones: {a: {within: 1 km, of: [\"38°17'35''N\", \"48°7'N\"]}}", 32,
            "letter N on a longitude"),
        third("zones: {a: {within: 1 km, of: [near, 4]}}", 32, "in decimal degrees, not 'near'"),
        third("zones: {a: {within: 1 km, of: [4]}}", 31, "a position is [longitude, latitude]"),
        // What else people write
        third(
            "zones: {a: {within: 1 km each side, of: [contact, other]}}", 41,
            "'between: [contact, other]'"),
        third(
            "zones: {a: {polygon: \"POLYGON ((0 0, 1 0, 1 1, 0 0))\"}}", 22,
            "as a list: [[0, 0], [1, 0], [1, 1], [0, 0]]"),
        Fault(
            text: "lines: {l: {geometry: \"SRID=4326;MULTILINESTRING ((0 0, 1 0))\"}}", line: 1,
            column: 23, words: "is WKT"),
        third("zones: {a: {within: 15 to 20 km total, of: contact}}", 21, "an interval"),
        third("zones: {a: {within: 2 km inward, of: town.geojson}}", 21, "'inward' is not known"),
        third("zones: {a: {within: 2 km both sides, of: contact}}", 21, "'2 km each side'"),
        third("zones: {a: {within: 5 M each side, of: contact}}", 21, "write m or nm"),
        third("zones: {a: {within: \"2,5 km total\", of: contact}}", 21, "write 2.5"),
        third("zones: {a: {within: 0 km each side, of: contact}}", 21, "only the line itself"),
        third(
            "zones: {a: {polygon: {type: Polygon, coordinates: []}}}", 22,
            "write the coordinates alone"),
        // Areas that leave open what they enclose
        third(
            "zones: {a: {polygon: [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]}}", 23,
            "crosses the edge from vertex 3 at [1.0, 1.0]"),
        third(
            "zones: {a: {polygon: [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]], edges: rhumb}}", 23,
            "crosses the edge from vertex 3 at [1.0"),
        third(
            "zones: {a: {polygon: [[0, 0], [1, 1], [2, 2], [0, 0]]}}", 23, "encloses nothing"),
        third(
            "zones: {a: {polygon: [[[0, 0], [2, 0], [1, 2], [0, 0]], [[5, 5], [6, 5], [5, 6], "
                + "[5, 5]]]}}", 58, "does not lie in its polygon"),
        third(
            "zones: {a: {within: 1 km outward, of: [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]}}", 40,
            "crosses"),
        third("area: [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]", 8, "crosses"),
        third(
            "zones: {a: {polygon: [[61, -108], [62, -108], [61, -107], [61, -108]]}}", 23,
            "exchanged, [-108.0, 61.0]"),
        third("zones: {a: {within: 1 km, of: [200, 4]}}", 31, "not a position on the globe"),
        third("zones: [a]", 8, "mapping from identifiers"),
        third("zones: {a: b}", 12, "a mapping with the keys"),
        // Rules
        third("rules: {r: {prohibits: x}}", 9, "has no 'in'"),
        third("rules: {r: {in: q, prohibits: x}}", 17, "no zone 'q'"),
        third("zones: {a: {polygon: town.geojson}}\nrules: {r: {in: a}}", 0, "neither prohibits"),
        third(
            "zones: {a: {polygon: town.geojson}}\nrules: {r: {in: a, prohibits: x, from: D+3}}", 0,
            "the agreement has no 'zero'"),
        third(
            "zones: {a: {polygon: town.geojson}}\nrules: {r: {in: a, prohibits: x, from: D3}}", 0,
            "as in D+14"),
        third(
            "zones: {a: {polygon: town.geojson}}\nrules: {r: {in: a, prohibits: x, "
                + "from: \"2026-12-01T00:00:00\"}}", 0, "it has no offset from UTC"),
        third(
            "zones: {a: {polygon: town.geojson}}\nzero: 2026-12-01T00:00Z\n"
                + "rules: {r: {in: a, prohibits: x, from: D+3, until: D+3}}", 0,
            "before or when it begins"),
        third(
            "zones: {a: {polygon: town.geojson}}\nrules: {r: {in: a, limits: {tank: 7.5}}}", 0,
            "a whole number"),
        third(
            "zones: {a: {polygon: town.geojson}}\nrules: {r: {in: a, prohibits: [{gun: {mm: x}}]}}",
            0, "is not a condition"),
        Fault(
            text: "categories: {a: [b], b: [a]}\nzones: {}", line: 1, column: 14,
            words: "contains itself"),
        // The zero day
        Fault(
            text: "zones: {}\nzero: 2026-12-01T00:00+03:00 Europe/Kyiv", line: 2, column: 7,
            words: "shows 2026-11-30T23:00:00+02:00"),
        Fault(
            text: "zones: {}\nzero: 2026-12-01T00:00+02:00 Europe/Kiv", line: 2, column: 7,
            words: "not a time zone"),
        Fault(text: "zones: {}\nzero: 2026-12-01", line: 2, column: 7, words: "no time of day"),
        // YAML itself
        Fault(text: "", line: 0, column: 0, words: "the file is empty"),
        Fault(text: "# nothing\n", line: 0, column: 0, words: "the file is empty"),
        Fault(text: "zones: [", line: 1, column: 0, words: "this is not YAML"),
        Fault(text: "zones: {}\n---\nzones: {}", line: 2, column: 0, words: "another document"),
        Fault(text: "- a\n- b", line: 1, column: 1, words: "an agreement is a mapping"),
        Fault(text: "zones: *a", line: 1, column: 8, words: "undefined alias"),
        Fault(text: "zones: {}\n? [a, b]\n: c", line: 2, column: 3, words: "a key is a word"),
        // Geometry files
        Fault(
            text: "lines: {l: {geometry: none.geojson}}", line: 1, column: 23,
            words: "none.geojson: there is no such file"),
        Fault(
            text: "lines: {l: {geometry: town.geojson}}", line: 0, column: 0,
            words: "it holds 1 polygon; a line is"),
        Fault(
            text: "zones: {z: {polygon: line.geojson}}", line: 0, column: 0,
            words: "it holds 1 line part; an area is"),
    ]

    @Test("Faults by line, column and words", arguments: faults)
    func fault(_ fault: Fault) throws {
        let errors = Self.errors(fault.text)
        let error = try #require(
            errors.first { $0.reason.contains(fault.words) }, "\(errors.map(\.description))")
        // Zero stands for a place that is not part of the case.
        if fault.column > 0 { #expect(error.column == fault.column) }
        if fault.line > 0, fault.column > 0 { #expect(error.line == fault.line) }
        #expect(errors.count == 1, "\(errors.map(\.description))")
    }

    @Test("A comma that parts a number within braces is told as one")
    func partedNumber() {
        let errors = Self.errors(
            Self.head + "zones: {a: {within: 30,000 km each side, of: contact}}")
        #expect(errors.last?.column == 24)
        #expect(errors.last?.reason.hasSuffix("write the number before it without one") == true)
    }

    @Test("All faults are told together, in the order of lines")
    func together() {
        let errors = Self.errors(
            Self.head + """
                zones:
                  a: {within: 2 km, of: contact}
                  b: {polygon: nowhere.geojson}
                rules:
                  r: {in: c, prohibits: [], from: soon}
                colour: red
                """)
        #expect(errors.map(\.line) == [4, 5, 7, 7, 7, 8])
    }

    @Test("An alias bomb ends at once")
    func bomb() {
        var text = "a: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "b\(level): &a\(level) [\(aliases)]\n"
        }
        let many = Self.errors(text)
        #expect(many.map(\.line) == [5] && many[0].reason.contains("more than 32 aliases"))
        // Few aliases, each level doubled: 2^15 nodes and more than the text has characters.
        var doubled = "a: &a0 [x, x]\n"
        for level in 1...15 {
            doubled += "b\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        let few = Self.errors(doubled)
        #expect(few.count == 1 && few[0].reason.contains("grows beyond measure"))
    }

    @Test("A few aliases are read")
    func aliases() throws {
        let file = try AgreementFile.read(
            text: "zones: {a: {within: &w 5 km, of: [1, 2]}, b: {within: *w, of: [3, 4]}}")
        #expect(file.agreement.zones[0].region != file.agreement.zones[1].region)
        #expect(file.agreement.zones.count == 2)
    }

    @Test("Deep nesting is refused", arguments: ["[", "{a: ", "- "])
    func depth(_ bracket: String) {
        let errors = Self.errors("a: \n  " + String(repeating: bracket, count: 100_000))
        #expect(errors.count == 1 && errors[0].reason.contains("deep"))
    }

    static func errors(_ text: String) -> [AgreementFileError] {
        do throws(AgreementFileErrors) {
            _ = try AgreementFile.read(
                text: text, name: "a.yaml", folder: Fixtures.path("agreements"))
            return []
        } catch {
            return error.errors
        }
    }
}
