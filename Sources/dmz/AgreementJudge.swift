import Demarcation
import Geodesy
import ReportFiles

/// A compiled agreement, as files of reports are checked against it.
struct AgreementJudge: ReportJudge {
    let compiled: CompiledAgreement
    let zoneIDs: [String]
    let ruleIDs: [String]
    let extent: Extent?
    private let named: Set<String>

    init(_ compiled: CompiledAgreement) {
        self.compiled = compiled
        let agreement = compiled.agreement
        zoneIDs = agreement.zones.map(\.id)
        ruleIDs = agreement.rules.map(\.id)
        let categories = agreement.rules.flatMap { rule in
            (rule.prohibits + rule.exempt).map(\.category) + rule.limits.map(\.category)
        }
        named = Set(categories.map { CategoryTree.folded($0) })
        let positions = agreement.lines.flatMap { $0.geometry.parts.joined() }
        extent = positions.isEmpty ? nil : Extent(positions)
    }

    var attributeNames: [String] { compiled.attributeNames }

    func isNamed(category: String) -> Bool {
        named.contains(CategoryCondition.any)
            || !compiled.agreement.categories.kinds(of: category).isDisjoint(with: named)
    }

    func judge(_ report: Report) -> Judgement { compiled.judge(report) }
}
