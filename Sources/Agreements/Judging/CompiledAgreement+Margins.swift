import Geodesy
import Zones

extension CompiledAgreement {
    /// How far a report's position lies from the limit that decides a rule, positive on the safe side; `nil`
    /// where the rule speaks of no place for it, for positions off the globe, and where there is no limit.
    ///
    /// - Accuracy: as of distances. Of rules in zones that are put together from others it is the margin of
    ///   the part that decides.
    package func margin(of report: Report, underRule number: Int) -> Distance? {
        margin(of: report, subjectForMargin(of: report), underRule: number)
    }

    private func subjectForMargin(of report: Report) -> Subject {
        subject(of: report, at: asksSide ? nearest(to: report) : nil)
    }

    private func margin(
        of report: Report, _ subject: Subject, underRule number: Int
    ) -> Distance? {
        let rule = rules[number]
        // An event with two places has no one distance from a limit.
        guard report.position.isValid, rule.places.isEmpty else { return nil }
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

    /// Of the rules with the gravest finding, where they are not kept, the one with the least margin, and that
    /// margin; `nil` where no rule covers the report.
    ///
    /// One without a margin comes after those that have one; of equal ones the first counts.
    package func deepestRule(
        of report: Report, judged judgement: Judgement
    ) -> (rule: Rule.ID, margin: Distance?)? {
        let subject = subjectForMargin(of: report)
        let found = judgement.rulesToCompare.map { id in
            (
                rule: id,
                margin: rules.firstIndex { $0.id == id }.flatMap {
                    margin(of: report, subject, underRule: $0)
                }
            )
        }
        func depth(_ margin: Distance?) -> Double { margin?.metres ?? .infinity }
        return found.min { depth($0.margin) < depth($1.margin) }
    }
}
