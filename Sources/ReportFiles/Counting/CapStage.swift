import Agreements

/// Makes what was counted of objects and visits into what was counted in windows.
///
/// Entries come sorted: of each cap the windows of one object behind one another, then the objects of one visit.
struct CapStage {
    /// What may be of the object at hand in a window that is not known.
    private var object: (set: UInt32, object: StableHash, any: Int64)?
    /// The sum of the objects of the visit at hand.
    private var visit: CountEntry?

    /// Takes the next entry, and puts what follows.
    mutating func take(
        _ entry: CountEntry, sumsLow: Bool,
        _ put: (CountEntry) throws(ReportFileError) -> Void
    ) throws(ReportFileError) {
        switch entry.kind {
        case .object:
            if object?.set != entry.set || object?.object != entry.first {
                object = (entry.set, entry.first, 0)
            }
            let isAny = entry.window == CountEntry.anyWindow
            // Reports of no known window may be of this one: only what is more comes on top.
            let more = isAny ? entry.high : max(0, entry.high - (object?.any ?? 0))
            if isAny { object?.any = entry.high }
            var sum = Self.window(entry, .windowSum, entry.window, low: 0, high: more)
            if sumsLow, !isAny { sum.low = entry.low }
            try put(sum)
        case .visitObject:
            if var known = visit, known.set == entry.set, known.number == entry.number,
                known.first == entry.first
            {
                known.low = known.low.saturatingSum(entry.low)
                visit = known
            } else {
                try finish(put)
                visit = Self.window(entry, .windowMost, entry.number, low: entry.low, high: 0)
                visit?.first = entry.first
            }
        case .single:
            try put(Self.window(entry, .windowSum, entry.number, low: 0, high: entry.high))
            try put(Self.window(entry, .windowMost, entry.number, low: entry.low, high: 0))
        default: break
        }
    }

    /// Puts what is left.
    mutating func finish(
        _ put: (CountEntry) throws(ReportFileError) -> Void
    ) throws(ReportFileError) {
        guard var known = visit else { return }
        visit = nil
        known.first = CountingColumns.absent
        try put(known)
    }

    private static func window(
        _ entry: CountEntry, _ kind: CountEntry.Kind, _ window: Int64, low: Int64, high: Int64
    ) -> CountEntry {
        CountEntry(
            set: entry.set, kind: kind, isOpen: entry.isOpen, number: window, low: low, high: high)
    }
}
