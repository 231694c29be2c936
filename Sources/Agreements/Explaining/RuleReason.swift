import Zones

/// Why a rule says what it says of a report, as a sentence.
struct RuleReason {
    let rule: Rule
    let covers: (category: Answer, party: Answer, time: Answer)
    let membership: Answer
    let finding: Finding?
    let exempts: Answer
    let category: CategoryWords.Meaning?
    let party: String?
    let hasTime: Bool
    let from: String?
    let until: String?
    let due: String?
    /// Whether the agreement states how far what was reported reaches, where the rule asks for that.
    let isReachStated: Bool
    /// Properties that the report gives several times by names that disagree, in words.
    let conflicts: [String]

    var text: String {
        switch finding {
        case .counted:
            return "it limits numbers, which are counted over all reports; the report "
                + (membership == .yes && gaps.isEmpty ? "counts" : "may count")
        case nil: return "does not cover the report: " + refusals.joined(separator: "; ")
        case .undeterminable where !gaps.isEmpty:
            return "may cover the report: " + gaps.joined(separator: "; ")
        case .undeterminable where membership == .yes && exempts == .undeterminable:
            return "covers the report, which is \(there); whether it is exempt is not known"
                + (conflicts.isEmpty ? "" : ": " + conflicts.joined(separator: "; "))
        case .undeterminable where membership == .yes:
            return
                "covers the report, which is \(there); whether the rule is due or suspended then is not "
                + "known"
        case .undeterminable where !isReachStated:
            return
                "covers the report, for which the agreement states no reach, so that it cannot be said how far "
                + "behind the line it has to be"
        case .undeterminable:
            return "covers the report, which may or may not be \(there)"
        case .compliant where !gaps.isEmpty:
            return "may cover the report, which is not \(there) in any case"
        case .compliant: return "covers the report, which is not \(there)"
        case .exempt: return "covers the report, which is \(there) and exempt"
        case .pending:
            return "covers the report, which is \(there); that is due "
                + (due.map { "by \($0)" } ?? "later")
        case .suspended:
            return "covers the report, which is \(there); the rule is suspended for the party"
        case .apparentBreach where rule.demand.conditions.isEmpty:
            return "covers the report, which alone tells of more than may be \(there)"
        case .apparentBreach, .unregulated: return "covers the report, which is \(there)"
        }
    }

    /// Where the rule is contradicted.
    private var there: String {
        switch rule.demand {
        case .prohibits, .reserve:
            rule.places.isEmpty
                ? "in the zone"
                : "in the zone by its " + rule.places.map(\.rawValue).joined(separator: " or ")
        case .only: "outside the zones"
        case .withdraw: "not as far behind the line as is asked"
        case .stay: "across the line"
        }
    }

    private var refusals: [String] {
        var parts: [String] = []
        if covers.category == .no {
            let isCap = rule.demand.conditions.isEmpty && !rule.limits.isEmpty
            parts.append(
                "it does not \(isCap ? "count" : rule.demand.verb) what was reported")
        }
        if covers.party == .no {
            parts.append(
                rule.parties.isEmpty
                    ? "it binds no observers"
                    : "it binds only " + rule.parties.joined(separator: ", "))
        }
        if covers.time == .no {
            let times = [
                from.map { "from \($0)" }, until.map { "until \($0)" },
                rule.hours.map { "at \($0)" },
                rule.months.isEmpty
                    ? nil
                    : "in months " + rule.months.sorted().map { "\($0)" }.joined(separator: ", "),
            ]
            parts.append("it holds " + times.compactMap { $0 }.joined(separator: " "))
        }
        if parts.isEmpty {
            parts.append("the place is beyond an open end of the line, where no side is")
        }
        return parts
    }

    /// What is not known of the report, so that the rule may cover it or not.
    var gaps: [String] {
        var parts: [String] = []
        if covers.category == .undeterminable { parts.append(categoryGap) }
        if covers.party == .undeterminable {
            parts.append(
                party == nil
                    ? "the report names no party"
                    : "the agreement does not know the party, which may be one that the rule binds")
        }
        if covers.time == .undeterminable {
            parts.append(
                hasTime
                    ? "it holds for a part only of the time that the report names, or from or until a day "
                        + "that is not known"
                    : "the report has no time")
        }
        return parts
    }

    /// Why it is not known whether the rule speaks of what was reported.
    private var categoryGap: String {
        guard let category else { return "the report names no category" }
        let named = Set(rule.categories.map { CategoryTree.folded($0) })
        if !category.narrower.isDisjoint(with: named) {
            return "the category stands for several kinds, of which the rule does not name all"
        }
        guard category.possible?.isEmpty == true else {
            return "the agreement does not know the category, which may be one that the rule names"
        }
        return conflicts.isEmpty
            ? "a property that the rule asks for is missing or cannot be compared"
            : conflicts.joined(separator: "; ")
    }
}

extension Rule.Demand {
    /// What a rule does to the things that it names.
    fileprivate var verb: String {
        switch self {
        case .prohibits: "prohibit"
        case .only: "confine"
        case .reserve: "exclude"
        case .withdraw: "withdraw"
        case .stay: "speak of"
        }
    }
}
