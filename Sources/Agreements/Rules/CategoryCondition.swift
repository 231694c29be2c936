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
    public var description: String { inWords(.english) }

    /// The condition in the words of a language.
    func inWords(_ say: Phrasing) -> String {
        var text = category == Self.any ? say("any") : category
        if !attributes.isEmpty {
            let conditions = say.both(attributes.map { $0.inWords(say) })
            text = say("{kind} with {conditions}", ["kind": text, "conditions": conditions])
        }
        if parties.count == 1 {
            text = say("{kind} of {party}", ["kind": text, "party": parties[0]])
        } else if !parties.isEmpty {
            let parties = say.either(parties)
            text = say("{kind} of {parties}", ["kind": text, "parties": parties])
        }
        if let from { text = say("{kind} from {time}", ["kind": text, "time": from.inWords(say)]) }
        if let until {
            text = say("{kind} until {time}", ["kind": text, "time": until.inWords(say)])
        }
        return text
    }
}
