import Zones

/// The sets of reports of an agreement, made ready to tell which a report is in.
struct CompiledSets: Sendable {
    /// The sets, those of caps first; a site's visits come before its items.
    let sets: [CountedSet]
    private let members: [@Sendable (Subject, (Int) -> Answer) -> Answer]
    /// The rules that tell whether something is withdrawn, by their identifiers.
    private let withdrawing: Set<Rule.ID>
    /// The zones of sites.
    private let siteZones: [ZoneForms]
    private let stored: [CompiledCondition]
    /// All that they ask of a report's category and properties, besides what rules ask.
    let conditions: [CompiledCondition]

    /// The moments at which a report may come into a set or out of it by its time, besides those of rules.
    let turns: [Instant]

    /// The numbers that some report's own number must not be above, ascending.
    let thresholds: [Int]

    init(_ agreement: Agreement, _ rules: [CompiledRule], zone: (Zone.ID) -> ZoneForms?) {
        var sets: [CountedSet] = []
        var windows: [RuleWindow] = []
        var members: [@Sendable (Subject, (Int) -> Answer) -> Answer] = []
        for (number, rule) in rules.enumerated() {
            for cap in rule.limits.indices {
                sets.append(.cap(rule: number, cap: cap))
                members.append { rule.counts($0, towards: cap, $1) }
            }
        }
        func condition(_ category: String) -> CompiledCondition {
            CompiledCondition(CategoryCondition(category), in: agreement)
        }
        for (number, site) in agreement.sites.enumerated() {
            let window = RuleWindow(from: site.from, until: site.until, in: agreement)
            let zone = zone(site.id)
            windows.append(window)
            sets.append(.visit(site: number))
            members.append { subject, touches in
                window.covers(subject.time) && (zone?.answer(at: subject.time, touches) ?? .no)
            }
            let party = site.party.map { CategoryTree.folded($0) }
            for (place, item) in site.inventory.enumerated() {
                let kind = condition(item.category)
                sets.append(.item(site: number, item: place))
                members.append { subject, touches in
                    window.covers(subject.time) && kind.holds(for: subject)
                        && subject.isOf(party) && (zone?.answer(at: subject.time, touches) ?? .no)
                }
            }
        }
        for (number, obligation) in agreement.obligations.enumerated() {
            let window = RuleWindow(from: obligation.from, until: obligation.until, in: agreement)
            let act = condition(obligation.act)
            windows.append(window)
            let word = CategoryTree.folded(obligation.act)
            let parties = obligation.parties.map { CategoryTree.folded($0) }
            let isPeriodic = if case .every = obligation.term { true } else { false }
            let zones: [ZoneForms?] =
                obligation.zones.isEmpty ? [nil] : obligation.zones.map { zone($0) }
            for (place, zone) in zones.enumerated() {
                sets.append(.act(obligation: number, zone: place))
                members.append { subject, touches in
                    let said = subject.attributes[Obligation.property].map {
                        CategoryTree.folded($0)
                    }
                    // The property says what was done, whatever the category is.
                    let isAct =
                        said.flatMap { $0.isEmpty ? nil : Answer($0 == word) }
                        ?? act.holds(for: subject)
                    let isBy = parties.reduce(Answer(parties.isEmpty)) { $0 || subject.isOf($1) }
                    // An act that is late for the last event may come after the end.
                    let isTimely = isPeriodic ? window.covers(subject.time) : .yes
                    return isTimely && isAct && isBy
                        && (zone?.answer(at: subject.time, touches) ?? .yes)
                }
                guard case .within(_, let event) = obligation.term else { continue }
                let kind = condition(event)
                sets.append(.event(obligation: number, zone: place))
                members.append { subject, touches in
                    window.covers(subject.time) && kind.holds(for: subject)
                        && (zone?.answer(at: subject.time, touches) ?? .yes)
                }
            }
        }
        (self.sets, self.members) = (sets, members)
        turns = windows.flatMap { [$0.from, $0.until].compactMap { $0 } }
        thresholds = Set(agreement.rules.flatMap(\.limits).map(\.count)).sorted()
        siteZones = agreement.sites.compactMap { zone($0.id) }
        stored = agreement.sites.flatMap(\.inventory).map { condition($0.category) }
        conditions = stored + agreement.obligations.flatMap(\.categories).map { condition($0) }
        let kinds = Set(
            agreement.sites.flatMap(\.inventory).map { CategoryTree.folded($0.category) })
        let own = agreement.rules.filter { rule in
            switch rule.demand {
            case .withdraw: true
            case .prohibits(let conditions, _):
                conditions.contains { kinds.contains(CategoryTree.folded($0.category)) }
            case .only, .reserve, .stay: false
            }
        }
        withdrawing = Set(own.map(\.id))
    }

    /// The sets that a report is in, or may be in.
    ///
    /// What is partly in a zone counts towards a cap with one object, and is in no other set for certain.
    ///
    /// - Parameters:
    ///   - whole: whether all of the report is in a zone of the model.
    ///   - touches: whether some of it is.
    func counted(
        _ subject: Subject, whole: (Int) -> Answer, _ touches: (Int) -> Answer
    ) -> [CountedIn] {
        members.enumerated().compactMap { number, isMember in
            switch isMember(subject, whole) {
            case .yes: return CountedIn(set: number, isCertain: true)
            case .no: return nil
            case .undeterminable: break
            }
            var isOfSome = false
            if case .cap = sets[number] { isOfSome = isMember(subject, touches) == .yes }
            return CountedIn(set: number, isCertain: isOfSome, isOfSome: isOfSome)
        }
    }

    /// What is to be told of an object that was to be withdrawn and stored; `nil` of what was not, and where the
    /// agreement has no sites.
    func storageClass(
        _ subject: Subject, _ findings: [Judgement.RuleFinding], whole: (Int) -> Answer
    ) -> StorageClass? {
        if siteZones.isEmpty { return nil }
        let own = findings.filter { withdrawing.contains($0.rule) }.map(\.finding)
        let isStored = stored.reduce(Answer.no) { $0 || $1.holds(for: subject) }
        guard !own.isEmpty || isStored == .yes else { return nil }
        if own.contains(.apparentBreach) { return .inViolation }
        if own.contains(.undeterminable) { return .notVerified }
        switch siteZones.reduce(Answer.no, { $0 || $1.answer(at: subject.time, whole) }) {
        case .yes: return .atSite
        case .undeterminable: return .notVerified
        case .no:
            let isOwed = own.allSatisfy { ![.pending, .exempt, .suspended].contains($0) }
            return isOwed ? .outsideStorage : .notOwed
        }
    }
}

extension Subject {
    /// Whether it is a party's, by the folded identifier; of anybody's where none is asked for.
    fileprivate func isOf(_ wanted: String?) -> Answer {
        guard let wanted else { return .yes }
        return party.map { Answer($0 == wanted) } ?? .undeterminable
    }
}

extension CompiledRule {
    /// Whether a report counts towards one of the rule's caps.
    func counts(
        _ subject: Subject, towards cap: Int, _ touches: (Int) -> Answer
    ) -> Answer {
        let isThere = limitRegion?.answer(at: subject.time, touches) ?? .no
        let isMeant = limits[cap].holds(for: subject) && isThere
        guard isMeant != .no else { return .no }
        let isSuspended = suspensions.reduce(Answer.no) { $0 || $1.covers(subject) }
        return isMeant && coversParty(subject) && coversTime(subject) && due.covers(subject.time)
            && !exempts(subject) && !isSuspended
    }

    /// Whether a report alone tells of more than a cap allows, if it counts towards it.
    ///
    /// Of what is partly in the zone nobody knows how many are.
    func isAboveCap(_ subject: Subject, _ whole: (Int) -> Answer) -> Answer {
        let isThere = limitRegion?.answer(at: subject.time, whole) ?? .no
        return limits.indices.reduce(Answer.no) { answer, cap in
            let isAbove = subject.count.map { Answer($0 > greatest[cap]) } ?? .undeterminable
            return answer || (isAbove && limits[cap].holds(for: subject) && isThere)
        }
    }
}
