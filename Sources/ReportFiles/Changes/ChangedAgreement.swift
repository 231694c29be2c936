import Agreements
import Geodesy

/// An agreement against an older one: of reports only those are written of which they say different things.
package struct ChangedAgreement: CheckSubject {
    private let new: CheckedAgreement
    private let old: CheckedAgreement
    private let reasons: ChangeReasons
    /// What was counted.
    package let counts = ChangeCounts()

    /// An agreement and an older one.
    package init(_ new: CheckedAgreement, against old: CheckedAgreement) {
        (self.new, self.old) = (new, old)
        reasons = ChangeReasons(from: old.compiled.agreement, to: new.compiled.agreement)
    }

    package var zoneIDs: [String] { (new.zoneIDs + old.zoneIDs).uniqued }
    package var ruleIDs: [String] { (new.ruleIDs + old.ruleIDs).uniqued }
    package var attributeNames: [String] { Set(new.attributeNames + old.attributeNames).sorted() }
    package var clock: LocalClock? { new.clock }
    package var zonesOfPlaces: [String] { new.zonesOfPlaces }
    package var clauses: [String: String] {
        old.clauses.merging(new.clauses) { _, new in new }
    }
    package var extent: Extent? { new.extent }
    package func isNamed(category: String) -> Bool {
        new.isNamed(category: category) || old.isNamed(category: category)
    }
    package func isKnown(party: String) -> Bool {
        new.isKnown(party: party) || old.isKnown(party: party)
    }
    package func makeJudge() -> any ColumnJudge {
        let parties = new.compiled.agreement.parties + old.compiled.agreement.parties
        return ChangedJudge(
            new.makeJudge(), against: old.makeJudge(), reasons, counts,
            parties: Set(parties.map { CategoryTree.folded($0.id) }))
    }
}
