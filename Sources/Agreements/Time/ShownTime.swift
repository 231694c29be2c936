/// A moment as a clock shows it.
package struct ShownTime: Hashable, Sendable {
    /// The day, such as `2026-11-22`.
    package let day: String
    /// The week by ISO 8601, such as `2026-W47`.
    package let week: String
    /// The hour, `00` to `23`.
    package let hour: String
    /// The day as a number of days since 1970-01-01.
    package let dayNumber: Int64
}

extension LocalClock {
    /// What the clock shows at a moment.
    package func shown(at moment: Instant) -> ShownTime {
        // Nobody reads a year of twelve digits; it must not overflow.
        let most: Int64 = 1 << 58
        let seconds = min(max(moment.seconds, -most), most)
        let local = seconds + Int64(offset(at: Instant(seconds: seconds)))
        let day = local.flooredDay
        let date = GregorianDate(daysSinceEpoch: day)
        // 1970-01-01 was a Thursday; the week is of the year that its Thursday is in.
        let weekday = ((day + 3) % 7 + 7) % 7
        let thursday = day - weekday + 3
        let year = GregorianDate(daysSinceEpoch: thursday).year
        let first = GregorianDate(year: year, month: 1, day: 1).daysSinceEpoch
        return ShownTime(
            day: date.year.padded(4) + "-" + date.month.padded(2) + "-" + date.day.padded(2),
            week: year.padded(4) + "-W" + Int((thursday - first) / 7 + 1).padded(2),
            hour: Int((local - day * 86_400) / 3600).padded(2), dayNumber: day)
    }
}
