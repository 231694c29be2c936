import Geodesy
import ZoneIndexing
import Zones

/// An agreement's lines and zones by their numbers in a plan.
///
/// Where a rule is contradicted is a zone of the plan too, such as the union of several zones: of a report in
/// one of two, nobody knows which, it is certain that it is in either.
struct ZoneNumbers: Sendable {
    /// The plan; lines have the agreement's order.
    private(set) var plan = ZonePlan()
    /// Per zone of the agreement its number in the plan.
    let zones: [Int]
    /// Per rule what contradicts it.
    private(set) var clauses: [[RuleClause]] = []
    /// Per rule the zone of the plan in which it limits numbers; `nil` where it names no zones.
    private(set) var limitRegions: [Int?] = []
    private let ids: [String]
    private let numbers: [Zone.ID: ZoneNumber]
    private let lines: [ReferenceLine.ID: LineNumber]
    /// The plan's zones that were made for rules.
    private var made: [Region<LineNumber, ZoneNumber>: Int] = [:]

    /// Numbers for an agreement without faults.
    init(_ agreement: Agreement) {
        plan.allowsEndless = true
        for line in agreement.lines {
            // Sides are told by nearest places, not by labels, which then are fewer.
            plan.addLine(
                line.geometry, accuracy: line.accuracy, tellsSide: false, isForNearest: true)
        }
        lines = Dictionary(
            agreement.lines.enumerated().map { ($1.id, LineNumber(rawValue: $0)) },
            uniquingKeysWith: { first, _ in first })
        var numbers: [Zone.ID: ZoneNumber] = [:]
        var ids: [String] = []
        for place in agreement.zonesInOrder() ?? [] {
            let zone = agreement.zones[place]
            guard
                let region = zone.region.renamed(
                    line: { [lines] in lines[$0] }, zone: { numbers[$0] })
            else { continue }
            numbers[zone.id] = plan.addZone(region)
            ids.append(zone.id)
        }
        (self.ids, self.numbers) = (ids, numbers)
        zones = agreement.zones.map { numbers[$0.id]?.rawValue ?? 0 }
        for rule in agreement.rules {
            clauses.append(clauses(of: rule, agreement))
            limitRegions.append(
                rule.limits.isEmpty || rule.zones.isEmpty ? nil : number(ofAny: rule.zones))
        }
    }

    /// The identifier of a zone of the plan.
    func zone(_ number: Int) -> String { number < ids.count ? ids[number] : "" }

    /// What contradicts a rule.
    private mutating func clauses(of rule: Rule, _ agreement: Agreement) -> [RuleClause] {
        let conditions = rule.demand.conditions.map { CompiledCondition($0, in: agreement) }
        func clause(_ region: Int, ofOthers: Bool = false) -> RuleClause {
            RuleClause(
                conditions: conditions, isOfOthers: ofOthers, party: nil, region: region, cover: nil
            )
        }
        switch rule.demand {
        case .prohibits(_, let zones):
            return conditions.isEmpty ? [] : [clause(number(ofAny: zones))]
        case .reserve(let zones, _): return [clause(number(ofAny: zones), ofOthers: true)]
        case .only(_, let zones): return [clause(number(of: .outside(union(zones))))]
        case .stay(_, let line, let ends):
            return own(rule, agreement, line).map { party, side, line in
                ground(.kilometres(50), of: line)
                return RuleClause(
                    conditions: conditions, isOfOthers: false, party: party,
                    region: number(of: .across(line, from: side, ends: ends)),
                    cover: ends == .prolonged ? nil : number(of: .alongside(line)))
            }
        case .withdraw(_, let setback, let line, let ends):
            return own(rule, agreement, line).flatMap { party, side, line in
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
    ) -> [(party: String, side: LineSide, line: LineNumber)] {
        guard let number = lines[id], let line = agreement.lines.first(where: { $0.id == id })
        else { return [] }
        return [(line.left, LineSide.left), (line.right, .right)].compactMap { party, side in
            guard let party, rule.parties.isEmpty || rule.parties.contains(party) else {
                return nil
            }
            return (CategoryTree.folded(party), side, number)
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

    private func union(_ ids: [Zone.ID]) -> [Region<LineNumber, ZoneNumber>] {
        Set(ids.compactMap { numbers[$0] }).sorted().map { .zone($0) }
    }

    /// The number of what lies in any of some zones.
    private mutating func number(ofAny ids: [Zone.ID]) -> Int {
        let own = union(ids)
        if own.count == 1, case .zone(let zone) = own[0] { return zone.rawValue }
        return number(of: .union(own))
    }

    /// Has an index know the sides of a line by its cells as far as a distance: what goes on without end is
    /// measured where the farthest of a line's distances is passed.
    private mutating func ground(_ distance: Distance, of line: LineNumber) {
        _ = number(of: .within(min(distance, ZoneIndex.greatestDistance), of: line))
    }

    private mutating func number(of region: Region<LineNumber, ZoneNumber>) -> Int {
        if let known = made[region] { return known }
        let number = plan.addZone(region).rawValue
        made[region] = number
        return number
    }
}

extension CompiledAgreement {
    /// The number of a zone of the agreement in the model.
    package func number(ofZone id: Zone.ID) -> Int? {
        agreement.zones.firstIndex { $0.id == id }.map { numbers.zones[$0] }
    }
}
