import Geodesy
import ZoneIndexing
import Zones

/// An agreement's lines and zones by their numbers in a plan.
///
/// Where a rule is contradicted is a zone of the plan too, such as the union of several zones: of a report in
/// one of two, nobody knows which, it is certain that it is in either.
struct ZoneNumbers: Sendable {
    /// The plan; the whole lines and their parts, in the agreement's order.
    private(set) var plan = ZonePlan()
    /// Per zone of the agreement what it is in the plan.
    private(set) var zones: [ZoneForms] = []
    /// Per rule what contradicts it.
    private(set) var clauses: [[RuleClause]] = []
    /// Per rule the zone in which it limits numbers; `nil` where it names no zones.
    private(set) var limitRegions: [ZoneForms?] = []
    /// Per line of the plan the line of the agreement that it is, or is a version of.
    private(set) var lineOfPlan: [Int] = []
    /// When lines and zones change.
    let epochs: VersionEpochs
    /// Per line of the agreement, and by epoch, what it may be in the plan, by the numbers in `planned`.
    private var versions: [[[Int]]] = []
    private var planned: [PlannedLine] = []
    /// Per line of the agreement its versions, in their order, by the numbers in `planned`.
    private var versionsInOrder: [[Int]] = []
    private var stretches: [StretchKey: StretchForms<LineNumber>] = [:]
    /// Whether lines have versions, so that the nearest one depends on the time.
    private(set) var hasLineVersions = false
    private let lines: [ReferenceLine.ID: Int]
    private var forms: [Zone.ID: ZoneForms] = [:]
    private var ids: [Int: Zone.ID] = [:]
    /// The plan's zones that were made for rules, versions and what is not known.
    private var made: [Region<LineNumber, ZoneNumber>: Int] = [:]

    /// Numbers for an agreement without faults.
    init(_ agreement: Agreement) {
        plan.allowsEndless = true
        epochs = VersionEpochs(agreement)
        lines = Dictionary(
            agreement.lines.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        add(agreement.lines, agreement)
        for place in agreement.zonesInOrder() ?? [] {
            let zone = agreement.zones[place]
            for region in zone.regions { addStretches(of: region, agreement) }
            let own = (0..<epochs.count).map { epoch -> ZoneForms.Form in
                let versions =
                    zone.versions.isEmpty
                    ? [zone.region]
                    : agreement.versions(zone.versions, in: epoch, of: epochs).map {
                        zone.versions[$0].form
                    }
                return form(of: versions, in: epoch, named: zone.id)
            }
            forms[zone.id] = ZoneForms(own, epochs)
        }
        zones = agreement.zones.compactMap { forms[$0.id] }
        for rule in agreement.rules {
            clauses.append(clauses(of: rule, agreement))
            limitRegions.append(
                rule.limits.isEmpty || rule.zones.isEmpty
                    ? nil : number(of: .union(rule.zones.map { .zone($0) })))
        }
    }

    /// A stretch of a line of the plan.
    private struct StretchKey: Hashable {
        let planned: Int
        let stretches: [LineStretch]
    }

    private mutating func add(_ lines: [ReferenceLine], _ agreement: Agreement) {
        hasLineVersions = lines.contains { !$0.versions.isEmpty }
        let own = lines.enumerated().map { number, line in
            line.geometries.map { add(line, $0, number) }
        }
        versionsInOrder = own
        versions = lines.enumerated().map { number, line in
            (0..<epochs.count).map { epoch in
                line.versions.isEmpty
                    ? own[number]
                    : agreement.versions(line.versions, in: epoch, of: epochs).map {
                        own[number][$0]
                    }
            }
        }
    }

    private mutating func add(
        _ line: ReferenceLine, _ geometry: LineGeometry, _ number: Int
    ) -> Int {
        planned.append(PlannedLine(line, geometry, to: &plan))
        while lineOfPlan.count < plan.lines.count { lineOfPlan.append(number) }
        return planned.count - 1
    }

    /// Adds the stretches of lines that a region names to the plan.
    private mutating func addStretches(of region: Zone.Definition, _ agreement: Agreement) {
        for case .stretches(let id, let own, _, let meeting) in region.leaves {
            guard let number = lines[id] else { continue }
            for planned in Set(versions[number].joined()).sorted() {
                for group in own.groups(meeting) + [own] {
                    let key = StretchKey(planned: planned, stretches: group)
                    guard stretches[key] == nil else { continue }
                    stretches[key] = self.planned[planned].stretch(
                        group, of: agreement.lines[number], in: &plan)
                    while lineOfPlan.count < plan.lines.count { lineOfPlan.append(number) }
                }
            }
        }
    }

    /// The lines of the plan that a line of the agreement may be at a time.
    func planLines(ofLine number: Int, at time: TimeSpan?) -> [Int] {
        let reached = epochs.reached(by: time).flatMap { versions[number][$0] }
        return Set(reached.map { planned[$0].forms.whole.rawValue }).sorted()
    }

    /// Which version of a line of the agreement a line of the plan is, from 0; `nil` of a line that has but one.
    func version(ofLine number: Int, inPlan line: Int) -> Int? {
        guard versionsInOrder[number].count > 1 else { return nil }
        return versionsInOrder[number].firstIndex { planned[$0].forms.whole.rawValue == line }
    }

    /// The lines of the plan that each line of the agreement may be, for each epoch in a time.
    func planLines(at time: TimeSpan?) -> [[[Int]]] {
        epochs.reached(by: time).map { epoch in
            versions.map { $0[epoch].map { planned[$0].forms.whole.rawValue } }
        }
    }

    /// The identifier of a zone of the plan.
    func zone(_ number: Int) -> String { ids[number] ?? "" }

    /// What contradicts a rule.
    private mutating func clauses(of rule: Rule, _ agreement: Agreement) -> [RuleClause] {
        let conditions = rule.demand.conditions.map { CompiledCondition($0, in: agreement) }
        func clause(_ region: ZoneForms, ofOthers: Bool = false) -> RuleClause {
            RuleClause(
                conditions: conditions, isOfOthers: ofOthers, party: nil, region: region, cover: nil
            )
        }
        func union(_ zones: [Zone.ID]) -> Zone.Definition { .union(zones.map { .zone($0) }) }
        switch rule.demand {
        case .prohibits(_, let zones):
            return conditions.isEmpty ? [] : [clause(number(of: union(zones)))]
        case .reserve(let zones, _): return [clause(number(of: union(zones)), ofOthers: true)]
        case .only(_, let zones): return [clause(number(of: .outside([union(zones)])))]
        case .stay(_, let line, let ends):
            return own(rule, agreement, line).map { party, side in
                ground(.kilometres(50), of: line)
                return RuleClause(
                    conditions: conditions, isOfOthers: false, party: party,
                    region: number(of: .across(line, from: side, ends: ends)),
                    cover: ends == .prolonged ? nil : number(of: .alongside(line)))
            }
        case .withdraw(_, let setback, let line, let ends):
            return own(rule, agreement, line).flatMap { party, side in
                func clause(_ kinds: [CompiledCondition], _ distance: Distance) -> RuleClause {
                    ground(distance + distance + .kilometres(10), of: line)
                    return RuleClause(
                        conditions: kinds, isOfOthers: false, party: party,
                        region: number(
                            of: .short(of: distance, behind: line, on: side, ends: ends)))
                }
                if case .distance(let distance) = setback { return [clause(conditions, distance)] }
                let reaches = reaches(conditions, agreement)
                // Across the line nothing is far enough; of what has no stated reach nothing else is certain.
                let across = clause(conditions, .zero)
                var others = across
                (others.excluded, others.isOpen) = (reaches.flatMap(\.0), true)
                return reaches.map { clause($0.0, $0.1) } + [across, others]
            }
        }
    }

    /// The parties that a rule binds to their own sides of a line, with these.
    private func own(
        _ rule: Rule, _ agreement: Agreement, _ id: ReferenceLine.ID
    ) -> [(party: String, side: LineSide)] {
        guard let line = lines[id].map({ agreement.lines[$0] }) else { return [] }
        return [(line.left, LineSide.left), (line.right, .right)].compactMap { party, side in
            guard let party, rule.parties.isEmpty || rule.parties.contains(party) else {
                return nil
            }
            return (CategoryTree.folded(party), side)
        }
    }

    /// What has to be how far behind by its own reach: one thing for each category of which a reach is stated and
    /// that may be meant.
    private func reaches(
        _ conditions: [CompiledCondition], _ agreement: Agreement
    ) -> [([CompiledCondition], Distance)] {
        agreement.reach.flatMap { reach in
            let kinds = agreement.categories.kinds(of: reach.category)
            let name = CategoryTree.folded(reach.category)
            return conditions.compactMap { condition in
                if condition.category == CategoryCondition.any || kinds.contains(condition.category)
                {
                    return ([condition.narrowed(to: reach.category)], reach.distance)
                }
                // What is of a kind of which the reach is stated.
                return agreement.categories.kinds(of: condition.category).contains(name)
                    ? ([condition], reach.distance) : nil
            }
        }
    }

    /// Has an index know the sides of a line by its cells as far as a distance: what goes on without end is
    /// measured where the farthest of a line's distances is passed.
    private mutating func ground(_ distance: Distance, of line: ReferenceLine.ID) {
        _ = number(of: .within(min(distance, ZoneIndex.greatestDistance), of: line))
    }

    /// What a region is in the plan.
    private mutating func number(of region: Zone.Definition) -> ZoneForms {
        // One zone is that zone.
        if case .union(let parts) = region, parts.count == 1, case .zone(let id) = parts[0],
            let known = forms[id]
        {
            return known
        }
        return ZoneForms(
            (0..<epochs.count).map { form(of: [region], in: $0, named: nil) }, epochs)
    }

    /// What a region is in an epoch, of which several may be meant.
    private mutating func form(
        of regions: [Zone.Definition], in epoch: Int, named id: Zone.ID?
    ) -> ZoneForms.Form {
        func region(_ extent: KnownExtent) -> Region<LineNumber, ZoneNumber> {
            .oneOf(
                regions.compactMap { region in
                    region.resolved(
                        extent,
                        line: { name in
                            lines[name].map { versions[$0][epoch].map { planned[$0].forms } }
                        },
                        stretch: { name, group in
                            lines[name].map { number in
                                versions[number][epoch].compactMap {
                                    stretches[
                                        StretchKey(planned: $0, stretches: group)]
                                }
                            }
                        },
                        zone: { name, extent in
                            forms[name].map { forms in
                                let form = forms.forms[forms.isVersioned ? epoch : 0]
                                return ZoneNumber(
                                    rawValue: extent == .least ? form.least : form.greatest)
                            }
                        })
                }, extent)
        }
        let (least, greatest) = (region(.least), region(.greatest))
        let first = add(least, named: id)
        return ZoneForms.Form(
            least: first, greatest: least == greatest ? first : add(greatest, named: id))
    }

    /// The number of a region; one of its own where it has a name, by which it is told.
    private mutating func add(
        _ region: Region<LineNumber, ZoneNumber>, named id: Zone.ID?
    ) -> Int {
        guard let id else { return add(region) }
        if let known = made[region], ids[known] == id { return known }
        let number = plan.addZone(region).rawValue
        ids[number] = id
        if made[region] == nil { made[region] = number }
        return number
    }

    private mutating func add(_ region: Region<LineNumber, ZoneNumber>) -> Int {
        if let known = made[region] { return known }
        let number = plan.addZone(region).rawValue
        made[region] = number
        return number
    }
}

extension CompiledAgreement {
    /// The line of the model that a line of the agreement is at a moment, by their numbers; the last of its
    /// versions where none is named, and `nil` where none or several may hold.
    package func lineInModel(_ number: Int, at moment: Instant? = nil) -> Int? {
        let time = (moment ?? numbers.epochs.turns.last).map { TimeSpan(first: $0, last: $0) }
        let lines = numbers.planLines(ofLine: number, at: time)
        return lines.count == 1 ? lines[0] : nil
    }

    /// The number of a zone of the agreement in the model: of the least or the greatest that it may be, at a
    /// moment; of its last version where none is named.
    package func number(
        ofZone id: Zone.ID, _ extent: KnownExtent = .least, at moment: Instant? = nil
    ) -> Int? {
        agreement.zones.firstIndex { $0.id == id }.map { place in
            let form = numbers.zones[place].form(at: moment)
            return extent == .least ? form.least : form.greatest
        }
    }
}
