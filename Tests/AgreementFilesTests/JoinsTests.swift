import AgreementFiles
import Agreements
import Geodesy
import Testing

/// What is read, refused and noticed of lines and areas that come in parts.
@Suite struct JoinsTests {
    static func read(
        _ geometry: String, _ more: String = "", zone: String = "within: 2 km each side, of: c"
    ) throws -> AgreementFile {
        try AgreementFile.read(
            text: """
                lines:
                  c: {geometry: \(geometry), edges: geodesic\(more)}
                zones:
                  z: {\(zone)}
                """)
    }

    /// The parts of a line as an agreement has them in place.
    static func text(_ parts: [[[Double]]]) -> String { "\(parts)" }

    @Test("Parts that go on from one another have no open end between them")
    func onward() throws {
        let file = try Self.read(Self.text([[[0, 0], [1, 0]], [[1, 0], [2, 0.5]]]))
        #expect(file.warnings.isEmpty)
        let whole = try CompiledAgreement(
            Self.read(
                "[[0, 0], [1, 0], [2, 0.5]]", zone: "within: 2 km each side, of: c, ends: flat"
            ).agreement)
        let joined = try CompiledAgreement(
            Self.read(
                Self.text([[[0, 0], [1, 0]], [[1, 0], [2, 0.5]]]),
                zone: "within: 2 km each side, of: c, ends: flat"
            ).agreement)
        // Beside the bend, beyond the perpendicular of both edges, and beyond an end.
        for (longitude, latitude) in [(1.001, -0.005), (1.0, 0.01), (-0.001, 0), (2.001, 0.5)] {
            let place = Coordinate(longitude: longitude, latitude: latitude)
            #expect(joined.memberships(of: place) == whole.memberships(of: place))
        }
    }

    @Test("Parts that end or begin at the same place are refused, unless they are kept apart")
    func swapped() throws {
        for (parts, verb) in [
            ([[[0, 0], [1, 0]], [[2, 0.5], [1, 0]]], "both end"),
            ([[[1, 0], [0, 0]], [[1, 0], [2, 0.5]]], "both begin"),
            ([[[178.0, 0.0], [180, 1]], [[-178, 0], [-180, 1]]], "both end"),
        ] {
            let error = #expect(throws: AgreementFileErrors.self) {
                try Self.read(Self.text(parts))
            }
            let text = "\(error?.errors.map(\.description) ?? [])"
            #expect(text.contains(verb) && text.contains("parts 1 and 2"), "\(text)")
            #expect(error?.errors.count == 1)
            _ = try Self.read(Self.text(parts), ", joins: as-drawn")
        }
    }

    @Test("Gaps are bridged up to the accuracy where that is asked for")
    func gaps() throws {
        // 0.0001 degrees of longitude are 11 m.
        let parts = Self.text([[[0, 0], [1, 0]], [[1.0001, 0], [2, 0.5]]])
        let file = try Self.read(parts, ", joins: within-accuracy, accuracy: 20 m")
        #expect(file.agreement.lines[0].geometry.lastEdges.count == 2)
        #expect(try Self.read(parts).agreement.lines[0].geometry.lastEdges.count == 4)
        let error = #expect(throws: AgreementFileErrors.self) {
            try Self.read(parts, ", joins: within-accuracy")
        }
        let reasons = "\(error?.errors ?? [])"
        #expect(reasons.contains("add 'accuracy'"))
    }

    @Test("Where three parts meet is said")
    func junction() throws {
        let file = try Self.read(
            Self.text([[[0, 0], [1, 0]], [[1, 0], [2, 0.5]], [[1, 0], [2, -0.5]]]))
        #expect(file.warnings.count == 1)
        #expect(file.warnings[0].description.contains("3 parts meet"))
    }

    @Test("A short last edge is said where a zone asks for the side or ends flat")
    func shortEnds() throws {
        let line = "[[0, 0], [1, 0], [1.00001, 0.00001]]"
        #expect(try Self.read(line).warnings.isEmpty)
        for zone in [
            "within: 2 km each side, of: c, ends: flat", "within: 2 km, side: left, of: c",
        ] {
            let warnings = try Self.read(line, zone: zone).warnings
            #expect(warnings.count == 1)
            #expect(warnings[0].description.contains("1.6 m long"), "\(warnings)")
        }
    }

    @Test("Polygons that touch or overlap are said")
    func contacts() throws {
        func warnings(_ east: Double) throws -> [String] {
            let (one, other) = (
                [[0.0, 0], [1, 0], [1, 1], [0, 1], [0, 0]],
                [[east, 0.25], [3, 0.25], [3, 0.5], [east, 0.5], [east, 0.25]]
            )
            return try Self.read(
                "[[0, 0], [1, 0]]",
                zone: "polygon: [[\(one)], [\(other)]], edges: planar"
            ).warnings.map(\.description)
        }
        #expect(try warnings(1.5).isEmpty)
        #expect(try warnings(1).first?.contains("1 and 2 touch") == true)
        #expect(try warnings(0.5).first?.contains("1 and 2 overlap") == true)
    }
}
