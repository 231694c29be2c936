import Agreements

/// Counts one worker's reports in the sets that they are in; one to a worker.
final class SetCounter {
    private let plan: CountingPlan
    private let store: CountStore
    /// What outcomes are counted in, by their numbers.
    private var known: [OutcomeCounting?] = []
    private var entries: [CountEntry] = []
    private var totals = CountTotals()
    /// The window of each set that was met last, with the moments from which and until which it goes.
    private var recent: [(from: Instant, until: Instant, number: Int64)?]

    /// So many entries are held by a worker.
    private static let most = 1 << 14
    /// A span that may be in more windows than this counts as one of which no window is known.
    private static let mostWindows: Int64 = 1000

    init(_ plan: CountingPlan, into store: CountStore) {
        (self.plan, self.store) = (plan, store)
        recent = Array(repeating: nil, count: plan.sets.count)
    }

    /// Forgets what numbers of outcomes stand for.
    func forgetOutcomes() { known = [] }

    /// Counts a block's reports.
    func count(
        _ read: borrowing ReadRecords, _ outcomes: ReportOutcomes, by judge: any ColumnJudge
    ) throws(ReportFileError) {
        let columns = read.columns
        for (report, number) in outcomes.numbers.enumerated() {
            let span =
                columns.spans[report]
                ?? columns.times[report].map { TimeSpan(first: $0, last: $0) }
            if let span { totals.take(span.first, span.last) }
            let counting = counting(of: Int(number), judge)
            if counting.sets.isEmpty, counting.storage == nil { continue }
            var isInTime = true
            if let asOf = plan.asOf, let span {
                if span.first > asOf { continue }
                isInTime = span.last <= asOf || span.meaning == .throughout
            }
            if let storage = counting.storage { totals.take(storage) }
            for member in counting.sets {
                let own = Own(
                    set: member.set, isCertain: member.isCertain && isInTime,
                    isOfSome: member.isOfSome, span: span,
                    count: columns.counts.isEmpty ? 1 : columns.counts[report], report: report)
                switch plan.sets[member.set] {
                case .cap(let way): take(own, way, read.counting)
                case .visit: takeVisit(own, read.counting)
                case .item(_, _, let same): takeItem(own, same, read.counting)
                case .act(let way): takeAct(own, way.term)
                case .event: takeEvent(own)
                }
            }
            if entries.count >= Self.most {
                CountRuns.compact(&entries)
                if entries.count > Self.most / 2 { try settle() }
            }
        }
    }

    /// Hands over all that was counted.
    func settle() throws(ReportFileError) {
        try store.add(entries, totals)
        entries.removeAll(keepingCapacity: true)
        totals = CountTotals()
    }

    /// What is counted of a report in a set.
    private struct Own {
        let set: Int
        var isCertain: Bool
        /// Whether of several objects one is certain only.
        let isOfSome: Bool
        let span: TimeSpan?
        /// How many objects it tells of; negative where that could not be read.
        let count: Int
        let report: Int

        var high: Int64 { Int64(max(count, 0)) }
        var low: Int64 { isCertain ? (isOfSome ? min(high, 1) : high) : 0 }

        func entry(_ kind: CountEntry.Kind, low: Int64, high: Int64) -> CountEntry {
            CountEntry(
                set: UInt32(set), kind: kind, isOpen: count < 0, low: low, high: high)
        }
    }

    private func counting(of number: Int, _ judge: any ColumnJudge) -> OutcomeCounting {
        while known.count <= number { known.append(nil) }
        if let known = known[number] { return known }
        let counting = judge.counting(ofOutcome: Int32(number))
        known[number] = counting
        return counting
    }

    /// The windows in which something was, and whether it certainly was in each; one that is not known where no
    /// time tells it.
    private func windows(
        _ own: Own, _ windows: CountingWindows?
    ) -> (first: Int64, last: Int64, isCertain: Bool) {
        guard let windows, let span = own.span else {
            return (CountEntry.anyWindow, CountEntry.anyWindow, false)
        }
        let first = number(span.first, windows, own.set)
        if first.until > span.last { return (first.number, first.number, own.isCertain) }
        let last = windows.number(of: span.last)
        guard last - first.number < Self.mostWindows else {
            return (CountEntry.anyWindow, CountEntry.anyWindow, false)
        }
        return (first.number, last, own.isCertain && span.meaning == .throughout)
    }

    private func number(
        _ moment: Instant, _ windows: CountingWindows, _ set: Int
    ) -> (until: Instant, number: Int64) {
        if let recent = recent[set], recent.from <= moment, moment < recent.until {
            return (recent.until, recent.number)
        }
        let number = windows.number(of: moment)
        let until = windows.start(of: number + 1)
        recent[set] = (windows.start(of: number), until, number)
        return (until, number)
    }

    private func take(
        _ report: Own, _ way: CountingPlan.CapWay, _ columns: CountingColumns
    ) {
        var own = report
        var (first, last): (Int64, Int64) = (0, 0)
        if !way.isWhole {
            let found = windows(own, way.windows)
            (first, last, own.isCertain) = (found.first, found.last, found.isCertain)
        }
        let object = way.same.map { columns.word(own.report, $0) } ?? CountingColumns.absent
        let visit = plan.visit.map { columns.word(own.report, $0) } ?? CountingColumns.absent
        for window in first...last {
            guard object != CountingColumns.absent else {
                var entry = own.entry(.single, low: own.low, high: own.high)
                entry.number = window
                entries.append(entry)
                continue
            }
            var entry = own.entry(.object, low: own.low, high: own.high)
            (entry.first, entry.window) = (object, window)
            entries.append(entry)
            guard !way.isInWindow, own.isCertain else { continue }
            if visit == CountingColumns.absent {
                var entry = own.entry(.single, low: own.low, high: 0)
                entry.number = window
                entries.append(entry)
            } else {
                var entry = own.entry(.visitObject, low: own.low, high: own.high)
                (entry.number, entry.first, entry.second) = (window, visit, object)
                entries.append(entry)
            }
        }
    }
}

// MARK: - Sites

extension SetCounter {
    /// What was seen together in a site: what is of one visit, or else of one day.
    private func group(_ own: Own, _ columns: CountingColumns) -> StableHash {
        let visit = plan.visit.map { columns.word(own.report, $0) } ?? CountingColumns.absent
        guard visit == CountingColumns.absent, let span = own.span else { return visit }
        func day(_ moment: Instant) -> Int64 {
            if let clock = plan.agreement.clock { return clock.shown(at: moment).dayNumber }
            return moment.seconds.flooredDay
        }
        let last = day(span.last)
        guard day(span.first) == last else { return CountingColumns.absent }
        // Not the hash of any word, which a hash of 128 bits is with no probability to speak of.
        return StableHash(high: 1, low: UInt64(bitPattern: last))
    }

    private func takeVisit(_ own: Own, _ columns: CountingColumns) {
        // Of a visit at an unknown time it is known only that it took place.
        let last = own.span?.last.seconds ?? CountEntry.anyWindow + 1
        var entry = own.entry(
            .siteVisit, low: own.isCertain ? last : CountEntry.anyWindow, high: last)
        entry.first = group(own, columns)
        entries.append(entry)
    }

    private func takeItem(_ own: Own, _ same: Int?, _ columns: CountingColumns) {
        let object = same.map { columns.word(own.report, $0) } ?? CountingColumns.absent
        let isNamed = object != CountingColumns.absent
        var entry = own.entry(
            isNamed ? .siteObject : .siteSingle, low: own.low, high: own.high)
        (entry.first, entry.second) = (group(own, columns), object)
        entries.append(entry)
    }
}

// MARK: - Obligations

extension SetCounter {
    private func takeAct(_ report: Own, _ term: CountingPlan.Term) {
        var own = report
        switch term {
        case .every(let periods):
            let found = windows(own, periods)
            own.isCertain = found.isCertain
            for period in found.first...found.last { add(.period, own, at: period) }
        case .due(let due):
            guard let due, let span = own.span else {
                own.isCertain = false
                return add(.period, own, at: 0)
            }
            if span.first > due { return }
            own.isCertain =
                own.isCertain && (span.last <= due || span.meaning == .throughout)
            add(.period, own, at: 0)
        case .within(let period):
            guard let span = own.span,
                span.last.seconds - span.first.seconds <= period.leastSeconds
            else {
                own.isCertain = false
                return add(.period, own, at: CountEntry.anyWindow)
            }
            for moment in Set([span.first.seconds, span.last.seconds]).sorted() {
                var entry = own.entry(.moment, low: own.isCertain ? 1 : 0, high: 1)
                entry.number = -moment
                entry.second = StableHash(high: 0, low: UInt64(bitPattern: span.last.seconds))
                // Acts come before the events of the same moment.
                entry.first = StableHash(high: 1, low: 0)
                if moment != span.first.seconds { entry.low = 0 }
                entries.append(entry)
            }
        }
    }

    private func add(_ kind: CountEntry.Kind, _ own: Own, at number: Int64) {
        var entry = own.entry(kind, low: own.isCertain ? 1 : 0, high: 1)
        entry.number = number
        entries.append(entry)
    }

    private func takeEvent(_ own: Own) {
        // Events stand beside the acts of their zone, whose set comes just before.
        guard let span = own.span else {
            var entry = own.entry(.moment, low: 0, high: 1)
            (entry.number, entry.first) = (.max, StableHash(high: 2, low: 0))
            return append(entry)
        }
        var entry = own.entry(.moment, low: own.isCertain ? 1 : 0, high: 1)
        entry.number = -span.last.seconds
        entry.first = StableHash(high: 2, low: 0)
        entry.second = StableHash(high: 0, low: UInt64(bitPattern: span.first.seconds))
        append(entry)
    }

    private func append(_ event: CountEntry) {
        var entry = event
        entry = CountEntry(
            set: event.set - 1, kind: event.kind, isOpen: false, number: event.number,
            first: event.first, second: event.second, low: event.low, high: event.high)
        entries.append(entry)
    }
}
