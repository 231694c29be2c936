import Zones

/// What rules said of what they depend on, so that each is asked once for all reports that are alike to it.
///
/// Nearly every report of many is an outcome of its own where rules are many, while few things matter to each rule.
final class RuleFindings {
    /// All that a rule's finding depends on.
    private struct Key: Hashable {
        let rule: Int32
        let kind: Int32
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

    /// What a rule says of a report with a key.
    ///
    /// - Parameters:
    ///   - number: the rule's.
    ///   - key: what the report depends on, as far as it does.
    ///   - touches: whether some of the report is in a zone of the model.
    ///   - find: asks the rule.
    func finding(
        of rule: CompiledRule, number: Int, _ key: OutcomeKey, asksPlace: Bool,
        _ touches: (Int) -> Answer, _ find: () -> Finding?
    ) -> Finding? {
        guard rule.regions.count <= Self.mostZones else { return find() }
        var answers: UInt64 = 0
        for zone in rule.regions { answers = answers << 2 | UInt64(touches(zone).rawValue) }
        let own = Key(
            rule: Int32(number), kind: key.kind, period: rule.asksTime ? key.period : 0,
            place: asksPlace ? key.place : 0, answers: answers)
        if let found = known[own] { return found }
        if known.count >= Self.most { known = [:] }
        let found = find()
        known.updateValue(found, forKey: own)
        return found
    }
}
