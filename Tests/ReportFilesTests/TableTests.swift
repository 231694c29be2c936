import Agreements
import TestSupport
import Testing

@testable import ReportFiles

/// Tables worked by hand.
@Suite struct TableTests {
    private static let findings = """
        id,category,time,class,dmz_zones,dmz_zones_undeterminable,dmz_side,dmz_finding,dmz_rules_apparent_breach,dmz_rules_compliant,dmz_note,dmz_error
        1,tank,2026-11-21T21:59:59Z,incident,dmz;guns,,east,apparent_breach,no-forces,no-guns,,
        1,tank,2026-11-21T22:00:00Z,incident,dmz;guns,,east,apparent_breach,no-forces,no-guns,,
        2,gun,2026-11-22T10:00:00Z,complaint,guns,dmz,west,pending,,no-forces,,
        2,gun,2026-11-22T11:00:00Z,,guns,,,compliant,,no-guns,,
        3,bus,,incident,,,east,unregulated,,,,
        4,bus,2026-11-22T11:00:00Z,incident,,,,,,,,record 6: latitude 95
        ,tank,2026-11-23T00:00:00Z,incident,dmz,,east,apparent_breach,no-forces,,,

        """

    @Test("Zones: a report counts in each, and once in the total")
    func zones() throws {
        let table = try Tables.table([Self.findings], [.zone])
        #expect(
            table.csv
                == """
                zone,apparent_breach,pending,compliant,unregulated,refused,total,duplicates\r
                dmz,3,0,0,0,0,3,1\r
                guns,2,1,1,0,0,4,2\r
                none,0,0,0,1,1,2,0\r
                total,3,1,1,1,1,7,2\r

                """)
        #expect(table.footnotes.first?.contains("(2 count in several)") == true)
        #expect(
            table.warnings.contains {
                $0.hasPrefix("1 record may be in further zones")
            })
        #expect(
            table.warnings.contains {
                $0.hasPrefix("1 record has no id")
            })
    }

    @Test("Rules: by what each says of a report")
    func rules() throws {
        #expect(
            try Tables.table([Self.findings], [.rule]).csv
                == """
                rule,apparent_breach,pending,compliant,unregulated,refused,total,duplicates\r
                no-forces,3,0,1,0,0,4,1\r
                no-guns,0,0,3,0,0,3,1\r
                none,0,0,0,1,1,2,0\r
                total,3,1,1,1,1,7,2\r

                """)
        #expect(
            try Tables.table([Self.findings], [.rule, .finding]).csv
                == """
                rule,finding,total,duplicates\r
                no-forces,apparent_breach,3,1\r
                no-forces,compliant,1,0\r
                no-guns,compliant,3,1\r
                none,unregulated,1,0\r
                none,refused,1,0\r
                total,,7,2\r

                """)
    }

    @Test("The gravest rule alone, where there are no lists")
    func gravestRule() throws {
        let text = "dmz_rule,dmz_finding\nno-guns,counted\n,unregulated\n"
        #expect(
            try Tables.table([text], [.rule]).csv
                == "rule,counted,unregulated,total\r\nno-guns,1,0,1\r\nnone,0,1,1\r\ntotal,1,1,2\r\n"
        )
    }

    @Test("Days of a clock: 22:00 UTC is the next day in Kyiv, and what was a duplicate is none")
    func days() throws {
        #expect(
            try Tables.table([Self.findings], [.day], zone: "Europe/Kyiv").csv
                == """
                day,apparent_breach,pending,compliant,unregulated,refused,total,duplicates\r
                2026-11-21,1,0,0,0,0,1,0\r
                2026-11-22,1,1,1,0,1,4,1\r
                2026-11-23,1,0,0,0,0,1,0\r
                none,0,0,0,1,0,1,0\r
                total,3,1,1,1,1,7,1\r

                """)
    }

    @Test("Each id once, by the gravest finding of its day")
    func distinct() throws {
        let table = try Tables.table([Self.findings], [.category], isDistinct: true)
        #expect(
            table.csv
                == """
                category,apparent_breach,pending,compliant,unregulated,refused,total,duplicates\r
                bus,0,0,0,1,1,2,0\r
                gun,0,1,0,0,0,1,1\r
                tank,2,0,0,0,0,2,1\r
                total,2,1,0,1,1,5,2\r

                """)
        #expect(throws: ReportFileError.self) {
            try Tables.table(["dmz_finding\ncompliant\n"], [.finding], isDistinct: true)
        }
    }

    @Test("Classes stand apart")
    func classes() throws {
        let table = try Tables.table([Self.findings], [.class, .side])
        #expect(
            table.rows.map { "\($0.words.joined(separator: " ")) \($0.total)" } == [
                "complaint west 1", "incident east 4", "incident none 1", "none none 1",
            ])
    }

    /// Moments about the clock's going back in Kyiv, 2026-10-25 04:00 to 03:00, and forward, 2026-03-29 03:00 to
    /// 04:00, worked by hand.
    @Test("Hours, days and weeks across changes of a clock")
    func clockChanges() throws {
        let times = [
            "2026-10-24T20:59:59Z", "2026-10-24T21:00:00Z", "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z", "2026-10-25T21:59:59Z", "2026-10-25T22:00:00Z",
            "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2027-01-02T12:00:00+02:00",
        ]
        let text = "dmz_finding,time\n" + times.map { "compliant,\($0)\n" }.joined()
        let table = try Tables.table([text], [.day, .hour, .week], zone: "Europe/Kyiv")
        #expect(
            table.rows.map { $0.words.joined(separator: " ") + " \($0.total)" } == [
                "2026-03-29 02 2026-W13 1", "2026-03-29 04 2026-W13 1", "2026-10-24 23 2026-W43 1",
                "2026-10-25 00 2026-W43 1", "2026-10-25 03 2026-W43 2", "2026-10-25 23 2026-W43 1",
                "2026-10-26 00 2026-W44 1", "2027-01-02 12 2026-W53 1",
            ])
    }

    @Test("Times that are none, of several hours, or without an offset")
    func openTimes() throws {
        let text =
            "dmz_finding,time\ncompliant,2026-11-22\ncompliant,2026-11-22T10:00\ncompliant,noon\ncompliant,\n"
        let unknown = try Tables.table([text], [.day, .hour])
        #expect(unknown.rows.map(\.words) == [["none", "none"]])
        #expect(unknown.warnings.contains { $0.contains("--time-zone names their clock") })
        let known = try Tables.table([text], [.day, .hour], zone: "+02:00")
        #expect(
            known.rows.map { $0.words + ["\($0.total)"] } == [
                ["2026-11-22", "10", "1"], ["2026-11-22", "several", "1"], ["none", "none", "2"],
            ])
        #expect(known.warnings.contains { $0.contains("'noon'") })
    }

    @Test("The order of a date's numbers is that of the file's first records")
    func dateOrder() throws {
        let text = "dmz_finding,time\ncompliant,05.11.2026 10:00\ncompliant,25.11.2026 10:00\n"
        let table = try Tables.table([text], [.day], zone: "+02:00")
        #expect(table.rows.map(\.words) == [["2026-11-05"], ["2026-11-25"]])
    }

    @Test("Plain objects, one a line and in an array, and a type of their own")
    func plainObjects() throws {
        let objects = [
            #"{"dmz_finding":"compliant","type":"a-f-G","category":7,"dmz_zones":["\u0064mz"]}"#,
            #"{"dmz_finding":"exempt","category":"7","dmz_zones":[]}"#,
            #"{"dmz_finding":null,"dmz_error":"record 3: no","id":null}"#,
        ]
        let array = try Tables.table(
            ["[" + objects.joined(separator: ",") + "]"], [.category, .zone])
        let lines = try Tables.table([objects.joined(separator: "\n")], [.category, .zone]) {
            $0.input.format = .lines
        }
        #expect(
            array.csv
                == "category,zone,exempt,compliant,refused,total\r\n7,dmz,0,1,0,1\r\n7,none,1,0,0,1\r\n"
                + "none,none,0,0,1,1\r\ntotal,,1,1,1,3\r\n")
        #expect(lines.csv == array.csv)
    }

    @Test("A Feature without properties has nothing of the one before")
    func stale() throws {
        let text = """
            {"type":"Feature","geometry":null,"properties":{"dmz_finding":"compliant","category":"x"}}
            {"type":"Feature","geometry":null,"properties":null}
            {"type":"Feature","geometry":null}
            """
        let table = try Tables.table([text], [.category])
        #expect(
            table.csv
                == "category,compliant,none,total\r\nnone,0,2,2\r\nx,1,0,1\r\ntotal,1,2,3\r\n"
                .replacing("none,0,2,2\r\nx,1,0,1", with: "x,1,0,1\r\nnone,0,2,2"))
    }

    @Test("Texts from reports are no markup, no formula and do not steer a terminal")
    func hostile() throws {
        let word = "=a|b<script>alert(1)</script>\u{1B}[31m\u{202E}`x`@you www.a.b &amp;"
        let text = "dmz_finding,category\ncompliant,\(word)\nTotal,b\ncompliant,\"two\nlines\"\n"
        let table = try Tables.table([text], [.category])
        for text in [table.html, table.markdown] {
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
            #expect(text.contains("\\u001B") || text.contains("\\\\u001B"))
        }
        #expect(!table.html.contains("<script") && table.html.contains("&lt;script&gt;"))
        #expect(table.html.contains("&amp;amp;"))
        let lines = table.markdown.split(separator: "\n")
        #expect(lines.count == 6)
        for line in lines {
            #expect(
                line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" } == 5
            )
        }
        #expect(table.markdown.contains("\\`x\\`\\@you www\\.a.b \\&amp;"))
        #expect(table.csv.contains("'=a|b<script>"))
        #expect(table.csv.contains("\"two\nlines\""))
        // No finding has a capital letter.
        #expect(table.findings == ["compliant", "none"])
        #expect(table.warnings.contains { $0.contains("dmz_finding is 'Total'") })
    }

    @Test("Identifiers that begin as formulas are read as they were")
    func formulas() throws {
        let text = "dmz_finding,dmz_zones,dmz_side\ncompliant,'=z1;'z2,'-west\n"
        let table = try Tables.table([text], [.zone, .side])
        #expect(table.rows.map(\.words) == [["'z2", "-west"], ["=z1", "-west"]])
    }

    @Test(
        "What is no file of findings",
        arguments: [
            ("lon,lat\n30,50\n", "expected a column dmz_finding; run dmz check first"),
            ("lon,lat,dmz_note,dmz_error\n30,50,,\n", "dmz check --fields"),
            (
                point("[30,50]", "{}") + "\n" + point("[30,50]", "{}"),
                "none of its 2 records has dmz_finding, from record 1 on"
            ),
            (
                "{\"type\":\"FeatureCollection\",\"features\":[\(point("[30,50]", "{\"dmz_finding\":\"compliant\"}")),{",
                "cut off within record 2"
            ),
            ("dmz_finding\ncompliant\n", "--by zone: no record has dmz_zones"),
        ])
    func refused(text: String, expected: String) throws {
        let error = try #require(throws: ReportFileError.self) {
            try Tables.table([text], [.zone])
        }
        #expect(error.description.contains(expected), "\(error)")
        #expect(error.code == .unusable)
    }

    @Test("Lines that are cut off, and records that are broken, are told")
    func broken() throws {
        let good = point("[30,50]", "{\"dmz_finding\":\"compliant\",\"dmz_zones\":[]}")
        let cut = try Tables.run([good + "\n" + good.dropLast(9)], [.zone])
        #expect(cut.cutOff?.contains("record 2 at byte") == true)
        #expect(cut.unreadable == 1 && cut.table.total.total == 1)
        let short = try Tables.run(["dmz_finding,dmz_zones\ncompliant,dmz\ncompl"], [.zone])
        #expect(
            short.unreadable == 1 && short.table.warnings[0].contains("it has 1 fields, expected 2")
        )
    }

    @Test("An empty file is an empty table")
    func empty() throws {
        for text in [
            "", "dmz_finding,dmz_zones\n", "{\"type\":\"FeatureCollection\",\"features\":[]}",
        ] {
            let table = try Tables.table([text], [.zone])
            #expect(table.csv == "zone,total\r\ntotal,0\r\n")
            #expect(table.warnings == ["there are no records"])
        }
    }

    @Test("A foreign crs of a collection costs nothing, as no position is read")
    func foreignSystem() throws {
        let text =
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:28407\"}},"
            + "\"features\":[\(point("[7425838,5351700]", "{\"dmz_finding\":\"compliant\"}"))]}"
        #expect(try Tables.table([text], [.finding]).total.total == 1)
    }

    @Test("A list that names a zone twice counts once, by the graver finding of a rule")
    func twice() throws {
        let text =
            "dmz_finding,dmz_zones,dmz_rules_compliant,dmz_rules_apparent_breach\n"
            + "apparent_breach,dmz;dmz,r,r\n"
        #expect(try Tables.table([text], [.zone]).rows.map(\.total) == [1])
        let table = try Tables.table([text], [.rule])
        #expect(table.rows.map(\.counts) == [[1, 0]])
    }

    @Test("One of several files without zones is named")
    func oneWithoutZones() throws {
        let error = try #require(throws: ReportFileError.self) {
            try Tables.table(
                ["dmz_finding,dmz_zones\ncompliant,dmz\n", "dmz_finding\ncompliant\n"], [.zone])
        }
        #expect(
            error.file.hasSuffix("in1") && error.description.contains("no record has dmz_zones"))
    }

    @Test("A record of many zones counts once in each, and one of too many is refused")
    func manyZones() throws {
        let zones = (0..<2_000).map { "z\($0)" }
        let text = "dmz_finding,dmz_zones\ncompliant,\((zones + zones).joined(separator: ";"))\n"
        let table = try Tables.table([text], [.zone])
        #expect(table.rows.count == 2_000 && table.rows.allSatisfy { $0.total == 1 })
        let more = zones.map { "a\($0);b\($0);c\($0);d\($0);e\($0);f\($0)" }.joined(separator: ";")
        let error = try #require(throws: ReportFileError.self) {
            try Tables.table(["dmz_finding,dmz_zones\ncompliant,\(more)\n"], [.zone])
        }
        #expect(error.description.contains("more than 10,000 rows"))
    }

    @Test("The rows of a table are limited")
    func manyRows() throws {
        let lines = (0...100).map { "exempt,\($0)\n" }.joined()
        let error = try #require(throws: ReportFileError.self) {
            try Tables.table(["dmz_finding,category\n" + lines], [.category]) { $0.mostRows = 100 }
        }
        #expect(error.description.contains("more than 100 rows"))
    }
}
