import Foundation
import TestSupport
import Testing

/// `dmz report` as it is run; in a browser it is tried by `scripts/browser-check`.
@Suite struct ReportCommandTests {
    private static let fields =
        "--fields dmz_zones,dmz_zones_undeterminable,dmz_line,dmz_distance_m,dmz_side,dmz_finding,dmz_rule,"
        + "dmz_clause,dmz_margin_m,dmz_rules_apparent_breach,dmz_rules_undeterminable,dmz_rules_compliant"

    private func run(_ line: String) throws -> (folder: TemporaryFolder, run: Program.Result) {
        try checkedReports("r4,31,95,bus,west,2026-11-22T11:30:00Z,10\n", Self.fields, then: line)
    }

    @Test("A page says what was found, and asks for nothing")
    func page() throws {
        let (folder, run) = try run("$dmz report a.yaml f.csv -o r.html --title 'Week <1>'")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let html = try folder.read("r.html")
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        #expect(html.contains("<h1><bdi>Week &lt;1&gt;</bdi></h1>"))
        #expect(html.contains("4 reports, 21 to 22 November 2026."))
        #expect(html.contains("<bdi>no-forces</bdi>") && html.contains("<bdi>Party East</bdi>"))
        #expect(html.contains("<b class=\"breach\">1</b>"))
        #expect(
            html.contains(
                "<strong>1</strong> may be on either side of the limit of <bdi>dmz</bdi>"))
        #expect(html.contains("<li>1: <bdi>latitude 95"))
        #expect(html.contains("data-told=\"0:1\"><bdi>r1</bdi>"))
        // One of each file, by its hash.
        #expect(html.components(separatedBy: "class=\"hash\"").count == 4)
        for word in ["src=", "@import", "url(http", "fetch(", "XMLHttpRequest", "eval(", " style="]
        {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.components(separatedBy: "://").count == 2, "one name of XML, for scripts")
    }

    @Test("The policy names the hashes of the style and of the script that the page has")
    func policy() throws {
        let (folder, run) = try run("$dmz report a.yaml f.csv -o r.html -q")
        #expect(run.status == 0)
        let html = try folder.read("r.html")
        #expect(html.contains("default-src 'none'; style-src 'sha256-"))
        for (tag, name) in [("<style>", "style-src"), ("<script>", "script-src")] {
            let start = try #require(html.range(of: tag)).upperBound
            let end = try #require(
                html.range(of: "</" + tag.dropFirst(), range: start..<html.endIndex))
            try folder.write(String(html[start..<end.lowerBound]), to: "text")
            let hash = try Program.shell(
                "openssl dgst -sha256 -binary text | base64", in: folder
            ).output.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(hash.count == 44)
            #expect(html.contains("\(name) 'sha256-\(hash)'"))
        }
    }

    @Test("The data is JSON that no markup ends, and holds every finding to the digit")
    func data() throws {
        let (folder, run) = try run("$dmz report a.yaml f.csv -o r.html -q")
        #expect(run.status == 0)
        let data = try PageText.data(try folder.read("r.html"))
        let told = try #require(data["told"] as? [String: Any])
        #expect(told["id"] as? [String] == ["r1", "r2", "r3"])
        #expect(try PageText.column(told, "kind") == [0, 1, 6])
        #expect(try PageText.column(told, "lon")[1] == 300_279_100)
        #expect(try PageText.column(told, "bound") == [10_000, 50_000, 10_000])
        let distances = try PageText.column(told, "distance")
        let csv = try folder.read("f.csv").split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(csv[0].firstIndex(of: "dmz_distance_m"))
        for k in 0..<3 {
            let metres = try #require(Double(csv[k + 1][column]))
            #expect(abs(Double(distances[k]) / 1000 - metres) < 1e-9)
        }
    }

    @Test("Hostile strings are shown, and neither markup nor script")
    func hostile() throws {
        let folder = try workplace()
        let strings = try Fixtures.text("report/hostile.txt").split(separator: "\n").map(
            String.init)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let records = try strings.enumerated().map { k, string in
            let text = String(decoding: try encoder.encode(string), as: UTF8.self)
            return
                "{\"lon\":30.\(k + 10),\"lat\":50,\"id\":\(text),\"category\":\(text),\"party\":\(text),"
                + "\"dmz_rule\":\(text),\"dmz_clause\":\(text),\"dmz_zones\":[\(text)],\"dmz_side\":\(text),"
                + "\"dmz_margin_m\":-\(k),\"dmz_finding\":\"apparent_breach\"}"
        }
        try folder.write(records.joined(separator: "\n") + "\n", to: "h.jsonl")
        let run = try Program.shell(
            "$dmz report a.yaml h.jsonl -o h.html --format lines", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("what the agreement does not have"))
        let html = try folder.read("h.html")
        // The rest is data, which holds no `<` at all, and the script.
        let shown = String(html[..<(try #require(html.range(of: "<script type=")).lowerBound)])
        for word in ["<script", "<img", "<svg onload", "<b>x", "<!-- ", "' onmouseover='"] {
            #expect(!shown.contains(word), "\(word)")
        }
        #expect(html.components(separatedBy: "</script>").count == 3)
        #expect(!html.unicodeScalars.contains { ("\u{202A}"..."\u{202E}").contains($0) })
        let ids = try #require(
            (try PageText.data(html)["told"] as? [String: Any])?["id"] as? [String])
        #expect(ids.count == strings.count && ids.contains("<script>alert(1)</script>"))
        #expect(html.contains("<bdi>הצד הצפוני</bdi>"))
    }

    @Test("In French, with a layer and extents; the same bytes again")
    func french() throws {
        let (folder, run) = try run(
            """
            $dmz report a.yaml f.csv -o r.html --language fr --layer line.geojson --extents
            $dmz report a.yaml f.csv -o r.html --language fr --layer line.geojson --extents -q
            cp r.html first.html
            $dmz report a.yaml f.csv -o r.html --language fr --layer line.geojson --extents -q; cmp r.html first.html
            """)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let html = try folder.read("r.html")
        #expect(html.contains("<html lang=\"fr\">") && html.contains("infraction apparente"))
        // Definitions are French too; of this page only why a record was refused is English, and says so.
        #expect(
            html.contains(
                "<small><bdi>Étendue de la zone\u{A0}: à 2\u{A0}km au plus de la ligne contact, "))
        #expect(html.contains("<small><bdi>interdit dans la zone dmz\u{A0}: military</bdi>"))
        #expect(html.ranges(of: "lang=\"en\"").count == 1)
        #expect(html.contains("<bdi lang=\"en\">latitude 95"))
        let rules = try PageText.data(html)["rules"] as? [String: [String]]
        #expect(rules?["no-forces"]?.first == "interdit dans la zone dmz\u{A0}: military")
        #expect(html.contains("4 rapports, du 21 au 22 novembre 2026"))
        #expect(html.contains("Pour") || html.contains("orientation"))
        #expect(html.contains("data-layer=\"possible\"") && html.contains("étendue certaine"))
    }

    @Test(
        "No definition of a French page is English",
        arguments: ["demo/agreement.yaml", "agreements/demands.yaml", "agreements/rules.yaml"])
    func frenchDefinitions(name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("id,lon,lat\nr1,30,50\n", to: "r.csv")
        let agreement = Fixtures.path(name)
        let run = try Program.shell(
            "$dmz check -q \(agreement) r.csv -o f.csv; $dmz report -q \(agreement) f.csv -o r.html --language fr; "
                + "$dmz report -q \(agreement) f.csv -o e.html", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let (french, english) = (try folder.read("r.html"), try folder.read("e.html"))
        #expect(!french.contains("<small><bdi lang=\"en\">"))
        #expect(french.contains("Étendue de la zone") && english.contains("The zone is "))
        #expect(!french.contains("The zone is "))
        let definitions = try PageText.data(french)["rules"] as? [String: [String]] ?? [:]
        let others = try PageText.data(english)["rules"] as? [String: [String]] ?? [:]
        #expect(!definitions.isEmpty && definitions.keys == others.keys)
        for (id, words) in definitions { #expect(words.first != others[id]?.first, "\(id)") }
    }

    @Test("More findings than can be told are counted in squares, and the page stays small")
    func many() throws {
        let folder = try workplace()
        var text = "id,lon,lat,time,dmz_finding,dmz_zones\n"
        var random = SeededGenerator(seed: 9)
        for k in 0..<10_400 {
            let finding = ["compliant", "apparent_breach", "undeterminable"][k % 3]
            let longitude = Double.random(in: 29.9...30.1, using: &random)
            let latitude = Double.random(in: 49.1...50.9, using: &random)
            text +=
                "\(k),\(longitude),\(latitude),2026-11-\(10 + k % 20)T10:00:00Z,\(finding),dmz\n"
        }
        try folder.write(text, to: "m.csv")
        let run = try Program.shell("$dmz report a.yaml m.csv -o m.html", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let html = try folder.read("m.html")
        let data = try PageText.data(html)
        let cells = try #require(data["cells"] as? [String: Any])
        let entries = try #require(cells["entries"] as? [Any])
        var total = 0
        for k in stride(from: 3, to: entries.count, by: 4) { total += entries[k] as? Int ?? 0 }
        #expect(total == 10_400)
        let told = try PageText.column(try #require(data["told"] as? [String: Any]), "kind")
        #expect(told.count == 1000 && told.allSatisfy { $0 <= 1 })
        #expect(html.utf8.count < 1_500_000)
    }

    @Test("Nothing to draw, nothing to read, and a file that is cut off")
    func faults() throws {
        let (folder, run) = try run(
            """
            head -c 180 f.csv > cut.csv
            $dmz report a.yaml; echo $?
            $dmz report a.yaml line.geojson -o x.html; echo $?
            $dmz check -q a.yaml r.geojson | head -c 650 > cut.geojson
            $dmz report a.yaml cut.geojson -o y.html; echo $?
            """)
        #expect(run.output == "64\n65\n65\n", "\(run.output)")
        #expect(run.errors.contains("name a file of findings, as dmz check writes it"))
        #expect(run.errors.contains("line.geojson: byte 0"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/y.html"))
    }
}
