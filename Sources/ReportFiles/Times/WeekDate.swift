/// A day by year, week and day of the week of ISO 8601: `2017-W05-7` or `2017W057`.
enum WeekDate: DateForm {
    static func day(_ text: inout TimeText, _ order: DateOrder?) throws(TimeFault) -> Int64? {
        guard let year = text.number(), year.digits == 4 else { return nil }
        let hasDashes = text.take("-")
        guard text.take(oneOf: "Ww") != nil, let week = text.number() else { return nil }
        if !hasDashes {
            guard week.digits == 3 else { throw expected }
            return try CalendarDay.day(
                year: year.value, week: week.value / 10, weekday: week.value % 10)
        }
        guard week.digits == 2, text.take("-"), let weekday = text.number(), weekday.digits == 1
        else { throw expected }
        return try CalendarDay.day(year: year.value, week: week.value, weekday: weekday.value)
    }

    private static var expected: TimeFault {
        TimeFault("a week and a day of it are expected, as in 2017-W05-7")
    }
}
