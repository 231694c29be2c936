import Testing

/// Positions of ships, some of which say that there is none.
@Suite struct AISProfileTests {
    @Test("Places that are not available are refused by name, also 0, 0, and times are UTC")
    func absent() throws {
        let run = try ProfileRun("ais.csv", "--profile ais")
        #expect(run.status == 0 && run.rows.count == 4, "\(run.errors)")
        #expect(run.rows[0].contains("near,,apparent_breach"))
        #expect(
            run.rows[1].contains(
                "longitude 181 and latitude 91 say that the position is not available"))
        #expect(run.rows[2].contains(",compliant"))
        #expect(
            run.rows[3].contains(
                "longitude 0 and latitude 0 say that the position is not available"))
        #expect(
            run.errors.contains(
                "no position is available, such as longitude 181 or latitude 91 of AIS: 2 records"),
            "\(run.errors)")
        // Without the profile, 0, 0 is a place in the sea.
        let plain = try ProfileRun("ais.csv", "--lon-field LON --lat-field LAT")
        #expect(!plain.rows[3].contains("not available"))
    }

    @Test("They are refused by their numbers also in another system, one at a time and all at once")
    func absentElsewhere() throws {
        // WGS 72, whose 0, 0 is a place some metres from that of WGS 84.
        let table = "LON,LAT,BaseDateTime,sys\n0,0,2026-11-22T00:31Z,EPSG:4322\n"
        let json = #"{"lon":0,"lat":0,"timestamp":"2026-11-22T00:31Z","sys":"EPSG:4322"}"#
        for options in ["--crs EPSG:4322", "--crs-field sys"] {
            for (name, text) in [("r.csv", table), ("r.ndjson", json + "\n" + json)] {
                let run = try ProfileRun(name, reports: text, "--profile ais \(options)")
                #expect(
                    run.rows.allSatisfy { $0.contains("say that the position is not available") }
                        && !run.rows.isEmpty, "\(name) \(options): \(run.rows) \(run.errors)")
            }
        }
    }

    @Test("The accuracy flag bounds the place where there is one, and names have changed")
    func accuracy() throws {
        let run = try ProfileRun("ais-accuracy.csv", "--profile ais")
        #expect(run.status == 0 && run.rows.count == 6, "\(run.errors)")
        #expect(run.rows[0].hasSuffix(",near,,apparent_breach,,"))
        #expect(run.rows[1].hasSuffix(",,near,undeterminable,,"))
        // No flag is as good as no column of flags.
        #expect(run.rows[2].hasSuffix(",near,,apparent_breach,,"))
        #expect(
            run.rows[3].contains(
                ",,near,undeterminable,\"'position_accuracy' is '2', expected one of '0', '1', 'false', "
                    + "'true'\","))
        #expect(run.rows[4].contains("say that the position is not available"))
        #expect(run.rows[5].hasSuffix(",,,compliant,,"))
    }

    @Test("Decoders give numbers or truth values in JSON")
    func json() throws {
        let run = try ProfileRun(
            "r.ndjson",
            reports: """
                {}
                {"mmsi":211000001,"lon":-30.5,"lat":47.5335,"accuracy":true}
                {"mmsi":211000001,"lon":-30.5,"lat":47.5335,"accuracy":false}
                {"mmsi":211000001,"lon":-30.5,"lat":47.5335,"accuracy":1}
                {"mmsi":211000001,"lon":181.0,"lat":91.0,"accuracy":0}
                {"mmsi":211000001,"lon":"0","lat":"0","accuracy":0}
                {"mmsi":211000001,"lon":-30.5,"lat":47.5335,"accuracy":[]}

                """, "--profile ais --format lines")
        #expect(run.rows.count == 6, "\(run.errors)")
        for (k, zones) in [(0, "dmz_zones"), (1, "dmz_zones_undeterminable"), (2, "dmz_zones")] {
            #expect(run.rows[k].contains(#""\#(zones)":["near"]"#))
        }
        #expect(run.rows[3].contains("not available") && run.rows[4].contains("not available"))
        #expect(run.rows[5].contains("'accuracy' is an array, expected one of"))
    }

    @Test("Numbers that say that there is none are compared as they are written")
    func own() throws {
        let run = try ProfileRun(
            "r.csv", reports: "x,y\n-999,-999\n200,10\n-30.5,47.5335\n", "--profile p.yaml",
            files: ["p.yaml": "not-available: [[-999, -999], [200, any]]\n"])
        #expect(run.rows[0].contains("longitude -999 and latitude -999 say"), "\(run.errors)")
        #expect(run.rows[1].contains("longitude 200 and latitude 10 say"))
        #expect(run.rows[2].contains(",near,"))
        for text in ["181", "[181]", "[[any, any]]", "[[181, east]]", "[[1, 2, 3]]", "[]"] {
            let run = try ProfileRun(
                "r.csv", reports: "x,y\n1,2\n", "--profile p.yaml",
                files: ["p.yaml": "not-available: \(text)\n"])
            #expect(
                run.refuses("not-available: expected a list of pairs", status: 64), "\(run.errors)")
        }
    }
}
