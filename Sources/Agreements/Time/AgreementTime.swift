/// When something begins or ends under an agreement: at a moment, or counted from its zero day.
public enum AgreementTime: Hashable, Sendable {
    /// A moment.
    case at(Instant)
    /// So many days after the zero, at the zero's time of day in its time zone; negative before.
    case days(Int)
    /// So many hours after the zero; negative before.
    case hours(Int)

    /// A time from text: `D+14`, `D-1`, `D+72h`, `D`, or a moment by RFC 3339.
    ///
    /// A moment without an offset from UTC is as the given clock shows it, if any.
    ///
    /// - Throws: `Instant.ParsingError` when the text is neither.
    public init(
        parsing text: some StringProtocol, local clock: LocalClock? = nil
    ) throws(Instant.ParsingError) {
        let packed = String(text).filter { $0 != " " }
        guard packed.first == "D" else {
            self = .at(try Instant(parsing: text, local: clock))
            return
        }
        var count = packed.dropFirst()
        let inHours = count.last == "h"
        if inHours { count.removeLast() }
        if count.isEmpty, !inHours {
            self = .days(0)
            return
        }
        guard let sign = count.first, sign == "+" || sign == "-", let number = Int(count),
            count.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
            number.magnitude <= 1_000_000
        else {
            throw Instant.ParsingError(
                text: String(text),
                reason: "after D a number of days or hours is expected, as in D+14, D-1 or D+72h")
        }
        self = inHours ? .hours(number) : .days(number)
    }

    /// Whether the time is counted from the agreement's zero.
    public var isCountedFromZero: Bool {
        switch self {
        case .at: false
        case .days, .hours: true
        }
    }
}

extension AgreementTime: CustomStringConvertible {
    /// The time as an agreement file writes it.
    public var description: String {
        func signed(_ n: Int) -> String { n < 0 ? "\(n)" : "+\(n)" }
        return switch self {
        case .at(let instant): instant.description
        case .days(let days): "D" + signed(days)
        case .hours(let hours): "D" + signed(hours) + "h"
        }
    }
}
