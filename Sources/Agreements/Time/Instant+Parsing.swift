extension Instant {
    /// Why a text is not a moment in time.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The text as found.
        public let text: String
        /// What is wrong with it.
        public let reason: String
        /// The sentence for a person.
        public var description: String { "'\(text)' is not a time: \(reason)" }
    }

    /// A moment from text by RFC 3339, such as `2026-12-01T00:00:00+02:00`.
    ///
    /// Seconds may be left out; `T` may be a space, and `T` and `Z` may be small. Digits of a
    /// fraction beyond the ninth are dropped. A leap second (`23:59:60` in UTC) belongs to the day that
    /// it ends: all of it is the last nanosecond before midnight UTC.
    ///
    /// - Throws: `Instant.ParsingError` when the text has another form, a field is out of its
    ///   range, or the offset from UTC is missing: a local time names no moment.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        self = try Self.parse(text).instant
    }

    /// A moment from text by RFC 3339, or from such a text without an offset as a clock shows it.
    ///
    /// - Throws: `Instant.ParsingError` as `init(parsing:)`; also when the clock never shows the local
    ///   time, or shows it twice, as where summer time begins and ends.
    public init(parsing text: some StringProtocol, local clock: LocalClock?) throws(ParsingError) {
        self = try Self.parse(text, local: clock).instant
    }

    /// A moment and the offset from UTC, in seconds, with which it was written or which a clock had.
    static func parse(
        _ text: some StringProtocol, local zone: LocalClock? = nil
    ) throws(ParsingError) -> (instant: Instant, offset: Int) {
        var scanner = ClockScanner(text.utf8)
        do throws(ClockFault) {
            let day = try scanner.date()
            try scanner.separator()
            let clock = try scanner.clock()
            let local = day * 86_400 + Int64(clock.hour * 3600 + clock.minute * 60 + clock.second)
            let offset =
                if let zone, scanner.isAtEnd {
                    try zone.offset(ofLocal: local)
                } else { try scanner.offset() }
            try scanner.end()
            let seconds = local - Int64(offset)
            // A second 60 has counted on into the next minute, which must be midnight UTC.
            if clock.second == 60 {
                guard seconds % 86_400 == 0 else {
                    throw ClockFault("second 60 occurs only at 23:59 UTC")
                }
                return (Instant(seconds: seconds - 1, nanoseconds: 999_999_999), offset)
            }
            return (Instant(seconds: seconds, nanoseconds: clock.nanoseconds), offset)
        } catch {
            throw ParsingError(text: String(text), reason: error.reason)
        }
    }
}

/// Reads the fields of a date and a time of day from bytes, one after the other.
struct ClockScanner<Bytes: Collection> where Bytes.Element == UInt8 {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) { rest = bytes[...] }

    /// Days since 1970-01-01 in the Gregorian calendar.
    mutating func date() throws(ClockFault) -> Int64 {
        let year = try number(digits: 4, "a year of four digits")
        try take("-", "'-' after the year")
        let month = try number(digits: 2, "a month of two digits")
        try take("-", "'-' after the month")
        let day = try number(digits: 2, "a day of two digits")
        guard (1...12).contains(month) else { throw Fault("there is no month \(month)") }
        guard (1...GregorianDate.days(inMonth: month, year: year)).contains(day) else {
            throw Fault("month \(month) of \(year) has no day \(day)")
        }
        return GregorianDate(year: year, month: month, day: day).daysSinceEpoch
    }

    mutating func separator() throws(ClockFault) {
        guard let byte = rest.first else { throw Fault("it has a date and no time of day") }
        guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(byte) else {
            throw Fault("after the date 'T' or a space is expected")
        }
        rest.removeFirst()
    }

    mutating func clock() throws(ClockFault) -> (
        hour: Int, minute: Int, second: Int, nanoseconds: Int32
    ) {
        let hour = try number(digits: 2, "an hour of two digits")
        try take(":", "':' after the hour")
        let minute = try number(digits: 2, "a minute of two digits")
        guard hour < 24, minute < 60 else {
            throw Fault("hours run from 00 to 23 and minutes from 00 to 59")
        }
        guard rest.first == UInt8(ascii: ":") else { return (hour, minute, 0, 0) }
        rest.removeFirst()
        let second = try number(digits: 2, "a second of two digits")
        guard second <= 60 else { throw Fault("seconds run from 00 to 60") }
        guard rest.first == UInt8(ascii: ".") else { return (hour, minute, second, 0) }
        rest.removeFirst()
        return (hour, minute, second, try fraction())
    }

    /// Seconds east of UTC.
    mutating func offset() throws(ClockFault) -> Int {
        guard let sign = rest.first else {
            throw Fault("it has no offset from UTC; write Z or an offset such as +02:00 after it")
        }
        rest.removeFirst()
        switch sign {
        case UInt8(ascii: "Z"), UInt8(ascii: "z"): return 0
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            let hours = try number(digits: 2, "an offset such as +02:00")
            try take(":", "an offset such as +02:00")
            let minutes = try number(digits: 2, "an offset such as +02:00")
            guard hours < 24, minutes < 60 else {
                throw Fault("an offset runs from -23:59 to +23:59")
            }
            return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
        default:
            throw Fault("after the time of day Z or an offset such as +02:00 is expected")
        }
    }

    var isAtEnd: Bool { rest.isEmpty }

    func end() throws(ClockFault) {
        guard rest.isEmpty else { throw Fault("there is something after the offset") }
    }

    typealias Fault = ClockFault

    private mutating func fraction() throws(ClockFault) -> Int32 {
        var value: Int32 = 0
        var count = 0
        while let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            if count < 9 { value = value * 10 + Int32(byte - UInt8(ascii: "0")) }
            count += 1
            rest.removeFirst()
        }
        guard count > 0 else { throw Fault("digits are expected after the point") }
        for _ in min(count, 9)..<9 { value *= 10 }
        return value
    }

    private mutating func number(digits: Int, _ expected: String) throws(ClockFault) -> Int {
        var value = 0
        for _ in 0..<digits {
            guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            else { throw Fault("\(expected) is expected, as in 2026-12-01T00:00:00+02:00") }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            rest.removeFirst()
        }
        return value
    }

    private mutating func take(
        _ character: Unicode.Scalar, _ expected: String
    ) throws(ClockFault) {
        guard rest.first == UInt8(ascii: character) else {
            throw Fault("\(expected) is expected, as in 2026-12-01T00:00:00+02:00")
        }
        rest.removeFirst()
    }
}

extension LocalClock {
    /// The offset from UTC at the one moment at which the clock shows a local time.
    func offset(ofLocal local: Int64) throws(ClockFault) -> Int {
        let moments = seconds(ofLocal: local)
        guard let only = moments.first, moments.count == 1 else {
            throw ClockFault(reason(againstMoments: moments))
        }
        return Int(local - only)
    }

    /// Why a local time that the clock shows at no moment, or at several, names none.
    package func reason(againstMoments moments: [Int64]) -> String {
        if moments.isEmpty { return "the clock of \(name) is put forward over this time" }
        let shown = moments.map { written(Instant(seconds: $0)) }
        return "the clock of \(name) shows this time twice: \(shown.joined(separator: " and "))"
    }
}

/// Why a date or time of day could not be read.
struct ClockFault: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
}
