import Agreements
import TestSupport
import Testing

@testable import ReportFiles

/// Times in the ways in which people and programs write them.
@Suite struct WrittenTimeTests {
    private func read(
        _ text: String, _ zone: String? = nil, _ order: DateOrder? = nil,
        _ numbers: NumberMeaning? = nil
    ) throws -> Result<Instant, TimeFault> {
        var reading = TimeReading()
        reading.clock = try zone.map { try LocalClock(parsing: $0) }
        reading.dateOrder = order
        reading.numbers = numbers
        let reader = TimeReader(reading)
        return Result { () throws(TimeFault) in
            guard case .moment(let moment) = try reader.time(text) else {
                throw TimeFault("a span")
            }
            return moment
        }
    }

    @Test("A day of several is one of the clock whose offset is written")
    func daysInARow() throws {
        for (text, zone, days, first, last) in [
            (
                "2017-02-05T23:30:00Z", "Europe/Kyiv", 1, "2017-02-05T00:00:00Z",
                "2017-02-05T23:59:59.999999999Z"
            ),
            (
                "2017-02-05T23:30:00+02:00", nil, 1, "2017-02-04T22:00:00Z",
                "2017-02-05T21:59:59.999999999Z"
            ),
            (
                "2017-02-05T24:00:00Z", nil, 1, "2017-02-06T00:00:00Z",
                "2017-02-06T23:59:59.999999999Z"
            ),
            (
                "2016-12-31T23:59:60Z", nil, 1, "2016-12-31T00:00:00Z",
                "2016-12-31T23:59:59.999999999Z"
            ),
            (
                "2017-02-05T23:30:00Z", nil, 7, "2017-01-30T00:00:00Z",
                "2017-02-11T23:59:59.999999999Z"
            ),
            (
                "2017-02-05 23:30", "Europe/Kyiv", 2, "2017-02-03T22:00:00Z",
                "2017-02-06T21:59:59.999999999Z"
            ),
            (
                "2017-02-05 24:00", "UTC", 1, "2017-02-06T00:00:00Z",
                "2017-02-06T23:59:59.999999999Z"
            ),
        ] as [(String, String?, Int, String, String)] {
            var reading = TimeReading()
            reading.clock = try zone.map { try LocalClock(parsing: $0) }
            guard case .span(let span) = try TimeReader(reading).time(text, days: days) else {
                Issue.record("\(text) is no span")
                continue
            }
            #expect("\(span.first)" == first && "\(span.last)" == last, "\(text): \(span)")
        }
    }

    private func reason(_ found: Result<Instant, TimeFault>) -> String? {
        if case .failure(let fault) = found { fault.reason } else { nil }
    }

    /// All are 2026-03-07T00:26:00Z.
    static let same = [
        "2026-03-07T00:26:00Z", "2026-03-07 00:26:00+00", "2026-03-07T00:26:00+0000",
        "2026/03/07 00:26:00+00", "2026/03/07 02:26:00+02", "2026-03-07 00:26:00 UTC",
        "2026-03-07 00:26 UTC", "2026-03-07T00:26:00 Z", "2026-03-07 00:26:00 +0000 UTC",
        "2026-03-07 02:26:00 +0200", "2026-03-06T19:56:00-0430", "2026-03-07 00:26:00GMT",
        " 2026-03-07 00:26:00 +00:00 ", "2026-03-07 00:26:00.000000000 +0000 UTC",
        "2026-03-07t00:26z", "2026-03-07  00:26 utc", "2026-03-07 00:26:00,000Z",
        "20260307T002600Z", "20260307T0026Z", "20260307 002600 UTC", "20260307T00:26Z",
        "2026-W10-6T00:26Z", "2026W106T002600Z", "2026-066T00:26Z", "2026066T0026Z",
        "2026/3/7 0:26Z", "2026.03.07 00:26Z", "7 Mar 2026 00:26 UTC", "07-MAR-2026 00:26:00Z",
        "7 March 2026, 00:26 GMT", "Mar 7, 2026 12:26 AM UTC", "March 7 2026 12:26:00 a.m. Z",
        "Mar. 7, 2026, 12:26\u{202F}AM UTC", "2026-03-06 7:26 PM -05:00", "070026ZMAR26",
        "070026Z MAR 2026", "070026Z mar 26", "070226BMAR26", "062126PMAR2026",
        "070026ZMARCH2026", "2026-03-06T24:00-00:26",
    ]

    @Test("One moment in many ways", arguments: same)
    func moment(text: String) throws {
        let expected = try Instant(parsing: "2026-03-07T00:26:00Z")
        #expect(try read(text).get() == expected)
        let quoted = "\"" + text + "\""
        let found = outcome("lon,lat,time\n31,50,\(quoted)\n")
        #expect(found.tally.noted == 0 && found.tally.given.contains("time"))
    }

    @Test(
        "What names no moment stays none",
        arguments: [
            "2026-03-07T00:26:00", "2026-03-07", "00:26:00Z", "07/03/2026 00:26:00+00",
            "1772843160",
            "2026-03-07 00:26:00 EST", "2026-03-07 00:26:00 +0200 UTC",
            "2026-03-07 00:26:00+01 GMT", "2026-03-07 00:26:00+1", "2026-03-07 00:26:00+000",
            "2026-13-07 00:26:00+00", "2026-03-07 00:26:00 UTC+2", "UTC", "+00", ":+00", "",
            "2026/03-07 00:26:00+00", "2026-03-07 00:26:00 -", "2026-03-07 00:26:00+٠٠",
            "2026-03-07T00:26:00ZZ", "2026-03-07T00:26:00Z 5", "2026-3-7-00:26Z", "noon",
            "7 Marz 2026 00:26Z", "7 Ma 2026 00:26Z", "07-MAR-26 00:26Z", "070026JMAR26",
            "070026MAR26", "070060ZMAR26", "320026ZMAR26", "0700260ZMAR26", "070026ZMAR26Z",
            "2026-03-07 13:26 PM Z", "2026-03-07 0:26 AM Z", "2026-03-07 7 PM Z",
            "2026-03-07T00:26:60Z", "2026-03-07T24:01Z", "2026-03-07T24:00:00.1Z",
            "2026-W54-1T00:26Z", "2026-W10-8T00:26Z", "2026-366T00:26Z", "2026-000T00:26Z",
            "2026-03-07T0:6Z", "2026-03-07T00:26:0Z", "99999999T0026Z", "2026-03-07T00:26.Z",
            "05.02.17 19:30Z", "5/2 19:30Z", "30/02/2017 19:30Z", "13/13/2017 19:30Z",
        ])
    func none(text: String) throws { #expect((try? read(text).get()) == nil) }

    @Test("Days by Python's datetime, in six ways")
    func days() throws {
        for row in try Fixtures.text("times/dates.csv").split(separator: "\n").dropFirst() {
            let cells = row.split(separator: ";").map(String.init)
            let expected = Instant(seconds: try #require(Int64(cells[0])))
            for day in cells[1...5] {
                #expect(try read(day + " 00:00Z").get() == expected, "\(day)")
            }
            #expect(try read(cells[6]).get() == expected, "\(cells[6])")
            let number = cells[1].replacing("-", with: "")
            #expect(try read(number + "T000000Z").get() == expected, "\(number)")
        }
    }

    @Test(
        "Local times of a zone, and those that it skips or shows twice",
        arguments: [
            ("2026-07-01 12:00", "2026-07-01T09:00:00Z"),
            ("2026-12-01T00:00:00.5", "2026-11-30T22:00:00.5Z"),
            ("2026-02-28 24:00", "2026-02-28T22:00:00Z"), ("011200JJUL26", "2026-07-01T09:00:00Z"),
            ("011200JUL26", "2026-07-01T09:00:00Z"), ("2026-07-01 12:00Z", "2026-07-01T12:00:00Z"),
            // The leap second at the end of 2016 was at 01:59:60 in Kyiv.
            ("2017-01-01 01:59:60", "2016-12-31T23:59:59.999999999Z"),
            ("2026-03-29 02:59:59", "2026-03-29T00:59:59Z"),
            ("2026-03-29 04:00", "2026-03-29T01:00:00Z"),
            ("2026-10-25 02:59", "2026-10-24T23:59:00Z"),
            ("2026-10-25 04:00", "2026-10-25T02:00:00Z"),
        ])
    func local(text: String, expected: String) throws {
        #expect(try read(text, "Europe/Kyiv").get() == Instant(parsing: expected))
    }

    @Test("Fixed offsets and half hours")
    func offsets() throws {
        #expect(
            try read("2026-07-01 12:00", "-04:30").get() == Instant(parsing: "2026-07-01T16:30Z"))
        // Pyongyang put its clock back by half an hour at the end of 2015-08-14, and forward at 23:30 on
        // 2018-05-04.
        #expect(
            reason(try read("2015-08-14 23:45", "Asia/Pyongyang"))
                == "the clock of Asia/Pyongyang shows this time twice: 2015-08-14T23:45:00+09:00 "
                + "and 2015-08-14T23:45:00+08:30")
        #expect(
            reason(try read("2018-05-04 23:45", "Asia/Pyongyang"))
                == "the clock of Asia/Pyongyang is put forward over this time")
        // Troll puts its clock forward by two hours at 01:00.
        #expect(
            reason(try read("2026-03-29 02:59", "Antarctica/Troll"))?.contains("put forward")
                == true)
        #expect(
            reason(try read("2026-10-25 01:00", "Antarctica/Troll"))?.hasSuffix(
                "2026-10-25T01:00:00+02:00 and 2026-10-25T01:00:00Z") == true)
    }

    @Test(
        "Whether day or month comes first is told or not read",
        arguments: [
            ("05/02/2017 19:30Z", nil, nil), ("05.02.2017 19:30Z", nil, nil),
            ("05/02/2017 19:30Z", .dayFirst, "2017-02-05T19:30:00Z"),
            ("05/02/2017 19:30Z", .monthFirst, "2017-05-02T19:30:00Z"),
            ("05.02.2017 19:30Z", .dayFirst, "2017-02-05T19:30:00Z"),
            ("2/5/2017 7:30 PM Z", .monthFirst, "2017-02-05T19:30:00Z"),
            ("25/02/2017 19:30Z", nil, "2017-02-25T19:30:00Z"),
            ("02/25/2017 19:30Z", nil, "2017-02-25T19:30:00Z"),
            ("02/25/2017 19:30Z", .dayFirst, nil), ("25/02/2017 19:30Z", .monthFirst, nil),
            ("03-03-2017 19:30Z", nil, "2017-03-03T19:30:00Z"),
            ("05/02/2017 19:30Z", .yearFirst, nil),
            ("2017/05/02 19:30Z", .yearFirst, "2017-05-02T19:30:00Z"),
            ("2017-05-02T19:30Z", .dayFirst, "2017-05-02T19:30:00Z"),
            ("12/12/2017 24:00Z", nil, "2017-12-13T00:00:00Z"),
        ] as [(String, DateOrder?, String?)])
    func order(text: String, order: DateOrder?, expected: String?) throws {
        let found = try read(text, nil, order)
        #expect((try? found.get()) == (try expected.map { try Instant(parsing: $0) }))
        if order == nil, expected == nil {
            #expect(
                reason(found)
                    == "it is 2017-02-05 if the day comes first and 2017-05-02 if the month does")
        }
    }

    @Test(
        "Numbers count what is said, and are never guessed",
        arguments: [
            ("1772843160", .epochSeconds, "2026-03-07T00:26:00Z"),
            ("1772843160.25", .epochSeconds, "2026-03-07T00:26:00.25Z"),
            ("1.77284316E9", .epochSeconds, "2026-03-07T00:26:00Z"),
            ("1772843160000", .epochMilliseconds, "2026-03-07T00:26:00Z"),
            ("1772843160001.5", .epochMilliseconds, "2026-03-07T00:26:00.0015Z"),
            ("-0.5", .epochSeconds, "1969-12-31T23:59:59.5Z"),
            ("0", .epochSeconds, "1970-01-01T00:00:00Z"),
            ("+86400", .epochSeconds, "1970-01-02T00:00:00Z"),
            ("0e9999", .epochSeconds, "1970-01-01T00:00:00Z"),
            ("1e-9999", .epochSeconds, "1970-01-01T00:00:00Z"),
            // Seconds that are milliseconds lie beyond all years that can be written.
            ("1772843160000", .epochSeconds, nil), ("1e9999", .epochSeconds, nil),
            ("46088.018055556", .excelDays, "2026-03-06T22:26:00Z"),
            ("46088,018055556", .excelDays, "2026-03-06T22:26:00Z"),
            ("46,088", .excelDays, nil), ("1772843160,5", .epochSeconds, "2026-03-07T00:26:00.5Z"),
            ("46,088.5", .excelDays, nil),
            ("61.5", .excelDays, "1900-03-01T09:57:56Z"), ("60.5", .excelDays, nil),
            ("46088", .excelDays, nil),
            // Half a millisecond before midnight is midnight.
            ("46087.999999999", .excelDays, "2026-03-06T22:00:00Z"),
            ("1772843160", nil, nil), ("20260307", nil, nil), ("-1", nil, nil), ("2026", nil, nil),
            ("2026-03-07T00:26Z", .epochSeconds, "2026-03-07T00:26:00Z"),
            ("1e", .epochSeconds, nil),
            (".", .epochSeconds, nil), ("0x10", .epochSeconds, nil), ("nan", .epochSeconds, nil),
        ] as [(String, NumberMeaning?, String?)])
    func numbers(text: String, meaning: NumberMeaning?, expected: String?) throws {
        let found = try read(text, "Europe/Kyiv", nil, meaning)
        #expect((try? found.get()) == (try expected.map { try Instant(parsing: $0) }), "\(found)")
        if meaning == nil, case .failure(let fault) = found { #expect(fault.want == .numbers) }
    }

    @Test("What RFC 3339 allows is read as it is, whatever is said of the file")
    func sameAsInstant() throws {
        var random = SeededGenerator(seed: 20_260_307)
        let zones = ["Z", "z", "+02:00", "-00:00", "+23:59", " Z", "", "+24:00"]
        func digits(_ range: ClosedRange<Int>, _ width: Int) -> String {
            let text = String(Int.random(in: range, using: &random))
            return String(repeating: "0", count: width - text.count) + text
        }
        var known = 0
        for _ in 0..<5000 {
            let text =
                digits(0...9999, 4) + "-" + digits(1...13, 2) + "-" + digits(1...31, 2) + "T"
                + digits(0...24, 2) + ":" + digits(0...60, 2) + ":" + digits(0...60, 2)
                + (Bool.random(using: &random) ? "." + digits(0...9999, 4) : "")
                + zones[Int.random(in: 0..<zones.count, using: &random)]
            guard let moment = try? Instant(parsing: text) else { continue }
            known += 1
            #expect(
                try read(text, "Asia/Kathmandu", .dayFirst, .excelDays).get() == moment, "\(text)")
        }
        #expect(known > 1000)
    }

    @Test("Records read at once and one by one give the same, whatever their times")
    func waysAgree() throws {
        var random = SeededGenerator(seed: 20_181_104)
        let alphabet = Array("0123456789:-+/. TZ".utf8)
        var fields = FieldNames()
        for zone in [nil, "Europe/Kyiv", "+02:00"] {
            fields.times.clock = try zone.map { try LocalClock(parsing: $0) }
            var rows = "lon,lat,time\n"
            var features = ""
            for _ in 0..<2000 {
                var bytes = Array(
                    Self.same[Int.random(in: 0..<Self.same.count, using: &random)].utf8)
                if Bool.random(using: &random) { bytes = Array("2026-10-25T03:30:00+02:00".utf8) }
                for _ in 0..<Int.random(in: 0...2, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[place] = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                }
                let text = String(decoding: bytes, as: UTF8.self)
                rows += "31,50,\"\(text)\"\n"
                features += point("[31,50]", #"{"time":"\#(text)"}"#) + "\n"
            }
            for (file, format) in [(rows, ReportFormat.csv), (features, .lines)] {
                let quick = outcome(file, format: format, fields: fields)
                #expect(quick == outcome(file, format: format, fields: fields, isCareful: true))
                #expect(quick.error == nil && quick.tally.rejected == 0)
                #expect(quick.tally.noted > 100 && quick.tally.noted < 1900)
            }
        }
    }

    @Test("Changed texts never trap, and what is read has a year that can be written")
    func mutated() throws {
        var random = SeededGenerator(seed: 20_170_205)
        let texts =
            Self.same + [
                "05.02.2017 19:30", "1772843160.25", "46088.018055556", "Feb 5, 2017", "2017-036",
            ]
        let alphabet = Array("0123456789:-+./, TZWJAPMeE\u{A0}٣é".utf8) + [0xFF, 0x00]
        let reader = TimeReader(TimeReading())
        var named = TimeReading()
        named.clock = try LocalClock(parsing: "Europe/Kyiv")
        var readers = [reader]
        for order in DateOrder.allCases {
            for numbers in NumberMeaning.allCases {
                (named.dateOrder, named.numbers) = (order, numbers)
                readers.append(TimeReader(named))
            }
        }
        for _ in 0..<20_000 {
            var bytes = Array(texts[Int.random(in: 0..<texts.count, using: &random)].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                if Bool.random(using: &random) || place == bytes.count {
                    bytes.insert(byte, at: place)
                } else if Bool.random(using: &random) {
                    bytes.remove(at: place)
                } else {
                    bytes[place] = byte
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            let reader = readers[Int.random(in: 0..<readers.count, using: &random)]
            if let moment = try? reader.time(text).first {
                #expect((-62_170_000_000...253_403_000_000).contains(moment.seconds), "\(text)")
            }
            _ = try? reader.time(date: text, timeOfDay: "0039")
            _ = try? reader.time(date: "2017-02-05", timeOfDay: text)
        }
    }

    @Test(
        "Date and time of day in two columns",
        arguments: [
            ("2017-02-05", "0039", "2017-02-05T00:39:00Z"),
            ("2017-02-05", "39", "2017-02-05T00:39:00Z"),
            ("2017-02-05", "1230", "2017-02-05T12:30:00Z"),
            ("2017-02-05", "5", "2017-02-05T00:05:00Z"),
            ("2017-02-05", "930", "2017-02-05T09:30:00Z"),
            ("2017-02-05", "2400", "2017-02-06T00:00:00Z"),
            ("2017-02-05", "00", "2017-02-05T00:00:00Z"),
            ("2017-02-05", "7:05", "2017-02-05T07:05:00Z"),
            ("25/2/2017", "07:30:15.5 PM", "2017-02-25T19:30:15.5Z"),
            ("20170205", "0039Z", "2017-02-05T00:39:00Z"),
            ("2017-036", "19:30+02:00", "2017-02-05T17:30:00Z"),
            ("5 Feb 2017", "19:30", "2017-02-05T19:30:00Z"), ("2017-02-05", "1260", nil),
            ("2017-02-05", "2401", nil), ("2017-02-05", "12345", nil),
            ("2017-02-05", "123456", nil),
            ("2017-02-05", "12.5", nil), ("", "0039", nil),
            ("5/2/2017", "0039", nil),
            ("2017-02-05T00:00", "0039", nil), ("2017-02-05", "2017-02-05T00:39Z", nil),
            ("2017-02-05", "-5", nil), ("2017-02-29", "0039", nil),
        ] as [(String, String, String?)])
    func twoColumns(date: String, time: String, expected: String?) throws {
        var fields = FieldNames()
        (fields.date, fields.time, fields.id) = ("acq_date", "acq_time", "id")
        fields.times.clock = try LocalClock(parsing: "UTC")
        let reader = TimeReader(fields.times)
        let expected = try expected.map { try Instant(parsing: $0) }
        if !date.isEmpty, !time.isEmpty {
            let found = try? reader.time(date: date, timeOfDay: time)
            #expect(found == expected.map { .moment($0) })
        }
        let table = outcome(
            "lon,lat,id,acq_date,acq_time\n31,50,1,\(date),\(time)\n", fields: fields)
        #expect(table.error == nil)
        #expect(table.tally.given.contains("acq_time") == (expected != nil), "\(table.text)")
        #expect(table.tally.noted == (expected == nil ? 1 : 0))
        let feature = point("[31,50]", #"{"acq_date":"\#(date)","acq_time":"\#(time)"}"#) + "\n"
        let features = outcome(feature, format: .lines, fields: fields)
        #expect(features.tally.given.contains("acq_time") == (expected != nil))
        if !time.isEmpty, Int(time) != nil, time.first != "0" {
            let number = feature.replacing("\"\(time)\"", with: time)
            let counted = outcome(number, format: .lines, fields: fields)
            #expect(counted.tally.given.contains("acq_time") == (expected != nil))
        }
    }

    @Test("Notes name what was found, what is expected and both readings")
    func notes() throws {
        var fields = FieldNames()
        #expect(
            outcome("lon,lat,time\n31,50,2026-12-01 06:00\n").tally.notes == [
                "in: record 1 at byte 13: 'time' is '2026-12-01 06:00', expected a time with its offset, "
                    + "such as 2026-12-01T06:00:00+02:00; it has no offset from UTC, and no time zone is "
                    + "named for such times"
            ])
        fields.times.clock = try LocalClock(parsing: "Europe/Kyiv")
        let found = outcome(
            "lon,lat,time\n31,50,2026-10-25 03:30\n31,50,\n31,50,  \n31,50,2026-12-01 06:00\n",
            fields: fields)
        #expect(
            found.tally.notes == [
                "in: record 1 at byte 13: 'time' is '2026-10-25 03:30', expected a time on the clock of "
                    + "Europe/Kyiv or with its offset, such as 2026-12-01T06:00:00; the clock of "
                    + "Europe/Kyiv shows this time twice: 2026-10-25T03:30:00+03:00 and "
                    + "2026-10-25T03:30:00+02:00"
            ])
        (fields.date, fields.time) = ("day", "hour")
        #expect(
            outcome("lon,lat,day,hour\n31,50,05/02/2017,\n", fields: fields).tally.notes == [
                "in: record 1 at byte 17: 'day' is '05/02/2017' and 'hour' is empty, expected a date and a "
                    + "time of day, such as 2026-12-01 and 06:00; it is 2017-02-05 if the day comes "
                    + "first and 2017-05-02 if the month does"
            ])
    }

    @Test("What was wanted is counted, the same by both ways of reading")
    func wants() throws {
        let rows =
            "lon,lat,time\n31,50,2026-12-01 06:00\n31,50,05/02/2017 06:00Z\n31,50,1772843160\n"
            + "31,50,2026-12-01T06:00:00Z\n31,50,2026-12-01 06:00:00\n31,50,noon\n"
        let quick = outcome(rows)
        #expect(quick.tally.timeWants == [.zone: 2, .order: 1, .numbers: 1])
        #expect(outcome(rows, isCareful: true) == quick)
        var fields = FieldNames()
        fields.times.clock = try LocalClock(parsing: "+02:00")
        (fields.times.dateOrder, fields.times.numbers) = (.dayFirst, .epochSeconds)
        let named = outcome(rows, fields: fields)
        #expect(named.tally.timeWants.isEmpty && named.tally.noted == 1)
        #expect(outcome(rows, fields: fields, isCareful: true) == named)
    }
}
