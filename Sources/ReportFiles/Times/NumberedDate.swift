/// A date of three numbers with dashes, slashes or points: `2017-02-05`, `2017/02/05`, `05.02.2017`, `2/5/2017`.
///
/// Whether day or month comes first is never guessed: the order must be known, or the date have one reading
/// only.
enum NumberedDate: DateForm {
    /// A number and how many digits it has.
    typealias Number = (value: Int, digits: Int)

    /// The three numbers of a date that are parted by one and the same mark.
    static func numbers(
        _ text: inout TimeText
    ) -> (first: Number, second: Number, third: Number)? {
        guard let first = text.number(), let mark = text.take(oneOf: "-/."),
            let second = text.number(), text.peek == mark, text.take(oneOf: "-/.") != nil,
            let third = text.number()
        else { return nil }
        return (first, second, third)
    }

    static func day(_ text: inout TimeText, _ order: DateOrder?) throws(TimeFault) -> Int64? {
        guard let (first, second, third) = numbers(&text) else { return nil }
        if first.digits == 4, second.digits <= 2, third.digits <= 2 {
            return try CalendarDay.day(
                year: first.value, month: second.value, day: third.value)
        }
        guard first.digits <= 2, second.digits <= 2, third.digits == 4 else {
            throw TimeFault("a year of four digits is expected")
        }
        let (a, b, year) = (first.value, second.value, third.value)
        switch order {
        case .dayFirst: return try CalendarDay.day(year: year, month: b, day: a)
        case .monthFirst: return try CalendarDay.day(year: year, month: a, day: b)
        case .yearFirst: throw TimeFault("its year comes last, expected first")
        case nil: break
        }
        guard (1...12).contains(a), (1...12).contains(b), a != b else {
            // One is no month, so that the other is, if it is one.
            return a > 12
                ? try CalendarDay.day(year: year, month: b, day: a)
                : try CalendarDay.day(year: year, month: a, day: b)
        }
        throw TimeFault(
            "it is \(iso(year, b, a)) if the day comes first and \(iso(year, a, b)) if the month does",
            want: .order)
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
