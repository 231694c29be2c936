import TestSupport
import Testing

/// Files of services as they are downloaded, read by their profiles.
@Suite struct ProfileTests {
    private static let agreement = """
        zones: {near: {within: 2 km each side, of: contact}}
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], edges: geodesic}}
        rules:
          no-fires: {in: near, prohibits: [thermal], from: 2026-11-22T00:30Z, until: 2026-11-22T06:00Z}
          no-ships: {in: near, prohibits: [vessel], from: 2026-11-22T00:00Z}
        """

    private func check(_ file: String, _ options: String) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        return try Program.shell(
            "$dmz check a.yaml '\(Fixtures.path(file))' \(options) "
                + "--fields dmz_zones,dmz_zones_undeterminable,dmz_finding", in: folder)
    }

    /// The second place lies 1,890 m from the line; a pixel of 0.5 by 0.4 km reaches 320.2 m from its middle.
    @Test("Fires: the pixel bounds the place, date and time of day are UTC, the category is set")
    func firms() throws {
        let run = try check("profiles/firms.csv", "--profile firms")
        #expect(run.status == 0, "\(run.errors)")
        let rows = run.output.split(separator: "\n").dropFirst().map(String.init)
        #expect(rows.count == 4 && rows[0].hasSuffix(",near,,apparent_breach,,"))
        // Not in force at 12:50.
        #expect(rows[1].hasSuffix(",,near,unregulated,,"))
        #expect(rows[2].contains(",,near,unregulated,\"'track' is missing, expected a length"))
        #expect(rows[3].hasSuffix(",,,unregulated,,"))
        #expect(!run.errors.contains("gave a category") && !run.errors.contains("--time-zone"))
        // An option beside a profile wins.
        let other = try check("profiles/firms.csv", "--profile firms --set category=lamp")
        #expect(!other.output.contains("apparent_breach"))
        let late = try check("profiles/firms.csv", "--profile firms --time-zone=-08:00")
        #expect(!late.output.contains("apparent_breach"))
    }

    @Test("Ships: places that are not available are refused and counted, times are UTC")
    func ais() throws {
        let run = try check("profiles/ais.csv", "--profile ais")
        #expect(run.status == 0, "\(run.errors)")
        let rows = run.output.split(separator: "\n")
        #expect(rows.count == 4 && rows[1].contains("near,,apparent_breach"))
        #expect(rows[2].contains("latitude 91.00000") && rows[3].contains(",compliant"))
        #expect(
            run.errors.contains("no position is available") || run.errors.contains("AIS"),
            "\(run.errors)")
    }

    @Test("A profile of one's own, and what is wrong with one")
    func own() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        try folder.write("where;when;what\n47.5156 -30.5;22.11.2026 02:00;fire\n", to: "r.csv")
        try folder.write(
            "position: where\ntime: when\ntime-format: dmy\ntime-zone: '+00:00'\nset: {category: thermal}\n",
            to: "mine.yaml")
        let run = try Program.shell("$dmz check a.yaml r.csv --profile mine.yaml", in: folder)
        #expect(run.status == 0 && run.output.contains("apparent_breach"), "\(run.errors)")
        for (profile, words) in [
            ("firm", "did you mean 'firms'"), ("none.yaml", "none.yaml: "),
            ("bad.yaml", "bad.yaml:2:1: 'longitud'"),
            ("pixel.yaml", "pixel has the keys"), ("set.yaml", "set has the keys"),
            ("list.yaml", "a profile is a mapping"), ("format.yaml", "'yymd' is not known"),
        ] {
            try folder.write("about: x\nlongitud: a\n", to: "bad.yaml")
            try folder.write("pixel: {across: scan}\n", to: "pixel.yaml")
            try folder.write("set: {colour: red}\n", to: "set.yaml")
            try folder.write("- a\n", to: "list.yaml")
            try folder.write("time-format: yymd\n", to: "format.yaml")
            let run = try Program.shell("$dmz check a.yaml r.csv --profile \(profile)", in: folder)
            #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
        }
        for set in ["category", "colour=red", "category=a --set category=b"] {
            let run = try Program.shell("$dmz check a.yaml r.csv --set \(set)", in: folder)
            #expect(run.status == 64 && run.errors.contains("--set: "), "\(run.errors)")
        }
    }
}
