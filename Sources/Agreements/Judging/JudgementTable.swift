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
        return [Int32](unsafeUninitializedCapacity: columns.count) { out, count in
            for k in columns.positions.indices {
                let key = OutcomeKey(
                    label: places.labels[k], kind: kinds.number(columns.kinds[k]),
                    period: period(of: columns.times[k]),
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
