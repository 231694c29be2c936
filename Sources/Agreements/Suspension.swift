/// A suspension of rules for a party: what would be a breach is then told as suspended.
public struct Suspension: Hashable, Sendable {
    /// The party that is not bound meanwhile, while the others stay bound; `nil` for all.
    public var party: Party.ID?
    /// The rules that are suspended; empty for all.
    public var rules: [Rule.ID]
    /// The moment from which, that moment included.
    public var from: AgreementTime?
    /// The moment until which, that moment excluded.
    public var until: AgreementTime?

    /// A suspension.
    public init(
        party: Party.ID? = nil, rules: [Rule.ID] = [], from: AgreementTime? = nil,
        until: AgreementTime? = nil
    ) {
        self.party = party
        self.rules = rules
        self.from = from
        self.until = until
    }
}
