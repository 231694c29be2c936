import TestSupport
import Testing

/// Caps, sites and obligations as a user of `dmz` sees them.
@Suite struct CountingCommandTests {
    private func workplace() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {north: N, south: S, mission: {name: M, role: observer}}
            zero: 2026-10-01T00:00+03:00 Europe/Kyiv
            others: unregulated
            lines: {contact: {geometry: [[37.0, 47.0], [37.0, 49.0]], left: south, right: north}}
            zones: {restricted: {within: 10 km each side, of: contact}}
            rules: {tanks: {in: restricted, limits: {tank: 75}, party: north, per: 24 h, same: serial}}
            sites:
              hwha: {area: {within: 1 km, of: [37.9, 48.2]}, party: north, inventory: {tank: 12}}
            obligations:
              visits: {act: inspection, by: mission, in: [hwha], every: 14 d}
            """, to: "a.yaml")
        try folder.write(
            """
            lon,lat,uncertainty_m,category,party,time,count,serial,visit
            37.01,48,10,tank,north,2026-10-02T10:00:00+03:00,40,A,v
            37.01,48,10,tank,north,2026-10-02T11:00:00+03:00,40,B,v
            37.9,48.2,10,tank,north,2026-10-03T11:00:00+03:00,10,,
            37.9,48.2,10,inspection,mission,2026-10-03T11:00:00+03:00,,,

            """, to: "r.csv")
        return folder
    }

    @Test("The table has a line for each, and the status tells of a breached cap")
    func table() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "$dmz check a.yaml r.csv -o o.csv --fail-on apparent-breach --as-of D+20", in: folder)
        #expect(run.status == 3)
        let lines = run.errors.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.contains("tanks tank 75 1 0 0 2026-10-02T00:00:00+03:00 80 apparent breach"))
        #expect(lines.contains("hwha tank 2026-10-03T11:00:00+03:00 12 10 2 0 missing"))
        #expect(lines.contains("visits hwha 1 1 0 0"))
        #expect(lines.contains("obligations as of 2026-10-21T00:00:00+03:00"))
        // No report is above the cap by itself.
        #expect(try !folder.read("o.csv").contains(",apparent_breach,"))
    }

    @Test("What was declared complete is compliant, and the summary has all")
    func summary() throws {
        let folder = try workplace()
        let run = try Program.shell(
            """
            head -2 r.csv | $dmz check -q a.yaml - -o o.csv --summary s.json \
            --complete 'restricted D+0/D+9' --complete 'hwha D+0/D+9'
            """, in: folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        let text = try folder.read("s.json")
        for part in [
            #""as_of": "2026-10-02T10:00:00+03:00""#, #""compliant": 1"#, #""high": 40"#,
            #""state": "not_visited""#, #""storage_classes""#, #""obligation": "visits""#,
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test(
        "Bad options are refused with what to write",
        arguments: [
            ("--as-of noon", "a time is D+14"), ("--complete restricted", "it is a zone, a space"),
            ("--complete 'restrictd D+0/D+1'", "zones are restricted, hwha"),
            ("--complete 'restricted D+1/D+1'", "ends before or when it begins"),
            ("--complete 'restricted D+1/'", "--complete"),
        ])
    func refused(options: String, words: String) throws {
        let run = try Program.shell(
            "$dmz check a.yaml r.csv -o o.csv \(options)", in: try workplace())
        #expect(run.status == 64)
        #expect(run.errors.contains(words), "\(run.errors)")
    }

    @Test("Validate says how is counted, and shows sites and obligations")
    func validate() throws {
        let run = try Program.shell("$dmz validate a.yaml", in: try workplace())
        #expect(run.status == 0)
        for part in [
            "counted over all reports in windows of 24 h: objects by their 'serial'",
            "hwha  12 tank of north", "visits  inspection by mission in each of hwha every 14 d",
        ] { #expect(run.output.contains(part), "\(part)") }
    }

    @Test("Tables of a summary follow those of findings", arguments: ["text", "csv", "md", "html"])
    func tables(format: String) throws {
        let run = try Program.shell(
            """
            $dmz check -q a.yaml r.csv -o o.csv --summary s.json --as-of D+20 && \
            $dmz table -q o.csv --by zone --summary s.json --format \(format)
            """, in: try workplace())
        #expect(run.status == 0, "\(run.errors)")
        let parts = [
            "text": [
                "caps as of", "  tanks  tank      2026-10-02T00:00:00+03:00", "80  apparent breach",
            ],
            "csv": [
                "\r\n\r\nrule,category,from,until,cap,counted,finding\r\ntanks,tank,",
                "visits,hwha,1,1,0,0\r\n",
            ],
            "md": [
                "## caps as of 2026", "| obligation | zone | met | due | overdue | not verified |",
            ],
            "html": [
                "<h2>sites as of", "<td style=\"text-align: right\">missing</td>",
                "</table>\n</body>",
            ],
        ]
        for part in try #require(parts[format]) {
            #expect(run.output.contains(part), "\(part) is not in \(run.output)")
        }
    }

    @Test(
        "What is no summary is refused",
        arguments: [("r.csv", "summary"), ("empty.json", "summary"), ("none.json", "no such file")])
    func noSummary(name: String, words: String) throws {
        let folder = try workplace()
        try folder.write("{}", to: "empty.json")
        let run = try Program.shell(
            "$dmz check -q a.yaml r.csv -o o.csv && $dmz table o.csv --by zone --summary \(name)",
            in: folder)
        #expect(run.status == 65 || run.status == 1)
        #expect(run.errors.lowercased().contains(words), "\(run.errors)")
    }

    @Test("What is partly in a zone counts with one object for certain, and is not seen in a site")
    func partly() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {a: A, b: B}
            zero: 2026-09-20T00:00Z
            lines: {l: {geometry: [[0, -1], [0, 1]], left: a, right: b, edges: geodesic}}
            zones: {z: {within: 2 km, of: [-20, -43.9]}}
            rules: {cap: {in: z, limits: {person: 5}, per: 1 d}}
            sites: {s: {area: {within: 1 km, of: [10, 10]}, party: a, inventory: {tank: 4}}}
            """, to: "a.yaml")
        func feature(_ category: String, _ places: String) -> String {
            #"{"type":"Feature","properties":{"category":"\#(category)","count":7,"party":"a","#
                + #""time":"2026-09-21T00:00:00Z"},"geometry":{"type":"MultiPoint","coordinates":"#
                + "[\(places)]}}\n"
        }
        try folder.write(
            feature("person", "[-20,-43.9],[-20,-43.5],[-20.5,-43.9]")
                + feature("tank", "[10,10],[11,10]"), to: "r.ndjson")
        let run = try Program.shell(
            "$dmz check -q a.yaml r.ndjson --fields finding --summary s.json", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains(#""dmz_finding":"undeterminable""#), "\(run.output)")
        #expect(!run.output.contains("apparent_breach"))
        let text = try folder.read("s.json").filter { !$0.isWhitespace }
        #expect(text.contains(#""low":1,"high":7"#), "\(text)")
        #expect(text.contains(#""state":"not_verified""#), "\(text)")
    }

    @Test("What is not due, exempt or suspended is in no storage class of those that are")
    func notOwed() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            parties: {north: N, south: S}
            zero: 2026-09-20T00:00Z
            lines: {l: {geometry: [[0, -1], [0, 1]], left: north, right: south, edges: geodesic}}
            zones: {z: {within: 25 km each side, of: l}}
            rules: {guns: {withdraw: [gun], behind: 25 km, of: l, begin: D+2, due: D+16}}
            sites: {s: {area: {within: 1 km, of: [-0.5, 0]}, party: north, inventory: {gun: 1}}}
            """, to: "a.yaml")
        try folder.write(
            """
            id,lon,lat,category,party,time
            1,-0.02,0,gun,north,2026-09-25T00:00Z
            2,-0.6,0,gun,north,2026-10-25T00:00Z
            3,-0.5,0,gun,north,2026-10-25T00:00Z

            """, to: "r.csv")
        let run = try Program.shell(
            "$dmz check -q a.yaml r.csv --summary s.json -o /dev/null", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let text = try folder.read("s.json")
        #expect(text.contains(#""not_due_exempt_or_suspended": 1"#), "\(text)")
        #expect(text.contains(#""beyond_withdrawal_lines_but_outside_storage": 1"#))
        #expect(text.contains(#""at_the_site": 1"#))
    }
}
