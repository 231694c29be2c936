import Zones

/// A place where objects are kept whose number is known: a holding area, a storage site.
///
/// Its area is the zone of the agreement that has its identifier.
public struct Site: Hashable, Sendable, Identifiable, Cited {
    /// The identifier, which its zone has too.
    public let id: String
    /// Whose objects are kept there; `nil` where anybody's count.
    public var party: Party.ID?
    /// What should be there.
    public var inventory: [Item]
    /// The property of reports by which objects are told apart, such as `serial`; `nil` where none does.
    public var same: String?
    /// The moment from which the inventory holds, that moment included.
    public var from: AgreementTime?
    /// The moment until which it holds, that moment excluded.
    public var until: AgreementTime?
    /// Where in the agreement's text it stands.
    public var citation: Citation

    /// A site whose area is the zone of the same identifier.
    public init(
        id: String, party: Party.ID? = nil, inventory: [Item] = [], same: String? = nil,
        from: AgreementTime? = nil, until: AgreementTime? = nil, clause: String? = nil,
        quote: String? = nil
    ) {
        self.id = id
        self.party = party
        self.inventory = inventory
        self.same = same
        (self.from, self.until) = (from, until)
        citation = Citation(clause: clause, quote: quote)
    }

    /// What should be there of a category.
    public struct Item: Hashable, Sendable {
        /// The category.
        public let category: String
        /// How many.
        public let count: Int
        /// Which ones, where they are listed; as many as `count`.
        public let serials: [String]

        /// So many of a category.
        public init(_ category: String, count: Int) {
            (self.category, self.count, serials) = (category, count, [])
        }

        /// Those of a category that have these serials.
        public init(_ category: String, serials: [String]) {
            (self.category, count, self.serials) = (category, serials.count, serials)
        }
    }
}
