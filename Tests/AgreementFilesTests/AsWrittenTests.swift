import AgreementFiles
import Demarcation
import Geodesy
import TestSupport
import Testing

@Suite struct AsWrittenTests {
    static func read(_ text: String) throws -> AgreementFile {
        try AgreementFile.read(text: text, folder: Fixtures.path("agreements"))
    }

    @Test("YAML's guesses do no harm")
    func guesses() throws {
        let agreement = try Self.read(
            """
            agreement: 1e3
            source: {title: 2026-12-01, status: null}
            parties: {no: Party No, on: 0x10, 12:30: ~, 0646: 0o17}
            lines: {yes: {geometry: line.geojson, left: no, right: 0646}}
            zones: {1.0: {within: {no: 1 km, 0646: 2 km}, of: yes}}
            rules: {null: {in: 1.0, prohibits: [~, off, 12:30], party: [no, 12:30]}}
            """
        ).agreement
        #expect(agreement.title == "1e3")
        #expect(agreement.source?.title == "2026-12-01" && agreement.source?.status == "null")
        #expect(agreement.parties.map(\.id) == ["no", "on", "12:30", "0646"])
        #expect(agreement.parties.map(\.name) == ["Party No", "0x10", "~", "0o17"])
        #expect(agreement.lines[0].left == "no" && agreement.lines[0].right == "0646")
        #expect(agreement.zones[0].id == "1.0")
        #expect(
            agreement.zones[0].region
                == .within(left: .kilometres(1), right: .kilometres(2), of: "yes"))
        #expect(agreement.rules[0].id == "null")
        #expect(agreement.rules[0].prohibits.map(\.category) == ["~", "off", "12:30"])
        #expect(agreement.rules[0].parties == ["no", "12:30"])
    }

    @Test("A key quoted once and plain once is the same key")
    func quoted() {
        #expect(throws: AgreementFileErrors.self) {
            try Self.read("zones: {}\nparties: {no: A, \"no\": B}")
        }
    }

    @Test("JSON is read too")
    func json() throws {
        let agreement = try Self.read(
            #"{"parties": {"a": "A"}, "zones": {"z": {"within": "5 km", "of": [1.5, -2.25]}}}"#
        ).agreement
        #expect(
            agreement.zones[0].region
                == .aroundPoint(
                    radius: .kilometres(5), centre: Coordinate(longitude: 1.5, latitude: -2.25)))
    }

    @Test(
        "Widths as they are written",
        arguments: [
            ("2 km each side", 2000.0, 2000.0), ("2 km per side", 2000, 2000),
            ("5 km total", 2500, 2500), ("500 yards on each side", 457.2, 457.2),
            ("10 nm each  side", 18_520, 18_520),
        ])
    func widths(text: String, left: Double, right: Double) throws {
        let agreement = try Self.read(
            "lines: {l: {geometry: line.geojson}}\nzones: {z: {within: \(text), of: l}}"
        ).agreement
        #expect(
            agreement.zones[0].region
                == .within(left: .metres(left), right: .metres(right), of: "l"))
    }

    @Test("A side is named by its party, or left or right")
    func sides() throws {
        let agreement = try Self.read(
            """
            parties: {left: Party Left, b: Party B}
            lines: {l: {geometry: line.geojson, left: b, right: left}}
            zones:
              one: {within: 2 km, side: b, of: l}
              # The right side is that of the party called left.
              two: {within: 2 km, side: left, of: l}
              three: {within: 2 km, side: right, of: l}
            """
        ).agreement
        #expect(
            agreement.zones.map(\.region) == [
                .within(left: .kilometres(2), right: nil, of: "l"),
                .within(left: nil, right: .kilometres(2), of: "l"),
                .within(left: nil, right: .kilometres(2), of: "l"),
            ])
    }

    @Test("Edges that matter and were not said are told, with by how much")
    func edges() throws {
        // 1 degree along the 48th parallel: L^2 tan(latitude) / 8 R with L = 74.6 km is 121 m.
        let text = "lines: {l: {geometry: [[30, 48], [31, 48]]}}"
        let warning = try #require(try Self.read(text).warnings.first)
        #expect(warning.code == .warning && warning.line == 1)
        #expect(warning.reason.contains("edges of up to 74.6 km"))
        #expect(warning.reason.contains("up to 121"), "\(warning.reason)")
        let said = "lines: {l: {geometry: [[30, 48], [31, 48]], edges: geodesic}}"
        #expect(try Self.read(said).warnings.isEmpty)
        // A meridian is both a geodesic and straight.
        #expect(try Self.read("lines: {l: {geometry: [[30, 48], [30, 49]]}}").warnings.isEmpty)
    }

    @Test("A byte-order mark and carriage returns do not matter")
    func lineEnds() throws {
        let agreement = try Self.read(
            "parties: {a: A}\r\nzones:\r\n  z: {within: 5 km, of: [1, 2]}\r\n"
        ).agreement
        #expect(agreement.parties[0].name == "A" && agreement.zones[0].id == "z")
    }
}
