import TestSupport
import Testing

/// Events of Cursor on Target: `cot.xml` has eight, of which the 6th has no point, the 7th is broken and the 8th
/// lies off the globe.
@Suite struct CoTProfileTests {
    private static let agreement = """
        zones: {near: {within: 2 km each side, of: contact}}
        lines: {contact: {geometry: [[-32, 47], [-29, 48]], edges: geodesic}}
        rules:
          no-vehicles: {in: near, prohibits: [a-f-G-E-V], from: 2026-11-22T00:31:05Z, until: 2026-11-22T00:31:06Z}
        """

    private static func run(_ command: String, files: [String: String] = [:]) throws
        -> Program.Result
    {
        let folder = try TemporaryFolder()
        try folder.write(agreement, to: "a.yaml")
        for (name, text) in files { try folder.write(text, to: name) }
        return try Program.shell(
            command.replacing("CHECK", with: "$dmz check a.yaml --profile cot")
                .replacing(
                    "FIELDS", with: "--fields dmz_zones,dmz_zones_undeterminable,dmz_finding"
                )
                .replacing("COT", with: "'\(Fixtures.path("profiles/cot.xml"))'"), in: folder)
    }

    @Test("Each event is an object of JSON with its attributes and findings")
    func findings() throws {
        let found = try Self.run("CHECK COT FIELDS --rejects r.xml && cat r.xml >&2")
        #expect(found.status == 0, "\(found.errors)")
        let lines = found.output.split(separator: "\n")
        try #require(lines.count == 8)
        let attributes = #"""
            {"version":"2.0","uid":"00000000-0000-4000-8000-000000000001","type":"a-f-G-E-V",\#
            "time":"2026-11-22T00:31:05.120Z","start":"2026-11-22T00:31:05.120Z",\#
            "stale":"2026-11-22T00:36:05.120Z","how":"m-g",\#
            "lat":47.53350,"lon":-30.5000,"hae":12.75,"ce":4.5,"le":9999999.0,"detail":"<detail>\u000a      \#
            <contact callsign=\"Sample &amp; Co &quot;1&quot;\" endpoint=\"*:-1:stcp\"/>
            """#
        let findings =
            #""dmz_zones":["near"],"dmz_zones_undeterminable":[],"dmz_finding":"apparent_breach"}"#
        #expect(lines[0].hasPrefix(attributes))
        #expect(lines[0].contains("<remarks><![CDATA[<event> is text here]]></remarks>"))
        #expect(lines[0].hasSuffix("</detail>\"," + findings))
        // Not known, 150 m, and no figure: the limit is 110 m away.
        for line in lines[1...3] {
            #expect(
                line.hasSuffix(
                    #""dmz_zones":[],"dmz_zones_undeterminable":["near"],"dmz_finding":"undeterminable"}"#
                ))
        }
        #expect(lines[4].contains(#""dmz_zones":[],"dmz_zones_undeterminable":[],"#))
        #expect(lines[5].contains(#""lat":null,"lon":null,"#) && lines[5].contains("is empty"))
        #expect(
            lines[6].contains("record 7 at byte")
                && lines[6].contains("is not XML: found '</detail>"))
        #expect(lines[7].contains("latitude '91'"))
        // The rejected bytes as they came, and what identifies them.
        #expect(found.errors.contains(#"<contact callsign="broken></detail></event>"#))
        #expect(found.errors.contains("('00000000-0000-4000-8000-000000000008')"))
    }

    @Test(
        "Packed, in UTF-16, through a pipe, on any threads, and again: the same",
        arguments: [
            "gzip -c COT | CHECK -", "iconv -f UTF-8 -t UTF-16LE COT | CHECK - --encoding UTF-16LE",
            "cat COT | CHECK - --threads 1", "CHECK COT --threads 3",
            "CHECK COT FIELDS > o.ndjson; CHECK o.ndjson",
            "CHECK COT --save-profile p.yaml > /dev/null && $dmz check a.yaml COT --profile p.yaml",
        ])
    func ways(command: String) throws {
        let plain = try Self.run("CHECK COT FIELDS -q")
        let found = try Self.run(command + " FIELDS -q")
        #expect(found.status == 0 && found.output == plain.output, "\(found.errors)")
    }

    @Test("UTF-16 by its mark, several files, and summaries")
    func files() throws {
        let marked = try Self.run("iconv -f UTF-8 -t UTF-16 COT | CHECK - FIELDS -q")
        let plain = try Self.run("CHECK COT FIELDS -q")
        // The mark has three bytes in UTF-8, by which the places of refused records differ.
        #expect(
            marked.output.split(separator: "\n").prefix(5)
                == plain.output.split(separator: "\n").prefix(5))
        let two = try Self.run(
            "CHECK COT COT FIELDS -q --summary s.json && cat s.json >&2; CHECK COT FIELDS > o.ndjson; CHECK COT "
                + "o.ndjson FIELDS -q")
        #expect(two.errors.contains(#""format": "cot""#) && two.errors.contains(#""read": 16"#))
        #expect(two.output == plain.output + plain.output + plain.output + plain.output)
        let csv = try Self.run("CHECK COT r.csv", files: ["r.csv": "lon,lat\n1,2\n"])
        #expect(csv.status == 65 && csv.errors.contains("check them in separate runs"))
        let explained = try Self.run("CHECK --explain-input COT")
        #expect(explained.output.contains("events of Cursor on Target in XML"), "\(explained)")
    }

    static let unusable: [(command: String, words: String)] = [
        ("head -c 2000 COT | CHECK - -q", "the file is cut off within this record"),
        ("head -n 16 COT | CHECK - -q", "the element <events> does not end"),
        (
            "$dmz check a.yaml COT",
            "is a Cursor on Target event, expected GeoJSON or CSV; check reports with --profile cot"
        ),
        ("echo x | $dmz check a.yaml - --format cot", "are read with --profile cot"),
        ("echo '<gpx><wpt/></gpx>' | CHECK -", "is a GPX file"),
        ("echo '<kml/>' | CHECK -", "is a KML file"),
        ("echo '<a/>' | CHECK -", "is XML without an element 'event'"),
        ("echo '<!DOCTYPE a [<!ENTITY b \"c\">]><a><event/></a>' | CHECK -", "has a document type"),
    ]

    @Test("What cannot be used says why", arguments: unusable)
    func refused(command: String, words: String) throws {
        let found = try Self.run(command)
        #expect(found.status == 65 && found.errors.contains(words), "\(found)")
    }

    @Test("A document type in front of an event refuses that event alone")
    func documentTypes() throws {
        let bomb =
            "<!DOCTYPE event [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><event uid='&b;'><point lat='1' lon='2'/></event>"
        let good = "<event uid='u'><point lat='1' lon='2' ce='1'/></event>"
        let found = try Self.run(
            "CHECK r.xml FIELDS -q", files: ["r.xml": good + "\n" + bomb + good])
        #expect(found.status == 0, "\(found.errors)")
        let lines = found.output.split(separator: "\n")
        #expect(lines.count == 3 && lines[0] == lines[2])
        #expect(lines[1].contains("record 2 at byte 55: has a document type or an entity"))
    }

    @Test("An uncertainty and other names by options win")
    func options() throws {
        let event = "<event uid='u' type='a'><point lat='47.5335' lon='-30.5'/></event>"
        for (options, open) in [("", true), ("--uncertainty '1 m'", false)] {
            let found = try Self.run("CHECK r.xml FIELDS -q \(options)", files: ["r.xml": event])
            #expect(found.output.contains(#""dmz_zones_undeterminable":["near"]"#) == open)
        }
        let found = try Self.run(
            "CHECK r.xml FIELDS -q --uncertainty '1 m' --time-field start --set category=a-f-G-E-V",
            files: [
                "r.xml": event.replacing(" type='a'", with: " start='2026-11-22T00:31:05Z'")
            ])
        #expect(found.output.contains("apparent_breach"), "\(found)")
    }
}
