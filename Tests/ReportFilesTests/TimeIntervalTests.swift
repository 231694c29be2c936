import Agreements
import Testing

@testable import ReportFiles

/// Days alone, and times with an end.
@Suite struct TimeIntervalTests {
    private func times(
        _ rows: String, _ fields: FieldNames
    ) throws -> (reports: [Report], noted: [String]) {
        var reader = RecordReader(fields: fields)
        var splitter = RecordSplitter(file: "in", format: .csv, fields: fields)
        var batch = ReportBatch()
        var records = ReadRecords()
        // In two chunks, so that spans of the second have rows behind those of the first.
        let bytes = Array(rows.utf8)
        for part in [bytes[..<(bytes.count / 2)], bytes[(bytes.count / 2)...]] {
            try Array(part).withUnsafeBytes {
                try splitter.feed($0) {
                    reader.read($0, into: &records)
                    batch.append(records)
                }
            }
        }
        try splitter.finish {
            reader.read($0, into: &records)
            batch.append(records)
        }
        #expect(batch.columns.spans.count == batch.spans.count)
        return (Array(batch), batch.noted.map(\.note))
    }

    private func span(_ first: String, _ last: String) throws -> TimeSpan {
        TimeSpan(first: try Instant(parsing: first), last: try Instant(parsing: last))
    }

    @Test("A date alone is the day of the zone")
    func days() throws {
        var fields = FieldNames()
        fields.times.clock = try LocalClock(parsing: "Europe/Kyiv")
        fields.times.numbers = .excelDays
        let (reports, noted) = try times(
            """
            lon,lat,time
            31,50,2026-03-29
            31,50,2026-03-07T00:26:00Z
            31,50,29 Mar 2026
            31,50,46110
            31,50,
            31,50,2026-W43-7

            """, fields)
        let spring = try span("2026-03-28T22:00Z", "2026-03-29T20:59:59.999999999Z")
        let autumn = try span("2026-10-24T21:00Z", "2026-10-25T21:59:59.999999999Z")
        #expect(reports.map(\.span) == [spring, nil, spring, spring, nil, autumn])
        #expect(reports[1].time == (try Instant(parsing: "2026-03-07T00:26:00Z")))
        #expect(noted.isEmpty && reports.filter { $0.time != nil }.count == 1)
    }

    @Test("Without a zone a day is not known, and a day that the zone skips is none")
    func unknownDays() throws {
        let none = outcome("lon,lat,time\n31,50,2026-03-29\n")
        #expect(none.tally.timeWants == [.zone: 1] && none.tally.noted == 1)
        var fields = FieldNames()
        fields.times.clock = try LocalClock(parsing: "Pacific/Apia")
        let skipped = outcome("lon,lat,time\n31,50,2011-12-30\n", fields: fields)
        #expect(skipped.tally.notes.first?.hasSuffix("put forward over this time") == true)
    }

    @Test(
        "From a beginning to an end",
        arguments: [
            ("2026-12-01T06:00Z", "2026-12-01T08:00Z", "2026-12-01T06:00Z", "2026-12-01T08:00Z"),
            ("2026-12-01", "2026-12-02", "2026-11-30T22:00Z", "2026-12-02T21:59:59.999999999Z"),
            (
                "2026-12-01 06:00", "2026-12-01", "2026-12-01T04:00Z",
                "2026-12-01T21:59:59.999999999Z"
            ),
        ])
    func ends(from: String, to: String, first: String, last: String) throws {
        var fields = FieldNames()
        fields.times.clock = try LocalClock(parsing: "Europe/Kyiv")
        fields.end = "end"
        let rows = "lon,lat,time,end\n31,50,\(from),\(to)\n"
        #expect(try times(rows, fields).reports.map(\.span) == [try span(first, last)])
        fields.times.intervals = .throughout
        #expect(try times(rows, fields).reports[0].span?.meaning == .throughout)
    }

    @Test("An end that is missing or comes first is noted, and one at the beginning is a moment")
    func badEnds() throws {
        var fields = FieldNames()
        (fields.end, fields.id) = ("end", "id")
        let (reports, noted) = try times(
            """
            id,lon,lat,time,end
            1,31,50,2026-12-01T06:00Z,2026-12-01T05:59Z
            2,31,50,2026-12-01T06:00Z,
            3,31,50,,2026-12-01T06:00Z
            4,31,50,,
            5,31,50,2026-12-01T06:00Z,2026-12-01T08:00+02:00
            6,31,50,2026-12-01T06:00Z,noon

            """, fields)
        #expect(reports.allSatisfy { $0.span == nil })
        #expect(
            reports.map(\.time) == [
                nil, nil, nil, nil, try Instant(parsing: "2026-12-01T06:00Z"), nil,
            ])
        #expect(noted.count == 4)
        #expect(noted[0].hasSuffix("; it ends before it begins"))
        #expect(
            noted[1]
                == "'time' is '2026-12-01T06:00Z' and 'end' is empty, expected the times at which it "
                + "began and ended, such as 2026-12-01T06:00:00+02:00 and 2026-12-01T08:00:00+02:00; "
                + "one of both is not known")
    }

    @Test("A date without its time of day is the day")
    func emptyTimeOfDay() throws {
        var fields = FieldNames()
        (fields.date, fields.time) = ("acq_date", "acq_time")
        fields.times.clock = try LocalClock(parsing: "UTC")
        let (reports, noted) = try times(
            "lon,lat,acq_date,acq_time\n31,50,2017-02-05,\n31,50,,0039\n31,50,2017-02-05,2400\n",
            fields)
        #expect(
            reports.map(\.span) == [
                try span("2017-02-05T00:00Z", "2017-02-05T23:59:59.999999999Z"), nil, nil,
            ])
        #expect(reports[2].time == (try Instant(parsing: "2017-02-06T00:00Z")))
        #expect(
            noted.count == 1 && noted[0].hasPrefix("'acq_date' is empty and 'acq_time' is '0039'"))
    }
}
