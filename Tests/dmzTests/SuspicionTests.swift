import TestSupport
import Testing

/// `dmz convert --suspect --control`.
@Suite struct SuspicionTests {
    /// Points on SK-42 by pyproj 3.7.2 (the inverse of EPSG:5044), and where they lie on WGS 84.
    private static let reports = """
        id,lon,lat
        a,37.20152351,47.50009739
        b,38.00153992,48.30007177
        c,38.60155258,48.90005242
        d,38.90148904,47.20007591
        extra,38,48
        twice,1,2
        twice,3,4
        ,38,48
        bad,38,98

        """
    private static let control = """
        {"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[37.2,47.5]}}
        {"type":"Feature","properties":{"id":"b"},"geometry":{"type":"Point","coordinates":[38,48.3]}}
        {"type":"Feature","properties":{"id":"c"},"geometry":{"type":"Point","coordinates":[38.6,48.9]}}
        {"type":"Feature","properties":{"id":"d"},"geometry":{"type":"Point","coordinates":[38.9,47.2]}}
        {"type":"Feature","properties":{"id":"twice"},"geometry":{"type":"Point","coordinates":[1,2]}}

        """

    private func run(
        _ line: String, reports: String = Self.reports, control: String = Self.control
    ) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try folder.write(reports, to: "r.csv")
        try folder.write(control, to: "c")
        return try Program.shell("$dmz convert \(line)", in: folder)
    }

    @Test("SK-42 taken for WGS 84 is found, and what to do is said")
    func found() throws {
        let run = try run("r.csv --suspect --control c")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(
            lines.first
                == "Common ids: 4 (left out: 1 report without a control point, 1 control point without a "
                + "report, 1 report without a position, 1 report without an id, 2 reports whose id stands "
                + "there twice)")
        #expect(lines[1].contains("east 11"), "\(lines[1])")
        #expect(lines[4].contains("EPSG:4284 Pulkovo 1942"), "\(lines)")
        #expect(lines[4].hasSuffix("3 m       0.0 m       yes"), "\(lines)")
        #expect(
            lines.last?.hasPrefix(
                "The shift is explained when the reports are longitude and latitude of EPSG:4284 (Pulkovo "
                    + "1942) and were taken for WGS 84: read them with --crs EPSG:4284 --operation "
                    + "\"EPSG:5044\". 0.0 m of the shift is left") == true, "\(lines)")
        #expect(run.errors.contains("latitude 98"))
        #expect(try self.run("r.csv --suspect --control c -q").errors.isEmpty)
    }

    @Test("Too few points, no shift, too much scatter, and no datum that fits are said as such")
    func notFound() throws {
        let few = try run("r.csv --suspect --control c", reports: "id,lon,lat\na,37,47\nb,38,48\n")
        #expect(few.status == 0)
        #expect(
            few.output == "Common ids: 2 (left out: 3 control points without a report)\n"
                + "Too few to tell a shift; 3 are needed.\n")
        func text(_ points: [(Double, Double)]) -> String {
            "id,lon,lat\n"
                + zip(["a", "b", "c", "d"], points).map { "\($0),\($1.0),\($1.1)\n" }.joined()
        }
        let places = [(37.2, 47.5), (38, 48.3), (38.6, 48.9), (38.9, 47.2)]
        let none = try run("r.csv --suspect --control c", reports: text(places))
        #expect(
            none.output.contains(
                "There is no constant shift; one of more than 1.0 m would stand out."),
            "\(none.output)")
        let moves = [(0.01, 0.0), (-0.02, 0.01), (0, -0.02), (0.01, 0.02)]
        let scattered = try run(
            "r.csv --suspect --control c",
            reports: text(zip(places, moves).map { ($0.0 + $1.0, $0.1 + $1.1) }))
        #expect(
            scattered.output.contains("The points scatter too much to tell a constant shift"),
            "\(scattered.output)")
        let other = try run(
            "r.csv --suspect --control c",
            reports: text(places.map { ($0.0 - 0.002, $0.1 - 0.001) }))
        #expect(
            other.output.contains("No datum whose area holds the points explains the shift"),
            "\(other.output)")
    }

    @Test("The id may have another name")
    func idField() throws {
        let run = try run(
            "r.csv --suspect --control c --id-field ID",
            reports: Self.reports.replacing("id,lon", with: "ID,lon"),
            control: "ID,lon,lat\na,37.2,47.5\nb,38,48.3\nc,38.6,48.9\n")
        #expect(run.output.hasPrefix("Common ids: 3"), "\(run.output) \(run.errors)")
        #expect(run.output.contains("EPSG:4284"))
        let missing = try self.run("r.csv --suspect --control c --id-field nr")
        #expect(missing.status == 65 && missing.errors.contains("no column 'nr'"))
    }

    @Test(
        "Options that cannot be meant are usage errors",
        arguments: [
            "r.csv --suspect", "--suspect --control c", "r.csv --control c --to decimal:5",
            "r.csv --suspect --control c --to decimal:5",
            "r.csv --suspect --control c --crs EPSG:4284",
            "r.csv --suspect --control c --crs-field x", "- --suspect --control -",
            "r.csv --id-field id --to decimal:5",
        ])
    func usage(line: String) throws {
        let run = try run(line)
        #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
    }
}
