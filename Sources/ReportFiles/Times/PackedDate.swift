/// A date of eight digits: `20170205`.
enum PackedDate: DateForm {
    static func day(_ text: inout TimeText, _ order: DateOrder?) throws(TimeFault) -> Int64? {
        guard let date = text.number(), date.digits == 8 else { return nil }
        return try CalendarDay.day(
            year: date.value / 10_000, month: date.value / 100 % 100, day: date.value % 100)
    }
}
