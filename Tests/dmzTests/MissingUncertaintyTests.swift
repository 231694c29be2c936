import TestSupport
import Testing

/// `check --uncertainty` stands for what reports do not say, and for nothing else.
@Suite struct MissingUncertaintyTests {
    private static let agreement = """
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], edges: geodesic}}
        zones: {near: {within: 2 km each side, of: contact}}
        """
    /// The second and third lie 1,937 m from the line.
    private static let reports = """
        id,lon,lat,uncertainty_m
        1,-30.5,47.52,
        2,-30.5,47.534,
        3,-30.5,47.534,50
        4,-30.5,47.534,\u{20}\u{20}
        5,-30.5,47.534,0
        6,-30.5,47.534,near

        """
    private static let features = """
        {"type":"Feature","properties":{"id":2},"geometry":{"type":"Point","coordinates":[-30.5,47.534]}}
        {"type":"Feature","properties":{"id":3,"uncertainty_m":50},"geometry":{"type":"Point","coordinates":[-30.5,47.534]}}
        {"type":"Feature","properties":{"uncertainty_m":null},"geometry":{"type":"Point","coordinates":[-30.5,47.534]}}
        {"type":"Feature","properties":{"uncertainty_m":NaN},"geometry":{"type":"Point","coordinates":[-30.5,47.534]}}

        """

    private func zones(_ options: String, _ file: String) throws -> (rows: [String], told: String) {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        try folder.write(Self.reports, to: "r.csv")
        try folder.write(Self.features, to: "r.ndjson")
        let run = try Program.shell(
            "$dmz check a.yaml \(file) --fields dmz_zones,dmz_zones_undeterminable \(options)",
            in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return (run.output.split(separator: "\n").map(String.init), run.errors)
    }

    @Test("Reports of CSV")
    func csv() throws {
        let exact = try zones("", "r.csv").rows.dropFirst().map { $0.hasSuffix(",near,,,") }
        #expect(exact == [true, true, true, true, true, false])
        let (rows, told) = try zones("--uncertainty '100 m'", "r.csv")
        #expect(
            rows.dropFirst().map { $0.hasSuffix(",near,,,") } == [
                true, false, true, false, true, false,
            ])
        #expect(rows[2].hasSuffix(",,near,,") && rows[4].hasSuffix(",,near,,"))
        #expect(told.contains("3 reports gave no uncertainty; 100.0 m was taken (--uncertainty)"))
        #expect(!told.contains("taken as exact"))
    }

    @Test("Reports of GeoJSON, where NaN is not a missing one")
    func geoJSON() throws {
        let (rows, told) = try zones("--uncertainty 0.1km", "r.ndjson")
        let open = rows.map {
            $0.contains(#""dmz_zones_undeterminable":["near"]"#)
                || $0.contains("_undeterminable\":\"near")
        }
        #expect(open == [true, false, true, true], "\(rows)")
        #expect(told.contains("2 reports gave no uncertainty; 100.0 m was taken"))
    }

    @Test(
        "What is no length is refused before anything is read",
        arguments: ["10", "-5 m", "near"])
    func usage(text: String) throws {
        let folder = try TemporaryFolder()
        let run = try Program.shell("$dmz check a.yaml r.csv --uncertainty='\(text)'", in: folder)
        #expect(run.status == 64 && run.errors.contains("--uncertainty: "), "\(run.errors)")
    }
}
