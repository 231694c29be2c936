import TestSupport
import Testing

/// Events whose coordinates stand for an area, and whose dates for a period.
@Suite struct ACLEDProfileTests {
    private static let category = "Shelling/artillery/missile attack"

    /// Zones of 2 and 60 km, and rules that hold at all times or just in the period of the second event.
    private static let agreement = """
        time-zone: UTC
        zones:
          near: {within: 2 km each side, of: contact}
          wide: {within: 60 km each side, of: contact}
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], edges: geodesic}}
        rules:
          always: {in: wide, prohibits: ["\(category)"]}
          period: {in: wide, prohibits: ["\(category)"], from: 2026-11-12T00:00Z, until: 2026-11-25T00:00Z}
          late: {in: wide, prohibits: ["\(category)"], from: 2026-11-12T00:00:01Z}
          early: {in: wide, prohibits: ["\(category)"], until: 2026-11-24T23:59:59Z}
        """

    private func run(_ options: String, files: [String: String] = [:]) throws -> ProfileRun {
        try ProfileRun(
            "acled.csv", "--profile acled " + options, files: files, agreement: Self.agreement,
            fields: "dmz_zones,dmz_zones_undeterminable,dmz_rules_apparent_breach,"
                + "dmz_rules_undeterminable")
    }

    @Test("Without a gazetteer no event is anywhere certain, not even that of a settlement")
    func alone() throws {
        let run = try run("")
        #expect(run.status == 0 && run.rows.count == 9, "\(run.errors)")
        for row in run.rows { #expect(row.contains(",1795000000,,near;wide,,always")) }
        #expect(run.errors.contains("--gazetteer FILE names places"), "\(run.errors)")
        #expect(
            run.rows[4].contains("'geo_precision' is '9', expected one of '1', '2', '3'; it may be")
        )
        #expect(run.rows[5].contains("'geo_precision' is missing, expected one of"))
        // Neither of the two actors is taken for the party.
        #expect(!run.errors.contains("Armed Group"))
    }

    @Test("With one an event is anywhere in the area of its precision")
    func areas() throws {
        let run = try run("--gazetteer \(Fixtures.path("profiles/gazetteer.csv"))")
        #expect(run.status == 0 && run.rows.count == 9, "\(run.errors)")
        #expect(run.rows[0].contains(",1795000000,wide,,"))
        #expect(
            run.rows[0].contains(
                "'location' is 'Sampleton', so that it may be anywhere within 3,000 m of -30.50000, 47.90000"
            ))
        // 20 km about a place on the line are within 60 km of it.
        #expect(run.rows[1].contains(",1795000000,wide,near,"))
        #expect(run.rows[2].contains(",1795000000,,near;wide,"))
        #expect(
            run.rows[3].contains(
                "'admin2' is 'Lower Distrct', no place of the gazetteer; did you mean 'Lower District'?; "
                    + "it may be anywhere"))
        #expect(
            run.rows[4].contains(",1795000000,,near;wide,") && run.rows[5].contains(",,near;wide,"))
        // Of two places of a name the one counts that holds the coordinates.
        #expect(run.rows[6].contains("within 12,000 m of -30.40000, 47.50000"))
        #expect(
            run.rows[7].contains(
                "'admin2' is 'Twin', of which the gazetteer's record 3 and 4 does not hold the position"
            ))
        #expect(run.rows[7].contains(",1795000000,,near;wide,"))
        #expect(!run.errors.contains("--gazetteer FILE"))
    }

    @Test("A week may be any that holds the date: from six days before to six days after")
    func weeks() throws {
        let run = try run("--gazetteer \(Fixtures.path("profiles/gazetteer.csv"))")
        #expect(run.rows[1].contains(",wide,near,always;period,late;early,"), "\(run.rows[1])")
        // A day alone lies in all of them.
        #expect(run.rows[0].contains(",wide,,always;period;late;early,,"), "\(run.rows[0])")
        #expect(
            run.rows[8].contains(
                "'time_precision' is missing, expected one of '1', '2', '3', so that no"))
        #expect(run.rows[8].contains(",wide,near,always,period;late;early,"))
    }

    @Test("The answer of ACLED's interface wraps its events in an object, which stays as it is")
    func json() throws {
        let text = """
            {"status":200,"success":true,"last_update":289,"count":2,"messages":[],"data":[
            {"event_id_cnty":"EXM1","event_date":"2026-11-22","time_precision":"1","sub_event_type":\
            "\(Self.category)","admin2":"Lower District","location":"Midway","latitude":"47.52",\
            "longitude":"-30.5","geo_precision":"2"},
            {"event_id_cnty":"EXM2","event_date":"2026-11-22","latitude":"95","longitude":"-30.5"}
            ],"filename":"x"}

            """
        let run = try ProfileRun(
            "acled.json", reports: text,
            "--profile acled --gazetteer \(Fixtures.path("profiles/gazetteer.csv")) "
                + "--summary /dev/stderr --quiet", agreement: Self.agreement, fields: "dmz_zones")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.result.output.hasPrefix(
                #"{"status":200,"success":true,"last_update":289,"count":2,"messages":[],"data":["#)
        )
        #expect(run.rows[0].contains(#""dmz_zones":["wide"]"#))
        #expect(run.rows[1].contains(#""dmz_error":"record 2 at byte "#))
        #expect(run.rows[2] == #"],"filename":"x"}"#)
        #expect(run.errors.contains(#""gazetteer": {"#), "\(run.errors)")
    }

    @Test("What wraps the records may stand in any order, and holds them once")
    func wrapping() throws {
        func run(_ text: String) throws -> ProfileRun {
            try ProfileRun(
                "r.json", reports: text, "--profile p.yaml", files: ["p.yaml": "records: data\n"])
        }
        let record = #"{"lat":47.52,"lon":-30.5}"#
        #expect(try run("{\"data\":\n[]}").result.output == "{\"data\":\n[]}")
        #expect(try run("{\"data\":[\n\(record)\n]}").rows[0].contains(#""dmz_zones":["near"]"#))
        #expect(try run("{\"data\":[1,\n\(record)],\"data\":\n2}").status == 0)
        #expect(try run("{\"data\":[\n\(record)").refuses("cut off after 1 record", status: 65))
        #expect(try run("{\"data\":[\(record)],\"features\":[]}").refuses("a second", status: 65))
        #expect(
            try run("{\"data\":[\(record)],\"data\":[\(record)]}").refuses(
                "a second member 'data' with records", status: 65))
        #expect(try run("{\"data\":{\"a\":1}}").refuses("JSON, but not GeoJSON", status: 65))
        // A Feature's own member of that name is no wrapping.
        let feature =
            #"{"type":"Feature","data":[1],"geometry":{"type":"Point","coordinates":[-30.5,47.52]}}"#
        #expect(try run(feature).result.output.contains(#""dmz_zones":["near"]"#))
        // Two files become one array.
        let two = try ProfileRun(
            "a.json", reports: "{\"data\":[\(record)]}", "a.json --profile p.yaml",
            files: ["p.yaml": "records: data\n"])
        #expect(two.result.output.hasPrefix("[\n") && two.result.output.hasSuffix("\n]\n"))
        #expect(two.rows.count == 3)
    }
}
