/// A party to an agreement, by a neutral identifier.
public struct Party: Hashable, Sendable {
    /// The identifier used in lines, rules and reports.
    public let id: String
    /// The name shown to people.
    public let name: String

    /// A party.
    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
