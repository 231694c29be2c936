/// What an agreement allows or prohibits in its zones.
public struct Rule: Hashable, Sendable, Identifiable {
    /// The identifier used in findings.
    public let id: String
    /// The zones in which the rule holds; a position in any of them counts.
    public var zones: [Zone.ID]
    /// What may not be in the zones; one that applies is enough.
    public var prohibits: [CategoryCondition]
    /// What of the prohibited is allowed nevertheless.
    public var exempt: [CategoryCondition]
    /// How many of a category may be in the zones at once.
    ///
    /// Kept and shown; a single report says nothing of a number, so that caps are not judged report
    /// by report.
    public var limits: [Cap]
    /// The parties which the rule binds; empty when it binds everybody.
    public var parties: [Party.ID]
    /// The moment from which the rule holds, that moment included.
    public var from: AgreementTime?
    /// The moment until which the rule holds, that moment excluded.
    public var until: AgreementTime?
    /// The place of the rule in the agreement's text, such as `para 2`.
    public var clause: String?
    /// The words of the agreement.
    public var quote: String?

    /// A rule.
    public init(
        id: String, zones: [Zone.ID], prohibits: [CategoryCondition] = [],
        exempt: [CategoryCondition] = [], limits: [Cap] = [], parties: [Party.ID] = [],
        from: AgreementTime? = nil, until: AgreementTime? = nil, clause: String? = nil,
        quote: String? = nil
    ) {
        self.id = id
        self.zones = zones
        self.prohibits = prohibits
        self.exempt = exempt
        self.limits = limits
        self.parties = parties
        self.from = from
        self.until = until
        self.clause = clause
        self.quote = quote
    }

    /// The largest number of a category that may be in the zones of a rule.
    public struct Cap: Hashable, Sendable {
        /// What is counted.
        public let category: String
        /// The largest number.
        public let count: Int

        /// A cap.
        public init(category: String, count: Int) {
            self.category = category
            self.count = count
        }
    }
}
