/// A party to an agreement, by a neutral identifier.
public struct Party: Hashable, Sendable {
    /// The identifier used in lines, rules and reports.
    public let id: String
    /// The name shown to people.
    public let name: String
    /// What it is under the agreement.
    public let role: Role

    /// A party.
    public init(id: String, name: String, role: Role = .party) {
        self.id = id
        self.name = name
        self.role = role
    }

    /// What somebody named in an agreement is under it.
    public enum Role: String, CaseIterable, Hashable, Sendable {
        /// One of those between whom it is made.
        case party
        /// One who monitors it, bound by no rule that does not name it.
        case observer
    }
}
