/// A category of objects or activities, with conditions on what was reported of them.
public struct CategoryCondition: Hashable, Sendable {
    /// The category, in the agreement's words, or `CategoryCondition.any`.
    public let category: String
    /// What must hold besides; all of them.
    public let attributes: [AttributeCondition]

    /// A category with conditions.
    public init(_ category: String, _ attributes: [AttributeCondition] = []) {
        self.category = category
        self.attributes = attributes
    }

    /// The word that stands for every category, and for reports that name none.
    public static let any = "any"
}

extension CategoryCondition: CustomStringConvertible {
    /// The condition in words, such as `artillery with calibre >= 100 mm`.
    public var description: String {
        guard !attributes.isEmpty else { return category }
        return category + " with " + attributes.map(\.description).joined(separator: " and ")
    }
}
