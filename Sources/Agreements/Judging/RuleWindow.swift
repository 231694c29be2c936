import Zones

/// The time from one moment to another in which something holds; either may be counted from a zero that is not
/// known.
struct RuleWindow: Sendable {
    /// The first moment, where it is known.
    let from: Instant?
    /// The moment at which it has ended, where it is known.
    let until: Instant?
    /// Whether a moment is named that is not known.
    private let isOpen: Bool

    init(from: AgreementTime?, until: AgreementTime?, in agreement: Agreement) {
        self.from = from.flatMap { agreement.resolve($0) }
        self.until = until.flatMap { agreement.resolve($0) }
        isOpen = (from != nil && self.from == nil) || (until != nil && self.until == nil)
    }

    /// Whether it is limited at all.
    var isLimited: Bool { from != nil || until != nil || isOpen }

    /// Whether it holds of what was observed in a span; `nil` where that is not known.
    func covers(_ span: TimeSpan?) -> Answer {
        guard isLimited else { return .yes }
        guard let span else { return .undeterminable }
        let known = span.isCovered(from: from, until: until)
        return isOpen && known == .yes ? .undeterminable : known
    }
}
