/// Days of the Gregorian calendar by their numbers, also before its introduction.
enum CalendarDay {
    /// Days since 1970-01-01 of a date.
    static func day(year: Int, month: Int, day: Int) throws(TimeFault) -> Int64 {
        guard (1...12).contains(month) else { throw TimeFault("there is no month \(month)") }
        guard (1...length(ofMonth: month, year)).contains(day) else {
            throw TimeFault("month \(month) of \(year) has no day \(day)")
        }
        return unchecked(year, month, day)
    }

    /// Days since 1970-01-01 of a day of the year, from 1.
    static func day(year: Int, dayOfYear: Int) throws(TimeFault) -> Int64 {
        let days = isLeap(year) ? 366 : 365
        guard (1...days).contains(dayOfYear) else {
            throw TimeFault("\(year) has \(days) days and no day \(dayOfYear)")
        }
        return unchecked(year, 1, 1) + Int64(dayOfYear - 1)
    }

    /// Days since 1970-01-01 of a day of a week by ISO 8601: week 1 has the year's first Thursday, and
    /// Monday is day 1.
    static func day(year: Int, week: Int, weekday: Int) throws(TimeFault) -> Int64 {
        guard (1...7).contains(weekday) else {
            throw TimeFault("days of a week run from 1 to 7, and there is no day \(weekday)")
        }
        let first = firstMonday(year)
        let weeks = Int((firstMonday(year + 1) - first) / 7)
        guard (1...weeks).contains(week) else {
            throw TimeFault("\(year) has \(weeks) weeks and no week \(week)")
        }
        return first + Int64(week - 1) * 7 + Int64(weekday - 1)
    }

    static func length(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    }

    /// The Monday of week 1, which is the week of 4 January.
    private static func firstMonday(_ year: Int) -> Int64 {
        let fourth = unchecked(year, 1, 4)
        // 1970-01-01 was a Thursday, three days after a Monday.
        return fourth - ((fourth + 3) % 7 + 7) % 7
    }

    /// Days since 1970-01-01 of a date of a year from 0 to 10,000.
    ///
    /// - Source: H. Hinnant, chrono-compatible low-level date algorithms, `days_from_civil`.
    private static func unchecked(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        // Years begin in March, and a leap period later, so that nothing is negative.
        let shifted = year + 400 - (month <= 2 ? 1 : 0)
        let (era, ofEra) = (shifted / 400, shifted % 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + dayOfYear
        return Int64(days - 719_468 - 146_097)
    }
}
