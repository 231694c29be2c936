/// A day by year and day of the year: `2017-036`, or `2017036` before a `T`.
enum OrdinalDate: DateForm {
    static func day(_ text: inout TimeText, _ order: DateOrder?) throws(TimeFault) -> Int64? {
        guard let year = text.number() else { return nil }
        if year.digits == 7, text.peek | 0x20 == UInt8(ascii: "t") {
            return try CalendarDay.day(year: year.value / 1000, dayOfYear: year.value % 1000)
        }
        guard year.digits == 4, text.take("-"), let day = text.number(), day.digits == 3 else {
            return nil
        }
        return try CalendarDay.day(year: year.value, dayOfYear: day.value)
    }
}
