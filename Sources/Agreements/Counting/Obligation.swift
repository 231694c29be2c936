/// Something that has to be done, and by when: inspections every fortnight, prisoners handed over in a day.
public struct Obligation: Hashable, Sendable, Identifiable, Cited {
    /// The identifier.
    public let id: String
    /// The category of reports that tell of the act, or the word of their property `act`.
    public var act: String
    /// Whose act it has to be; empty for anybody's.
    public var parties: [Party.ID]
    /// Where it has to be done, in each of them; empty for anywhere.
    public var zones: [Zone.ID]
    /// By when.
    public var term: Term
    /// The moment from which it holds, that moment included.
    public var from: AgreementTime?
    /// The moment until which it holds, that moment excluded.
    public var until: AgreementTime?
    /// Where in the agreement's text it stands.
    public var citation: Citation

    /// An obligation.
    public init(
        id: String, act: String, by parties: [Party.ID] = [], in zones: [Zone.ID] = [],
        _ term: Term, from: AgreementTime? = nil, until: AgreementTime? = nil,
        clause: String? = nil, quote: String? = nil
    ) {
        (self.id, self.act, self.parties, self.zones) = (id, act, parties, zones)
        (self.term, self.from, self.until) = (term, from, until)
        citation = Citation(clause: clause, quote: quote)
    }

    /// By when something has to be done.
    public enum Term: Hashable, Sendable {
        /// Once in each of these periods, the first of which begins at `from` or else at the zero.
        case every(CountingPeriod)
        /// Once, until this moment, that moment included.
        case due(AgreementTime)
        /// Once so long after each event of a category, in the same zone.
        case within(CountingPeriod, of: String)
    }

    /// The categories that it names: that of the act, and that of events.
    package var categories: [String] {
        if case .within(_, let event) = term { return [act, event] }
        return [act]
    }

    /// The property of reports that may hold the word of the act.
    package static let property = "act"
}
