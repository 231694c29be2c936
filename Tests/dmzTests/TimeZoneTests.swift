import TestSupport
import Testing

/// The zone of times without an offset: `check --time-zone`, else the agreement's `time-zone`.
@Suite struct TimeZoneTests {
    /// The rule begins at 20:00 UTC on 9 July.
    private static func agreement(_ zone: String, from: String = "2026-07-09T20:00Z") -> String {
        """
        \(zone)
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], edges: geodesic}}
        zones: {near: {within: 2 km each side, of: contact}}
        rules: {none: {in: near, prohibits: [any], from: "\(from)"}}
        """
    }
    private static let reports = """
        id,lon,lat,time
        1,-30.5,47.52,2026-07-09 22:59
        2,-30.5,47.52,2026-07-09 23:00
        3,-30.5,47.52,2026-07-09T20:00:00Z
        4,-30.5,47.52,2026-03-29 03:30

        """

    private func findings(
        _ agreement: String, _ options: String, reports: String = reports
    ) throws -> (found: [String], run: Program.Result) {
        let folder = try TemporaryFolder()
        try folder.write(agreement, to: "a.yaml")
        try folder.write(reports, to: "r.csv")
        let run = try Program.shell(
            "$dmz check a.yaml r.csv --fields dmz_finding --summary s.json \(options); "
                + "grep -E 'time_zone|tzdata' s.json >&2", in: folder)
        let rows = run.output.split(separator: "\n").dropFirst()
        return (
            rows.map { row in
                let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                return String(cells[cells.count > 4 ? 4 : cells.count - 1])
            }, run
        )
    }

    @Test(
        "The zone of the option, or else that of the agreement",
        arguments: [
            ("time-zone: Europe/Kyiv", ""), ("", "--time-zone Europe/Kyiv"),
            ("time-zone: -05:00", "--time-zone Europe/Kyiv"), ("", "--time-zone +03:00"),
            ("time-zone: +03:00", ""),
        ])
    func zone(key: String, options: String) throws {
        let (found, run) = try findings(Self.agreement(key), options)
        let last = (key + options).contains("Kyiv") ? "undeterminable" : "unregulated"
        #expect(found == ["unregulated", "apparent_breach", "apparent_breach", last])
        #expect(!run.errors.contains("--time-zone"), "\(run.errors)")
        #expect(run.errors.contains("\"time_zone\": \""))
        #expect(run.errors.contains("\"tzdata\": \"2"))
        #expect(run.output.contains("put forward over this time") == (last == "undeterminable"))
    }

    @Test("West of Greenwich")
    func west() throws {
        let (found, _) = try findings(Self.agreement(""), "--time-zone -03:00")
        #expect(found == ["apparent_breach", "apparent_breach", "apparent_breach", "unregulated"])
    }

    @Test("Without a zone one line says which option would help")
    func none() throws {
        let (found, run) = try findings(Self.agreement(""), "")
        #expect(
            found == ["undeterminable", "undeterminable", "apparent_breach", "undeterminable"])
        #expect(
            run.errors.contains(
                "3 reports gave a time without an offset from UTC; rule none needs a moment: "
                    + "--time-zone ZONE says its clock"), "\(run.errors)")
        #expect(!run.errors.contains("time_zone"))
    }

    @Test("Orders and numbers that are not told are named too")
    func formats() throws {
        let reports = """
            id,lon,lat,time
            1,-30.5,47.52,07/08/2026 20:00Z
            2,-30.5,47.52,1783627200

            """
        let (found, run) = try findings(Self.agreement(""), "", reports: reports)
        #expect(found == ["undeterminable", "undeterminable"])
        for words in ["a date with two readings", "a number as its time"] {
            #expect(run.errors.contains("1 report gave \(words); rule none needs a moment: "))
        }
        #expect(!run.errors.contains("no report gave a time"))
        let (named, _) = try findings(
            Self.agreement(""), "--time-format mdy --time-format epoch-seconds", reports: reports)
        #expect(named == ["unregulated", "apparent_breach"])
        let (other, _) = try findings(
            Self.agreement(""), "--time-format dmy --time-format epoch-milliseconds",
            reports: reports)
        #expect(other == ["apparent_breach", "unregulated"])
    }

    @Test("A fire product's date and time")
    func fires() throws {
        let reports = """
            latitude,longitude,scan,acq_date,acq_time,satellite
            47.52,-30.5,0.42,2026-07-09,1959,N
            47.52,-30.5,0.42,2026-07-09,2000,N
            47.52,-30.5,0.42,2026-07-10,39,N

            """
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement(""), to: "a.yaml")
        try folder.write(reports, to: "r.csv")
        let run = try Program.shell(
            "$dmz check a.yaml r.csv --fields dmz_finding --date-field acq_date "
                + "--time-field acq_time --time-zone UTC", in: folder)
        let found = run.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",")[6]
        }
        #expect(found == ["unregulated", "apparent_breach", "apparent_breach"], "\(run.output)")
        let missing = try Program.shell(
            "$dmz check a.yaml r.csv --date-field acq_day --time-field acq_time", in: folder)
        #expect(missing.status == 65 && missing.errors.contains("no column 'acq_day'"))
    }

    @Test("Dates alone, and times with an end, where a rule begins within them or not")
    func intervals() throws {
        // The rule begins at 23:00 in Kyiv on 9 July.
        let reports = """
            id,lon,lat,time,ended
            1,-30.5,47.52,2026-07-08,2026-07-08
            2,-30.5,47.52,2026-07-09,2026-07-09
            3,-30.5,47.52,2026-07-10,2026-07-10
            4,-30.5,47.52,2026-07-09T19:00Z,2026-07-09T19:59:59Z
            5,-30.5,47.52,2026-07-09T19:00Z,2026-07-09T20:00:00Z
            6,-30.5,47.52,2026-07-09T20:00Z,2026-07-11

            """
        func found(_ options: String) throws -> [String] {
            let folder = try TemporaryFolder()
            try folder.write(Self.agreement("time-zone: Europe/Kyiv"), to: "a.yaml")
            try folder.write(reports, to: "r.csv")
            let run = try Program.shell(
                "$dmz check a.yaml r.csv --fields dmz_finding \(options)", in: folder)
            return run.output.split(separator: "\n").dropFirst().map {
                String($0.split(separator: ",")[5])
            }
        }
        let (no, perhaps, yes) = ("unregulated", "undeterminable", "apparent_breach")
        #expect(try found("") == [no, perhaps, yes, no, no, yes])
        #expect(try found("--end-field ended") == [no, perhaps, yes, no, perhaps, yes])
        #expect(
            try found("--end-field ended --interval-means throughout")
                == [no, yes, yes, no, yes, yes])
    }

    @Test("The agreement's own times are on its clock, not on the option's")
    func ownTimes() throws {
        let agreement = Self.agreement("time-zone: Europe/Kyiv", from: "2026-07-09T23:00")
        let (found, _) = try findings(agreement, "--time-zone UTC")
        #expect(found == ["apparent_breach", "apparent_breach", "apparent_breach", "unregulated"])
        let folder = try TemporaryFolder()
        try folder.write(agreement, to: "a.yaml")
        let told = try Program.shell("$dmz validate a.yaml", in: folder)
        #expect(
            told.output.contains("Times     without an offset from UTC: on the clock of Europe/"))
        let explained = try Program.shell(
            "$dmz explain a.yaml -30.5,47.52 --category tank --time '2026-07-09 22:59:59'",
            in: folder)
        #expect(explained.output.contains("2026-07-09T19:59:59Z"), "\(explained.errors)")
        #expect(explained.output.contains("does not cover the report"))
        try folder.write(Self.agreement(""), to: "b.yaml")
        let none = try Program.shell(
            "$dmz explain b.yaml -30.5,47.52 --time '2026-07-09 22:59:59'", in: folder)
        #expect(none.status == 64 && none.errors.contains("no offset from UTC"), "\(none.errors)")
        for (zone, time, words) in [
            ("", "2026-07-09T23:00", "no offset from UTC"),
            ("time-zone: Europe/Kyiv", "2026-10-25T03:30", "shows this time twice"),
            ("time-zone: Europe/Kiew", "D+3", "time-zone: 'Europe/Kiew' is not a time zone known"),
            ("time-zone: [a]", "D+3", "the time zone is a text"),
        ] {
            try folder.write(Self.agreement(zone, from: time), to: "a.yaml")
            let refused = try Program.shell("$dmz validate a.yaml", in: folder)
            #expect(refused.status == 65 && refused.errors.contains(words), "\(refused.errors)")
        }
    }

    @Test(
        "What is no zone or form is refused before anything is read",
        arguments: [
            ("--time-zone Kyiv", "--time-zone: 'Kyiv' is not a time zone known here"),
            ("--time-zone -5", "--time-zone: '-5' is not a time zone"),
            ("--time-format dym", "--time-format: 'dym' is not one of dmy, mdy, ymd, or of"),
            ("--time-format dmy --time-format mdy", "--time-format: 'mdy'"),
            ("--end-field time", "--end-field and --time-field both name 'time'"),
            ("--end-field e --date-field d", "--end-field goes with times that have their date"),
            ("--interval-means always", "sometime"),
            ("--date-field time", "--date-field and --time-field both name 'time'"),
        ])
    func usage(options: String, words: String) throws {
        let folder = try TemporaryFolder()
        let run = try Program.shell("$dmz check a.yaml r.csv \(options)", in: folder)
        #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
    }
}
