import TestSupport
import Testing

/// Tables of what observers heard and saw, in a direction and at a distance from where they stood.
@Suite struct OSCEProfileTests {
    private static let places = """
        name,longitude,latitude,radius
        Sampleton,-30.5,47.9,3 km
        Midway,-30.5,47.52,500 m
        SMM camera in Sampleton,-30.51,47.9,20 m

        """

    private static let agreement = """
        time-zone: UTC
        zones:
          near: {within: 2 km each side, of: contact}
          wide: {within: 60 km each side, of: contact}
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], edges: geodesic}}
        rules:
          guns: {in: near, prohibits: [HMG], from: 2026-11-22T03:00Z}
        """

    private func run(_ options: String = "--gazetteer g.csv") throws -> ProfileRun {
        try ProfileRun(
            "osce.csv", "--profile osce " + options, files: ["g.csv": Self.places],
            agreement: Self.agreement)
    }

    /// Sampleton lies 38.5 km from the line by GeographicLib, Midway 541 m.
    @Test("What was seen from a place is anywhere in the sector, from wherever in it")
    func places() throws {
        let run = try run()
        #expect(run.status == 0 && run.rows.count == 8, "\(run.errors)")
        // The rule began at 03:00.
        #expect(run.rows[0].contains(",02:15,wide,,unregulated,"), "\(run.rows[0])")
        #expect(
            run.rows[0].contains("'Event location' is '6km S', so that it may be anywhere within "))
        #expect(run.rows[1].contains(",03:00,wide,near,"))
        // A weapon that is not known may be any: outside of the zone it cannot be in breach, inside it may.
        #expect(run.rows[3].contains(",,near;wide,undeterminable,"), "\(run.rows[3])")
        #expect(run.rows[2].contains(",03:05,near;wide,,apparent_breach,"), "\(run.rows[2])")
    }

    @Test("What could not be told, or not be read, is anywhere, and a note says so")
    func unknown() throws {
        let run = try run()
        for row in run.rows[3...5] { #expect(row.contains(",,near;wide,"), "\(row)") }
        #expect(run.rows[3].contains("'Event location' is 'N/K', which says no distance"))
        #expect(
            run.rows[4].contains(
                "'Event location' is 'up to 3km NW', expected a distance and a direction such as 6 km NW"
            ))
        #expect(run.rows[5].contains("'Event location' is missing, which says no distance"))
        // A place that nobody knows refuses the record, which is kept.
        #expect(
            run.rows[6].contains(
                "'SMM position' 'Midwey' is no place of the gazetteer; did you mean 'Midway'?"))
        #expect(run.rows[6].hasPrefix("Midwey,2km N,Heard"))
        #expect(run.rows[7].contains("'SMM position' is empty, expected the name of a place"))
    }

    @Test("Without a gazetteer, or with a place in it twice, nothing is guessed")
    func gazetteers() throws {
        let none = try run("")
        #expect(
            none.refuses("name a file of these by --gazetteer FILE", status: 64), "\(none.errors)")
        let twice = try ProfileRun(
            "osce.csv", "--profile osce --gazetteer g.csv",
            files: ["g.csv": Self.places + "Midway,10,10,1 km\n"])
        #expect(
            twice.rows[2].contains(
                "'Midway' is the name of 2 places of the gazetteer, its records 2 and 4; expected one"
            ))
        let open = try ProfileRun(
            "osce.csv", "--profile osce --gazetteer g.csv",
            files: ["g.csv": "name,longitude,latitude\nSampleton,-30.5,47.9\nMidway,-30.5,47.52\n"])
        #expect(open.rows[2].contains("from a place whose extent is not known; it may be anywhere"))
    }

    @Test("A table with other columns has a profile of its own; positions of its own count too")
    func own() throws {
        let profile = """
            place: [Place]
            sector: {direction: Direction, distance: Distance, unit: km}

            """
        let table =
            "Place,Direction,Distance,Lat,Lon\nMidway,NW,0.5,47.52,-30.5\nMidway,NW,,47.52,-30.5\n"
        for options in ["--gazetteer g.csv", "--lon-field Lon --lat-field Lat"] {
            let run = try ProfileRun(
                "r.csv", reports: table, "--profile p.yaml " + options,
                files: ["p.yaml": profile, "g.csv": Self.places])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.rows[0].contains(",near,,"), "\(run.rows)")
            #expect(
                run.rows[1].contains(",,near,")
                    && run.rows[1].contains("is missing and 'Direction' is"))
        }
        let json = try ProfileRun(
            "r.ndjson",
            reports: """
                {}
                {"Place":"Midway","Direction":"NW","Distance":0.5}
                {"Place":"Midway","Direction":"NW","Distance":true}

                """, "--profile p.yaml --gazetteer g.csv --format lines",
            files: ["p.yaml": profile, "g.csv": Self.places])
        #expect(json.rows[0].contains(#""dmz_zones":["near"]"#), "\(json.result)")
        #expect(
            json.rows[1].contains("'Distance' is true and 'Direction' is 'NW', expected a distance")
        )
        for (text, words) in [
            ("sector: {direction: a}", "p.yaml:1:9: sector: has the keys direction and distance"),
            ("sector: {direction: a, distance: b, unit: x}", "sector.unit: expected a unit"),
            ("area: {code: a}", "area: has the keys code and columns"),
            ("area: {code: a, columns: [b]}", "area.columns: expected a table"),
            (
                "time-precision: {column: a, codes: {1: week}}",
                "time-precision.codes.1: expected a number of days"
            ),
            ("time-precision: {column: a}", "has the keys column and codes"),
            ("records: [a]", "records: expected a name"),
        ] {
            let run = try ProfileRun(
                "r.csv", reports: table, "--profile p.yaml", files: ["p.yaml": text + "\n"])
            #expect(run.refuses(words, status: 64), "\(run.errors)")
        }
    }
}
