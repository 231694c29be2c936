import TestSupport
import Testing

/// What is recognised of a file is said, and can be kept as a profile.
@Suite struct RecognitionTests {
    private static let agreement = """
        parties: {west: Party West, east: Party East}
        lines:
          contact: {geometry: [[30, 49], [30, 51]], left: west, right: east}
        zones:
          dmz: {within: 2 km each side, of: contact}
        rules:
          calm: {in: dmz, prohibits: [{gun: {calibre: ">= 100 mm"}}], from: 2017-02-05T00:00:00Z}
        """

    private func place(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Self.agreement, to: "a.yaml")
        for (name, text) in files { try folder.write(text, to: name) }
        return folder
    }

    private static let head = "Ort;wann;accuracy;category;calibre\n"
    private static func rows(_ days: ClosedRange<Int>) -> String {
        days.map { day in
            // 0,250 m and 1,500 m: which, only the others tell.
            "48°29'N 29°59'E;\(day < 10 ? "0" : "")\(day).02.2017 06:00;\(day % 2 == 0 ? "1,500" : "2,5");gun;122\n"
        }.joined()
    }

    @Test("Ten lines say what was recognised, and with which option it would be otherwise")
    func explained() throws {
        let folder = try place(["r.csv": Self.head + Self.rows(1...20) + "x;;;;\n"])
        let run = try Program.shell(
            "$dmz check --explain-input r.csv --time-field wann --time-zone UTC", in: folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        for words in [
            "r.csv: 21 records looked at, which are all",
            "CSV, fields parted by semicolon, 5 columns (--format)",
            "UTF-8 (--encoding)", "comma, as these records have it (--decimal-sign)",
            "'Ort', found by what stands there: degrees and minutes in 20; 1 record without one",
            "WGS 84 (--crs)", "'wann': 20 moments, dmy (--time-format), on the clock of UTC",
            "'accuracy': 20 give one (--uncertainty-field)", "'category': 20 give one",
            "'party': none gives one (--party-field NAME)",
            "no property or column says of what form it is: 20 have one (--uncertainty-level-field",
            "record 1: 29.983333 48.483333, in a region within 1112.8 m of its middle, or 2.5 m beyond, "
                + "2017-02-01T06:00:00Z, category gun",
        ] {
            #expect(run.output.contains(words), "\(words) in \(run.output)")
        }
        let asked = try Program.shell(
            "$dmz check --explain-input r.csv --time-field wann", in: folder)
        #expect(asked.output.contains("20 without an offset need --time-zone"))
        let own = try Program.shell(
            "$dmz check a.yaml --explain-input r.csv --time-field wann --time-format mdy",
            in: folder)
        #expect(own.output.contains("'wann': 0 moments, mdy"))
    }

    @Test(
        "The systems that records name are said, and names that a profile finds as the file has them"
    )
    func explainedNames() throws {
        let folder = try place([
            "r.csv": "lon,lat,sys\n38.5,48.2,4284\n-30.5,47.5,\n",
            "e.csv": "lon,lat,sys\n38.5,48.2,\n",
            "s.csv": "mmsi,base_date_time,longitude,latitude\n1,2026-01-01T00:00:00,-30.5,47.5\n",
        ])
        for (options, words) in [
            ("r.csv --crs-field sys", "by 'sys': EPSG:4284; else WGS 84 (--crs-field)"),
            ("e.csv --crs-field sys", "by 'sys': none names one; else WGS 84 (--crs-field)"),
            ("r.csv --crs EPSG:4258 --crs-field sys", "else EPSG:4258, as it was said"),
            ("r.csv --crs EPSG:4258", "EPSG:4258, as it was said"),
            ("s.csv --profile ais", "'base_date_time': 1 moment"),
        ] {
            let run = try Program.shell("$dmz check --explain-input \(options)", in: folder)
            #expect(run.output.contains(words), "\(options): \(run.output) \(run.errors)")
        }
    }

    @Test("A file and its parts give the same bytes by a saved profile, and not without")
    func parts() throws {
        let folder = try place([
            "whole.csv": Self.head + Self.rows(1...20), "one.csv": Self.head + Self.rows(1...12),
            "two.csv": Self.head + Self.rows(13...20),
        ])
        let whole = try Program.shell(
            "$dmz check -q a.yaml whole.csv -o whole.out --time-field wann --time-zone UTC "
                + "--save-profile p.yaml", in: folder)
        #expect(whole.status == 0, "\(whole.errors)")
        for (name, options) in [
            ("p", "--profile p.yaml"), ("n", "--time-field wann --time-zone UTC"),
        ] {
            let run = try Program.shell(
                "for k in one two; do $dmz check -q a.yaml $k.csv \(options) -o $k.\(name); done; "
                    + "tail -n +2 two.\(name) | cat one.\(name) - > all.\(name)", in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(try folder.read("all.p") == folder.read("whole.out"))
        #expect(try folder.read("all.n") != folder.read("whole.out"))
        let again = try Program.shell(
            "$dmz check -q a.yaml whole.csv --profile p.yaml --save-profile q.yaml -o o && cmp p.yaml q.yaml "
                + "&& cmp o whole.out", in: folder)
        #expect(again.status == 0, "\(again.errors)")
        #expect(
            try folder.read("p.yaml")
                == "position: Ort\ntime: wann\ntime-zone: UTC\ntime-format: [dmy]\ndecimal-sign: comma\n"
                + "first-records: ignored\n")
    }

    @Test("Files that are read in different ways have no common profile, and keep their findings")
    func different() throws {
        let folder = try place([
            "one.csv": "lon;lat\n29,5;50\n", "two.csv": "lon;lat\n29.5;50\n",
        ])
        let run = try Program.shell(
            "$dmz check -q a.yaml one.csv two.csv -o o --save-profile p.yaml; s=$?; ls; exit $s",
            in: folder)
        #expect(run.status == 65)
        #expect(run.errors.contains("two.csv was read otherwise than one.csv"))
        #expect(!run.output.contains("p.yaml") && run.output.contains("\no\n"))
        #expect(try folder.read("o").split(separator: "\n").count == 3)
    }

    @Test("A profile keeps what another says, and names that look like numbers stay names")
    func kept() throws {
        let folder = try place([
            "r.csv": "1;2;When\n29.5;50;05.02.2017\n",
            "b.yaml":
                "about: mine\npixel: {across: a, along: b, unit: km}\nset: {category: gun}\nlongitude: \"1\"\nlatitude: \"2\"\n",
        ])
        let run = try Program.shell(
            "$dmz check -q a.yaml r.csv -o o --profile b.yaml --time-field When --save-profile p.yaml "
                + "&& $dmz check -q a.yaml r.csv -o o2 --profile p.yaml && cmp o o2 && cat p.yaml",
            in: folder)
        #expect(run.status == 0, "\(run.errors)")
        for words in [
            "about: mine", "across: a", "category: gun", "longitude: \"1\"", "time: When",
        ] {
            #expect(run.output.contains(words), "\(words) in \(run.output)")
        }
    }

    @Test("What is missing of the command line is said")
    func usage() throws {
        let folder = try place(["r.csv": "lon,lat\n"])
        for (arguments, words) in [
            ("", "Missing expected argument '<agreement>'"),
            ("a.yaml", "Missing expected argument '<reports> ...'"),
            ("a.yaml r.csv --explain-input r.csv", "looks at one file"),
            ("a.yaml r.csv --encoding klingon", "klingon"),
            ("a.yaml r.csv --decimal-sign dot", "dot"),
        ] {
            let run = try Program.shell("$dmz check \(arguments)", in: folder)
            #expect(run.status == 64 && run.errors.contains(words), "\(arguments): \(run.errors)")
        }
        let none = try Program.shell("$dmz check --explain-input nowhere.csv", in: folder)
        #expect(none.status == 1)
    }
}
