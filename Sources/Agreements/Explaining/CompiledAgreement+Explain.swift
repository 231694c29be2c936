import Geodesy
import Zones

extension CompiledAgreement {
    /// All numbers behind the judgement of a report.
    ///
    /// - Boundary: of a position off the globe, or with an uncertainty that is no length, nothing is
    ///   measured: no lines, no measures, and every zone undeterminable.
    public func explain(_ report: Report) -> Explanation {
        // What is measured is a disc about all of where the report may be; what is certain of its parts is
        // more.
        let disc = report.enclosingDisc(under: positionModel)
        let traces = model.traces(of: disc.position, within: disc.uncertainty)
        let answer = answer(of: report)
        let judgement = judge(report)
        let subject = subject(of: report, at: nearest(to: report))
        let lines = lines(disc, judgement, isKnown: levelWithoutModel(report) == nil)
        let probabilities = probabilities(of: report)
        let zones = zip(agreement.zones, numbers.zones).enumerated().map { place, found in
            let (zone, forms) = found
            guard !traces.isEmpty else {
                return Explanation.ZonePart(
                    id: zone.id, membership: .undeterminable, isPartly: false, probability: nil,
                    definition: agreement.inWords(zone), citation: zone.citation, measures: [],
                    reason: "the position or its uncertainty cannot be used")
            }
            let reasons = ZoneReasons(self, disc)
            let membership = forms.answer(at: subject.time) { answer.whole[$0] }
            // Of what is certain the least that the zone may be tells why, else the greatest.
            let form = Array(forms.possible(at: subject.time)).first ?? forms.forms[0]
            let number = membership == .yes ? form.least : form.greatest
            return Explanation.ZonePart(
                id: zone.id, membership: membership,
                isPartly: forms.all(at: subject.time, answer.isPartly(in:)),
                probability: probabilities?[place], definition: agreement.inWords(zone),
                citation: zone.citation,
                measures: traces[number].conditions.compactMap { reasons.measure($0) },
                reason: levelWithoutModel(report)
                    ?? openForm(zone, forms, membership, subject.time)
                    ?? byLevel(report, membership)
                    ?? Self.reason(answer, number, traces[number].answer, meaning(of: report))
                    ?? reasons.sentence(traces[number]))
        }
        return Explanation(
            report: report, judgement: judgement, lines: lines, zones: zones,
            rules: rules.indices.map { number in
                let touches = touches(report, answer, underRule: number)
                let whole =
                    rules[number].places.isEmpty ? { answer.whole[$0] } : touches
                return explain(
                    rule: number, subject, margin: margin(of: report, underRule: number),
                    whole: { traces.isEmpty ? .undeterminable : whole($0) }
                ) {
                    traces.isEmpty ? .undeterminable : touches($0)
                }
            },
            words: PlainWords(agreement: agreement, report: disc, lines: lines, zones: zones).text
        )
    }

    /// Why nothing is certain of where a report is; `nil` where something is.
    private func levelWithoutModel(_ report: Report) -> String? {
        guard let footprint = report.footprint, footprint.level != .bound, positionModel == nil
        else { return nil }
        return
            "a level of \(footprint.level) says nothing for certain; a model of how positions spread "
            + "would, as --model normal"
    }

    /// Why a zone has its answer, where a level decides it.
    private func byLevel(_ report: Report, _ answer: Answer) -> String? {
        guard let footprint = report.footprint, footprint.level != .bound, let positionModel
        else { return nil }
        let certainty = positionModel.certainInWords
        switch answer {
        case .yes: return "it is inside with a probability of \(certainty) or more"
        case .no: return "it is outside with a probability of \(certainty) or more"
        case .undeterminable:
            return "neither inside nor outside has a probability of \(certainty) for certain"
        }
    }

    /// Why a zone has its answer, where what is not known of the zone itself leaves it open.
    private func openForm(
        _ zone: Zone, _ forms: ZoneForms, _ membership: Answer, _ time: TimeSpan?
    ) -> String? {
        guard membership == .undeterminable, forms.only == nil else { return nil }
        let possible = Array(forms.possible(at: time))
        if possible.count > 1 {
            return
                "it depends on which version of the zone holds, and the time of the report leaves several "
                + "possible"
        }
        if possible.allSatisfy({ $0.least == $0.greatest }) { return nil }
        let widths = agreement.openWidths(of: zone)
        return widths.isEmpty
            ? "it depends on what is not known of the zone" : widths.joined(separator: "; ")
    }

    private func meaning(of report: Report) -> Footprint.Meaning {
        report.footprint?.meaning ?? .somewhere
    }

    /// Why a zone has its answer, where the parts of the region decide it and not the disc about it; `nil`
    /// where the disc does.
    private static func reason(
        _ answer: FootprintAnswer, _ zone: Int, _ ofDisc: Answer, _ meaning: Footprint.Meaning
    ) -> String? {
        if answer.isPartly(in: zone) {
            return "some of what the report covers is in the zone, and some is not"
        }
        switch (answer.whole[zone], ofDisc, meaning) {
        case (.yes, .undeterminable, .somewhere):
            return "every part of the region where the report may be is in the zone"
        case (.no, .undeterminable, .somewhere):
            return "no part of the region where the report may be is in the zone"
        case (.yes, .undeterminable, .allOfIt):
            return "all of what the report covers is in the zone"
        case (.no, .undeterminable, .allOfIt):
            return "none of what the report covers is in the zone"
        case (.undeterminable, _, .allOfIt) where answer.touches(zone) == .yes:
            return
                "some of what the report covers is in the zone; whether all of it is cannot be said"
        default: return nil
        }
    }

    private func lines(
        _ report: Report, _ judgement: Judgement, isKnown: Bool
    ) -> [Explanation.Line] {
        guard ZoneModel.isUsable(report.position, within: report.uncertainty.metres) else {
            return []
        }
        let time = report.span ?? report.time.map { TimeSpan(first: $0, last: $0) }
        let shown = agreement.lines.enumerated().flatMap { number, line in
            numbers.planLines(ofLine: number, at: time).map { ($0, number, line) }
        }
        return shown.map { number, place, line in
            let reading = LineReading(
                report.position, bound: report.uncertainty.metres, line: model.line(number)
            ) { _, _ in LineReading.Wanted(sides: true, ends: true) }
            return Explanation.Line(
                id: line.id, nearest: reading.nearest, accuracy: line.accuracy,
                uncertainty: .metres(reading.uncertainty), sides: isKnown ? reading.sides : .both,
                party: line.party(on: reading.nearest.side), isNearest: line.id == judgement.line,
                version: numbers.version(ofLine: place, inPlan: number).map { $0 + 1 })
        }
    }

    private func explain(
        rule number: Int, _ subject: Subject, margin: Distance?, whole: (Int) -> Answer,
        _ touches: (Int) -> Answer
    ) -> Explanation.RulePart {
        let (rule, compiled) = (agreement.rules[number], rules[number])
        let covers = (
            category: compiled.speaks(of: subject), party: compiled.coversParty(subject),
            time: compiled.coversTime(subject)
        )
        let finding = compiled.finding(for: subject, whole: whole, touches)
        // Where nothing is said of what was reported, all places of which the rule speaks.
        let regions = compiled.clauses.map(\.region) + [compiled.limitRegion].compactMap { $0 }
        let isContradicted = compiled.contradicts(subject, touches)
        let place =
            covers.category == .yes && compiled.limitRegion == nil
            ? isContradicted
            : regions.reduce(Answer.no) { $0 || $1.answer(at: subject.time, touches) }
        func written(_ time: AgreementTime?) -> String? {
            time.map { time in
                let zero = agreement.zero(of: time) ?? agreement.zero
                return agreement.resolve(time).map { zero?.written($0) ?? $0.description }
                    ?? agreement.inWords(time)
            }
        }
        let reason = RuleReason(
            rule: rule, covers: covers, membership: place, finding: finding,
            exempts: compiled.exempts(subject),
            category: subject.category, party: subject.party,
            hasTime: subject.time != nil, from: written(rule.from),
            until: written(rule.until), due: written(rule.due),
            isReachStated: isReachStated(rule, subject.category),
            conflicts: conflicts(number, subject)
        )
        return Explanation.RulePart(
            id: rule.id, definition: agreement.inWords(rule), finding: finding, covers: covers,
            membership: place, place: rule.demand.placeInWords,
            margin: covers.category == .no ? nil : margin,
            from: written(rule.from), until: written(rule.until), citation: rule.citation,
            reason: reason.text, gaps: reason.gaps, zones: rule.zones)
    }

    /// Whether the agreement states how far what was reported reaches, or the rule does not ask for that.
    private func isReachStated(_ rule: Rule, _ category: CategoryWords.Meaning?) -> Bool {
        guard case .withdraw(_, .ownReach, _, _) = rule.demand, let category else { return true }
        return agreement.reach.contains {
            category.certain.contains(CategoryTree.folded($0.category))
        }
    }

    /// Properties that a rule asks for and a report gives several times by names that disagree.
    private func conflicts(_ number: Int, _ subject: Subject) -> [String] {
        let rule = rules[number]
        var seen: Set<String> = []
        return (rule.clauses.flatMap(\.conditions) + rule.exempt).filter {
            $0.mayBe(subject.category)
        }
        .flatMap(\.attributes).compactMap { condition in
            let found = condition.conflict(in: subject.attributes)
            guard !found.isEmpty, seen.insert(condition.name).inserted else { return nil }
            return "\(condition.name) is given as "
                + found.map { "'\($0.text)' (\($0.name))" }.joined(separator: " and ")
                + ", which disagree"
        }
    }
}
