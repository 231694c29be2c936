import Zones

/// Why a rule says what it says of a report, as a sentence.
struct RuleReason {
    let rule: Rule
    let covers: (category: Answer, party: Answer, time: Answer)
    let membership: Answer
    let finding: Finding?
    let category: CategoryWords.Meaning?
    let party: String?
    let hasTime: Bool
    let from: String?
    let until: String?
    /// Properties that the report gives several times by names that disagree, in words.
    let conflicts: [String]

    var text: String {
        switch finding {
        case .counted:
            return "it limits numbers, of which a single report says nothing; the report "
                + (membership == .yes && gaps.isEmpty ? "counts" : "may count")
        case nil: return "does not cover the report: " + refusals.joined(separator: "; ")
        case .undeterminable where !gaps.isEmpty:
            return "may cover the report: " + gaps.joined(separator: "; ")
        case .undeterminable where membership == .yes:
            return "covers the report, which is in the zone; whether it is exempt is not known"
                + (conflicts.isEmpty ? "" : ": " + conflicts.joined(separator: "; "))
        case .undeterminable:
            return "covers the report, which may or may not be in the zone"
        case .compliant where !gaps.isEmpty:
            return "may cover the report, which is not in the zone in any case"
        case .compliant: return "covers the report, which is not in the zone"
        case .exempt: return "covers the report, which is in the zone and exempt"
        case .apparentBreach, .unregulated: return "covers the report, which is in the zone"
        }
    }

    private var refusals: [String] {
        var parts: [String] = []
        if covers.category == .no { parts.append("it does not prohibit what was reported") }
        if covers.party == .no {
            parts.append("it binds only " + rule.parties.joined(separator: ", "))
        }
        if covers.time == .no {
            let times = [from.map { "from \($0)" }, until.map { "until \($0)" }]
            parts.append("it holds " + times.compactMap { $0 }.joined(separator: " "))
        }
        return parts
    }

    private var gaps: [String] {
        var parts: [String] = []
        if covers.category == .undeterminable {
            parts.append(
                category.map {
                    $0.possible?.isEmpty == true
                        ? conflicts.isEmpty
                            ? "a property that the rule asks for is missing or cannot be compared"
                            : conflicts.joined(separator: "; ")
                        : "the agreement does not know the category, which may be one that the "
                            + "rule names"
                } ?? "the report names no category")
        }
        if covers.party == .undeterminable {
            parts.append(
                party == nil
                    ? "the report names no party"
                    : "the agreement does not know the party, which may be one that the rule binds")
        }
        if covers.time == .undeterminable {
            parts.append(
                hasTime
                    ? "it holds for a part only of the time that the report names"
                    : "the report has no time")
        }
        return parts
    }
}
