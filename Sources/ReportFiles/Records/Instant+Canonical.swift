import Agreements

extension Instant {
    /// The moment in the form that nearly every file has, `2026-12-01T06:00:00Z` or with an offset
    /// such as `+02:00`; `nil` for every other text, good or bad, which is then read with care.
    init?(canonical text: UnsafeRawBufferPointer) {
        guard text.count == 20 || text.count == 25, text[4] == UInt8(ascii: "-"),
            text[7] == UInt8(ascii: "-"), text[10] == UInt8(ascii: "T"),
            text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let century = Self.pair(text, 0), let years = Self.pair(text, 2),
            let month = Self.pair(text, 5), let day = Self.pair(text, 8),
            let hour = Self.pair(text, 11), let minute = Self.pair(text, 14),
            let second = Self.pair(text, 17), let offset = Self.offset(text)
        else { return nil }
        // Days that not every month has, and leap seconds, are left to the careful way.
        guard (1...12).contains(month), (1...28).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        // Days since 1970 with years beginning in March (H. Hinnant, chrono-compatible
        // low-level date algorithms).
        let year = century * 100 + years - (month <= 2 ? 1 : 0)
        guard year >= 0 else { return nil }
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days =
            era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        self.init(
            seconds: Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset))
    }

    private static func offset(_ text: UnsafeRawBufferPointer) -> Int? {
        if text.count == 20 { return text[19] == UInt8(ascii: "Z") ? 0 : nil }
        guard text[22] == UInt8(ascii: ":"), let hour = pair(text, 20),
            let minute = pair(text, 23), hour < 24, minute < 60
        else { return nil }
        switch text[19] {
        case UInt8(ascii: "+"): return hour * 3600 + minute * 60
        // -00:00 says that the offset is not known; the careful way decides what that means.
        case UInt8(ascii: "-"): return hour + minute == 0 ? nil : -(hour * 3600 + minute * 60)
        default: return nil
        }
    }

    private static func pair(_ text: UnsafeRawBufferPointer, _ i: Int) -> Int? {
        let (a, b) = (text[i] &- 0x30, text[i + 1] &- 0x30)
        return a < 10 && b < 10 ? Int(a) * 10 + Int(b) : nil
    }
}
