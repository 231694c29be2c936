/// When something begins or ends under an agreement: at a moment, or counted from its zero day.
public enum AgreementTime: Hashable, Sendable {
    /// A moment.
    case at(Instant)
    /// So many days after the zero, at the zero's time of day in its time zone; negative before.
    case days(Int)
    /// So many hours after the zero; negative before.
    case hours(Int)
    /// So many days after the zero of a name, as `days` are; negative before.
    case daysAfter(String, Int)
    /// So many hours after the zero of a name; negative before.
    case hoursAfter(String, Int)

    /// A time from text: `D+14`, `D-1`, `D+72h`, `D`, the same from a zero with a name (`zolote+3`), or a
    /// moment by RFC 3339.
    ///
    /// A moment without an offset from UTC is as the given clock shows it, if any.
    ///
    /// - Throws: `Instant.ParsingError` when the text is none of these.
    public init(
        parsing text: some StringProtocol, local clock: LocalClock? = nil, zeros: [String] = []
    ) throws(Instant.ParsingError) {
        let packed = String(text).filter { $0 != " " }
        // Of names of which one begins with another the longer is meant.
        let name = zeros.filter { packed.hasPrefix($0) }.max { $0.count < $1.count }
        guard name != nil || packed.first == "D" else {
            self = .at(try Instant(parsing: text, local: clock))
            return
        }
        var count = packed.dropFirst(name?.count ?? 1)
        let inHours = count.last == "h"
        if inHours { count.removeLast() }
        let isBare = count.isEmpty && !inHours
        guard let number = isBare ? 0 : Self.signed(count) else {
            throw Instant.ParsingError(
                text: String(text),
                reason:
                    "after \(name ?? "D") a number of days or hours is expected, as in D+14, D-1 or "
                    + "D+72h")
        }
        switch (name, inHours) {
        case (nil, false): self = .days(number)
        case (nil, true): self = .hours(number)
        case (let name?, false): self = .daysAfter(name, number)
        case (let name?, true): self = .hoursAfter(name, number)
        }
    }

    /// A whole number with its sign, up to a million; `nil` for anything else.
    private static func signed(_ text: Substring) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-", let number = Int(text),
            text.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }),
            number.magnitude <= 1_000_000
        else { return nil }
        return number
    }

    /// Whether the time is counted from a zero of the agreement.
    public var isCountedFromZero: Bool {
        switch self {
        case .at: false
        case .days, .hours, .daysAfter, .hoursAfter: true
        }
    }

    /// The name of the zero from which the time is counted; `nil` for a moment and for the agreement's own
    /// zero.
    public var zeroName: String? {
        switch self {
        case .at, .days, .hours: nil
        case .daysAfter(let name, _), .hoursAfter(let name, _): name
        }
    }
}

extension AgreementTime: CustomStringConvertible {
    /// The time as an agreement file writes it.
    public var description: String { inWords(.english) }
}

extension AgreementTime {
    /// The time as the agreement gives it, in the words of a language.
    func inWords(_ say: Phrasing) -> String {
        func days(_ zero: String, _ count: Int) -> String {
            if count == 0 { return say("{zero}+0", ["zero": zero]) }
            let values = ["zero": zero, "days": "\(count.magnitude)"]
            return count < 0 ? say("{zero}-{days}", values) : say("{zero}+{days}", values)
        }
        func hours(_ zero: String, _ count: Int) -> String {
            let values = ["zero": zero, "hours": "\(count.magnitude)"]
            return count < 0 ? say("{zero}-{hours}h", values) : say("{zero}+{hours}h", values)
        }
        return switch self {
        case .at(let instant): say.moment(instant.description)
        case .days(let count): days("D", count)
        case .hours(let count): hours("D", count)
        case .daysAfter(let zero, let count): days(zero, count)
        case .hoursAfter(let zero, let count): hours(zero, count)
        }
    }
}
