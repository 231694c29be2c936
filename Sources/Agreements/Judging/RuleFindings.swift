import Zones

/// What rules said of what they depend on, so that each is asked once for all reports that are alike to it.
///
/// Nearly every report of many is an outcome of its own where rules are many, while few things matter to each rule.
final class RuleFindings {
    /// What is known of a report that many may have in common.
    struct Likeness {
        let key: OutcomeKey
        /// For each rule the number of the report's kind.
        let kinds: [Int32]
    }

    /// All that a rule's finding depends on.
    private struct Key: Hashable {
        /// The rule's own number of the kind, which no other rule has.
        let kind: Int32
        let above: Int32
        let period: Int32
        /// The nearest line and side, where they decide whose a report is.
        let place: Int32
        /// How the report lies to the zones of the rule, two bits for each.
        let answers: UInt64
    }

    private var known: [Key: Finding?] = [:]

    private static let most = 1 << 17
    private static let mostZones = 32

    /// Begins anew, as where kinds are numbered anew.
    func forget() { known = [:] }

    /// What a rule says of a report like others.
    ///
    /// - Parameters:
    ///   - rule: the rule, and its number.
    ///   - likeness: what the report has in common with others.
    ///   - asksPlace: whether the nearest line and side may tell whose it is.
    ///   - whole: whether all of the report is in a zone of the model.
    ///   - touches: whether some of it is.
    ///   - find: asks the rule.
    func finding(
        of rule: (rule: CompiledRule, number: Int), _ likeness: Likeness, asksPlace: Bool,
        whole: (Int) -> Answer, _ touches: (Int) -> Answer, _ find: () -> Finding?
    ) -> Finding? {
        let (rule, number) = rule
        guard rule.regions.count + rule.limitRegions.count <= Self.mostZones else { return find() }
        var answers: UInt64 = 0
        for zone in rule.limitRegions { answers = answers << 2 | UInt64(whole(zone).rawValue) }
        for zone in rule.regions { answers = answers << 2 | UInt64(touches(zone).rawValue) }
        let key = likeness.key
        let own = Key(
            kind: likeness.kinds[number], above: rule.limits.isEmpty ? 0 : key.above,
            period: rule.asksTime ? key.period : 0, place: asksPlace ? key.place : 0,
            answers: answers)
        if let found = known[own] { return found }
        if known.count >= Self.most { known = [:] }
        let found = find()
        known.updateValue(found, forKey: own)
        return found
    }
}
