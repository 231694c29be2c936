import Agreements
import Geodesy

/// A compiled agreement, as files of reports are checked against it.
package struct CheckedAgreement: CheckSubject {
    package let compiled: CompiledAgreement
    package let zoneIDs: [String]
    package let ruleIDs: [String]
    package let extent: Extent?
    private let named: Set<String>
    private let parties: Set<String>
    private let index: AgreementIndexing?

    /// An agreement, with an index that is compiled while reports are read, if any.
    package init(_ compiled: CompiledAgreement, index: AgreementIndexing? = nil) {
        self.compiled = compiled
        self.index = index
        let agreement = compiled.agreement
        zoneIDs = agreement.zones.map(\.id)
        ruleIDs = agreement.rules.map(\.id)
        let categories =
            agreement.rules.flatMap(\.categories)
            + agreement.sites.flatMap(\.inventory).map(\.category)
            + agreement.obligations.flatMap(\.categories)
        named = Set(categories.map { CategoryTree.folded($0) })
        parties = Set(agreement.parties.map { CategoryTree.folded($0.id) })
        // An area as wide as a continent, to which zones are cut, says nothing of where reports lie.
        let areas = agreement.zones.flatMap(\.regions).flatMap { $0.leaves.map(\.givenPlaces) }
            .filter {
                Extent($0).greatestSpan < 30
            }
        let positions =
            agreement.lines.flatMap { $0.geometries.flatMap { $0.parts.joined() } }
            + Array(areas.joined())
        extent = positions.isEmpty ? nil : Extent(positions)
    }

    package var attributeNames: [String] { compiled.attributeNames }

    package var countingNames: [String] { compiled.countingNames }

    package var zonesOfPlaces: [String] { compiled.zonesOfPlaces }

    package var clauses: [String: String] {
        let named = compiled.agreement.rules.compactMap { rule in rule.clause.map { (rule.id, $0) }
        }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    package var clock: LocalClock? { compiled.agreement.clock }

    package func isNamed(category: String) -> Bool {
        named.contains(CategoryCondition.any)
            || !compiled.agreement.categories.kinds(of: category).isDisjoint(with: named)
    }

    package func isKnown(party: String) -> Bool {
        let folded = CategoryTree.folded(party)
        return parties.isEmpty || folded.isEmpty || parties.contains(folded)
    }

    package func makeJudge() -> any ColumnJudge {
        index.map { IndexedLaterJudge($0) } ?? BatchJudge(compiled)
    }
}
