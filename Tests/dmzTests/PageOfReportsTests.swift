import Foundation
import TestSupport
import Testing

/// `dmz report` straight from reports: what it makes of the findings that `dmz check` writes of them.
@Suite struct PageOfReportsTests {
    private static let table = """
        id,lon,lat,category,party,time,uncertainty_m
        r1,30.01,50,military,east,2026-11-21T22:30:00Z,10
        r2,30.02791,50,military,east,2026-11-22T10:30:00Z,50
        r3,31,50,military,west,2026-11-22T11:30:00Z,10
        r4,31,95,military,west,2026-11-22T11:30:00Z,10
        é5,30.02,50.5,bus,,2026-11-23T11:30:00Z,10

        """

    /// A page up to where it tells what it was made from.
    private static func shown(_ html: String) throws -> Substring {
        html[..<(try #require(html.range(of: "<h2>Sources</h2>")).lowerBound)]
    }

    /// The page of reports and the page of what `check` finds of them, from files of the same name.
    private static func pages(
        _ files: [String], options: String = "", in folder: TemporaryFolder
    ) throws -> (reports: String, findings: String) {
        var script = "mkdir f && cp a.yaml line.geojson f\n"
        for file in files {
            script += "$dmz check -q a.yaml \(file) \(options) -o f/\(file)\n"
        }
        let names = files.joined(separator: " ")
        // What check writes is UTF-8, whatever it read.
        let bare = options.replacing("--encoding windows-1252", with: "")
        let run = try Program.shell(
            script + """
                $dmz report -q a.yaml \(names) \(options) -o reports.html
                cd f && $dmz report -q a.yaml \(names) \(bare) -o ../findings.html
                """, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return (try folder.read("reports.html"), try folder.read("findings.html"))
    }

    @Test(
        "The same page as of their findings, in any form",
        arguments: [
            (["r.csv"], ""), (["r.csv", "s.geojson", "r2.csv"], ""), (["u.csv"], ""),
            (["w.csv"], "--encoding windows-1252"), (["c.jsonl"], "--profile cot"),
            (["r.csv"], "--threads 3 --uncertainty '50 m' --edges rhumb"),
        ])
    func same(files: [String], options: String) throws {
        let folder = try workplace()
        try folder.write(Self.table, to: "r.csv")
        try folder.write(Self.table.replacing("\n", with: "\r\n"), to: "r2.csv")
        let point = #""geometry":{"type":"Point","coordinates":[30.001,50]}"#
        try folder.write(
            #"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{},\#(point)}]}"#,
            to: "s.geojson")
        try folder.write(
            [0xFF, 0xFE]
                + Self.table.utf16.flatMap {
                    [UInt8($0 & 0xFF), UInt8($0 >> 8)]
                }, to: "u.csv")
        try folder.write(Self.table.unicodeScalars.map { UInt8($0.value) }, to: "w.csv")
        try folder.write(
            #"<events><event uid="A" type="a-h-G" time="2026-11-21T10:00:00Z" start="2026-11-21T10:00:00Z" "#
                + #"stale="2026-11-21T10:05:00Z" how="m-g"><point lat="50" lon="30.01" hae="0" ce="1" le="1"/>"#
                + "</event></events>\n", to: "c.jsonl")
        let (reports, findings) = try Self.pages(files, options: options, in: folder)
        #expect(try Self.shown(reports) == Self.shown(findings))
        let told = try PageText.data(reports)["told"] as? [String: Any]
        let other = try PageText.data(findings)["told"] as? [String: Any]
        #expect(NSDictionary(dictionary: try #require(told)).isEqual(other))
        for file in files { #expect(reports.contains("<bdi>\(file)</bdi>"), "\(file)") }
    }

    @Test("Standard input, a compressed file and findings among reports")
    func mixed() throws {
        let folder = try workplace()
        try folder.write(Self.table, to: "r.csv")
        let run = try Program.shell(
            """
            gzip -k r.csv && $dmz check -q a.yaml r.csv -o f.csv
            $dmz report -q a.yaml - -o stdin.html < r.csv
            cat f.csv | $dmz report -q a.yaml - r.csv.gz -o both.html
            sha256sum r.csv f.csv | cut -c 1-64
            """, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(try folder.read("stdin.html").contains("5 reports"))
        let both = try folder.read("both.html")
        #expect(both.contains("10 reports"))
        // Of what is compressed the text counts.
        let hashes = run.output.split(separator: "\n").map(String.init)
        try #require(hashes.count == 2)
        for hash in hashes { #expect(both.contains(hash), "\(hash)") }
        let told = try #require(try PageText.data(both)["told"] as? [String: Any])
        // The fourth of each has no place.
        let places = zip(
            try PageText.column(told, "file"), try PageText.column(told, "number"))
        #expect(places.map { $0 * 10 + $1 }.sorted() == [1, 2, 3, 5, 11, 12, 13, 15])
    }

    @Test("More files than may be open at once")
    func manyFiles() throws {
        let folder = try workplace()
        for k in 0..<90 {
            try folder.write("id,lon,lat,category\n\(k),30.01,50,military\n", to: "\(k).csv")
        }
        let run = try Program.shell(
            "ulimit -n 64; $dmz report -q a.yaml [0-9]*.csv --threads 2 -o r.html", in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(try folder.read("r.html").contains("90 reports"))
    }

    @Test("Caps, sites and obligations are those that check tells, over all files")
    func sets() throws {
        let folder = try workplace()
        try folder.write(
            try folder.read("a.yaml")
                + "\n  cap: {in: dmz, limits: {tank: 1}, party: east, same: id}\n", to: "a.yaml"
        )
        for k in 1...2 {
            try folder.write(
                "id,lon,lat,category,party,time,uncertainty_m\nt\(k),30.01,50,tank,east,2026-11-21T0\(k):00:00Z,1\n",
                to: "t\(k).csv")
        }
        let run = try Program.shell(
            """
            $dmz check -q a.yaml t1.csv t2.csv -o f.csv --summary s.json --as-of 2026-12-01T00:00Z
            $dmz report -q a.yaml f.csv --summary s.json -o f.html
            $dmz report -q a.yaml t1.csv t2.csv --as-of 2026-12-01T00:00Z -o t.html
            $dmz report -q a.yaml t1.csv t2.csv --as-of 2026-12-01T00:00Z --summary s.json; echo $?
            $dmz report -q a.yaml f.csv --as-of 2026-12-01T00:00Z -o g.html; echo $?
            """, in: folder)
        #expect(run.output == "64\n0\n", "\(run.errors)")
        #expect(run.errors.contains("dmz: --as-of and --complete change nothing here"))
        func caps(_ name: String) throws -> Substring {
            let html = try folder.read(name)
            let start = try #require(html.range(of: "<h3>caps as of 2026-12-01"), "\(name)")
                .lowerBound
            let end = try #require(html.range(of: "</table>", range: start..<html.endIndex))
            return html[start..<end.lowerBound]
        }
        #expect(try caps("t.html") == caps("f.html"))
        #expect(try caps("t.html").contains("1 to 2"))
    }

    @Test(
        "What check would say is said: all refused, cut off, no level without a model, odd parties")
    func said() throws {
        let folder = try workplace()
        try folder.write("id,lon,lat\n1,999,50\n2,30,99\n", to: "refused.csv")
        try folder.write(String(Self.table.dropLast(50)), to: "cut.csv")
        try folder.write(
            "lon,lat,category,party,uncertainty_m,uncertainty_level\n30.01,50,military,eastt,10,CE90\n",
            to: "level.csv")
        try folder.write("", to: "empty.csv")
        let run = try Program.shell(
            """
            for name in refused empty; do $dmz report a.yaml $name.csv -o $name.html; echo $?; done
            $dmz report a.yaml level.csv -o level.html; echo $?
            $dmz report a.yaml level.csv --model normal -o n.html -q
            grep -c 'is certain' n.html
            """, in: folder)
        #expect(run.output.hasPrefix("65\n65\n0\n"), "\(run.output) \(run.errors)")
        #expect(run.errors.contains("all 2 records had to be refused"), "\(run.errors)")
        #expect(run.errors.contains("empty.csv: is empty; expected reports"))
        #expect(run.errors.contains("--model normal or uniform names how positions spread"))
        #expect(
            run.errors.contains(
                "party 'eastt' is none of the agreement's: 1 report; did you mean 'east'?"))
        #expect(try folder.read("refused.html").contains("all 2 records had to be refused"))
    }

    @Test(
        "Many blocks of reports: the same page by one thread and by three, and as of their findings"
    )
    func threads() throws {
        let folder = try workplace()
        var text = "id,lon,lat,category,party,time,uncertainty_m,note\n"
        var random = SeededGenerator(seed: 31)
        for k in 0..<9000 {
            let longitude = Double.random(in: 29.9...30.1, using: &random)
            let latitude = Double.random(in: 49.1...50.9, using: &random)
            text +=
                "\(k),\(longitude),\(latitude),military,\(k % 2 == 0 ? "east" : "west"),"
                + "2026-11-\(10 + k % 20)T10:00:00Z,\(k % 300),\(String(repeating: "x", count: 90))\n"
        }
        try folder.write(text, to: "r.csv")
        let (reports, findings) = try Self.pages(["r.csv"], in: folder)
        #expect(try Self.shown(reports) == Self.shown(findings))
        let run = try Program.shell(
            """
            for t in 1 3; do
                $dmz report -q a.yaml r.csv --threads $t -o t.html; sed "s/ --threads $t//" t.html > $t.html
            done
            cmp 1.html 3.html && sed 's/-o t.html/-o reports.html/' 1.html | cmp reports.html -
            """, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.output) \(run.errors)")
    }
}
