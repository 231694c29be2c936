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
    @Test("An option wins beside a profile also where it says the usual name")
    func usualNames() throws {
        let table =
            "lon,lat,time,when,category,what,party,who,uncertainty_m,bound\n"
            + "-30.5,47.52,2026-11-22T01:00Z,2020-01-01T00:00Z,thermal,gun,a,b,2,9000\n"
        let profile = "time: when\ncategory: what\nparty: who\nuncertainty: bound\n"
        for (options, ending) in [
            ("", ",,near,unregulated,,"),
            ("--uncertainty-field uncertainty_m", ",near,,unregulated,,"),
            ("--uncertainty-field uncertainty_m --category-field category", ",near,,unregulated,,"),
            (
                "--uncertainty-field uncertainty_m --category-field category --time-field time",
                ",near,,apparent_breach,,"
            ),
        ] {
            let run = try ProfileRun(
                "r.csv", reports: table, "--profile p.yaml \(options) --save-profile q.yaml",
                files: ["p.yaml": profile])
            #expect(run.rows[0].hasSuffix(ending), "\(options): \(run.rows) \(run.errors)")
            let saved = try ProfileRun(
                "r.csv", reports: table,
                "--profile p.yaml \(options) --save-profile q.yaml -o o && $dmz check a.yaml r.csv --profile q.yaml",
                files: ["p.yaml": profile])
            #expect(saved.rows == run.rows, "\(options): \(saved.rows) \(saved.errors)")
        }
        // The time that goes with a date may be the profile's.
        let date = try ProfileRun(
            "r.csv", reports: "lon,lat,when,day\n-30.5,47.52,01:00,2026-11-22\n",
            "--profile p.yaml --date-field day --time-zone UTC --set category=thermal",
            files: ["p.yaml": profile])
        #expect(date.rows[0].hasSuffix(",near,,apparent_breach,,"), "\(date.rows) \(date.errors)")
    }

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

    /// The place lies 101.7 m from the line, found by GeographicLib; half the diagonals are 707 m and 2,600 m.
    @Test("Fires of MODIS have larger pixels at the edge of the swath; JSON has the same members")
    func modis() throws {
        let run = try check("profiles/firms-modis.csv", "--profile firms")
        let rows = run.output.split(separator: "\n").dropFirst().map(String.init)
        #expect(rows.count == 2 && rows[0].hasSuffix(",near,,apparent_breach,,"), "\(run.errors)")
        #expect(rows[1].hasSuffix(",,near,undeterminable,,"))
        let json = try ProfileRun(
            "fires.json",
            reports: """
                [
                {"latitude":47.5156,"longitude":-30.5,"brightness":318.2,"scan":1.0,"track":1,
                 "acq_date":"2026-11-22","acq_time":"0130","instrument":"MODIS","bright_t31":290.2},
                {"latitude":47.5156,"longitude":-30.5,"scan":4.8,"track":2.0,"acq_date":"2026-11-22",
                 "acq_time":131}
                ]

                """, "--profile firms")
        #expect(json.status == 0, "\(json.errors)")
        let text = json.rows.joined()
        #expect(text.contains(#""bright_t31":290.2,"dmz_zones":["near"]"#))
        #expect(
            text.contains(#""acq_time":131,"dmz_zones":[],"dmz_zones_undeterminable":["near"]"#))
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
        // A pixel without a date of its own is one all the same.
        try folder.write("lat,lon,w,h\n47.5335,-30.5,0.5,0.4\n", to: "p.csv")
        try folder.write("pixel: {across: w, along: h, unit: km}\n", to: "p.yaml")
        let pixel = try Program.shell("$dmz check a.yaml p.csv --profile p.yaml", in: folder)
        #expect(pixel.output.contains(",0.4,,near,"), "\(pixel.output)")
        for (profile, words) in [
            ("firm", "did you mean 'firms'"), ("none.yaml", "none.yaml: "),
            ("bad.yaml", "bad.yaml:2:1: 'longitud' is not a key here; did you mean 'longitude'"),
            ("pixel.yaml", "pixel.yaml:1:8: pixel: has the keys"),
            ("set.yaml", "set.yaml:1:7: set: 'colour'"),
            ("list.yaml", "a profile is a mapping"),
            ("format.yaml", "format.yaml:1:14: time-format: 'yymd' is not known"),
            ("zone.yaml", "zone.yaml:1:12: time-zone: "), ("twice.yaml", "twice.yaml: "),
            ("stars.yaml", "stars.yaml:1:7: time: '*a*' has several *"),
            ("codes.yaml", "codes.yaml:3:14: uncertainty.codes.2: 'x' is neither a length"),
            (
                "same.yaml",
                "same.yaml:3:28: uncertainty.codes: '1.0' is the same code as '1', which has"
            ),
            ("units.yaml", "units.yaml:1:33: uncertainty.unit: expected a unit"),
            ("column.yaml", "column.yaml:1:14: uncertainty: has no column"),
            ("neither.yaml", "neither.yaml:1:14: uncertainty: has neither codes nor a unit"),
            ("numbers.yaml", "numbers.yaml:1:19: position-numbers: expected a list"),
        ] {
            try folder.write("about: x\nlongitud: a\n", to: "bad.yaml")
            try folder.write("pixel: {across: scan}\n", to: "pixel.yaml")
            try folder.write("set: {colour: red}\n", to: "set.yaml")
            try folder.write("- a\n", to: "list.yaml")
            try folder.write("time-format: yymd\n", to: "format.yaml")
            try folder.write("time-zone: Nowhere/At-all\n", to: "zone.yaml")
            try folder.write("time: a\ntime: b\n", to: "twice.yaml")
            try folder.write("time: '*a*'\n", to: "stars.yaml")
            try folder.write("uncertainty:\n  column: a\n  codes: {2: x}\n", to: "codes.yaml")
            try folder.write(
                "uncertainty:\n  column: a\n  codes: {1: 10 m, 2: 5 m, 1.0: 20 m}\n",
                to: "same.yaml")
            try folder.write("uncertainty: {column: a, unit:  stone}\n", to: "units.yaml")
            try folder.write("uncertainty: {unit: m}\n", to: "column.yaml")
            try folder.write("uncertainty: {column: a}\n", to: "neither.yaml")
            try folder.write("position-numbers: [latitude, height]\n", to: "numbers.yaml")
            let run = try Program.shell("$dmz check a.yaml r.csv --profile \(profile)", in: folder)
            #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
        }
        for set in ["category", "colour=red", "category=a --set category=b"] {
            let run = try Program.shell("$dmz check a.yaml r.csv --set \(set)", in: folder)
            #expect(run.status == 64 && run.errors.contains("--set: "), "\(run.errors)")
        }
    }
}
