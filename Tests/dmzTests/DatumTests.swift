import TestSupport
import Testing

/// `--crs`, `--operation`, `--allow-accuracy` and `convert --operations`.
@Suite struct DatumTests {
    private static let agreement = """
        lines: {contact: {geometry: [[37, 48], [39, 48]], edges: geodesic}}
        zones: {near: {within: 40 km each side, of: contact}}
        """
    private static let reports = "id,easting,northing\n1,7425838.2,5351700.4\n2,6425838,5351700\n"

    private func run(_ line: String) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        try folder.write(Self.reports, to: "r.csv")
        try folder.write("lon,lat\n73,33.6\n", to: "k.csv")
        try folder.write(
            #"{"type":"LineString","coordinates":[[37,48],[39,48]]}"#, to: "line.geojson")
        return try Program.shell(line, in: folder)
    }

    @Test("A run says which operation was used, in the table and in the summary")
    func check() throws {
        let run = try run(
            "$dmz check a.yaml r.csv --crs EPSG:28407 --summary s.json -o o.csv && cat o.csv s.json"
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.errors.contains(
                "EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7) by Pulkovo 1942 to WGS 84 (20) "
                    + "(EPSG:5044), 3 m"))
        #expect(!run.errors.contains("taken as exact"))
        #expect(run.output.contains("1,7425838.2,5351700.4,near,"))
        #expect(run.output.contains("EPSG:28406 (Pulkovo 1942 / Gauss-Kruger zone 6) would fit"))
        #expect(run.output.contains(#""code": "EPSG:28407""#))
        #expect(run.output.contains(#""code": "EPSG:5044""#))
        #expect(run.output.contains(#""accuracy": "3 m""#))
    }

    @Test("An agreement's systems are named by validate, in the table and in the summary")
    func agreementSystems() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            lines:
              contact: {geometry: [[7425838, 5351700], [7500000, 5351700]], crs: EPSG:28407, edges: geodesic}
            zones:
              near: {within: 40 km each side, of: contact}
              north: {within: 2 km, of: [73, 33.6], crs: EPSG:4145, allow-accuracy: 50 m}
            """, to: "a.yaml")
        try folder.write("lon,lat\n38,48.3\n", to: "r.csv")
        let by =
            "EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7) by Pulkovo 1942 to WGS 84 (20) (EPSG:5044), 3 m"
        let validated = try Program.shell("$dmz validate a.yaml", in: folder)
        #expect(validated.output.contains(by), "\(validated.output)")
        #expect(validated.output.contains("accurate to 3 m"))
        let checked = try Program.shell(
            "$dmz check a.yaml r.csv --summary s.json -o o.csv && cat s.json", in: folder)
        #expect(checked.status == 0, "\(checked.errors)")
        #expect(checked.errors.contains("line 'contact': " + by), "\(checked.errors)")
        #expect(
            checked.errors.contains(
                "zone 'north': EPSG:4145 (Kalianpur 1962) by Kalianpur 1962 to WGS 84 (1) (EPSG:1247), "
                    + "accuracy not known; 50 m was taken (allow-accuracy)"), "\(checked.errors)")
        for part in [
            "\"agreement_crs\": [", "\"of\": \"line 'contact'\"", "\"code\": \"EPSG:5044\"",
            "\"accuracy\": \"50 m\"", "\"accuracy_is\": \"allowed\"",
        ] {
            #expect(checked.output.contains(part), "\(checked.output)")
        }
    }

    @Test("Reports that name their systems in a column")
    func column() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        try folder.write(
            "id,x,y,system\n1,7425838,5351700,28407\n2,38,48.2,\n3,38,48.2,EPSG:1\n", to: "r.csv")
        try folder.write("lon,lat,system\n38,48.2,\n", to: "plain.csv")
        let run = try Program.shell(
            "$dmz check a.yaml r.csv --crs-field system --summary s.json -o o.csv && cat o.csv s.json",
            in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("1,7425838,5351700,28407,near,"), "\(run.output)")
        #expect(run.output.contains("the system in 'system' cannot be used: 'EPSG:1'"))
        #expect(run.output.contains("\"crs_of_records\": ["))
        #expect(run.errors.contains("EPSG:28407 (Pulkovo 1942 / Gauss-Kruger zone 7) by "))
        let none = try Program.shell(
            "$dmz convert plain.csv --crs-field system --to decimal:3", in: folder)
        #expect(none.errors.contains("no record named its reference system (see --crs-field)"))
    }

    @Test("Metres are told with the grids in which they would lie in the agreement's area")
    func metres() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        try folder.write("x,y\n7425838,5351700\n7430000,5352000\n", to: "sk.csv")
        try folder.write("x,y\n425838,5351700\n38,48\n", to: "utm.csv")
        let run = try Program.shell("$dmz check a.yaml sk.csv utm.csv -o o.csv", in: folder)
        let hints = run.errors.split(separator: "\n").filter { $0.contains("metres of a grid: as") }
        #expect(hints.count == 2, "\(run.errors)")
        #expect(
            hints.first?.hasPrefix(
                "dmz: sk.csv: numbers look like metres of a grid: as EPSG:28407 (Pulkovo 1942 / "
                    + "Gauss-Kruger zone 7) they would lie 33 km from the agreement's area")
                == true,
            "\(run.errors)")
        #expect(hints.last?.contains("utm.csv: ") == true)
        #expect(hints.last?.contains("--crs EPSG:32637 reads them so") == true, "\(run.errors)")
        let quiet = try Program.shell("$dmz check a.yaml sk.csv utm.csv -o o.csv -q", in: folder)
        #expect(!quiet.errors.contains("would lie"))
        let named = try Program.shell(
            "$dmz check a.yaml sk.csv --crs EPSG:28407 -o o.csv", in: folder)
        #expect(!named.errors.contains("would lie"))
    }

    @Test("The way from the datum is part of the position's error")
    func convert() throws {
        let run = try run("$dmz convert r.csv --crs EPSG:28407 --to decimal:5")
        #expect(run.output.contains("1,7425838.2,5351700.4,37.99899,48.29397,3.000,"))
        #expect(run.errors.contains("(EPSG:5044), 3 m"))
        let pinned = try self.run(
            "$dmz convert r.csv --crs EPSG:28407 --operation EPSG:15865 --to decimal:5")
        #expect(pinned.output.contains(",4.500,"))
    }

    @Test("Distances are measured from where the position lies on WGS 84")
    func measure() throws {
        let run = try run("$dmz measure line.geojson r.csv --crs EPSG:28407")
        #expect(run.output.contains("\n37.998990075,48.293972074,"), "\(run.output)")
        #expect(run.errors.contains("(EPSG:5044), 3 m"))
    }

    @Test("An accuracy that is not known must be named")
    func allowed() throws {
        let refused = try run("$dmz convert k.csv --crs EPSG:4145 --to decimal:5")
        #expect(refused.status == 65)
        #expect(refused.errors.contains("its accuracy is not known"))
        let allowed = try run(
            "$dmz convert k.csv --crs EPSG:4145 --to decimal:5 --allow-accuracy '999 m'")
        #expect(allowed.status == 0)
        #expect(allowed.output.contains(",999.000,"))
        #expect(allowed.errors.contains("999 m was taken (--allow-accuracy)"))
    }

    @Test("Operations are listed with their accuracy, use and area")
    func operations() throws {
        let run = try run("$dmz convert --operations EPSG:4284 --near 38,48")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.count >= 4)
        #expect(lines[0] == "EPSG:4284 Pulkovo 1942 to WGS 84:")
        #expect(lines[2].contains("EPSG:5044   3 m        yes"))
        #expect(lines[2].contains("Russian Federation"))
        #expect(lines.contains { $0.contains("EPSG:1254") && $0.contains("not known  no: ") })
        let none = try self.run("$dmz convert --operations EPSG:32637")
        #expect(
            none.output == "EPSG:32637 WGS 84 / UTM zone 37N is on WGS 84 and needs no operation.\n"
        )
    }

    @Test(
        "Options that cannot be meant are usage errors",
        arguments: [
            "check a.yaml r.csv --operation EPSG:5044", "check a.yaml r.csv --allow-accuracy '3 m'",
            "check a.yaml r.csv --crs-field x --operation EPSG:5044",
            "check a.yaml r.csv --crs 28407", "check a.yaml r.csv --crs ''",
            "check a.yaml r.csv --crs EPSG:5703",
            "check a.yaml r.csv --crs EPSG:28407 --operation EPSG:1074",
            "check a.yaml r.csv --crs EPSG:28407 --allow-accuracy 3",
            "convert --operations nothing", "convert --operations EPSG:4284 --near 38",
            "convert --operations EPSG:4284 --near 38,91", "convert r.csv --operations EPSG:4284",
            "convert r.csv --near 38,48 --to decimal:5", "convert r.csv", "convert --to decimal:5",
            "convert",
        ])
    func usage(line: String) throws {
        let run = try run("$dmz \(line)")
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Error: "))
    }
}
