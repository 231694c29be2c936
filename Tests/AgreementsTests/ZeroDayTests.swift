import Testing

@testable import Agreements

@Suite struct ZeroDayTests {
    @Test(
        "A time that the clock of the zone leaves out is said to be none",
        arguments: [
            "2026-03-29T03:30+02:00 Europe/Kyiv", "2026-03-29T03:30+03:00 Europe/Kyiv",
            "2026-03-08T02:30-05:00 America/New_York",
        ])
    func skipped(text: String) {
        let error = #expect(throws: ZeroDay.ParsingError.self) { try ZeroDay(parsing: text) }
        #expect(error?.description.contains("has no such time on that day") == true)
    }

    @Test(
        "Days keep the clock of the zone across summer time",
        arguments: [
            // Kyiv leaves UTC+2 on 2027-03-28 and comes back to it on 2027-10-31.
            ("2027-03-20T09:00+02:00 Europe/Kyiv", "D+7", "2027-03-27T09:00:00+02:00"),
            ("2027-03-20T09:00+02:00 Europe/Kyiv", "D+8", "2027-03-28T09:00:00+03:00"),
            ("2027-03-20T09:00+02:00 Europe/Kyiv", "D+192h", "2027-03-28T10:00:00+03:00"),
            ("2027-10-30T09:00+03:00 Europe/Kyiv", "D+1", "2027-10-31T09:00:00+02:00"),
            ("2027-10-30T09:00+03:00 Europe/Kyiv", "D-300", "2027-01-03T09:00:00+02:00"),
            // 03:30 does not occur on 28 March: the clock before the change counts on.
            ("2027-03-27T03:30+02:00 Europe/Kyiv", "D+1", "2027-03-28T04:30:00+03:00"),
            // 03:30 occurs twice on 31 October: the first is meant.
            ("2027-10-30T03:30+03:00 Europe/Kyiv", "D+1", "2027-10-31T03:30:00+03:00"),
            // D+0 is the zero, also where its time of day occurs twice.
            ("2026-10-25T03:30+02:00 Europe/Kyiv", "D+0", "2026-10-25T03:30:00+02:00"),
            ("2026-10-25T03:30+03:00 Europe/Kyiv", "D+0", "2026-10-25T03:30:00+03:00"),
            ("2026-10-25T03:30+02:00 Europe/Kyiv", "D+1", "2026-10-26T03:30:00+02:00"),
            ("2026-10-25T03:30+02:00 Europe/Kyiv", "D-1", "2026-10-24T03:30:00+03:00"),
            // 371 days on it occurs twice again: a zero that is a first is followed by firsts, one that
            // is a second by seconds.
            ("2026-10-25T03:30+03:00 Europe/Kyiv", "D+371", "2027-10-31T03:30:00+03:00"),
            ("2026-10-25T03:30+02:00 Europe/Kyiv", "D+371", "2027-10-31T03:30:00+02:00"),
            // 154 days on it is skipped.
            ("2026-10-25T03:30+02:00 Europe/Kyiv", "D+154", "2027-03-28T04:30:00+03:00"),
            ("2026-12-01T03:30+02:00 Europe/Kyiv", "D-37", "2026-10-25T03:30:00+03:00"),
            // Without a zone a day is 24 hours on the clock as written.
            ("2027-03-20T09:00+02:00", "D+8", "2027-03-28T09:00:00+02:00"),
            // Seoul has no summer time.
            ("2027-03-20T00:00+09:00 Asia/Seoul", "D+30", "2027-04-19T00:00:00+09:00"),
            ("2027-03-20T09:00+02:00 Europe/Kyiv", "D", "2027-03-20T09:00:00+02:00"),
            (
                "2027-03-20T09:00+02:00 Europe/Kyiv", "2027-07-01T00:00Z",
                "2027-07-01T03:00:00+03:00"
            ),
        ])
    func resolving(zero: String, time: String, expected: String) throws {
        let zero = try ZeroDay(parsing: zero)
        let moment = zero.resolve(try AgreementTime(parsing: time))
        #expect(zero.written(moment) == expected)
        #expect(moment == (try Instant(parsing: expected)))
    }

    @Test(
        "Text that is no zero day is refused",
        arguments: [
            "2026-12-01T00:00+03:00 Europe/Kyiv", "2026-12-01T00:00+02:00 Kyiv",
            "2026-12-01T00:00+02:00 GMT+2", "2026-12-01T00:00 Europe/Kyiv", "Europe/Kyiv", "",
        ])
    func refusing(text: String) {
        #expect(throws: ZeroDay.ParsingError.self) { try ZeroDay(parsing: text) }
    }

    @Test(
        "Counted times as they are written",
        arguments: [
            ("D", AgreementTime.days(0)), ("D+14", .days(14)), ("D-1", .days(-1)),
            ("D+72h", .hours(72)), ("D + 3", .days(3)), ("D-0", .days(0)),
        ])
    func counted(text: String, time: AgreementTime) throws {
        #expect(try AgreementTime(parsing: text) == time)
        #expect(try AgreementTime(parsing: time.description) == time)
    }

    @Test(
        "Counted times that are none",
        arguments: ["D14", "D+", "D+1.5", "D+h", "d+1", "D+1d", "D++1", "D+99999999"])
    func refusingCounted(text: String) {
        #expect(throws: Instant.ParsingError.self) { try AgreementTime(parsing: text) }
    }
}
