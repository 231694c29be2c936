import Zones

/// Hours of the day and months of the year in which a rule holds, on a local clock.
struct RecurringTime: Hashable, Sendable {
    let hours: DailyHours?
    let months: Set<Int>
    let clock: LocalClock

    /// Whether a rule that holds then covers what was observed in a span.
    ///
    /// The clock of the span's first moment is kept throughout; a change of summer time within a span moves
    /// hours by the change.
    func covers(_ span: TimeSpan) -> Answer {
        let offset = Int64(clock.offset(at: span.first))
        let (first, last) = (span.first.seconds + offset, span.last.seconds + offset)
        let parts = [hourly(first, last), monthly(first, last)]
        let isCertain = parts.allSatisfy { $0.all }
        guard parts.allSatisfy({ $0.some }) else { return .no }
        if isCertain { return .yes }
        // In each of both at some moment: of one span in both at once only where one holds throughout.
        let isOne = parts.contains { $0.all }
        return isOne && span.meaning == .throughout ? .yes : .undeterminable
    }

    /// Whether the hours hold at some and at all moments from a first to a last local second.
    private func hourly(_ first: Int64, _ last: Int64) -> (some: Bool, all: Bool) {
        guard let hours else { return (true, true) }
        let second = first - first.flooredDay * 86_400
        let isIn = hours.contains(second: second)
        let changes = first + hours.secondsToChange(from: second) <= last
        return (isIn || changes, isIn && !changes)
    }

    /// The same of the months.
    private func monthly(_ first: Int64, _ last: Int64) -> (some: Bool, all: Bool) {
        guard !months.isEmpty else { return (true, true) }
        let (a, b) = (
            GregorianDate(daysSinceEpoch: first.flooredDay),
            GregorianDate(daysSinceEpoch: last.flooredDay)
        )
        let count = min(12, (b.year - a.year) * 12 + b.month - a.month + 1)
        let met = (0..<count).map { (a.month - 1 + $0) % 12 + 1 }
        return (met.contains { months.contains($0) }, met.allSatisfy { months.contains($0) })
    }
}
