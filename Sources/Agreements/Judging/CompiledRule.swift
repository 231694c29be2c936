import Zones

/// A rule with its zones by number, its times resolved and its words in the form compared.
struct CompiledRule: Sendable {
    let id: Rule.ID
    /// The zone of the model in which it holds.
    let region: Int
    let prohibits: [CompiledCondition]
    let exempt: [CompiledCondition]
    let limits: [CompiledCondition]
    let parties: [String]
    /// The parties that the agreement knows.
    let known: Set<String>
    let from: Instant?
    let until: Instant?

    init(_ rule: Rule, in agreement: Agreement, region: Int) {
        id = rule.id
        self.region = region
        prohibits = rule.prohibits.map { CompiledCondition($0) }
        exempt = rule.exempt.map { CompiledCondition($0) }
        limits = rule.limits.map { CompiledCondition(CategoryCondition($0.category)) }
        parties = rule.parties.map { CategoryTree.folded($0) }
        known =
            rule.parties.isEmpty ? [] : Set(agreement.parties.map { CategoryTree.folded($0.id) })
        from = rule.from.map { agreement.resolve($0) }
        until = rule.until.map { agreement.resolve($0) }
    }

    /// Whether the rule prohibits what was reported.
    func prohibits(_ subject: Subject) -> Answer {
        prohibits.reduce(.no) { $0 || $1.holds(for: subject) }
    }

    /// Whether the rule limits the number of what was reported.
    func limits(_ subject: Subject) -> Answer {
        limits.reduce(.no) { $0 || $1.holds(for: subject) }
    }

    /// Whether the rule binds the reported party; one that the agreement does not know may be any.
    func coversParty(_ subject: Subject) -> Answer {
        guard !parties.isEmpty else { return .yes }
        guard let party = subject.party, known.contains(party) else { return .undeterminable }
        return Answer(parties.contains(party))
    }

    /// Whether the rule was in force at the reported time.
    func coversTime(_ subject: Subject) -> Answer {
        guard from != nil || until != nil else { return .yes }
        guard let time = subject.time else { return .undeterminable }
        return time.isCovered(from: from, until: until)
    }

    /// What the rule says of a report, or `nil` when it does not cover it.
    ///
    /// What is not known is completed in every way. It is undeterminable exactly when one completion is
    /// a breach and another is not; else the finding is the gravest over all completions.
    func finding(for subject: Subject, _ membership: Answer) -> Finding? {
        let binds = coversParty(subject) && coversTime(subject)
        guard binds != .no else { return nil }
        var possible: Set<Finding> = []
        for isBound in Self.values(binds) {
            for isProhibited in Self.values(prohibits(subject)) {
                for isLimited in Self.values(limits(subject)) {
                    for isInside in Self.values(membership) {
                        for isExempt in Self.values(exempts(subject)) {
                            possible.insert(
                                Self.finding(
                                    isProhibited: isBound && isProhibited,
                                    isLimited: isBound && isLimited, isInside: isInside,
                                    isExempt: isExempt))
                        }
                    }
                }
            }
        }
        if possible.count > 1, possible.contains(.apparentBreach) { return .undeterminable }
        let gravest = Finding.allCases.first { possible.contains($0) }
        return gravest == .unregulated ? nil : gravest
    }

    private func exempts(_ subject: Subject) -> Answer {
        exempt.reduce(.no) { $0 || $1.holds(for: subject) }
    }

    private static func values(_ answer: Answer) -> [Bool] {
        switch answer {
        case .yes: [true]
        case .no: [false]
        case .undeterminable: [false, true]
        }
    }

    /// The finding where everything is known.
    private static func finding(
        isProhibited: Bool, isLimited: Bool, isInside: Bool, isExempt: Bool
    ) -> Finding {
        guard isProhibited || isLimited else { return .unregulated }
        guard isInside else { return .compliant }
        if isProhibited, !isExempt { return .apparentBreach }
        if isLimited { return .counted }
        return .exempt
    }
}

/// A condition with its category in the form compared.
struct CompiledCondition: Sendable {
    let category: String
    let attributes: [AttributeCondition]

    init(_ condition: CategoryCondition) {
        category = CategoryTree.folded(condition.category)
        attributes = condition.attributes
    }

    /// Whether the condition may be about a reported category.
    func mayBe(_ reported: CategoryWords.Meaning?) -> Bool { isOfCategory(reported) != .no }

    private func isOfCategory(_ reported: CategoryWords.Meaning?) -> Answer {
        category == CategoryCondition.any ? .yes : reported?.isOf(category) ?? .undeterminable
    }

    func holds(for subject: Subject) -> Answer {
        let isOfCategory = isOfCategory(subject.category)
        guard isOfCategory != .no else { return .no }
        return attributes.reduce(isOfCategory) { $0 && $1.holds(for: subject.attributes) }
    }
}

extension CategoryWords.Meaning {
    /// Whether it is of a category, by its folded name.
    func isOf(_ category: String) -> Answer {
        if certain.contains(category) { return .yes }
        guard let possible else { return .undeterminable }
        return possible.contains(category) ? .undeterminable : .no
    }
}

/// What rules ask of a report, in the form compared.
struct Subject {
    /// What the reported category means; `nil` where none was reported.
    let category: CategoryWords.Meaning?
    let party: String?
    let time: TimeSpan?
    let attributes: [String: String]
}
