import AgreementFiles
import Agreements
import Geodesy
import Testing
import TestSupport
import Zones

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
        #expect(agreement.rules[0].demand.conditions.map(\.category) == ["~", "off", "12:30"])
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

    @Test("Areas and routes with edges and an accuracy, in words as well")
    func areas() throws {
        let ring = "[[30, 48], [31, 48], [31, 49], [30, 48]]"
        func zone(_ text: String) throws -> (
            region: Region<ReferenceLine.ID, Zone.ID>, words: String
        ) {
            let agreement = try Self.read("zones: {z: {\(text)}}").agreement
            return (agreement.zones[0].region, agreement.inWords(agreement.zones[0]))
        }
        let bare = try zone("polygon: \(ring)")
        guard case .inside(let area) = bare.region else { throw Unexpected() }
        #expect(area.edges == .planar && area.accuracy == .zero)
        #expect(bare.words == "an area by coordinates (1 polygon)")
        let bent = try zone("polygon: \(ring), edges: geodesic, accuracy: 30 m")
        #expect(
            bent.region == .area(area.geometry, edges: .geodesic, accuracy: .metres(30)))
        #expect(bent.words == "an area by coordinates (1 polygon, geodesic edges, known to 30 m)")
        let around = try zone("within: 5 km outward, of: \(ring), edges: rhumb")
        #expect(
            around.region
                == .aroundArea(
                    distance: .kilometres(5), area: area.geometry, includingArea: false,
                    edges: .rhumb))
        #expect(around.words == "outside an area (rhumb edges) within 5 km of it")
        let route = try zone("within: 5 km total, along: [[30, 48], [30, 49]], accuracy: 20 m")
        guard case .beside(.route(_, accuracy: .metres(20)), _, _, _) = route.region else {
            throw Unexpected()
        }
        #expect(route.words == "within 2.5 km of a route to each side, known to 20 m")
    }

    private struct Unexpected: Error {}

    @Test(
        "Edges and accuracies that have no meaning, or cannot be",
        arguments: [
            ("within: 5 km, of: [1, 2], edges: rhumb", "is measured from a point, so that"),
            ("within: 5 km each side, of: l, accuracy: 3 m", "from a line that says it"),
            ("union: [a, b], accuracy: 3 m", "put together from other zones"),
            ("polygon: [[0, 0], [1, 0], [1, 1], [0, 0]], accuracy: 3", "an accuracy"),
            ("polygon: [[0, 0], [1, 0], [1, 1], [0, 0]], edges: geodesc", "did you mean"),
            (
                "polygon: [[0, 0], [2, 2], [2, 0], [0, 1], [0, 0]], edges: geodesic",
                "zone 'z': polygon 1, ring 1, vertex 1: the edge from this vertex crosses the edge from vertex 3 at [0.666"
            ),
            (
                "within: 1 km outward, of: [[-180, 60], [180, 60], [0, 70], [-180, 60]], edges: rhumb",
                "zone 'z': polygon 1, ring 1, vertex 2: the edge to [180.0, 60.0] goes all the way"
            ),
        ])
    func refusedEdges(zone: String, reason: String) {
        let error = #expect(throws: AgreementFileErrors.self) {
            try Self.read("lines: {l: {geometry: [[0, 0], [0, 1]]}}\nzones: {z: {\(zone)}}")
        }
        let reasons = error?.errors.map(\.reason) ?? []
        #expect(reasons.contains { $0.contains(reason) }, "\(reasons)")
    }

    @Test("Long planar edges of an area that were not said are told, with by how much")
    func edgesOfAreas() throws {
        let ring = "[[30, 48], [31, 48], [31, 49], [30, 49], [30, 48]]"
        let warnings = try Self.read("zones: {z: {polygon: \(ring)}}").warnings
        #expect(warnings.count == 1)
        let reason = warnings.first?.reason ?? ""
        #expect(
            reason.contains(
                "read as straight in longitude and latitude; as geodesics it would lie up to 121"),
            "\(reason)")
        for kind in EdgeKind.allCases {
            #expect(
                try Self.read("zones: {z: {polygon: \(ring), edges: \(kind.rawValue)}}")
                    .warnings.isEmpty)
        }
    }

    @Test("A byte-order mark and carriage returns do not matter")
    func lineEnds() throws {
        let agreement = try Self.read(
            "parties: {a: A}\r\nzones:\r\n  z: {within: 5 km, of: [1, 2]}\r\n"
        ).agreement
        #expect(agreement.parties[0].name == "A" && agreement.zones[0].id == "z")
    }
}
