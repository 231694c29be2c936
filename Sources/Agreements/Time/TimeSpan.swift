/// The moments from a first to a last, both included, in which something was observed.
public struct TimeSpan: Hashable, Sendable {
    /// The first moment.
    public let first: Instant
    /// The last moment; not before the first.
    public let last: Instant
    /// What is known of the moments between.
    public let meaning: Meaning

    /// What a span says of its moments.
    public enum Meaning: String, CaseIterable, Hashable, Sendable {
        /// It was at one of them, and nobody knows at which.
        case sometime
        /// It was at all of them.
        case throughout
    }

    /// A span.
    ///
    /// - Precondition: `last` is not before `first`.
    public init(first: Instant, last: Instant, meaning: Meaning = .sometime) {
        precondition(first <= last, "the span ends before it begins")
        self.first = first
        self.last = last
        self.meaning = meaning
    }

    /// Whether a rule that holds from one moment, included, until another, excluded, covers what was observed.
    func isCovered(from: Instant?, until: Instant?) -> Answer {
        let touches = (from.map { last >= $0 } ?? true) && (until.map { first < $0 } ?? true)
        let isWithin = (from.map { first >= $0 } ?? true) && (until.map { last < $0 } ?? true)
        // A rule that holds for no time touches nothing.
        let isNever = from.flatMap { from in until.map { $0 <= from } } ?? false
        guard touches, !isNever else { return .no }
        return isWithin || meaning == .throughout ? .yes : .undeterminable
    }
}

extension TimeSpan: CustomStringConvertible {
    /// The two moments by RFC 3339 in UTC, with a slash between.
    public var description: String { "\(first)/\(last)" }
}
