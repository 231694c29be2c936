import Foundation
import TestSupport
import Testing

/// `dmz check` as a user runs it.
@Suite struct CheckTests {
    @Test("The flag for edges reaches routes too")
    func edgesOfRoutes() throws {
        let folder = try workplace()
        try folder.write(
            """
            parties: {a: A, b: B}
            lines:
              line: {geometry: [[0, 0], [1, 0]], left: a, right: b}
            zones:
              road: {within: 200 m total, along: [[0, 60], [1, 60]]}
            """, to: "road.yaml")
        // At the middle of 1 degree of the parallel of 60 N the geodesic runs
        // 55,800^2 tan(60) / 8 R = 105 m to the north of the planar edge.
        try folder.write("lon,lat\n0.5,60.00001\n", to: "p.csv")
        let check = "$dmz check -q road.yaml p.csv --fields dmz_zones"
        #expect(try !Program.shell(check, in: folder).output.contains("road"))
        let planar = try Program.shell(check + " --edges planar", in: folder)
        #expect(planar.output.contains("road"))
    }

    @Test("Positions taken as exact throughout are said, as a misspelt property would make them so")
    func exactPositions() throws {
        let folder = try workplace()
        let silent = try Program.shell("$dmz check a.yaml r.geojson -o o.geojson", in: folder)
        #expect(silent.errors.contains("no report gave an uncertainty"))
        try folder.write("lon,lat,uncertainty_m\n30.01,50,20\n31,50,\n", to: "r.csv")
        let given = try Program.shell("$dmz check a.yaml r.csv -o o.csv", in: folder)
        #expect(given.status == 0 && !given.errors.contains("no report gave an uncertainty"))
    }

    static let refused: [(table: String, words: String)] = [
        ("X,Y\n313400.93,5226029.55\n313401.5,5226029.5\n", "look like metres of a grid"),
        ("lat,lon\n4709.6780,1232.2880\n", "look like degrees and minutes in one"),
        ("lon,lat\nnear the bridge,here\n", "record 1 at byte 8: longitude 'near the bridge'"),
    ]

    @Test("Where all records are refused the status is 65 with a sentence", arguments: refused)
    func allRefused(table: String, words: String) throws {
        let folder = try workplace()
        try folder.write(table, to: "r.csv")
        let found = try Program.shell("$dmz check -q a.yaml r.csv -o o.csv", in: folder)
        #expect(found.status == 65)
        let lines = found.errors.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].contains("had to be refused"))
        #expect(found.errors.contains(words))
        // Nothing is lost.
        #expect(
            try folder.read("o.csv").split(separator: "\n").count
                == table.split(separator: "\n").count)
        let allowed = try Program.shell(
            "$dmz check -q --allow-all-refused a.yaml r.csv -o o.csv", in: folder)
        #expect(allowed.status == 0 && allowed.errors.isEmpty)
        // One good record is enough, and none at all is nothing wrong.
        let delimiter = table.contains(";") ? ";" : ","
        try folder.write(table + "31\(delimiter)50\n", to: "r.csv")
        #expect(try Program.shell("$dmz check -q a.yaml r.csv -o o.csv", in: folder).status == 0)
        try folder.write("lon,lat\n", to: "r.csv")
        #expect(try Program.shell("$dmz check -q a.yaml r.csv -o o.csv", in: folder).status == 0)
    }

    @Test("What no report gave is named with its rules and its option")
    func missingValues() throws {
        let folder = try workplace()
        try folder.write(
            """
            parties: {west: Party West, east: Party East}
            zero: 2026-01-01T00:00Z
            lines:
              contact: {geometry: line.geojson, left: west, right: east}
            zones:
              dmz: {within: 2 km each side, of: contact}
            rules:
              no-guns: {in: dmz, prohibits: [{gun: {calibre: ">= 100 mm"}}], party: east, from: D+2}
              calm: {in: dmz, prohibits: [any]}
            """, to: "b.yaml")
        try folder.write(
            "lon,lat,Type,timestamp,side,accuracy\n30.01,50,gun,2026-02-01T00:00:00Z,east,5\n",
            to: "r.csv")
        let blind = try Program.shell("$dmz check b.yaml r.csv -o o.csv", in: folder)
        for words in [
            "no report gave a category as 'category'; rule no-guns needs one: --category-field Type?",
            "no report gave a party as 'party'; rule no-guns needs one: --party-field side?",
            "no report gave a time as 'time'; rule no-guns needs one: --time-field timestamp?",
            "no report has the property 'calibre'; rule no-guns needs it",
            "r.csv: the uncertainty was taken from 'accuracy' in metres",
        ] {
            #expect(blind.errors.contains(words), "\(words)")
        }
        try folder.write(
            #"{"type":"Feature","properties":{"accuracy":5},"geometry":{"type":"Point","coordinates":[30,50]}}"#,
            to: "r.ndjson")
        let feature = try Program.shell("$dmz check b.yaml r.ndjson -o o.ndjson", in: folder)
        #expect(feature.errors.contains("taken as exact (see --uncertainty-field accuracy?)"))
        let told = try Program.shell(
            "$dmz check b.yaml r.csv -o o.csv --category-field Type --time-field timestamp "
                + "--party-field side --uncertainty-field accuracy", in: folder)
        #expect(!told.errors.contains("no report gave"))
        #expect(told.errors.contains("no report has the property 'calibre'"))
        // Nothing is said of what no rule asks for.
        let plain = try Program.shell("$dmz check a.yaml r.geojson -o o.geojson", in: folder)
        #expect(!plain.errors.contains("a time") && !plain.errors.contains("a category"))
    }

    @Test("Original bytes of altered records are collected")
    func altered() throws {
        let folder = try workplace()
        let record =
            #"{"type":"Feature","properties":{"v":NaN},"geometry":{"type":"Point","coordinates":[31,50]}}"#
        try folder.write(record + "\n" + record.replacing("NaN", with: "1") + "\n", to: "r.ndjson")
        let found = try Program.shell(
            "$dmz check a.yaml r.ndjson -o o.ndjson --altered was --summary s.json", in: folder)
        #expect(found.status == 0)
        #expect(try folder.read("was") == record + "\n")
        #expect(try folder.read("s.json").contains("\"altered\": 1"))
        #expect(found.errors.contains("1 of them written in other bytes (see --altered)"))
    }

    static let foreign: [(bytes: String, words: String)] = [
        ("PK\u{3}\u{4}xl/workbook.xml", "a ZIP archive, such as an XLSX or ODS workbook"),
        ("<?xml version=\"1.0\"?>\n<kml xmlns=\"x\"><Document/></kml>", "a KML file"),
        ("\u{FEFF}<gpx>", "a GPX file"), ("<event uid=\"1\"/>", "a Cursor on Target event"),
        ("SQLite format 3\u{0}lon,lat", "a GeoPackage"), ("<!DOCTYPE html><html>", "an HTML page"),
        ("PAR1lon,lat", "a Parquet file"), ("%PDF-1.7", "a PDF document"),
        ("l\u{0}o\u{0}n\u{0}", "UTF-16 without a mark of its order"),
        ("\u{0}l\u{0}o\u{0}n", "UTF-16 without a mark of its order"),
    ]

    @Test("Other formats are named with the way to convert them", arguments: foreign)
    func foreignFormats(bytes: String, words: String) throws {
        let folder = try workplace()
        for name in ["r.csv", "r.geojson", "r"] {
            try folder.write(bytes, to: name)
            let found = try Program.shell("$dmz check -q a.yaml \(name) -o o", in: folder)
            #expect(found.status == 65)
            #expect(found.errors.contains("is " + words), "\(found.errors)")
            #expect(found.errors.contains(", expected GeoJSON or CSV; "))
        }
    }

    @Test("An index that would take longer than it saves is given up and said")
    func withoutIndex() throws {
        let folder = try workplace()
        let zones = (0..<60).map {
            "  z\($0): {within: 5 km, of: [\(30 + Double($0) / 1000), 50]}\n"
        }
        try folder.write(
            "parties: {a: A, b: B}\nzones:\n" + zones.joined(), to: "many.yaml")
        let rows = (0..<900).map {
            "\(29.9 + Double($0 % 300) / 1000),50.0\($0),\(String(repeating: "x", count: 170))\n"
        }
        try folder.write("lon,lat,note\n" + rows.joined(), to: "r.csv")
        let check = "$dmz check many.yaml r.csv -o o.csv --summary s.json"
        let run = try Program.shell(check, in: folder)
        #expect(run.status == 0)
        #expect(run.errors.contains("judged without an index"))
        #expect(try folder.read("s.json").contains("index_not_compiled"))
        let whole = try folder.read("o.csv")
        // Few reports are judged without one anyway, and nothing is said.
        try folder.write("lon,lat,note\n" + rows[..<300].joined(), to: "r.csv")
        let few = try Program.shell(check, in: folder)
        #expect(!few.errors.contains("index"))
        #expect(try whole.hasPrefix(folder.read("o.csv")))
        #expect(try !folder.read("s.json").contains("index"))
    }

    @Test("Findings, table, summary and rejects")
    func whole() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "$dmz check a.yaml r.geojson -o out.geojson --summary s.json --rejects rej", in: folder)
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        // The parallel of 50 degrees has a radius of 4,107,864 m: 0.01 degrees of it are 716.957 m.
        let found = try folder.read("out.geojson")
        #expect(
            found.contains(
                #""party":"east","dmz_zones":["dmz"],"dmz_zones_undeterminable":[],"#
                    + #""dmz_line":"contact","dmz_distance_m":716."#))
        #expect(found.contains(#""dmz_side":"east","dmz_finding":"apparent_breach""#))
        #expect(found.contains(#""dmz_zones":[],"dmz_zones_undeterminable":[],"#))
        #expect(found.contains("latitude 95 is not in -90...90"))
        #expect(found.contains("[31,50.0]"))
        #expect(run.errors.contains("records read  3"))
        #expect(run.errors.contains("rejected      1"))
        #expect(run.errors.contains("rejected: r.geojson: record 3 at byte "))
        #expect(!run.errors.contains("\u{1B}"))
        #expect(
            try folder.read("rej").hasPrefix(#"{"type":"Feature","properties":{"category":"bus"}"#))
        let summary = try JSONSerialization.jsonObject(with: Data(folder.read("s.json").utf8))
        let counts = try #require(summary as? [String: Any])
        #expect(counts["read"] as? Int == 3)
        #expect(counts["written"] as? Int == 3)
        #expect(counts["rejected"] as? Int == 1)
        let inputs = try #require(counts["inputs"] as? [[String: Any]])
        let sum = try Program.shell("sha256sum r.geojson || shasum -a 256 r.geojson", in: folder)
        let hash = try #require(inputs.first?["sha256"] as? String)
        #expect(sum.output.hasPrefix(hash))
        let rules = try #require(counts["rules"] as? [String: [String: Int]])
        #expect(rules["no-forces"]?["apparent_breach"] == 1)
    }

    @Test("A small file, for which no index is compiled, and a pipe give the same bytes")
    func smallFile() throws {
        let folder = try workplace()
        var random = SeededGenerator(seed: 11)
        // Beside the line, its ends and the limit, with bounds that reach over them.
        let lines = (0..<400).map { number in
            let longitude = 30 + Double.random(in: -0.03...0.03, using: &random)
            let latitude = Double.random(in: 48.98...51.02, using: &random)
            let bound = number % 3 == 0 ? 0 : Int.random(in: 1...3000, using: &random)
            return "\(longitude),\(latitude),military,\(["east", "west"][number % 2]),\(bound)"
        }
        let table = ["lon,lat,category,party,uncertainty_m"] + lines
        try folder.write(table.joined(separator: "\n") + "\n", to: "r.csv")
        let run = try Program.shell(
            "$dmz check -q a.yaml r.csv >1 && $dmz check -q a.yaml - <r.csv >2 && cmp 1 2",
            in: folder)
        #expect(run.status == 0)
        let found = try folder.read("1")
        for finding in ["apparent_breach", "undeterminable", "compliant"] {
            #expect(found.contains(finding))
        }
    }

    @Test("A rerun, a pipe and --quiet give the same bytes")
    func rerun() throws {
        let folder = try workplace()
        let run = try Program.shell(
            """
            $dmz check a.yaml r.geojson > 1 2>table && $dmz check -q a.yaml 1 -o 2 && \
            cat r.geojson | $dmz check --quiet a.yaml - > 3 && cmp 1 2 && cmp 1 3
            """, in: folder)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(try folder.read("1").contains("dmz_zones"))
    }

    @Test(
        "Exit statuses",
        arguments: [
            ("a.yaml r.geojson", 0), ("a.yaml r.geojson --strict", 65),
            ("a.yaml r.geojson --fail-on apparent-breach", 3),
            ("a.yaml r.geojson --strict --fail-on apparent-breach", 65),
            ("a.yaml clean.csv --strict", 0), ("a.yaml clean.csv --fail-on apparent-breach", 0),
            ("a.yaml missing", 1), ("missing.yaml r.geojson", 1), ("a.yaml .", 1),
            ("a.yaml", 64), ("a.yaml r.geojson --fields nonsense", 64),
            ("a.yaml r.geojson --fail-on nonsense", 64), ("a.yaml r.geojson --nonsense", 64),
            ("a.yaml - - </dev/null", 64), ("a.yaml r.geojson -o r.geojson", 64),
            ("a.yaml r.geojson -o a.yaml", 64), ("a.yaml r.geojson -o line.geojson", 64),
            ("a.yaml r.geojson --summary ./line.geojson", 64),
            ("a.yaml r.geojson -o x --summary x", 64),
            ("a.yaml empty", 65), ("a.yaml - </dev/null", 0), ("a.yaml line.geojson", 65),
            ("a.yaml a.yaml", 65), ("r.geojson r.geojson", 65), ("a.yaml cut.geojson", 65),
            ("a.yaml crs.geojson", 65), ("a.yaml r.geojson clean.csv", 65),
            ("a.yaml cut.geojsonl", 65), ("a.yaml r.geojson -o nowhere/out", 1),
            ("a.yaml r.geojson -o .", 1),
        ])
    func statuses(arguments: String, status: Int32) throws {
        let folder = try workplace()
        try folder.write("", to: "empty")
        try folder.write("lon,lat,category\n31,50,bus\n", to: "clean.csv")
        let text = try folder.read("r.geojson")
        try folder.write(String(text.dropLast(5)), to: "cut.geojson")
        try folder.write(
            text.trimmingCharacters(in: .whitespacesAndNewlines).dropLast()
                + #","crs":{"type":"name","properties":{"name":"EPSG:3857"}}}"#, to: "crs.geojson")
        try folder.write("{\"type\":\"Feat", to: "cut.geojsonl")
        let run = try Program.shell("$dmz check \(arguments)", in: folder)
        #expect(run.status == status, "\(run.errors)")
        if status == 1 || (status == 65 && !arguments.contains("strict")) {
            // The file at fault is named first, after the program or as editors read it.
            let names = ["dmz: ", "missing.yaml: ", "r.geojson:1:1: "]
            #expect(names.contains { run.errors.contains($0) }, "\(run.errors)")
        }
    }

    @Test(
        "A file that cannot be used leaves nothing under the final name",
        arguments: ["cut.geojson", "crs.geojson", "missing", "r.geojson missing"])
    func nothingHalf(inputs: String) throws {
        let folder = try workplace()
        let text = try folder.read("r.geojson")
        try folder.write(String(text.dropLast(5)), to: "cut.geojson")
        try folder.write(
            text.trimmingCharacters(in: .whitespacesAndNewlines).dropLast()
                + #","crs":{"type":"name","properties":{"name":"EPSG:3857"}}}"#, to: "crs.geojson")
        let before = try folder.names()
        let run = try Program.shell(
            "$dmz check a.yaml \(inputs) -o out --rejects rej --summary sum", in: folder)
        #expect(run.status != 0)
        #expect(try folder.names() == before)
    }

    @Test("An interrupted run leaves nothing behind")
    func interrupted() throws {
        let folder = try workplace()
        let before = try folder.names()
        let run = try Program.shell(
            """
            mkfifo pipe; $dmz check a.yaml - -o out < pipe & exec 3> pipe
            head -c 100 r.geojson >&3
            for i in $(seq 300); do ls | grep -q part && break; sleep 0.1; done
            ls | grep -c part; kill -TERM $!; wait; rm pipe
            """, in: folder)
        #expect(run.output == "1\n")
        #expect(try folder.names() == before)
    }

    @Test("A full disk is a sentence and status 1", .enabled(if: Program.hasFullDevice))
    func fullDisk() throws {
        let folder = try workplace()
        for line in ["-o /dev/full", "> /dev/full", "-o out --summary /dev/full"] {
            let run = try Program.shell("$dmz check a.yaml r.geojson \(line)", in: folder)
            #expect(run.status == 1)
            #expect(run.errors.contains("cannot be written: no space left on device"))
        }
    }

    @Test("What a file says is shown short and without control characters")
    func shownShort() throws {
        let folder = try workplace()
        let long = String(repeating: "z", count: 1000)
        try folder.write(
            "lon,lat,category\n31,50,\u{1B}[2Jred\n31,50,\(long)\n31,50,\u{9B}1m\n", to: "c.csv")
        let run = try Program.shell("$dmz check a.yaml c.csv -o out", in: folder)
        #expect(run.errors.contains(#"category '\u001B[2Jred' is named by no rule"#))
        #expect(run.errors.contains("category '\(long.prefix(40))…' is named by no rule"))
        #expect(run.errors.contains(#"category '\u009B1m' is named by no rule"#))
        #expect(try folder.read("out").contains(long))
    }

    @Test("A closed pipe ends quietly")
    func closedPipe() throws {
        let folder = try workplace()
        let row = "31.5,50.25,bus\n"
        try folder.write(
            "lon,lat,category\n" + String(repeating: row, count: 20_000), to: "many.csv")
        let run = try Program.shell("$dmz check a.yaml many.csv -q | head -n 1", in: folder)
        #expect(run.output.hasPrefix("lon,lat,category,dmz_zones,"))
        #expect(run.errors.isEmpty)
    }

    @Test("A file that may not be read", .enabled(if: Program.unprivileged != nil))
    func noPermission() throws {
        let folder = try workplace()
        let prefix = try #require(Program.unprivileged)
        let run = try Program.shell(
            "chmod 755 .; chmod 000 r.geojson; \(prefix) $dmz check a.yaml r.geojson", in: folder)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("dmz: r.geojson: cannot be read: permission denied\n"))
        let written = try Program.shell(
            "chmod 644 r.geojson; \(prefix) $dmz check -q a.yaml r.geojson -o out", in: folder)
        if geteuid() == 0 {
            #expect(written.status == 1)
            #expect(
                written.errors.hasPrefix("dmz: out: cannot be written: permission denied\n"))
        }
    }

    @Test("Several files in one output")
    func several() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "$dmz check -q a.yaml r.geojson r.geojson -o two && $dmz check a.yaml two", in: folder)
        #expect(run.status == 0)
        #expect(run.errors.contains("records read  6"))
        let other = try Program.shell(
            "printf 'x,lon,lat\\n' > b.csv; printf 'lon,lat\\n' > c.csv; "
                + "$dmz check -q a.yaml b.csv c.csv", in: folder)
        #expect(other.status == 65)
        #expect(other.errors.contains("c.csv: has other columns than the first file"))
    }

    @Test("Only the fields asked for")
    func fields() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "$dmz check -q a.yaml r.geojson --fields finding,dmz_zones", in: folder)
        #expect(run.output.contains(#""dmz_zones":["dmz"],"dmz_finding":"apparent_breach"}"#))
        #expect(!run.output.contains("dmz_distance_m"))
    }

    @Test("Records are answered as they come")
    func pausing() throws {
        let folder = try workplace()
        let run = try Program.shell(
            """
            mkfifo pipe; $dmz check -q a.yaml - < pipe > out & exec 3> pipe
            printf 'lon,lat\\n30,50\\n' >&3
            for i in $(seq 300); do grep -q dmz, out && break; sleep 0.1; done
            cat out; exec 3>&-; wait
            """, in: folder)
        #expect(run.output.contains("30,50,dmz,"))
    }
}

extension Program {
    /// What a command is begun with so that permissions bite; `nil` where nothing does that.
    static var unprivileged: String? {
        if geteuid() != 0 { return "" }
        let prefix = "setpriv --reuid=65534 --regid=65534 --clear-groups"
        let folder = try? TemporaryFolder()
        let trial = try? folder.map { try shell("\(prefix) $dmz --version", in: $0) }
        return trial?.status == 0 ? prefix : nil
    }

    static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }
}
