import Agreements

/// A number that counts from some moment, where it is known what it counts.
enum NumberTime: TimeForm {
    static func read(
        _ text: TimeText, _ reading: TimeReading
    ) throws(TimeFault) -> LocalTime? {
        guard let number = DecimalNumber(text) else { return nil }
        switch reading.numbers {
        case nil:
            throw TimeFault(
                "a number alone is no time unless it is known what it counts", want: .numbers)
        case .epochSeconds: return try epoch(number, shift: 0)
        case .epochMilliseconds: return try epoch(number, shift: -3)
        case .excelDays: return try excel(number)
        }
    }

    /// The time in UTC of a number of seconds, once the point is shifted to the right.
    private static func epoch(_ number: DecimalNumber, shift: Int) throws(TimeFault) -> LocalTime {
        // 0000-01-01 and 9999-12-31 are the first and last days that texts can name.
        guard let (seconds, nanoseconds) = number.parts(shift: shift),
            (-62_167_219_200...253_402_300_799).contains(seconds)
        else { throw TimeFault("it counts to no year from 0 to 9999") }
        let day = seconds.flooredDay
        return LocalTime(
            day: day,
            clock: ClockTime(seconds: Int(seconds - day * 86_400), nanoseconds: nanoseconds),
            offset: 0)
    }

    /// The local time of a number of days, to the millisecond: no spreadsheet knows it closer.
    private static func excel(_ number: DecimalNumber) throws(TimeFault) -> LocalTime {
        // 61 is 1900-03-01; 60 is a 29 February that was none, and programs differ on what is before.
        guard let (days, billionths) = number.parts(shift: 0), (61..<2_958_466).contains(days)
        else { throw TimeFault("days of a spreadsheet run from 61, in March 1900, to 2958465") }
        if billionths == 0 { return LocalTime(day: days - 25_569) }
        // A billionth of a day is 86.4 microseconds.
        let milliseconds = (Int64(billionths) * 864 + 5000) / 10_000
        return LocalTime(
            day: days - 25_569,
            clock: ClockTime(
                seconds: Int(milliseconds / 1000),
                nanoseconds: Int32(milliseconds % 1000) * 1_000_000),
            offset: nil)
    }
}

/// A decimal number, exactly.
struct DecimalNumber {
    private var isNegative = false
    private var digits: [UInt8] = []
    /// How many of the digits stand before the point; may be negative or beyond them.
    private var point = 0

    /// A number that is the whole of a text: digits with a sign, a point and an exponent, if any.
    ///
    /// Behind more than three digits a comma is no mark of thousands and stands for the point.
    init?(_ text: TimeText) {
        var text = text
        if let sign = text.take(oneOf: "+-") { isNegative = sign == UInt8(ascii: "-") }
        while text.isAtDigit, let digit = text.take(oneOf: "0123456789") {
            digits.append(digit - 0x30)
        }
        point = digits.count
        if text.take(oneOf: digits.count > 3 ? ".," : ".") != nil {
            while text.isAtDigit, let digit = text.take(oneOf: "0123456789") {
                digits.append(digit - 0x30)
            }
        }
        guard !digits.isEmpty else { return nil }
        if text.take(oneOf: "eE") != nil {
            let sign = text.take(oneOf: "+-")
            guard let exponent = text.number(), exponent.digits <= 4 else { return nil }
            point += sign == UInt8(ascii: "-") ? -exponent.value : exponent.value
        }
        guard text.isAtEnd else { return nil }
    }

    /// The whole part, rounded down, and the billionths beyond it, further digits dropped, of the number
    /// with its point so many places to the right; `nil` where it has more than 17 digits.
    func parts(shift: Int) -> (whole: Int64, billionths: Int32)? {
        let significant = Array(digits.drop { $0 == 0 })
        if significant.isEmpty { return (0, 0) }
        let point = self.point + shift - (digits.count - significant.count)
        guard point <= 17 else { return nil }
        /// The number that digits make at some places; those that are not there are 0.
        func number(_ places: Range<Int>) -> Int64 {
            places.reduce(0) {
                $0 * 10 + (significant.indices.contains($1) ? Int64(significant[$1]) : 0)
            }
        }
        let whole = point > 0 ? number(0..<point) : 0
        let billionths = number(point..<point + 9)
        guard isNegative else { return (whole, Int32(billionths)) }
        return billionths == 0 ? (-whole, 0) : (-whole - 1, Int32(1_000_000_000 - billionths))
    }
}
