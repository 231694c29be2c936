import Testing

@testable import Agreements

@Suite struct InstantTests {
    @Test(
        "Text by RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("1970-01-01T00:00:00+02:00", -7200, 0),
            ("2000-03-01 00:00:00z", 951_868_800, 0), ("2000-02-29t12:30:15Z", 951_827_415, 0),
            ("1969-12-31T23:59:59Z", -1, 0), ("2026-12-01T00:00+02:00", 1_796_076_000, 0),
            ("2026-12-01T00:00:00.25-00:00", 1_796_083_200, 250_000_000),
            ("1970-01-01T00:00:00.1234567899Z", 0, 123_456_789),
            ("1900-03-01T00:00:00Z", -2_203_891_200, 0),
            // The leap second at the end of 2016 and the second after it are the same here.
            ("2016-12-31T23:59:60Z", 1_483_228_799, 999_999_999),
            ("2017-01-01T00:59:60.5+01:00", 1_483_228_799, 999_999_999),
            ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
        ])
    func parsing(text: String, seconds: Int64, nanoseconds: Int32) throws {
        #expect(
            try Instant(parsing: text) == Instant(seconds: seconds, nanoseconds: nanoseconds))
    }

    @Test(
        "Text that is no moment is refused, with what is wrong",
        arguments: [
            ("2026-12-01T00:00:00", "no offset from UTC"), ("2026-12-01", "no time of day"),
            ("2026-13-01T00:00:00Z", "no month 13"), ("2026-02-29T00:00:00Z", "has no day 29"),
            ("1900-02-29T00:00:00Z", "has no day 29"), ("2026-12-01T24:00:00Z", "from 00 to 23"),
            ("2026-12-01T00:60:00Z", "from 00 to 59"), ("2026-12-01T00:00:61Z", "from 00 to 60"),
            ("2026-12-01T12:00:60Z", "only at 23:59 UTC"),
            ("2026-12-01T00:00:00.Z", "after the point"),
            ("2026-12-01T00:00:00+24:00", "-23:59 to +23:59"),
            ("2026-12-01T00:00:00+0200", "+02:00"),
            ("2026-12-01T00:00:00Z ", "after the offset"), ("26-12-01T00:00:00Z", "a year of four"),
            ("2026-12-01X00:00:00Z", "'T' or a space"), ("", "a year of four digits"),
            ("٢٠٢٦-12-01T00:00:00Z", "a year of four digits"), ("-2026-12-01T00:00:00Z", "a year"),
        ])
    func refusing(text: String, reason: String) {
        let error = #expect(throws: Instant.ParsingError.self) { try Instant(parsing: text) }
        #expect(error?.reason.contains(reason) == true, "\(String(describing: error))")
    }

    @Test(
        "A moment is written as it is read",
        arguments: [
            "2026-12-01T00:00:00Z", "1969-12-31T23:59:59.5Z", "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.000000001Z", "2024-02-29T06:07:08Z",
        ])
    func roundTrip(text: String) throws {
        #expect(try Instant(parsing: text).description == text)
    }

    @Test("Every day of 400 years is written as the day that was read")
    func calendar() {
        var date = GregorianDate(year: 1801, month: 1, day: 1)
        let first = date.daysSinceEpoch
        for day in first..<(first + 146_097) {
            #expect(date.daysSinceEpoch == day && GregorianDate(daysSinceEpoch: day) == date)
            let isLast = date.day == GregorianDate.days(inMonth: date.month, year: date.year)
            let isYearEnd = isLast && date.month == 12
            date = GregorianDate(
                year: date.year + (isYearEnd ? 1 : 0),
                month: isYearEnd ? 1 : date.month + (isLast ? 1 : 0), day: isLast ? 1 : date.day + 1
            )
        }
        #expect(date == GregorianDate(year: 2201, month: 1, day: 1))
    }
}
