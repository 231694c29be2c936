/// Hours of the day on a local clock, such as 07:00 to 19:00; past midnight where the end is not later.
public struct DailyHours: Hashable, Sendable {
    /// Minutes after midnight at which they begin, from 0 up to 1,440.
    public let from: Int
    /// Minutes after midnight at which they end, that minute excluded, from 1 to 1,440.
    public let until: Int

    /// Why a text names no hours.
    public struct ParsingError: Error, Hashable, Sendable, CustomStringConvertible {
        /// The sentence for a person.
        public let description: String
    }

    /// Hours from text such as `07:00-19:00` or `22:00-05:00`; `24:00` is the end of the day.
    ///
    /// - Throws: `DailyHours.ParsingError` when the text is no two times, or they are the same.
    public init(parsing text: some StringProtocol) throws(ParsingError) {
        let packed = String(text).filter { !$0.isWhitespace }
        let parts = packed.split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" })
        guard parts.count == 2, let from = Self.minutes(parts[0]),
            let until = Self.minutes(parts[1]),
            from < 1440, from != until, until > 0 || from > 0
        else {
            throw ParsingError(
                description:
                    "'\(text)' names no hours of the day; write two different times of two digits each, as in 07:00-19:00"
            )
        }
        self.from = from
        self.until = until == 0 ? 1440 : until
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isASCII) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<60).contains(minute),
            (0..<24).contains(hour) || (hour == 24 && minute == 0)
        else { return nil }
        return 60 * hour + minute
    }

    /// Whether a second of the day, counted from midnight, belongs.
    func contains(second: Int64) -> Bool {
        let (first, end) = (Int64(from) * 60, Int64(until) * 60)
        return first < end ? second >= first && second < end : second >= first || second < end
    }
}

extension DailyHours: CustomStringConvertible {
    /// The hours as an agreement file writes them.
    public var description: String { inWords(.english, "{from}-{until}") }

    /// The hours in the words of a language, by a phrase with `{from}` and `{until}`.
    func inWords(_ say: Phrasing, _ phrase: String) -> String {
        func written(_ minutes: Int) -> String {
            (minutes / 60).padded(2) + ":" + (minutes % 60).padded(2)
        }
        return say(phrase, ["from": written(from), "until": written(until)])
    }
}
