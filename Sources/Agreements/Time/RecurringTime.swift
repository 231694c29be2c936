import Zones

/// Hours of the day and months of the year in which a rule holds, on a local clock.
struct RecurringTime: Hashable, Sendable {
    let hours: DailyHours?
    let months: Set<Int>
    let clock: LocalClock

    /// Of longer spans only so many days are looked at: in these every month and hour has come.
    private static let mostDays: Int64 = 800

    /// Whether they hold at a moment.
    func holds(at moment: Instant) -> Bool {
        let local = moment.seconds + Int64(clock.offset(at: moment))
        let day = local.flooredDay
        let isHour = hours.map { $0.contains(second: local - day * 86_400) } ?? true
        return isHour
            && (months.isEmpty || months.contains(GregorianDate(daysSinceEpoch: day).month))
    }

    /// A moment from a first to a last, both included, at which they hold, and one at which they do not, as far
    /// as there are such.
    func examples(from first: Instant, through last: Instant) -> [Instant] {
        if first >= last { return [first] }
        let holdsFirst = holds(at: first)
        let other = change(after: first, through: last) { holds(at: $0) != holdsFirst }
        return [first] + (other.map { [$0] } ?? [])
    }

    /// Whether they hold at all moments from a first to a last, at none, or at some.
    func hold(from first: Instant, through last: Instant) -> Answer {
        let found = Set(examples(from: first, through: last).map(holds))
        return Answer(some: found.contains(true), all: !found.contains(false))
    }

    /// The first moment after a first up to a last that is wanted, of those at which they may begin or end: where
    /// the clock shows their hours or midnight, and where it is put on or back.
    private func change(
        after first: Instant, through last: Instant, where isWanted: (Instant) -> Bool
    ) -> Instant? {
        let from = (first.seconds + Int64(clock.offset(at: first))).flooredDay - 1
        let end = min(
            (last.seconds + Int64(clock.offset(at: last))).flooredDay + 1, from + Self.mostDays)
        guard from <= end else { return nil }
        let moments = LocalMoments(clock)
        for day in from...end {
            let date = GregorianDate(daysSinceEpoch: day)
            // Within months that do not count, and without hours, nothing changes but at the first of a month.
            let asksHours = hours != nil && (months.isEmpty || months.contains(date.month))
            guard asksHours || date.day == 1 else { continue }
            var found: [Int64] = []
            for minute in [0] + (hours.map { [$0.from, $0.until] } ?? []) {
                found += moments.seconds(ofLocal: day * 86_400 + Int64(minute) * 60)
            }
            if let turn = clockChange(onDay: day, moments) { found.append(turn) }
            let wanted = found.sorted().map { Instant(seconds: $0) }.first {
                $0 > first && $0 <= last && isWanted($0)
            }
            if let wanted { return wanted }
        }
        return nil
    }

    /// The second at which the clock is put on or back on a local day, if it is.
    private func clockChange(onDay day: Int64, _ moments: LocalMoments) -> Int64? {
        guard let bounds = moments.bounds(ofDay: day) else { return nil }
        func offset(_ second: Int64) -> Int { clock.offset(at: Instant(seconds: second)) }
        var (low, high) = (bounds.first, bounds.end)
        let before = offset(low)
        guard offset(high) != before else { return nil }
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(middle) == before { low = middle } else { high = middle }
        }
        return high
    }
}
