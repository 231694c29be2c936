import Agreements

/// Puts together what was found of an obligation in a zone, from its acts and events.
struct DutyGathering {
    private let way: CountingPlan.TermWay
    private let agreement: Agreement
    private let obligation: Obligation
    private let asOf: Instant?
    private var found: SetFindings.Duty
    /// Whether there may be an act of which nobody knows when.
    private var mayBeAnyTime: Bool
    /// Of periods: those with a certain act, those with a possible one only, and the last of both.
    private var met = 0
    private var possible = 0
    private var lastPeriods: [(number: Int64, isMet: Bool)] = []
    private let window: (first: Int64, last: Int64)?
    /// Of events, from the last to the first: the acts behind.
    private var nextCertain: Int64?
    private var nextPossible: Int64?
    private var events: [SetFindings.Period] = []

    init(
        _ way: CountingPlan.TermWay, _ agreement: Agreement, asOf: Instant?, hasRefused: Bool
    ) {
        (self.way, self.agreement, self.asOf) = (way, agreement, asOf)
        obligation = agreement.obligations[way.obligation]
        let zones = obligation.zones
        found = SetFindings.Duty(
            obligation: obligation.id, act: obligation.act,
            zone: way.zone < zones.count ? zones[way.zone] : nil)
        mayBeAnyTime = hasRefused
        let until = obligation.until.flatMap { agreement.resolve($0) }
        if case .every(let periods?) = way.term, let asOf {
            // The period at hand is the last; one that would begin at the end is none.
            var last = periods.number(of: asOf)
            if let until {
                let number = periods.number(of: until)
                last = min(last, periods.start(of: number) == until ? number - 1 : number)
            }
            window = (0, last)
        } else {
            window = nil
        }
    }

    mutating func take(_ entry: CountEntry) {
        switch (entry.kind, way.term) {
        case (.period, .every), (.period, .within):
            if entry.number == CountEntry.anyWindow {
                mayBeAnyTime = true
            } else if let window,
                (window.first...max(window.first, window.last)).contains(
                    entry.number)
            {
                if entry.low > 0 { met += 1 } else { possible += 1 }
                lastPeriods.append((entry.number, entry.low > 0))
                if lastPeriods.count > SetFindings.mostPeriods { lastPeriods.removeFirst() }
            }
        case (.period, .due): if entry.low > 0 { met = 1 } else { possible = 1 }
        case (.moment, .within(let period)): takeMoment(entry, period)
        default: break
        }
    }

    /// Takes an act or event; the latest come first, and acts before the events of the same moment.
    private mutating func takeMoment(_ entry: CountEntry, _ period: CountingPeriod) {
        let other = Int64(bitPattern: entry.second.low)
        if entry.first.high == 1 {
            nextPossible = -entry.number
            if entry.low > 0 { nextCertain = min(nextCertain ?? other, other) }
            return
        }
        guard entry.number != .max else { return found.add(.notVerified, times: Int(entry.high)) }
        let (first, last) = (Instant(seconds: other), Instant(seconds: -entry.number))
        let soonest = period.end(after: first, in: agreement)
        let latest = first == last ? soonest : period.end(after: last, in: agreement)
        let isMoment = first == last
        let state: DutyState =
            if let nextCertain, nextCertain <= soonest.seconds {
                .met
            } else if asOf.map({ $0 <= latest }) ?? false {
                .due
            } else if !isMoment || mayBeAnyTime || (nextPossible ?? .max) <= latest.seconds {
                .notVerified
            } else { .overdue }
        // What may be no event owes nothing for certain.
        let (certain, all) = (Int(entry.low), Int(entry.high))
        found.add(state, times: certain)
        let isOwed = state == .overdue || state == .due
        if state != .met { found.add(.notVerified, times: all - certain) }
        if events.count < SetFindings.mostPeriods, certain > 0 || state != .met {
            events.append(
                SetFindings.Period(
                    from: first, due: latest,
                    state: certain == 0 && isOwed ? .notVerified : state))
        }
    }

    /// What was found.
    func finish() -> SetFindings.Duty {
        var found = found
        switch way.term {
        case .every(let periods):
            guard let periods, let window else {
                found.add(.notVerified)
                found.last = [SetFindings.Period(state: .notVerified)]
                break
            }
            finish(&found, periods, window)
        case .due(let due):
            let state: DutyState =
                if met > 0 {
                    .met
                } else if possible > 0 || mayBeAnyTime || due == nil {
                    .notVerified
                } else if let due, let asOf, asOf > due {
                    .overdue
                } else { asOf == nil ? .notVerified : .due }
            found.add(state)
            found.last = [SetFindings.Period(due: due, state: state)]
        case .within: found.last = events.reversed()
        }
        return found
    }

    private func finish(
        _ found: inout SetFindings.Duty, _ periods: CountingWindows,
        _ window: (first: Int64, last: Int64)
    ) {
        guard window.last >= window.first, let asOf else { return }
        let until = obligation.until.flatMap { agreement.resolve($0) }
        func period(_ number: Int64) -> SetFindings.Period {
            let end = periods.start(of: number + 1)
            let due = min(end, until ?? end)
            let own = lastPeriods.first { $0.number == number }
            let state: DutyState =
                if own?.isMet == true {
                    .met
                } else if own != nil || mayBeAnyTime {
                    .notVerified
                } else { due <= asOf ? .overdue : .due }
            return SetFindings.Period(from: periods.start(of: number), due: due, state: state)
        }
        let first = max(window.first, window.last - Int64(SetFindings.mostPeriods) + 1)
        found.last = (first...window.last).map(period)
        // Of all periods only the last can be due still.
        found.add(.met, times: met)
        found.add(.notVerified, times: possible)
        var rest = Int(window.last - window.first + 1) - met - possible
        if found.last.last?.state == .due {
            found.add(.due)
            rest -= 1
        }
        found.add(mayBeAnyTime ? .notVerified : .overdue, times: rest)
    }
}
