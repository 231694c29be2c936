import Agreements
import Zones

/// Tells what was counted of sets.
struct SetEvaluation {
    let plan: CountingPlan
    let totals: CountTotals
    /// Whether records were refused, of which nobody knows what they told.
    let hasRefused: Bool
    let asOf: Instant?
    var findings = SetFindings()

    private init(_ plan: CountingPlan, _ totals: CountTotals, hasRefused: Bool) {
        (self.plan, self.totals, self.hasRefused) = (plan, totals, hasRefused)
        asOf = plan.asOf ?? totals.last
        findings.asOf = asOf
        (findings.clock, findings.zero) = (plan.agreement.clock, plan.agreement.zero)
        if !plan.agreement.sites.isEmpty { findings.storage = totals.storage }
    }

    /// What was counted by all workers.
    ///
    /// - Throws: `ReportFileError` when a temporary file cannot be read or written.
    static func findings(
        _ plan: CountingPlan, of store: CountStore, hasRefused: Bool, limit: Int? = nil
    ) throws(ReportFileError) -> SetFindings {
        var (runs, totals) = store.take()
        var evaluation = SetEvaluation(plan, totals, hasRefused: hasRefused)
        try evaluation.run(&runs, limit)
        return evaluation.findings
    }

    private mutating func run(_ runs: inout CountRuns, _ limit: Int?) throws(ReportFileError) {
        // Objects and visits come to windows, of which there may be as many.
        var windows = limit.map { CountRuns(limit: $0) } ?? CountRuns()
        var stage = CapStage()
        var sites = SiteStage()
        var duties = [DutyGathering?](repeating: nil, count: plan.sets.count)
        try runs.forEach { (entry) throws(ReportFileError) in
            switch plan.sets[Int(entry.set)] {
            case .cap(let way):
                try stage.take(entry, sumsLow: way.isInWindow) {
                    (entry) throws(ReportFileError) in try windows.add(entry)
                }
            case .visit(let number): sites.takeVisit(entry, number)
            case .item(let number, let item, _):
                sites.takeItem(entry, number, item, plan.agreement.sites[number].inventory[item])
            case .act(let way):
                var own =
                    duties[Int(entry.set)]
                    ?? DutyGathering(way, plan.agreement, asOf: asOf, hasRefused: hasRefused)
                own.take(entry)
                duties[Int(entry.set)] = own
            case .event: break
            }
        }
        try stage.finish { (entry) throws(ReportFileError) in try windows.add(entry) }
        var gathered = plan.sets.map { way -> CapGathering? in
            if case .cap(let way) = way { return gathering(way) }
            return nil
        }
        try windows.forEach { (entry) throws(ReportFileError) in
            gathered[Int(entry.set)]?.take(entry)
        }
        for (number, way) in plan.sets.enumerated() {
            switch way {
            case .cap: if let cap = gathered[number]?.finish() { findings.caps.append(cap) }
            case .act(let way):
                let own =
                    duties[number]
                    ?? DutyGathering(way, plan.agreement, asOf: asOf, hasRefused: hasRefused)
                findings.obligations.append(own.finish())
            case .visit(let site):
                findings.sites.append(
                    sites.finding(site, plan.agreement.sites[site], hasRefused: hasRefused))
            case .item, .event: break
            }
        }
    }

    private func gathering(_ way: CountingPlan.CapWay) -> CapGathering {
        let rule = plan.agreement.rules[way.rule]
        let from = rule.from.flatMap { plan.agreement.resolve($0) } ?? totals.first
        let until =
            rule.until.flatMap { plan.agreement.resolve($0) } ?? asOf
        let bounds = Bounds(
            from: rule.from == nil ? nil : from,
            until: [rule.until.flatMap { plan.agreement.resolve($0) }, plan.asOf]
                .compactMap { $0 }.min())
        return CapGathering(
            way, rule, hasRefused: hasRefused, whole: (from, until), bounds: bounds,
            declared: plan.complete)
    }

    /// The time in which a rule holds, as far as it is told.
    struct Bounds {
        let from: Instant?
        let until: Instant?
    }
}
