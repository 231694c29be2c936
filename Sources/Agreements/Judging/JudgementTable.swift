import Geodesy

/// Judgements by number, and the numbers of what they depend on.
struct JudgementTable {
    /// The judgements found, without their distances.
    private(set) var judgements: [Judgement] = []
    /// The times at which rules begin or end, sorted.
    private let turns: [Instant]
    private var kinds = KindNumbers()
    private var numbers: [OutcomeKey: Int32] = [:]
    private var recent = RecentOutcomes()
    /// Numbers for the periods over which spans reach, each beyond those of a moment: -2, -3 and so on.
    private var spanNumbers: [SpanPeriods: Int32] = [:]

    /// The periods over which a span reaches: no rule begins or ends within one.
    private struct SpanPeriods: Hashable {
        let first: Int32
        let last: Int32
        let meaning: TimeSpan.Meaning
    }

    init(_ rules: [CompiledRule]) {
        turns = Set(rules.flatMap { [$0.from, $0.until].compactMap { $0 } }).sorted()
    }

    /// Begins the numbers anew.
    mutating func forget() {
        judgements = []
        forgetKeys()
    }

    /// Forgets what numbers depend on; those given stay.
    mutating func forgetKeys() {
        numbers = [:]
        recent = RecentOutcomes()
    }

    /// The numbers of reports' judgements, in their order; `judge` makes those that are not known.
    mutating func numbers(
        of columns: ReportColumns, at places: ReportLocator.Places, tellingPlace: Bool,
        _ judge: (Report, _ label: UInt32, NearestLine?) -> Judgement
    ) -> [Int32] {
        if kinds.take(columns.kindReports) { forgetKeys() }
        // An empty array is shared by all threads, and is not to be written to.
        if columns.count == 0 { return [] }
        let hasSpans = !columns.spans.isEmpty
        return [Int32](unsafeUninitializedCapacity: columns.count) { out, count in
            for k in columns.positions.indices {
                var period = period(of: columns.times[k])
                if hasSpans, let span = columns.spans[k] { period = self.period(of: span) }
                let key = OutcomeKey(
                    label: places.labels[k], kind: kinds.number(columns.kinds[k]),
                    period: period,
                    place: tellingPlace ? places.place(k) : -1)
                if let known = recent.number(of: key) {
                    out[k] = known
                } else {
                    out[k] = number(of: key) {
                        judge(
                            columns.report(k), key.label, tellingPlace ? places.found[k] : nil)
                    }
                }
            }
            count = columns.count
        }
    }

    /// How many of the times at which rules begin or end are past; -1 for no time.
    @inline(__always)
    private func period(of time: Instant?) -> Int32 {
        if turns.isEmpty { return 0 }
        guard let time else { return -1 }
        var (low, high) = (0, turns.count)
        while low < high {
            let middle = (low + high) / 2
            if turns[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }

    /// The number of the periods over which a span reaches; that of a moment where it is one period.
    @inline(never)
    private mutating func period(of span: TimeSpan) -> Int32 {
        let periods = SpanPeriods(
            first: period(of: span.first), last: period(of: span.last), meaning: span.meaning)
        if periods.first == periods.last { return periods.first }
        let number = spanNumbers[periods] ?? -2 - Int32(spanNumbers.count)
        spanNumbers[periods] = number
        return number
    }

    @inline(never)
    private mutating func number(of key: OutcomeKey, _ judge: () -> Judgement) -> Int32 {
        let number = numbers[key] ?? Int32(judgements.count)
        if number == judgements.count {
            var judgement = judge()
            judgement.distance = nil
            judgements.append(judgement)
            numbers[key] = number
        }
        recent.remember(number, of: key)
        return number
    }
}
