import TestSupport
import Testing

/// `dmz report --availability`: how much was watched, beside what was found.
@Suite struct AvailabilityTests {
    /// Three days of 24, 25 and 24 hours in Kyiv, with two findings on the first and one on the last.
    private static let availability = """
        source,start,end,zone,available,note
        cam,2026-10-24T18:00,2026-10-25T06:00,dmz,yes,
        cam,2026-10-25T06:00,2026-10-25,dmz,50,"<b>fog</b>"
        cam,2026-10-26,2026-10-28,,no,camera not operational
        post <i>,2026-10-20,2026-10-24T12:00,,,

        """

    private func run(
        _ availability: String = availability, options: String = "", zone: String = "Europe/Kyiv"
    ) throws -> (folder: TemporaryFolder, run: Program.Result) {
        let folder = try workplace()
        try folder.write(
            (zone.isEmpty ? "" : "time-zone: \(zone)\n") + folder.read("a.yaml"), to: "a.yaml")
        try folder.write(availability, to: "w.csv")
        try folder.write(
            """
            id,lon,lat,category,party,time
            r1,30.01,50,military,east,2026-10-24T12:00:00+03:00
            r2,31,50,military,west,2026-10-24T13:00:00+03:00
            r3,31,50,military,west,2026-10-26T12:00:00+02:00

            """, to: "r.csv")
        let run = try Program.shell(
            "$dmz check -q a.yaml r.csv -o f.csv && "
                + "$dmz report a.yaml f.csv -o r.html -q --availability w.csv \(options)",
            in: folder)
        return (folder, run)
    }

    /// The rows of tables as texts, cells between bars.
    private func rows(_ html: String) -> [String] {
        html.replacing("\u{A0}", with: " ").split(separator: "<tr role=\"row\">").dropFirst().map {
            row in
            row.split(separator: "</tr>")[0].split(separator: #/<(?:td|th) [^>]*>/#).map {
                $0.replacing(#/<small>.*<\/small>/#, with: "").replacing(#/<[^>]*>/#, with: "")
            }.joined(separator: "|")
        }
    }

    @Test("Days, zones and sources have the share that was watched")
    func shares() throws {
        let (folder, run) = try run()
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let html = try folder.read("r.html")
        let rows = rows(html)
        // Of 48, 50 and 48 h are known: 6 + 12; 7 + 18 with 7 + 9 watched; 24 with none.
        for row in [
            "24 October 2026|100 %|63 %|1|1", "25 October 2026|64 %|50 %|–|–",
            "26 October 2026|0 %|50 %|–|1",
        ] { #expect(rows.contains(row), "\(row) in \(rows)") }
        // Of the zone: 6 + 25 h of 73 are known, 6 + 16 were watched.
        let zone = try #require(rows.first { $0.hasPrefix("dmz|") })
        #expect(zone.contains("|71 %|58 %|1|"), "\(zone)")
        #expect(
            rows.contains(
                "cam|22|40 %|25 %|24 h from 26 October 2026, 00:00|&lt;b&gt;fog&lt;/b&gt;; camera not operational"
            ), "\(rows)")
        #expect(rows.contains("post &lt;i&gt;|12|100 %|84 %|–|–"), "\(rows)")
        #expect(rows.contains("All sources|34|51 %|54 %|–|–"), "\(rows)")
        #expect(html.contains("Hours watched of 73"))
        #expect(html.contains("Over 24 to 26 October 2026: 73 hours."))
        #expect(
            html.contains(
                "known of 2 sources, 51\u{A0}% was watched; nothing is known of 54\u{A0}% of the time. Where"
            ))
        #expect(html.components(separatedBy: "fill=\"url(#w)\"").count == 2)
        #expect(html.contains("Of the known time of striped days"))
        #expect(!html.contains("<b>fog") && !html.contains("post <i>"))
        // Among the sources, with its hash.
        let hash = try Program.shell("openssl dgst -sha256 -r w.csv | cut -c 1-64", in: folder)
        #expect(rows.contains { $0.hasPrefix("w.csv|") && $0.hasSuffix(hash.output.prefix(64)) })
        #expect(try PageText.data(html)["words"] != nil && !html.contains("\"watch-"))
    }

    @Test("In French; hostile names and notes are shown")
    func french() throws {
        let strings = try Fixtures.text("report/hostile.txt").split(separator: "\n").map(
            String.init)
        let rows = strings.enumerated().map { k, text in
            let cell = "\"" + text.replacing("\"", with: "\"\"") + "\""
            return
                "x\(k),2026-10-24,2026-10-24,,no,\(cell)\n\(cell),2026-10-25,2026-10-25,,,\(cell)"
        }
        let text = "source,start,end,zone,available,note\n" + rows.joined(separator: "\n") + "\n"
        let (folder, run) = try run(text, options: "--language fr")
        #expect(run.status == 0, "\(run.errors)")
        let html = try folder.read("r.html")
        #expect(html.contains("Ce qui a été observé") && html.contains("Temps inconnu"))
        #expect(html.contains("24 h à partir du 24 octobre 2026, 00:00"))
        let shown = String(html[..<(try #require(html.range(of: "<script type=")).lowerBound)])
        for word in ["<script", "<img", "<svg onload", "<b>x", "<!-- ", "' onmouseover='"] {
            #expect(!shown.contains(word), "\(word)")
        }
        #expect(html.components(separatedBy: "</script>").count == 3)
        #expect(!html.unicodeScalars.contains { ("\u{202A}"..."\u{202E}").contains($0) })
    }

    @Test("A file that cannot be used, or is not there, ends the run")
    func faults() throws {
        let bad = try run("source,start,end,zone\na,2026-10-24,2026-10-24,dnz\n")
        #expect(bad.run.status == 65)
        #expect(
            bad.run.errors
                == "dmz: w.csv: byte 22: record 1: 'zone' is 'dnz', expected a zone of the agreement; did you mean 'dmz'?\n"
        )
        #expect(try Program.shell("ls r.html", in: bad.folder).status != 0)
        let local = "source,start,end\na,2026-10-24,2026-10-24\n"
        let unknown = try run(local, zone: "")
        #expect(unknown.run.status == 65 && unknown.run.errors.contains("name it by --time-zone"))
        #expect(try run(local, options: "--time-zone Europe/Kyiv", zone: "").run.status == 0)
        let folder = unknown.folder
        for (option, status, words) in [
            ("none.csv", 1, "none.csv"), ("-", 64, "--availability is a file, not standard input"),
            ("w.csv -o w.csv", 64, "w.csv is read and would be written over"),
        ] {
            let run = try Program.shell(
                "$dmz report a.yaml f.csv -q --availability \(option) >x.html", in: folder)
            #expect(Int(run.status) == status && run.errors.contains(words), "\(run.errors)")
        }
    }
}
