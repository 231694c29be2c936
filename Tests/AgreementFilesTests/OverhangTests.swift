import Geodesy
import TestSupport
import Testing

@testable import AgreementFiles

/// Longitudes a hair beyond the antimeridian.
@Suite struct OverhangTests {
    static func read(line: String, polygon: String? = nil) throws -> AgreementFile {
        let zone = polygon.map { "{polygon: \($0)}" } ?? "{within: 1 km each side, of: l}"
        return try AgreementFile.read(
            text: """
                parties: {a: A, b: B}
                lines: {l: {geometry: \(line), left: a, right: b}}
                zones: {z: \(zone)}
                """)
    }

    @Test(
        "They are read as the same places on the other side, which is said",
        arguments: [
            (180.0005, -179.9995), (-180.0005, 179.9995), (180.001, -179.999),
            (-180.001, 179.999),
        ])
    func moved(written: Double, read: Double) throws {
        let file = try Self.read(line: "[[179.9, -12.9], [\(written), -13]]")
        let vertex = file.agreement.lines[0].geometry.parts[0][1]
        #expect((vertex.longitude - read).magnitude < 1e-12)
        #expect(vertex.latitude == -13)
        let warning = try #require(file.warnings.first { $0.reason.contains("by a hair") })
        #expect(warning.line == 2)
        #expect(warning.reason.contains("[\(written), -13.0]"))
        #expect(warning.reason.contains("it is read as [\(vertex)]"))
    }

    @Test("So they are in files, whose name and line are told")
    func inFiles() throws {
        let text = """
            {"type": "LineString", "coordinates": [[-179.9, -12.9],
            [-180.0005, -13], [-180.0004, -13.1]]}
            """
        try TemporaryFolder.withFile(Array(text.utf8)) { path in
            let file = try Self.read(line: path)
            let vertices = file.agreement.lines[0].geometry.parts[0]
            #expect((vertices[1].longitude - 179.9995).magnitude < 1e-12)
            let warning = try #require(file.warnings.first { $0.reason.contains("by a hair") })
            #expect(warning.file == path)
            #expect(warning.line == 2)
            #expect(warning.reason.contains("and 1 more like it"))
        }
    }

    @Test("Farther ones are refused", arguments: ["180.0011", "-181", "359.9995"])
    func farther(longitude: String) {
        #expect(throws: AgreementFileErrors.self) {
            try Self.read(line: "[[179.9, -12.9], [\(longitude), -13]]")
        }
    }

    @Test("An edge all the way round is not turned into one of no length")
    func wholeTurn() throws {
        let ring =
            "[[-180.0005, 10], [180.0005, 10], [180.0005, 20], [-180.0005, 20], [-180.0005, 10]]"
        #expect(throws: AgreementFileErrors.self) {
            try Self.read(line: "[[1, 1], [2, 2]]", polygon: ring)
        }
        let narrow = "[[179, 10], [180.0005, 10], [180.0005, 20], [179, 20], [179, 10]]"
        let file = try Self.read(line: "[[1, 1], [2, 2]]", polygon: narrow)
        #expect(file.warnings.filter { $0.reason.contains("by a hair") }.count == 2)
    }
}
