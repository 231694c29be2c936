import Geodesy
import Zones

/// Judgements by number, and the numbers of what they depend on.
struct JudgementTable {
    /// The judgements found, without their distances.
    private(set) var judgements: [Judgement] = []
    /// For each of them whether it depends on margins which rule counts as the gravest.
    private(set) var asksDepth: [Bool] = []
    /// What is counted of reports with them; as many, or none where nothing is counted.
    private(set) var countings: [OutcomeCounting] = []
    /// What rules said of reports that are alike to them.
    let findings = RuleFindings()
    private let thresholds: CountThresholds
    /// The times at which rules begin or end, sorted.
    private let turns: [Instant]
    private var kinds: KindNumbers
    private var numbers: [OutcomeKey: Int32] = [:]
    private var recent = RecentOutcomes()
    /// The numbers of judgements that are others but for the rule that counts as the gravest.
    private var deepest: [Deepest: Int32] = [:]

    private struct Deepest: Hashable {
        let number: Int32
        let rule: Rule.ID
    }

    /// The hours and months that rules ask for, each once.
    private var recurring: [RememberedHours]
    /// Numbers for what is neither a moment between two turns nor no time, each beyond those: -2, -3 and so on.
    private var periodNumbers: [Periods: Int32] = [:]
    /// The same of moments, by a period and a bit for each hours that hold.
    private var hourNumbers: [UInt64: Int32] = [:]

    /// The periods over which a span reaches, in each of which no rule begins or ends, and whether hours and
    /// months hold then.
    private struct Periods: Hashable {
        let first: Int32
        let last: Int32
        var meaning: TimeSpan.Meaning?
        var recurring: [Answer] = []
    }

    private let countsSets: Bool
    private static let mostShort = 32

    init(_ agreement: CompiledAgreement) {
        let (rules, sets) = (agreement.rules, agreement.sets)
        kinds = KindNumbers(KindAnswers(agreement))
        thresholds = CountThresholds(sets.thresholds)
        countsSets = !sets.sets.isEmpty
        turns = Set(rules.flatMap(\.turns) + sets.turns + agreement.numbers.epochs.turns).sorted()
        recurring = Set(rules.compactMap(\.recurring)).map { RememberedHours($0) }
    }

    /// Begins the numbers anew.
    mutating func forget() {
        (judgements, asksDepth, countings, deepest) = ([], [], [], [:])
        forgetKeys()
    }

    /// Forgets what numbers depend on; those given stay.
    mutating func forgetKeys() {
        numbers = [:]
        recent = RecentOutcomes()
        findings.forget()
    }

    /// The numbers of reports' judgements, in their order; `judge` makes those that are not known.
    mutating func numbers(
        of columns: ReportColumns, at places: ReportLocator.Places, tellingPlace: Bool,
        _ judge: (Report, RuleFindings.Likeness, NearestLine?) -> (Judgement, OutcomeCounting)
    ) -> [Int32] {
        if kinds.take(columns.kindReports) { forgetKeys() }
        // An empty array is shared by all threads, and is not to be written to.
        if columns.count == 0 { return [] }
        let hasSpans = !columns.spans.isEmpty
        let hasCaps = !thresholds.isEmpty && !columns.counts.isEmpty
        let ofOne = thresholds.countBelow(1)
        return [Int32](unsafeUninitializedCapacity: columns.count) { out, count in
            for k in columns.positions.indices {
                let time = columns.times[k]
                var period = period(of: time)
                if hasSpans, let span = columns.spans[k] {
                    period = self.period(of: span)
                } else if !recurring.isEmpty, let time {
                    period = self.period(period, withHoursAt: time)
                }
                let key = OutcomeKey(
                    label: places.labels[k], kind: kinds.number(columns.kinds[k]),
                    above: hasCaps ? thresholds.countBelow(columns.counts[k]) : ofOne,
                    period: period, place: tellingPlace ? places.place(k) : -1)
                if let known = recent.number(of: key) {
                    out[k] = known
                } else {
                    let likeness = RuleFindings.Likeness(
                        key: key, kinds: kinds.numbersToRules(key.kind))
                    out[k] = number(of: key) {
                        judge(columns.report(k), likeness, tellingPlace ? places.found[k] : nil)
                    }
                }
            }
            count = columns.count
        }
    }

    /// The number of the same judgement as a number's, with another rule as the gravest.
    mutating func number(_ number: Int32, withDeepest rule: Rule.ID) -> Int32 {
        let key = Deepest(number: number, rule: rule)
        if let known = deepest[key] { return known }
        var judgement = judgements[Int(number)]
        judgement.deepestRule = rule
        let own = Int32(judgements.count)
        judgements.append(judgement)
        asksDepth.append(false)
        if countsSets { countings.append(countings[Int(number)]) }
        deepest[key] = own
        return own
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

    /// The number of a period with the hours and months that hold at a moment of it.
    private mutating func period(_ period: Int32, withHoursAt time: Instant) -> Int32 {
        var short: UInt64? = nil
        if recurring.count <= Self.mostShort {
            var bits = UInt64(UInt32(bitPattern: period))
            for k in recurring.indices { bits = bits << 1 | (recurring[k].hold(at: time) ? 1 : 0) }
            if let known = hourNumbers[bits] { return known }
            short = bits
        }
        let answers = recurring.indices.map { recurring[$0].hold(at: time) ? Answer.yes : .no }
        let number = number(of: Periods(first: period, last: period, recurring: answers))
        if let short { hourNumbers[short] = number }
        return number
    }

    /// The number of the periods over which a span reaches; that of a moment where it is one period and rules
    /// ask for no hours and months.
    @inline(never)
    private mutating func period(of span: TimeSpan) -> Int32 {
        var periods = Periods(first: period(of: span.first), last: period(of: span.last))
        if periods.first == periods.last, recurring.isEmpty { return periods.first }
        if span.first != span.last { periods.meaning = span.meaning }
        periods.recurring = recurring.flatMap { recurring in
            stretches(of: span).map { recurring.time.hold(from: $0.first, through: $0.last) }
        }
        return number(of: periods)
    }

    private mutating func number(of periods: Periods) -> Int32 {
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
            asksDepth.append(judgement.rulesToCompare.count > 1)
            if countsSets { countings.append(counting) }
            numbers[key] = number
        }
        recent.remember(number, of: key)
        return number
    }
}
