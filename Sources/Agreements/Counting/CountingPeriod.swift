/// How long a window lasts in which something is counted, or the time from one act to the next: `24 h`, `14 d`.
public struct CountingPeriod: Hashable, Sendable {
    /// How many of the unit; at least 1.
    public let count: Int
    /// The unit.
    public let unit: Unit

    /// A unit of a period.
    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// 3,600 seconds.
        case hours = "h"
        /// A day on the clock by which days are counted, which may have 23 or 25 hours.
        case days = "d"
    }

    /// Why a text is no period.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The sentence for a person.
        public let description: String
    }

    /// No period is longer than this many hours or days.
    public static let most = 1_000_000

    /// A period; `nil` where the count is not from 1 to `most`.
    public init?(_ count: Int, _ unit: Unit) {
        guard (1...Self.most).contains(count) else { return nil }
        (self.count, self.unit) = (count, unit)
    }

    /// A period from text: a number and hours, days or weeks, as in `24 h`, `14 d`, `2 weeks`.
    ///
    /// - Throws: `CountingPeriod.ParsingError` when the text is none, or 0.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        let trimmed = text.drop { $0.isWhitespace }
        let digits = trimmed.prefix { $0.isASCII && $0.isNumber }
        let word = trimmed.dropFirst(digits.count).lowercased().filter { !$0.isWhitespace }
        let units: [(words: [String], unit: Unit, times: Int)] = [
            (["h", "hour", "hours"], .hours, 1), (["d", "day", "days"], .days, 1),
            (["w", "week", "weeks"], .days, 7),
        ]
        guard let found = units.first(where: { $0.words.contains(word) }), let number = Int(digits)
        else {
            throw ParsingError(
                description:
                    "'\(text)' is no period; write a whole number of hours, days or weeks, as in 24 h, "
                    + "14 d or 2 weeks")
        }
        let (count, isOver) = number.multipliedReportingOverflow(by: found.times)
        guard !isOver, (1...Self.most).contains(count) else {
            throw ParsingError(
                description: "'\(text)' is no period; it lasts at least 1 h or 1 d and at most "
                    + "\(Self.most) of them")
        }
        (self.count, unit) = (count, found.unit)
    }
}

extension CountingPeriod: CustomStringConvertible {
    /// The period as an agreement file writes it.
    public var description: String { "\(count) \(unit.rawValue)" }
}

extension CountingPeriod {
    /// The seconds that it lasts at least; a day on a clock may be an hour or two shorter.
    package var leastSeconds: Int64 {
        switch unit {
        case .hours: Int64(count) * 3600
        case .days: max(Int64(count) * 86_400 - 7200, 3600)
        }
    }

    /// The moment so long after another, on the clock of a zero or else of an agreement.
    package func end(after moment: Instant, in agreement: Agreement) -> Instant {
        CountingWindows(self, from: moment, zero: agreement.zero, clock: agreement.clock)
            .start(of: 1)
    }
}
