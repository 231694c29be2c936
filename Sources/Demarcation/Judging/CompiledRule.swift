/// A rule with its zones by number, its times resolved and its words in the form compared.
struct CompiledRule: Sendable {
    let id: Rule.ID
    let zones: [Int]
    let prohibits: [CompiledCondition]
    let exempt: [CompiledCondition]
    let parties: [String]
    let from: Instant?
    let until: Instant?

    /// A rule of an agreement whose zones are numbered.
    init(_ rule: Rule, in agreement: Agreement, zones numbers: [Zone.ID: Int]) {
        id = rule.id
        zones = rule.zones.compactMap { numbers[$0] }
        prohibits = rule.prohibits.map { CompiledCondition($0) }
        exempt = rule.exempt.map { CompiledCondition($0) }
        parties = rule.parties.map { CategoryTree.folded($0) }
        from = rule.from.map { agreement.resolve($0) }
        until = rule.until.map { agreement.resolve($0) }
    }

    /// Whether the rule prohibits what was reported.
    func coversCategory(_ subject: Subject) -> Truth {
        prohibits.reduce(.no) { $0 || $1.holds(for: subject) }
    }

    /// Whether the rule binds the reported party.
    func coversParty(_ subject: Subject) -> Truth {
        guard !parties.isEmpty else { return .yes }
        guard let party = subject.party else { return .unknown }
        return Truth(parties.contains(party))
    }

    /// Whether the rule was in force at the reported time.
    func coversTime(_ subject: Subject) -> Truth {
        guard from != nil || until != nil else { return .yes }
        guard let time = subject.time else { return .unknown }
        return Truth((from.map { time >= $0 } ?? true) && (until.map { time < $0 } ?? true))
    }

    /// What the rule says of a report, or `nil` when it does not cover it.
    func finding(for subject: Subject, memberships: [Membership]) -> Finding? {
        switch coversCategory(subject) && coversParty(subject) && coversTime(subject) {
        case .no: return nil
        case .unknown: return .undeterminable
        case .yes: break
        }
        switch membership(memberships) {
        case .outside: return .compliant
        case .undeterminable: return .undeterminable
        case .inside: break
        }
        switch exempt.reduce(.no, { $0 || $1.holds(for: subject) }) {
        case .yes: return .exempt
        case .unknown: return .undeterminable
        case .no: return .apparentBreach
        }
    }

    /// Membership in any of the rule's zones.
    func membership(_ memberships: [Membership]) -> Membership {
        zones.reduce(.outside) { $0.union(memberships[$1]) }
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

    func holds(for subject: Subject) -> Truth {
        let isOfCategory: Truth =
            category == CategoryCondition.any
            ? .yes : subject.kinds.map { Truth($0.contains(category)) } ?? .unknown
        guard isOfCategory != .no else { return .no }
        return attributes.reduce(isOfCategory) { $0 && $1.holds(for: subject.attributes) }
    }
}

/// What rules ask of a report, in the form compared.
struct Subject {
    /// Everything that the reported category is; `nil` where none was reported.
    let kinds: Set<String>?
    let party: String?
    let time: Instant?
    let attributes: [String: String]
}
