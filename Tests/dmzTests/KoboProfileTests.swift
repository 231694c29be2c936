import TestSupport
import Testing

/// Exports of Kobo and ODK, whose columns have the names of the form's questions.
@Suite struct KoboProfileTests {
    @Test("The accuracy of a geopoint bounds its place; 0 says that it was put on a map")
    func kobo() throws {
        let run = try ProfileRun("kobo.csv", "--profile kobo --category-field Seen/What")
        #expect(run.status == 0 && run.rows.count == 5, "\(run.errors)")
        // The form of the first was opened at 00:10 UTC, before the rule began.
        #expect(run.rows[0].hasSuffix(",near,,unregulated,,"))
        #expect(run.rows[1].hasSuffix(",,near,unregulated,,"))
        #expect(run.rows[2].hasSuffix(",,near,undeterminable,,"))
        #expect(
            run.rows[3].contains(
                ",,near,undeterminable,\"'_Seen/Where_precision' is 'abc', expected a number of metres of 0 "
                    + "or more, or one of '0'\","))
        #expect(
            run.rows[4].contains("latitude is empty") || run.rows[4].contains("longitude is empty"))
        // What identifies a record.
        #expect(run.errors.contains("00000000-0000-4000-8000-000000000005"))
    }

    @Test("A geopoint in one column has its accuracy behind latitude, longitude and height")
    func geopoint() throws {
        let run = try ProfileRun(
            "kobo.csv", "--profile kobo --category-field Seen/What --position-field Seen/Where")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.rows[0].hasSuffix(",near,,unregulated,,"))
        #expect(run.rows[1].hasSuffix(",,near,unregulated,,"))
        #expect(run.rows[2].hasSuffix(",,near,undeterminable,,"))
        // Four numbers of which one is none are no position in any notation.
        #expect(run.rows[3].contains("'Seen/Where' "))
        let plain = try ProfileRun(
            "r.csv", reports: "Where\n47.5335 -30.5 112.0 5.0 7\n47.5335 -30.5\n95 -30.5 0 5\n",
            "--profile kobo --position-field Where --uncertainty '200 m'")
        #expect(plain.rows.count == 3, "\(plain.errors)")
        #expect(plain.rows[0].contains("'Where' "))
        #expect(plain.rows[1].contains(",,near,"))
        #expect(plain.rows[2].contains("'Where' "))
    }

    // 47.5335 is 110 m within the zone.
    @Test(
        "An accuracy behind a position is never left out",
        arguments: [
            ("47.5335 -30.5 112 200", ",,near,"), ("47.5335 -30.5 112 5", ",near,,"),
            // Thousands, as the position has points; and a decimal comma, as it has commas.
            ("47.5335 -30.5 112 1,500", ",,near,"), ("47,5335 -30,5 112 1.500", ",,near,"),
            ("47,5335 -30,5 112 1,500", ",near,,"), ("47,533 -30,500 112 200,5", ",,near,"),
            ("47.5335 -30.5 1,112 5", ",near,,"),
            // It says nothing, and is not exact.
            (
                "47.5335 -30.5 112 -5",
                ",,near,undeterminable,\"'Where' has the uncertainty '-5', expected a number of metres"
            ),
            (
                "47.5335 -30.5 112 1.5.5",
                ",,near,undeterminable,\"'Where' has the uncertainty '1.5.5'"
            ),
            (
                "47.5335, -30.5, 112, 5",
                ",,near,undeterminable,\"'Where' is '47.5335, -30.5, 112, 5', of which the uncertainty"
            ), ("47.5335;-30.5;112;200", ",,near,undeterminable,\"'Where' is "),
        ])
    func numbers(text: String, zones: String) throws {
        for options in ["", "--crs EPSG:4326"] {
            let run = try ProfileRun(
                "r.csv", reports: "Where\n\"\(text)\"\n",
                "--profile kobo --position-field Where \(options)")
            #expect(
                run.rows[0].contains(zones),
                "\(text) \(options): \(run.rows) \(run.errors)")
        }
    }

    @Test("A profile that is saved keeps to the question that an option names")
    func saved() throws {
        let fields = "--fields dmz_zones,dmz_zones_undeterminable,dmz_finding"
        let table =
            "start,_A_latitude,_A_longitude,_A_precision,_B_latitude,_B_longitude,_B_precision\n"
            + "2026-05-01T10:00:00Z,47.5335,-30.5,200,47.5335,-30.5,3\n"
        for (options, zones) in [
            ("--lon-field _A_longitude --lat-field _A_latitude", ",,near,"),
            ("--lon-field _B_longitude --lat-field _B_latitude", ",near,,"),
            // None of the forms: names with a * stand for nothing.
            ("--lon-field _A_precision --lat-field _A_latitude", ",,,"),
        ] {
            let first = try ProfileRun(
                "r.csv", reports: table,
                "--profile kobo \(options) --save-profile p.yaml \(fields) && cat p.yaml #")
            let profile = try #require(first.result.output.range(of: "about:")).lowerBound
            let again = try ProfileRun(
                "r.csv", reports: table,
                "--profile p.yaml --save-profile q.yaml \(fields) && cat q.yaml #",
                files: ["p.yaml": String(first.result.output[profile...])])
            #expect(again.rows[0].contains(zones), "\(again.rows[0]) \(again.errors)")
            #expect(again.result.output == first.result.output)
        }
        let bad = try ProfileRun(
            "r.csv", reports: table, "--profile p.yaml", files: ["p.yaml": "word: [a]\n"])
        #expect(bad.refuses("p.yaml:1:7: word: expected a word, or [] for none", status: 64))
    }

    @Test("Names of ODK Central, JSON of both, and the word that an option says")
    func others() throws {
        let central = try ProfileRun(
            "r.csv",
            reports:
                "Where-Latitude,Where-Longitude,Where-Altitude,Where-Accuracy\n47.5335,-30.5,0,200\n",
            "--profile kobo")
        #expect(central.rows[0].contains(",,near,"), "\(central.errors)")
        let json = try ProfileRun(
            "r.ndjson",
            reports: """
                {}
                {"_Where_latitude":"47.5335","_Where_longitude":"-30.5","_Where_precision":"200"}
                {"_Place_latitude":47.5335,"_Place_longitude":-30.5,"_Place_precision":5}
                {"type":"Feature","geometry":{"type":"Point","coordinates":[-30.5,47.5335]},\
                "properties":{"_Where_precision":200}}

                """, "--profile kobo --format lines")
        #expect(json.status == 0 && json.rows.count == 3, "\(json.errors)")
        #expect(json.rows[0].contains(#""dmz_zones_undeterminable":["near"]"#))
        #expect(json.rows[1].contains(#""dmz_zones":["near"]"#))
        #expect(json.rows[2].contains(#""dmz_zones_undeterminable":["near"]"#))
        let two = """
            _A_latitude,_A_longitude,_A_precision,_B_latitude,_B_longitude,_B_precision
            47.5335,-30.5,5,47.9,-30.5,200

            """
        let open = try ProfileRun("r.csv", reports: two, "--profile kobo")
        #expect(
            open.refuses("several columns of positions, for '_A', '_B'", status: 65),
            "\(open.errors)")
        let named = try ProfileRun(
            "r.csv", reports: two,
            "--profile kobo --lon-field _A_longitude --lat-field _A_latitude")
        #expect(named.rows[0].contains(",near,,"), "\(named.errors)")
        // A precision of another question would not do.
        let third = try ProfileRun(
            "r.csv", reports: two.replacing("_A_latitude,_A_longitude", with: "y,x"),
            "--profile kobo --lon-field x --lat-field y")
        #expect(
            third.rows[0].contains(",near,,") && third.errors.contains("exact"), "\(third.errors)")
    }
}
