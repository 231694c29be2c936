import Zones

/// A rule with its zones by number, its times resolved and its words in the form compared.
struct CompiledRule: Sendable {
    let id: Rule.ID
    /// What contradicts it.
    let clauses: [RuleClause]
    /// The number of the line from which it is measured.
    private let line: Int?
    /// Whether it asks only on which side of the line something is.
    private let isStay: Bool
    let exempt: [CompiledCondition]
    /// What an exemption that a report says nothing of counts as.
    let unreported: Answer
    let limits: [CompiledCondition]
    /// The numbers of its caps.
    let greatest: [Int]
    /// The zone of the model in which it limits numbers.
    let limitRegion: ZoneForms?
    let parties: [String]
    /// The parties that the agreement knows.
    let known: Set<String>
    /// Those whom it does not bind unless it names them.
    let observers: Set<String>
    let window: RuleWindow
    /// When it is due.
    let due: RuleWindow
    /// The hours and months in which it holds.
    let recurring: RecurringTime?
    let suspensions: [CompiledSuspension]
    /// The moments at which what it says may change, ascending.
    let turns: [Instant]
    /// Whether what it says depends on the time of a report.
    let asksTime: Bool
    /// The places of events for which it asks.
    let places: [EventPlace]
    /// The zones of the model on which what it says depends, ascending.
    let regions: [Int]
    /// Those in which it limits numbers.
    let limitRegions: [Int]

    init(_ rule: Rule, in agreement: Agreement, clauses: [RuleClause], limitRegion: ZoneForms?) {
        id = rule.id
        self.places = rule.places
        self.clauses = clauses
        line = rule.demand.line.flatMap { id in agreement.lines.firstIndex { $0.id == id } }
        isStay = if case .stay = rule.demand { true } else { false }
        self.limitRegion = limitRegion
        exempt = rule.exempt.map { CompiledCondition($0, in: agreement) }
        unreported =
            switch rule.unlessReported {
            case .undeterminable: .undeterminable
            case .exempt: .yes
            case .notExempt: .no
            }
        limits = rule.limits.map {
            CompiledCondition(CategoryCondition($0.category), in: agreement)
        }
        greatest = rule.limits.map(\.count)
        parties = rule.parties.map { CategoryTree.folded($0) }
        known = Set(agreement.parties.map { CategoryTree.folded($0.id) })
        observers =
            rule.parties.isEmpty && !rule.bindsObservers
            ? Set(
                agreement.parties.filter { $0.role == .observer }.map {
                    CategoryTree.folded($0.id)
                }) : []
        window = RuleWindow(from: rule.from, until: rule.until, in: agreement)
        due = RuleWindow(from: rule.due, until: nil, in: agreement)
        recurring = agreement.clock.flatMap { clock in
            rule.hours == nil && rule.months.isEmpty
                ? nil : RecurringTime(hours: rule.hours, months: rule.months, clock: clock)
        }
        suspensions = agreement.suspensions.filter {
            $0.rules.isEmpty || $0.rules.contains(rule.id)
        }.map { CompiledSuspension($0, in: agreement) }
        let windows =
            [window, due] + suspensions.map(\.window)
            + (exempt + clauses.flatMap(\.conditions)).map(\.window)
        let places = clauses.flatMap { [$0.region, $0.cover] } + [limitRegion]
        regions = Set(places.flatMap { $0?.numbers ?? [] }).sorted()
        limitRegions = (limitRegion?.numbers ?? []).sorted()
        asksTime =
            recurring != nil || windows.contains(where: \.isLimited)
            || places.contains { $0?.isVersioned == true }
        turns = Set(
            windows.flatMap { [$0.from, $0.until].compactMap { $0 } }
                + places.flatMap { $0?.turns ?? [] }
        ).sorted()
    }

    /// Whether the rule speaks of what was reported.
    func speaks(of subject: Subject) -> Answer {
        clauses.reduce(limits(subject)) { $0 || $1.speaks(of: subject) }
    }

    /// Whether the rule limits the number of what was reported.
    func limits(_ subject: Subject) -> Answer {
        limits.reduce(.no) { $0 || $1.holds(for: subject) }
    }

    /// Whether the rule binds the reported party; one that the agreement does not know may be any.
    func coversParty(_ subject: Subject) -> Answer {
        guard !parties.isEmpty || !observers.isEmpty else { return .yes }
        guard let party = subject.party, known.contains(party) || party == Subject.stranger else {
            return .undeterminable
        }
        return Answer(parties.isEmpty ? !observers.contains(party) : parties.contains(party))
    }

    /// Whether the rule was in force at the reported time.
    func coversTime(_ subject: Subject) -> Answer {
        let recurs =
            recurring.map { recurring in
                subject.time.map { recurring.hold(from: $0.first, through: $0.last) }
                    ?? .undeterminable
            } ?? .yes
        return window.covers(subject.time) && recurs
    }

    /// Where a report contradicts the rule, if it speaks of it: in the model's zones of which that is told.
    func contradicts(_ subject: Subject, _ touches: (Int) -> Answer) -> Answer {
        clauses.reduce(.no) { $0 || $1.isContradicted(by: subject, touches) }
    }

    /// Whether a report is exempt.
    func exempts(_ subject: Subject) -> Answer {
        exempt.reduce(.no) { $0 || $1.exempts(subject, unreported: unreported) }
    }

    /// What the rule says of a report, or `nil` when it does not cover it.
    ///
    /// What is not known is completed in every way. It is undeterminable exactly when one completion is
    /// a breach and another is not; else the finding is the gravest over all completions. A party and a time
    /// that are not known are completed once for all that depends on them.
    ///
    /// - Parameters:
    ///   - whole: whether all of the report is in a zone of the model.
    ///   - touches: whether some of it is.
    func finding(
        for subject: Subject, whole: (Int) -> Answer, _ touches: (Int) -> Answer
    ) -> Finding? {
        var subject = subject
        // The side of one line says nothing of another's, and nothing of who has crossed it.
        if let known = subject.lineOfParty, let line, isStay || known != line {
            subject.party = nil
        }
        var possible: Set<Finding> = []
        let times = stretches(of: subject.time)
        // At all of the moments it was there: one of them is enough.
        let isThroughout = times.count > 1 && subject.time?.meaning == .throughout
        for party in possibleParties(subject) {
            subject.party = party
            var throughout: Set<Finding> = []
            for time in times {
                var subject = subject
                subject.time = time
                let found = completions(subject, whole: whole, touches)
                if isThroughout {
                    throughout.insert(Self.resolved(found))
                } else {
                    possible.formUnion(found)
                }
            }
            if isThroughout { possible.insert(Self.gravest(throughout)) }
        }
        let finding = Self.resolved(possible)
        return finding == .unregulated ? nil : finding
    }

    private static func resolved(_ possible: Set<Finding>) -> Finding {
        let mayBeBreach = possible.contains(.apparentBreach)
        return possible.count > 1 && mayBeBreach ? .undeterminable : gravest(possible)
    }

    /// The gravest; the cases of `Finding` are in that order.
    private static func gravest(_ findings: Set<Finding>) -> Finding {
        Finding.allCases.first { findings.contains($0) } ?? .unregulated
    }

    /// The parties that a report's may be, where the rule asks for it: all known ones, and one that is none of
    /// them.
    private func possibleParties(_ subject: Subject) -> [String?] {
        guard asksParty, subject.party.map({ !known.contains($0) }) ?? true else {
            return [subject.party]
        }
        return known.sorted() + [Subject.stranger]
    }

    /// Whether anything in the rule depends on the party.
    var asksParty: Bool {
        !parties.isEmpty || !observers.isEmpty || suspensions.contains { $0.party != nil }
            || clauses.contains { $0.party != nil }
            || conditions.contains { !$0.parties.isEmpty }
    }

    /// All that it asks of a report's category and properties.
    var conditions: [CompiledCondition] {
        clauses.flatMap { $0.conditions + $0.excluded } + exempt + limits
    }

    /// Moments of a report's time by which all that the rule depends on can be told: one of each stretch between
    /// two turns, or two where hours and months hold at a part of it only; the time itself where nothing
    /// changes within it.
    private func stretches(of time: TimeSpan?) -> [TimeSpan?] {
        if turns.isEmpty, recurring == nil { return [time] }
        var stretches: [(first: Instant, last: Instant)] = []
        if let time {
            let starts = [time.first] + turns.filter { $0 > time.first && $0 <= time.last }
            for (k, start) in starts.enumerated() {
                let end = k + 1 < starts.count ? starts[k + 1].before : time.last
                stretches.append((start, end))
            }
        } else {
            // Before the first turn and after the last as long as hours and months need to come round.
            let long: Int64 = 800 * 86_400
            let first = turns.first ?? Instant(seconds: 0)
            stretches.append((Instant(seconds: first.seconds - long), first.before))
            for (k, start) in turns.enumerated() {
                let end =
                    k + 1 < turns.count
                    ? turns[k + 1].before : Instant(seconds: start.seconds + long)
                stretches.append((start, end))
            }
        }
        let meaning = time?.meaning ?? .sometime
        return stretches.flatMap { stretch in
            let moments =
                recurring?.examples(from: stretch.first, through: stretch.last) ?? [stretch.first]
            return moments.map { TimeSpan(first: $0, last: $0, meaning: meaning) }
        }
    }

    /// All that the rule may say of a report of a party at a time.
    private func completions(
        _ subject: Subject, whole: (Int) -> Answer, _ touches: (Int) -> Answer
    ) -> Set<Finding> {
        let binds = coversParty(subject) && coversTime(subject)
        guard binds != .no else { return [.unregulated] }
        let covers = clauses.reduce(Answer.no) { $0 || $1.covers(subject, touches) }
        let contradicts = contradicts(subject, touches)
        let isNamed = limits(subject)
        let counted = isNamed && (limitRegion?.answer(at: subject.time, touches) ?? .no)
        let isAbove = isAboveCap(subject, whole)
        guard covers != .no || isNamed != .no else { return [.unregulated] }
        let (exempts, isDue) = (exempts(subject), due.covers(subject.time))
        let isSuspended = suspensions.reduce(Answer.no) { $0 || $1.covers(subject) }
        var possible: Set<Finding> = []
        for isBound in binds.values {
            for isCovered in (covers || isNamed).values {
                guard isBound, isCovered else {
                    possible.insert(.unregulated)
                    continue
                }
                for isContradicted in contradicts.values {
                    for (counts, isAbove) in Self.pairs(counted, isAbove) {
                        for isExempt in exempts.values {
                            for isDue in isDue.values {
                                for isSuspended in isSuspended.values {
                                    possible.insert(
                                        Self.finding(
                                            isContradicted: isContradicted || isAbove,
                                            counts: counts, isExempt: isExempt, isDue: isDue,
                                            isSuspended: isSuspended))
                                }
                            }
                        }
                    }
                }
            }
        }
        return possible
    }

    /// Whether a report counts towards a cap, and is above it alone, which it is only if it counts.
    private static func pairs(_ counted: Answer, _ isAbove: Answer) -> [(Bool, Bool)] {
        counted.values.flatMap { counts in
            isAbove.values.compactMap { isAbove in
                isAbove && !counts ? nil : (counts, isAbove)
            }
        }
    }

    /// The finding of what is covered, where everything is known.
    private static func finding(
        isContradicted: Bool, counts: Bool, isExempt: Bool, isDue: Bool, isSuspended: Bool
    ) -> Finding {
        if isContradicted, !isExempt, isDue { return isSuspended ? .suspended : .apparentBreach }
        if counts { return .counted }
        if isContradicted { return isExempt ? .exempt : .pending }
        return .compliant
    }
}

extension Answer {
    /// What it may come to.
    fileprivate var values: [Bool] {
        switch self {
        case .yes: [true]
        case .no: [false]
        case .undeterminable: [false, true]
        }
    }
}
