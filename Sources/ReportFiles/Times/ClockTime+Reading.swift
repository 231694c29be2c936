extension ClockTime {
    /// The time of day with which a text begins: `19:30`, `19:30:15.25`, `7:30 PM`, `24:00`.
    ///
    /// `packed` says whether it may also be `1930` or `193015`.
    init(_ text: inout TimeText, packed: Bool) throws(TimeFault) {
        guard let first = text.number() else {
            throw TimeFault("a time of day such as 19:30 is expected behind the date")
        }
        var (hour, minute, second) = (first.value, 0, 0)
        if packed, first.digits == 4 || first.digits == 6 {
            let whole = first.digits == 4 ? first.value * 100 : first.value
            (hour, minute, second) = (whole / 10_000, whole / 100 % 100, whole % 100)
        } else {
            guard first.digits <= 2, text.take(":"), let found = text.number(), found.digits == 2
            else { throw TimeFault("a time of day such as 19:30 is expected behind the date") }
            minute = found.value
            if text.take(":") {
                guard let found = text.number(), found.digits == 2 else {
                    throw TimeFault("a second of two digits is expected")
                }
                second = found.value
            }
        }
        try self.init(hour, minute, second, &text)
    }

    /// From hour, minute and second, with what stands behind these: a fraction, AM or PM.
    private init(
        _ hour: Int, _ minute: Int, _ second: Int, _ text: inout TimeText
    ) throws(TimeFault) {
        if text.take(oneOf: ".,") != nil {
            guard let fraction = text.fraction() else {
                throw TimeFault("digits are expected after the point")
            }
            nanoseconds = fraction
        }
        var hour = hour
        if let isAfternoon = Self.isAfternoon(&text) {
            guard (1...12).contains(hour) else {
                throw TimeFault("hours run from 1 to 12 with AM and PM")
            }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        let isEndOfDay = hour == 24 && minute == 0 && second == 0 && nanoseconds == 0
        guard hour < 24 || isEndOfDay, minute < 60 else {
            throw TimeFault("hours run from 00 to 23 and minutes from 00 to 59, or it is 24:00")
        }
        guard second <= 60 else { throw TimeFault("seconds run from 00 to 60") }
        isLeapSecond = second == 60
        seconds = hour * 3600 + minute * 60 + second
    }

    /// Passes AM or PM; `nil` where neither stands there.
    private static func isAfternoon(_ text: inout TimeText) -> Bool? {
        var rest = text
        rest.takeSpaces()
        var word = rest.word()
        if word == Array("a".utf8) || word == Array("p".utf8), rest.take(".") {
            word += rest.word()
            guard rest.take(".") else { return nil }
        }
        guard word == Array("am".utf8) || word == Array("pm".utf8) else { return nil }
        text = rest
        return word == Array("pm".utf8)
    }

    /// The whole of a text that stands in a column of its own: also `0039`, `39` or `1230`, the hours and
    /// minutes as one number.
    static func alone(
        _ text: inout TimeText
    ) throws(TimeFault) -> (clock: ClockTime, offset: Int?) {
        var rest = text
        var clock: ClockTime
        if let number = rest.number(), rest.peek != UInt8(ascii: ":"),
            number.digits != 2 || rest.isAtEnd
        {
            guard number.digits <= 4 else {
                throw TimeFault("a time of day in one number has hours and minutes, as in 0039")
            }
            text = rest
            clock = try ClockTime(number.value / 100, number.value % 100, 0, &text)
        } else {
            clock = try ClockTime(&text, packed: false)
        }
        let offset = try WrittenOffset.seconds(&text)
        guard text.isAtEnd else { throw TimeFault("there is something after the time of day") }
        return (clock, offset)
    }
}
