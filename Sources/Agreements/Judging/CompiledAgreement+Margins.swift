import Geodesy
import Zones

extension CompiledAgreement {
    /// How far a report's position lies from the limit that decides a rule, positive on the safe side; `nil`
    /// where the rule speaks of no place for it, for positions off the globe, and where there is no limit.
    ///
    /// - Accuracy: as of distances. Of rules in zones that are put together from others it is the margin of
    ///   the part that decides.
    package func margin(of report: Report, underRule number: Int) -> Distance? {
        // An event with two places has no one distance from a limit.
        guard report.position.isValid, agreement.rules[number].places.isEmpty else { return nil }
        let rule = rules[number]
        let subject = subject(of: report, at: asksSide ? nearest(to: report) : nil)
        let regions =
            rule.clauses.filter { $0.speaks(of: subject) != .no }.map(\.region)
            + (rule.limits(subject) == .no ? [] : [rule.limitRegion].compactMap { $0 })
        let depths = Set(regions).map { depth(of: report.position, in: $0, at: subject.time) }
        guard let depth = depths.compactMap({ $0 }).max(), !depths.contains(nil), depth.isFinite
        else { return nil }
        return .metres(-depth)
    }

    /// How far a position lies within a region, or outside it where that is negative; `nil` where it depends on
    /// what is not known of the region.
    private func depth(of position: Coordinate, in forms: ZoneForms, at time: TimeSpan?) -> Double?
    {
        var found: Set<Double> = []
        for form in forms.possible(at: time) {
            let greatest = model.depth(of: position, inZone: form.greatest)
            let least =
                form.least == form.greatest
                ? greatest : model.depth(of: position, inZone: form.least)
            guard least >= 0 || greatest < 0 else { return nil }
            found.insert(least >= 0 ? least : greatest)
        }
        return found.count == 1 ? found.first : nil
    }

    /// The same under the first of the rules with the gravest finding.
    package func margin(of report: Report, judged judgement: Judgement) -> Distance? {
        guard let id = judgement.gravestRule, let number = rules.firstIndex(where: { $0.id == id })
        else { return nil }
        return margin(of: report, underRule: number)
    }
}
