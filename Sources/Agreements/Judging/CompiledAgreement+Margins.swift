import Geodesy
import Zones

extension CompiledAgreement {
    /// How far a report's position lies from the limit that decides a rule, positive on the safe side; `nil`
    /// where the rule speaks of no place for it, for positions off the globe, and where there is no limit.
    ///
    /// - Accuracy: as of distances. Of rules in zones that are put together from others it is the margin of
    ///   the part that decides.
    package func margin(of report: Report, underRule number: Int) -> Distance? {
        guard report.position.isValid else { return nil }
        let rule = rules[number]
        let subject = subject(of: report, at: asksSide ? nearest(to: report) : nil)
        let regions =
            rule.clauses.filter { $0.speaks(of: subject) != .no }.map(\.region)
            + (rule.limits(subject) == .no ? [] : [rule.limitRegion].compactMap { $0 })
        let depth = Set(regions).map { model.depth(of: report.position, inZone: $0) }.max()
        guard let depth, depth.isFinite else { return nil }
        return .metres(-depth)
    }

    /// The same under the first of the rules with the gravest finding.
    package func margin(of report: Report, judged judgement: Judgement) -> Distance? {
        guard let id = judgement.gravestRule, let number = rules.firstIndex(where: { $0.id == id })
        else { return nil }
        return margin(of: report, underRule: number)
    }
}
