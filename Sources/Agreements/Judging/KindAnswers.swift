import Zones

/// What reports of a kind answer to all that an agreement asks of them besides place and time.
///
/// Kinds that answer alike are judged alike, however they are written: a calibre of 122 mm and one of 152 mm are one
/// where 100 mm is asked for, and to a rule on tanks no calibre matters.
struct KindAnswers: Sendable {
    private let words: CategoryWords
    /// What each rule asks of categories and properties, and whether it asks for the party.
    private let rules: [(conditions: [CompiledCondition], asksParty: Bool)]
    /// What the sets ask, and no rule.
    private let counted: [CompiledCondition]
    private let asksAct: Bool
    private let asksPlaces: Bool

    init(_ agreement: CompiledAgreement) {
        words = agreement.words
        rules = agreement.rules.map { ($0.conditions, $0.asksParty) }
        counted = agreement.sets.conditions
        asksAct = !agreement.agreement.obligations.isEmpty
        asksPlaces = agreement.rules.contains { !$0.places.isEmpty }
    }

    /// What one rule hears of a kind.
    struct ForRule: Hashable {
        let rule: Int32
        let answers: [UInt8]
        /// Folded; `nil` where none was reported, and where the rule does not ask for it.
        let party: String?
    }

    /// What the whole agreement hears of a kind.
    struct ForAll: Hashable {
        let answers: [UInt8]
        let party: String?
        /// The word of the property that names acts.
        let act: String?
        let places: [EventPosition?]
    }

    /// What a kind answers to each rule, in their order, and to the whole agreement.
    func answers(of kind: Report) -> (rules: [ForRule], all: ForAll) {
        let category = kind.category.flatMap { words.meaning(of: $0) }
        let party = kind.party.map { CategoryTree.folded($0) }.flatMap { $0.isEmpty ? nil : $0 }
        let subject = Subject(
            category: category, party: party, time: nil, attributes: kind.attributes)
        let own = rules.enumerated().map { number, rule in
            ForRule(
                rule: Int32(number), answers: Self.answers(subject, to: rule.conditions),
                party: rule.asksParty ? party : nil)
        }
        let all = ForAll(
            answers: own.flatMap(\.answers) + Self.answers(subject, to: counted), party: party,
            act: asksAct ? kind.attributes[Obligation.property] : nil,
            places: asksPlaces ? [kind.origin, kind.effect] : [])
        return (own, all)
    }

    /// For each condition a byte on the category and, where it may be of it, one for each property.
    private static func answers(
        _ subject: Subject, to conditions: [CompiledCondition]
    ) -> [UInt8] {
        conditions.flatMap { condition in
            let isOfCategory = condition.isOfCategory(subject.category)
            let isWider = subject.category?.narrower.contains(condition.category) == true
            let first = UInt8(isOfCategory.rawValue << 1 | (isWider ? 1 : 0))
            if isOfCategory == .no { return [first] }
            return [first]
                + condition.attributes.map { attribute in
                    let holds = attribute.holds(for: subject.attributes)
                    return UInt8(holds.rawValue << 1 | (subject.says(attribute) ? 1 : 0))
                }
        }
    }
}
