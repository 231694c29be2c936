import Geodesy

/// Judgements by number, and the numbers of what they depend on.
struct JudgementTable {
    /// The judgements found, without their distances.
    private(set) var judgements: [Judgement] = []
    /// What is counted of reports with them; as many, or none where nothing is counted.
    private(set) var countings: [OutcomeCounting] = []
    /// What rules said of reports that are alike to them.
    let findings = RuleFindings()
    private var countedKinds: CountedKinds
    /// The times at which rules begin or end, sorted.
    private let turns: [Instant]
    private var kinds = KindNumbers()
    private var numbers: [OutcomeKey: Int32] = [:]
    private var recent = RecentOutcomes()
    /// The hours and months that rules ask for, each once.
    private let recurring: [RecurringTime]
    /// Numbers for what is neither a moment between two turns nor no time, each beyond those: -2, -3 and so on.
    private var periodNumbers: [Periods: Int32] = [:]

    /// The periods over which a span reaches, in each of which no rule begins or ends, and whether hours and
    /// months hold then.
    private struct Periods: Hashable {
        let first: Int32
        let last: Int32
        var meaning: TimeSpan.Meaning?
        var recurring: [Answer] = []
    }

    private let countsSets: Bool

    init(_ rules: [CompiledRule], _ sets: CompiledSets, _ epochs: VersionEpochs) {
        countedKinds = CountedKinds(sets.thresholds)
        countsSets = !sets.sets.isEmpty
        turns = Set(rules.flatMap(\.turns) + sets.turns + epochs.turns).sorted()
        recurring = Array(Set(rules.compactMap(\.recurring)))
    }

    /// Begins the numbers anew.
    mutating func forget() {
        (judgements, countings) = ([], [])
        forgetKeys()
    }

    /// Forgets what numbers depend on; those given stay.
    mutating func forgetKeys() {
        numbers = [:]
        recent = RecentOutcomes()
        countedKinds.forget()
        findings.forget()
    }

    /// The numbers of reports' judgements, in their order; `judge` makes those that are not known.
    mutating func numbers(
        of columns: ReportColumns, at places: ReportLocator.Places, tellingPlace: Bool,
        _ judge: (Report, OutcomeKey, NearestLine?) -> (Judgement, OutcomeCounting)
    ) -> [Int32] {
        if kinds.take(columns.kindReports) { forgetKeys() }
        // An empty array is shared by all threads, and is not to be written to.
        if columns.count == 0 { return [] }
        let hasSpans = !columns.spans.isEmpty
        let hasCaps = !countedKinds.isEmpty
        return [Int32](unsafeUninitializedCapacity: columns.count) { out, count in
            for k in columns.positions.indices {
                var period = period(of: columns.times[k])
                if hasSpans, let span = columns.spans[k] {
                    period = self.period(of: span)
                } else if !recurring.isEmpty, let time = columns.times[k] {
                    period = self.period(of: TimeSpan(first: time, last: time))
                }
                var kind = kinds.number(columns.kinds[k])
                if hasCaps {
                    kind = countedKinds.number(
                        kind, columns.counts.isEmpty ? 1 : columns.counts[k])
                }
                let key = OutcomeKey(
                    label: places.labels[k], kind: kind,
                    period: period,
                    place: tellingPlace ? places.place(k) : -1)
                if let known = recent.number(of: key) {
                    out[k] = known
                } else {
                    out[k] = number(of: key) {
                        judge(columns.report(k), key, tellingPlace ? places.found[k] : nil)
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

    /// The number of the periods over which a span reaches; that of a moment where it is one period and rules
    /// ask for no hours and months.
    @inline(never)
    private mutating func period(of span: TimeSpan) -> Int32 {
        var periods = Periods(first: period(of: span.first), last: period(of: span.last))
        if periods.first == periods.last, recurring.isEmpty { return periods.first }
        if span.first != span.last { periods.meaning = span.meaning }
        periods.recurring = recurring.flatMap { recurring in
            stretches(of: span).map { recurring.hold(from: $0.first, through: $0.last) }
        }
        let number = periodNumbers[periods] ?? -2 - Int32(periodNumbers.count)
        periodNumbers[periods] = number
        return number
    }

    /// A span in parts within which no rule begins or ends.
    private func stretches(of span: TimeSpan) -> [(first: Instant, last: Instant)] {
        let starts = [span.first] + turns.filter { $0 > span.first && $0 <= span.last }
        return starts.enumerated().map { k, start in
            (start, k + 1 < starts.count ? starts[k + 1].before : span.last)
        }
    }

    @inline(never)
    private mutating func number(
        of key: OutcomeKey, _ judge: () -> (Judgement, OutcomeCounting)
    ) -> Int32 {
        let number = numbers[key] ?? Int32(judgements.count)
        if number == judgements.count {
            var (judgement, counting) = judge()
            judgement.distance = nil
            judgements.append(judgement)
            if countsSets { countings.append(counting) }
            numbers[key] = number
        }
        recent.remember(number, of: key)
        return number
    }
}
