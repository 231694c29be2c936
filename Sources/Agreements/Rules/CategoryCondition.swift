/// A category of objects or activities, with conditions on what was reported of them.
public struct CategoryCondition: Hashable, Sendable {
    /// The category, in the agreement's words, or `CategoryCondition.any`.
    public let category: String
    /// What must hold besides; all of them.
    public let attributes: [AttributeCondition]
    /// The parties of which it must be; empty for all.
    public let parties: [Party.ID]
    /// The moment from which it is meant, that moment included, as in a window that was agreed.
    public let from: AgreementTime?
    /// The moment until which it is meant, that moment excluded.
    public let until: AgreementTime?

    /// A category with conditions.
    public init(
        _ category: String, _ attributes: [AttributeCondition] = [], parties: [Party.ID] = [],
        from: AgreementTime? = nil, until: AgreementTime? = nil
    ) {
        self.category = category
        self.attributes = attributes
        self.parties = parties
        self.from = from
        self.until = until
    }

    /// The word that stands for every category, and for reports that name none.
    public static let any = "any"
}

extension CategoryCondition: CustomStringConvertible {
    /// The condition in words, such as `artillery with calibre >= 100 mm`.
    public var description: String {
        var text = category
        if !attributes.isEmpty {
            text += " with " + attributes.map(\.description).joined(separator: " and ")
        }
        if !parties.isEmpty { text += " of " + parties.joined(separator: " or ") }
        if let from { text += " from \(from)" }
        if let until { text += " until \(until)" }
        return text
    }
}
