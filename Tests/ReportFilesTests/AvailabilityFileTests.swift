import Agreements
import TestSupport
import Testing

@testable import ReportFiles

/// Files of availability: what their rows say, and what they must not leave open.
@Suite struct AvailabilityFileTests {
    private func read(
        _ text: String, zone: String? = "Europe/Kyiv",
        zones: [String] = ["dmz", "guns", "north strip"]
    ) throws -> [SourceAvailability] {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, to: "w.csv")
        return try AvailabilityFile.read(
            InputFile(path: path), clock: try zone.map { try LocalClock(parsing: $0) }, zones: zones
        )
    }

    private func seconds(_ text: String) throws -> Int64 { try Instant(parsing: text).seconds }

    @Test("Times are on the clock; a day begins with its first moment and ends with its last")
    func times() throws {
        // Summer time ended in Kyiv on 25 October 2026.
        let sources = try read(
            """
            Note;END;start;Source
            x;2026-10-25;2026-10-25;a
            ;26.10.2026 06:00;26.10.2026;a
            ;2026-10-28T00:00:00Z;2026-10-27T12:00:00+03:00;a

            """)
        #expect(sources.map(\.name) == ["a"])
        let expected = try [
            ("2026-10-24T21:00:00Z", "2026-10-25T22:00:00Z"),
            ("2026-10-25T22:00:00Z", "2026-10-26T04:00:00Z"),
            ("2026-10-27T09:00:00Z", "2026-10-28T00:00:00Z"),
        ].map { try seconds($0.0)..<seconds($0.1) }
        #expect(sources[0].spans.map(\.time) == expected)
        #expect(sources[0].spans.allSatisfy { $0.share == 1 && $0.zones.isEmpty })
        #expect(sources[0].spans.map(\.notes) == [["x"], [], []])
    }

    @Test("Shares, zones, rows of nothing, names that differ in their letters' case only")
    func values() throws {
        let sources = try read(
            """
            Cameras of the mission
            source,start,end,available,zone
            Post 2,2026-12-03,2026-12-03,no,north strip; dmz
            Camera  A,2026-12-02,2026-12-02,50 %,dmz guns
            camera a,2026-12-01,2026-12-01,"62,5",
            ,,,,
            CAMERA A,2026-12-03,2026-12-03,YES,dmz;guns
            Camera A,2026-12-04,2026-12-04,0,
            Camera A,2026-12-05,2026-12-05,1 %,
            Camera A,2026-12-06,2026-12-06,,

            """)
        #expect(sources.map(\.name) == ["Post 2", "Camera  A"])
        #expect(sources[1].spans.map(\.share) == [0.625, 0.5, 1, 0, 0.01, 1])
        #expect(sources[0].spans[0].zones == ["north strip", "dmz"])
        #expect(sources[1].spans[1].zones == ["dmz", "guns"])
        #expect(sources[1].names(zone: "guns") && !sources[0].names(zone: "guns"))
    }

    @Test("Rows that say the same of the same time are one, with the zones and notes of both")
    func same() throws {
        let sources = try read(
            """
            source,start,end,available,zone,note
            a,2026-12-01,2026-12-01,80,dmz,fog
            a,2026-12-01,2026-12-01,80,guns,fog
            a,2026-12-01,2026-12-01,80,guns,rain

            """)
        #expect(sources[0].spans.count == 1)
        #expect(sources[0].spans[0].zones == ["dmz", "guns"])
        #expect(sources[0].spans[0].notes == ["fog", "rain"])
    }

    @Test(
        "What cannot be used is told with its record, what was found and what was expected",
        arguments: [
            ("", "is empty; expected a table with the columns source, start, end"),
            ("source,start,end\n", "has no rows; expected one for each time"),
            (
                "source,begin,end\na,b,c\n",
                "its first line names 'source', 'begin', 'end', and no column 'start'; expected 'source', 'start', 'end'"
            ),
            ("source,Start,end,START\na,b,c,d\n", "names the column 'Start' twice"),
            (
                "source,start,end\na,2026-12-01,2026-12-02\n,2026-12-01,2026-12-02\n",
                "byte 41: record 2: 'source' is empty, expected the name of a camera"
            ),
            (
                "source,start,end\na,soon,2026-12-02\n",
                "record 1: 'start' is 'soon', expected a time on the clock of Europe/Kyiv or with its offset"
            ),
            ("source,start,end\na,2026-12-01,\n", "record 1: 'end' is empty, expected a time"),
            (
                "source,start,end\na,2026-03-29 03:30,2026-03-30\n",
                "'start' is '2026-03-29 03:30', expected a time on the clock"
            ),
            (
                "source,start,end\na,2026-12-02T10:00,2026-12-02T09:00\n",
                "record 1: 'end' is '2026-12-02T09:00' and 'start' is '2026-12-02T10:00', expected an end after"
            ),
            ("source,start,end\na,2026-12-02T10:00,2026-12-02T10:00\n", "expected an end after"),
            (
                "source,start,end,available\na,2026-12-01,2026-12-02,140\n",
                "'available' is '140', expected a share from 0 to 100 %, or yes or no"
            ),
            ("source,start,end,available\na,2026-12-01,2026-12-02,-1\n", "'available' is '-1'"),
            ("source,start,end,available\na,2026-12-01,2026-12-02,often\n", "is 'often', expected"),
            (
                "source,start,end,available\na,2026-12-01,2026-12-02,0.5\n",
                "is '0.5', which may be a part of one or of a hundred; write percent with its sign"
            ),
            (
                "source,start,end,zone\na,2026-12-01,2026-12-02,dmz gun\n",
                "'zone' is 'gun', expected a zone of the agreement; did you mean 'guns'?"
            ),
            (
                "source,start,end\na,2026-12-01\n",
                "record 1: the line cannot be read: it has 2 fields"
            ),
            (
                "source,start,end,available\nb,2026-12-01,2026-12-09,\na,2026-12-02,2026-12-03,no\nA,2026-12-01,2026-12-02,\n",
                "record 3: overlaps record 2 of the same source, 'A', from 2026-12-02T00:00:00+02:00 to "
                    + "2026-12-03T00:00:00+02:00, expected one row for each time of a source"
            ),
        ])
    func faults(text: String, words: String) throws {
        let error = #expect(throws: ReportFileError.self) { try read(text) }
        let found = try #require(error)
        #expect(found.code == .unusable && found.description.contains(words), "\(found)")
        #expect(found.file.hasSuffix("w.csv"))
    }

    @Test("A table as spreadsheets save it: a mark, a title, semicolons; and one that is not UTF-8")
    func spreadsheet() throws {
        let sources = try read(
            "\u{FEFF}Week 47\r\nSource;Start;End;Note\r\nКамера 1;21.11.2026 06:00;22.11.2026;\"a; b\"\r\n"
        )
        #expect(sources.map(\.name) == ["Камера 1"])
        #expect(sources[0].spans.map(\.time.count) == [42 * 3600])
        #expect(sources[0].notes(in: sources[0].spans[0].time) == ["a; b"])
        let folder = try TemporaryFolder()
        let path = try folder.write(
            Array("source,start,end\nCam".utf8) + [0xE9] + Array(",2026-12-01,2026-12-01\n".utf8),
            to: "l.csv")
        let error = #expect(throws: ReportFileError.self) {
            try AvailabilityFile.read(InputFile(path: path), clock: nil, zones: [])
        }
        #expect(error?.description.hasSuffix("are not UTF-8; save the table as UTF-8") == true)
    }

    @Test("Without a clock times need their offsets")
    func withoutClock() throws {
        let text = "source,start,end\na,2026-12-01T00:00+02:00,2026-12-01T12:00Z\n"
        #expect(try read(text, zone: nil)[0].spans[0].time.count == 14 * 3600)
        let error = #expect(throws: ReportFileError.self) {
            try read("source,start,end\na,2026-12-01,2026-12-02\n", zone: nil)
        }
        #expect(
            error?.description.contains("name it by --time-zone") == true,
            "\(String(describing: error))")
    }
}
