import Zones

/// A rule with its zones by number, its times resolved and its words in the form compared.
struct CompiledRule: Sendable {
    let id: Rule.ID
    /// What contradicts it.
    let clauses: [RuleClause]
    let exempt: [CompiledCondition]
    /// What an exemption that a report says nothing of counts as.
    let unreported: Answer
    let limits: [CompiledCondition]
    /// The zone of the model in which it limits numbers.
    let limitRegion: Int?
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

    init(_ rule: Rule, in agreement: Agreement, clauses: [RuleClause], limitRegion: Int?) {
        id = rule.id
        self.clauses = clauses
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
        parties = rule.parties.map { CategoryTree.folded($0) }
        known = Set(agreement.parties.map { CategoryTree.folded($0.id) })
        observers =
            rule.parties.isEmpty
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
    }

    /// The moments at which what it says may change.
    var turns: [Instant] {
        let windows =
            [window, due] + suspensions.map(\.window)
            + (exempt + clauses.flatMap(\.conditions)).map(\.window)
        return windows.flatMap { [$0.from, $0.until].compactMap { $0 } }
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
        let recurs = recurring.map { subject.time.map($0.covers) ?? .undeterminable } ?? .yes
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
    /// - Parameter touches: whether some of the report is in a zone of the model.
    func finding(for subject: Subject, _ touches: (Int) -> Answer) -> Finding? {
        var possible: Set<Finding> = []
        for party in possibleParties(subject) {
            var subject = subject
            subject.party = party
            let times = stretches(of: subject.time)
            // At all of the moments it was there: one of them is enough.
            let isThroughout = times.count > 1 && subject.time?.meaning == .throughout
            var throughout: Set<Finding> = []
            for time in times {
                subject.time = time
                let found = completions(subject, touches)
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
    private var asksParty: Bool {
        !parties.isEmpty || !observers.isEmpty || suspensions.contains { $0.party != nil }
            || clauses.contains { $0.party != nil }
            || (exempt + clauses.flatMap(\.conditions)).contains { !$0.parties.isEmpty }
    }

    /// A moment in each stretch of a report's time in which nothing changes that the rule depends on; the time
    /// itself where that is one.
    ///
    /// Hours and months are not asked of these.
    private func stretches(of time: TimeSpan?) -> [TimeSpan?] {
        let turns = Set(turns).sorted()
        if let time {
            let inner = turns.filter { $0 > time.first && $0 <= time.last }
            guard !inner.isEmpty, recurring == nil else { return [time] }
            return ([time.first] + inner).map {
                TimeSpan(first: $0, last: $0, meaning: time.meaning)
            }
        }
        guard let first = turns.first, recurring == nil else { return [nil] }
        let before = Instant(seconds: first.seconds - 1)
        return ([before] + turns).map { TimeSpan(first: $0, last: $0) }
    }

    /// All that the rule may say of a report of a party at a time.
    private func completions(_ subject: Subject, _ touches: (Int) -> Answer) -> Set<Finding> {
        let binds = coversParty(subject) && coversTime(subject)
        guard binds != .no else { return [.unregulated] }
        let covers = clauses.reduce(Answer.no) { $0 || $1.covers(subject, touches) }
        let contradicts = contradicts(subject, touches)
        let isNamed = limits(subject)
        let counted = isNamed && (limitRegion.map(touches) ?? .no)
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
                    for counts in counted.values {
                        for isExempt in exempts.values {
                            for isDue in isDue.values {
                                for isSuspended in isSuspended.values {
                                    possible.insert(
                                        Self.finding(
                                            isContradicted: isContradicted, counts: counts,
                                            isExempt: isExempt, isDue: isDue,
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
