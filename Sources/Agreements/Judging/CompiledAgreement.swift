import Geodesy
import ZoneIndexing
import Zones

/// An agreement made ready to judge reports; it does not change and may be shared by all workers.
public struct CompiledAgreement: Sendable {
    /// The agreement.
    public let agreement: Agreement
    /// The properties of reports that conditions ask for, sorted; `Report.attributes` needs no
    /// others.
    public let attributeNames: [String]

    /// The lines and zones of `ZoneNumbers`.
    package let model: ZoneModel
    /// Where zones, and the zones of rules, stand in the model.
    let numbers: ZoneNumbers
    let rules: [CompiledRule]
    /// What concerns several reports.
    let sets: CompiledSets
    /// The zones with points or areas among what they are measured from.
    let places: [ZoneOfPlaces]
    let words: CategoryWords
    /// What footprints with a level are judged by, and how likely places are; without a model such footprints
    /// leave every zone undeterminable.
    public var positionModel: PositionModel?
    /// The zones compiled for large numbers; without it every report is measured anew.
    package let index: ZoneIndex?

    /// An agreement made ready.
    ///
    /// With an `index` of zones, which takes a moment to compile, judging takes less than a
    /// microsecond in most places; without one some microseconds for each line and area. What is
    /// found is the same. Zones with distances beyond `ZoneIndex.greatestDistance` do without.
    ///
    /// - Throws: `AgreementError`, the first of the agreement's `faults`.
    public init(
        _ agreement: Agreement, index detail: ZoneIndex.Detail? = nil
    ) throws(AgreementError) {
        try agreement.validate()
        let numbers = ZoneNumbers(agreement)
        let model: ZoneModel
        do throws(ZonePlanError) {
            model = try ZoneModel(numbers.plan)
        } catch {
            throw AgreementError(
                .badLength, error.zone.map { ["zones", numbers.zone($0.rawValue)] } ?? ["zones"],
                "\(error)")
        }
        self.init(
            agreement, numbers, model,
            index: detail.flatMap { try? ZoneIndex(model, detail: $0) })
    }

    private init(
        _ agreement: Agreement, _ numbers: ZoneNumbers, _ model: ZoneModel, index: ZoneIndex?
    ) {
        self.agreement = agreement
        self.numbers = numbers
        self.model = model
        self.index = index
        places = Self.zonesOfPlaces(agreement, numbers, model)
        let words = CategoryWords(agreement)
        self.words = words
        rules = agreement.rules.indices.map { number in
            CompiledRule(
                agreement.rules[number], in: agreement, clauses: numbers.clauses[number],
                limitRegion: numbers.limitRegions[number])
        }
        let zoneNumbers = Dictionary(
            zip(agreement.zones.map(\.id), numbers.zones), uniquingKeysWith: { first, _ in first })
        sets = CompiledSets(agreement, rules) { zoneNumbers[$0] }
        let conditions = agreement.rules.flatMap(\.conditions).flatMap(\.attributes)
        let names =
            conditions.flatMap(\.reportNames).map(\.name) + conditions.compactMap(\.referenceName)
        let acts = agreement.obligations.isEmpty ? [] : [Obligation.property]
        let places = Set(agreement.rules.flatMap(\.places)).flatMap(\.propertyNames)
        attributeNames = Set(names + acts + places).sorted()
    }

    /// Whether it was compiled with an index.
    public var hasIndex: Bool { index != nil }

    /// The same agreement with an index of its zones; findings are the same, found faster.
    ///
    /// - Throws: `ZonePlanError` when a distance is beyond `ZoneIndex.greatestDistance`, or the zones
    ///   overlap so much that the index would take more than it saves.
    public func indexed(
        _ detail: ZoneIndex.Detail = .coarse
    ) throws(ZonePlanError) -> CompiledAgreement {
        var compiled = CompiledAgreement(
            agreement, numbers, model, index: try ZoneIndex(model, detail: detail))
        compiled.positionModel = positionModel
        return compiled
    }

    /// What the agreement says of a report.
    ///
    /// - Boundary: a position that is not on the globe, or an uncertainty that is negative or not
    ///   a number, leaves every zone undeterminable, and the line and distance `nil`.
    public func judge(_ report: Report) -> Judgement {
        judgement(
            of: report, answer: answer(of: report), place: nearest(to: report))
    }

    /// What follows from where a report lies.
    ///
    /// - Parameters:
    ///   - answer: that for all zones of the model.
    ///   - findings: what is known of reports like it, and of the report what that depends on.
    func judgement(
        of report: Report, answer: FootprintAnswer, place: NearestLine?,
        by findings: (known: RuleFindings, likeness: RuleFindings.Likeness)? = nil
    ) -> Judgement {
        let time = report.span ?? report.time.map { TimeSpan(first: $0, last: $0) }
        var judgement = Judgement()
        for zone in numbers.zones.indices {
            switch numbers.zones[zone].answer(at: time, { answer.whole[$0] }) {
            case .yes: judgement.zonesInside.append(agreement.zones[zone].id)
            case .undeterminable:
                if numbers.zones[zone].all(at: time, answer.isPartly(in:)) {
                    judgement.zonesPartly.append(agreement.zones[zone].id)
                } else {
                    judgement.zonesUndeterminable.append(agreement.zones[zone].id)
                }
            case .no: break
            }
        }
        if let place {
            let line = agreement.lines[numbers.lineOfPlan[place.line]]
            judgement.line = line.id
            judgement.distance = place.distance
            judgement.side = line.party(on: place.side)
            judgement.isSideCertain = place.isSideCertain
        }
        var subject: Subject?
        for number in rules.indices {
            func finding(whole: (Int) -> Answer, _ touches: (Int) -> Answer) -> Finding? {
                func find() -> Finding? {
                    let own = subject ?? self.subject(of: report, at: place)
                    subject = own
                    return rules[number].finding(for: own, whole: whole, touches)
                }
                guard let findings else { return find() }
                return findings.known.finding(
                    of: (rules[number], number), findings.likeness, asksPlace: asksSide,
                    whole: whole, touches, find)
            }
            // A rule speaks of what is where it is contradicted, and be it in part.
            let found: Finding?
            if rules[number].places.isEmpty {
                found = finding(whole: { answer.whole[$0] }) { answer.touches($0) }
            } else {
                let touches = touches(report, answer, underRule: number)
                found = finding(whole: touches, touches)
            }
            guard let found else { continue }
            judgement.rules.append(
                Judgement.RuleFinding(rule: rules[number].id, finding: found))
        }
        judgement.finding = Self.gravest(judgement.rules)
        return judgement
    }

    /// Membership of a reported position in every zone, in the agreement's order.
    ///
    /// - Boundary: undeterminable in all of them for a position off the globe, and for an uncertainty
    ///   that is no length.
    public func memberships(of position: Coordinate, uncertainty: Distance = .zero) -> [Answer] {
        let answer = answer(of: Report(position: position, uncertainty: uncertainty))
        return numbers.zones.map { $0.answer(at: nil) { answer.whole[$0] } }
    }

    /// How a report lies to all zones of the model.
    func answer(of report: Report) -> FootprintAnswer {
        let (position, bound) = (report.position, report.uncertainty)
        guard let index else {
            return report.footprint.map {
                model.answer(of: $0, within: bound, under: positionModel)
            } ?? model.answer(of: position, within: bound)
        }
        let verdict =
            report.footprint.map {
                index.classify($0, uncertainty: bound, under: positionModel)
            } ?? index.classify(position, uncertainty: bound)
        return verdict.answer
    }

    /// How likely a report is in each zone by the model of positions, in the agreement's order.
    ///
    /// - Returns: as many as zones; `nil` where there is no model, where none says anything of such a footprint,
    ///   and where the position or its uncertainty cannot be used.
    public func probabilities(of report: Report) -> [ProbabilityRange]? {
        guard let positionModel, let footprint = report.spread else { return nil }
        // What comes on top of a footprint is a bound; alone it is the footprint.
        let bound = report.footprint == nil ? .zero : report.uncertainty
        let all: [ProbabilityRange]?
        if let index {
            all = index.probabilities(of: footprint, uncertainty: bound, under: positionModel)
        } else {
            all = model.probabilities(of: footprint, within: bound, under: positionModel)
        }
        let time = report.span ?? report.time.map { TimeSpan(first: $0, last: $0) }
        return all.map { all in
            numbers.zones.map { forms in
                if let only = forms.only { return all[only] }
                let possible = Array(forms.possible(at: time))
                return ProbabilityRange(
                    least: possible.map { all[$0.least].least }.min() ?? 0,
                    greatest: possible.map { all[$0.greatest].greatest }.max() ?? 1)
            }
        }
    }

    /// Whether judging asks for the nearest line and the side of it.
    var asksSide: Bool { agreement.unattributed == .bySide }

    /// What rules ask of a report.
    func subject(of report: Report, at place: NearestLine?) -> Subject {
        var party = report.party.map { CategoryTree.folded($0) }.flatMap { $0.isEmpty ? nil : $0 }
        var lineOfParty: Int?
        if party == nil, asksSide, let place, place.isSideCertain {
            let line = numbers.lineOfPlan[place.line]
            lineOfParty = line
            party = agreement.lines[line].party(on: place.side).map {
                CategoryTree.folded($0)
            }
        }
        return Subject(
            category: report.category.flatMap { words.meaning(of: $0) }, party: party,
            time: report.span ?? report.time.map { TimeSpan(first: $0, last: $0) },
            attributes: report.attributes, count: report.count, lineOfParty: lineOfParty)
    }

    /// The gravest of the findings; the cases of `Finding` are in that order.
    static func gravest(_ findings: [Judgement.RuleFinding]) -> Finding {
        Finding.allCases.first { candidate in findings.contains { $0.finding == candidate } }
            ?? .unregulated
    }
}
