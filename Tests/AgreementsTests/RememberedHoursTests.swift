import TestSupport
import Testing

@testable import Agreements

/// What is remembered of hours is what the clock says of each moment.
@Suite struct RememberedHoursTests {
    @Test(
        "Moments of two years, also about changes of the clock, to the second",
        arguments: [
            ("07:13-19:00", "4-9", "Europe/Kyiv"), ("22:30-05:15", "", "Asia/Kathmandu"),
            ("02:30-03:30", "", "Europe/Kyiv"), ("", "10-3", "America/St_Johns"),
            ("00:00-24:00", "2", "+05:45"),
        ])
    func moments(hours: String, months: String, clock: String) throws {
        let parts = months.split(separator: "-").compactMap { Int($0) }
        let wanted = (1...12).filter { month in
            guard let first = parts.first, let last = parts.last else { return false }
            return first <= last
                ? (first...last).contains(month) : month >= first || month <= last
        }
        let time = RecurringTime(
            hours: hours.isEmpty || hours == "00:00-24:00" ? nil : try DailyHours(parsing: hours),
            months: Set(wanted), clock: try LocalClock(parsing: clock))
        var remembered = RememberedHours(time)
        var random = SeededGenerator(seed: UInt64(hours.utf8.count + clock.utf8.count))
        // From 2026-01-01, and before 1970.
        for start in [1_767_225_600, -86_400 * 900] as [Int64] {
            for _ in 0..<3000 {
                let moment = Instant(
                    seconds: start + Int64.random(in: 0..<(730 * 86_400), using: &random),
                    nanoseconds: Bool.random(using: &random) ? 999_999_999 : 0)
                #expect(remembered.hold(at: moment) == time.holds(at: moment), "\(moment)")
            }
        }
        // Every minute of the days on which clocks of Europe change in 2026.
        for day in [1_774_742_400, 1_792_886_400] as [Int64] {
            for minute in 0..<2880 {
                let moment = Instant(seconds: day - 43_200 + Int64(minute) * 60)
                #expect(remembered.hold(at: moment) == time.holds(at: moment), "\(moment)")
            }
        }
    }
}
