import Zones

/// A condition with its category in the form compared, and its times resolved.
struct CompiledCondition: Sendable {
    let category: String
    let attributes: [AttributeCondition]
    /// Folded; empty for all.
    let parties: [String]
    let window: RuleWindow

    init(_ condition: CategoryCondition, in agreement: Agreement) {
        category = CategoryTree.folded(condition.category)
        attributes = condition.attributes
        parties = condition.parties.map { CategoryTree.folded($0) }
        window = RuleWindow(from: condition.from, until: condition.until, in: agreement)
    }

    private init(_ condition: CompiledCondition, category: String) {
        self.category = CategoryTree.folded(category)
        (attributes, parties, window) = (condition.attributes, condition.parties, condition.window)
    }

    /// The same for a category that is in this one's.
    func narrowed(to category: String) -> CompiledCondition {
        CompiledCondition(self, category: category)
    }

    /// Whether the condition may be about a reported category.
    func mayBe(_ reported: CategoryWords.Meaning?) -> Bool { isOfCategory(reported) != .no }

    /// Whether the reported category is the condition's.
    func isOfCategory(_ reported: CategoryWords.Meaning?) -> Answer {
        category == CategoryCondition.any ? .yes : reported?.isOf(category) ?? .undeterminable
    }

    /// Whether it holds of a report as an exemption; what a report does not say leaves it open, or as
    /// `unreported` says.
    ///
    /// A word for several kinds claims no exemption that one of them has.
    func exempts(_ subject: Subject, unreported: Answer) -> Answer {
        if let word = subject.category, word.narrower.contains(category) { return .no }
        return holds(for: subject, unreported: unreported)
    }

    /// Whether it holds of a report; what a report does not say leaves it open, or as `unreported` says.
    func holds(for subject: Subject, unreported: Answer = .undeterminable) -> Answer {
        let isOfCategory = isOfCategory(subject.category)
        guard isOfCategory != .no else { return .no }
        var answer = isOfCategory && window.covers(subject.time)
        if !parties.isEmpty {
            answer =
                answer && (subject.party.map { Answer(parties.contains($0)) } ?? .undeterminable)
        }
        return attributes.reduce(answer) { answer, condition in
            let own = condition.holds(for: subject.attributes)
            return answer && (subject.says(condition) ? own : unreported)
        }
    }
}

extension CategoryWords.Meaning {
    /// Whether it is of a category, by its folded name.
    func isOf(_ category: String) -> Answer {
        if certain.contains(category) { return .yes }
        if narrower.contains(category) { return .undeterminable }
        guard let possible else { return .undeterminable }
        return possible.contains(category) ? .undeterminable : .no
    }
}

/// What rules ask of a report, in the form compared.
struct Subject {
    /// What the reported category means; `nil` where none was reported.
    let category: CategoryWords.Meaning?
    var party: String?
    var time: TimeSpan?
    let attributes: [String: String]
    /// How many objects it tells of, where that can be read.
    var count: Int? = 1
    /// The number of the line on whose side the report lies, where that told the party.
    var lineOfParty: Int?

    /// In place of a party: one that the agreement does not know.
    ///
    /// No identifier is empty.
    static let stranger = ""

    /// Whether the report gives a property that a condition asks for, under any of its names.
    func says(_ condition: AttributeCondition) -> Bool {
        condition.reportNames.contains { name, _ in
            attributes[name]?.contains { !$0.isWhitespace } == true
        }
    }
}
