/// Entries of sets in memory that does not grow with their number: what is beyond a limit, after entries of one
/// key have come to one, goes to a temporary file in sorted runs.
struct CountRuns {
    /// So many are held in memory unless said, 72 bytes each, and half of them again to sort.
    static let usualLimit = 1 << 18

    private let limit: Int
    private var held: [CountEntry] = []
    private var spilled: SpilledRuns<CountEntry>?

    init(limit: Int = usualLimit) { self.limit = max(limit, 2) }

    /// Whether something was put into a temporary file.
    var hasSpilled: Bool { spilled != nil }

    /// Takes an entry.
    ///
    /// - Throws: `ReportFileError` when the temporary file cannot be written.
    mutating func add(_ entry: CountEntry) throws(ReportFileError) {
        // Growing to twice the size would take more than the limit says.
        if held.count == 1 << 12 { held.reserveCapacity(limit) }
        held.append(entry)
        guard held.count >= limit else { return }
        Self.compact(&held)
        if held.count > limit / 2 { try spill() }
    }

    /// Sorts entries, and makes one of those of one key.
    static func compact(_ entries: inout [CountEntry]) {
        entries.sort()
        var last = -1
        for entry in entries {
            if last >= 0, entries[last].isSame(as: entry) {
                entries[last].merge(entry)
            } else {
                last += 1
                entries[last] = entry
            }
        }
        entries.removeLast(entries.count - 1 - last)
    }

    private mutating func spill() throws(ReportFileError) {
        if spilled == nil {
            spilled = try SpilledRuns("more objects are counted than are held in memory")
        }
        try spilled?.write(held)
        held.removeAll(keepingCapacity: true)
    }

    /// Calls with one entry of each key, sorted, and forgets them.
    ///
    /// - Throws: `ReportFileError` when the temporary file cannot be read or written.
    mutating func forEach(
        _ body: (CountEntry) throws(ReportFileError) -> Void
    ) throws(ReportFileError) {
        Self.compact(&held)
        defer { (held, spilled) = ([], nil) }
        guard spilled != nil else {
            for entry in held { try body(entry) }
            return
        }
        if !held.isEmpty { try spill() }
        held = []
        guard let spilled else { return }
        var merge = try RunMerge(spilled)
        var last: CountEntry?
        while let entry = try merge.next() {
            if var known = last, known.isSame(as: entry) {
                known.merge(entry)
                last = known
            } else {
                if let last { try body(last) }
                last = entry
            }
        }
        if let last { try body(last) }
    }
}
