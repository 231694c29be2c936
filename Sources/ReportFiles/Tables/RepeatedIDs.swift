/// Which records have an identifier and a day that others have as well, in memory that does not grow with their
/// number: what is beyond a limit goes to a temporary file in sorted runs.
///
/// The order in which records come does not matter.
struct RepeatedIDs {
    /// A record in a row of the table.
    struct Entry: Comparable {
        /// Of its identifier and day.
        let hash: StableHash
        let row: UInt32
        /// The number of the finding by which the row counts it.
        let finding: UInt8
        /// The number of its own finding in the first of its rows, `notFirst` in the others.
        let own: UInt8

        static let notFirst = UInt8.max

        static func < (a: Self, b: Self) -> Bool {
            a.hash != b.hash
                ? a.hash < b.hash : (a.row, a.finding, a.own) < (b.row, b.finding, b.own)
        }
    }

    /// So many are held in memory unless said, 24 bytes each.
    static let usualLimit = 1 << 20

    private let limit: Int
    private var held: [Entry] = []
    private var spilled: SpilledRuns<Entry>?

    init(limit: Int = usualLimit) { self.limit = limit }

    /// Whether nothing was added.
    var isEmpty: Bool { held.isEmpty && spilled == nil }

    /// Takes a record of a row.
    ///
    /// - Throws: `ReportFileError` when the temporary file cannot be written.
    mutating func add(_ entry: Entry) throws(ReportFileError) {
        if held.count >= limit { try spill() }
        held.append(entry)
    }

    private mutating func spill() throws(ReportFileError) {
        held.sort()
        if spilled == nil {
            spilled = try SpilledRuns("more records have ids than are held in memory")
        }
        try spilled?.write(held)
        held.removeAll(keepingCapacity: true)
    }

    /// Calls with all entries, sorted.
    ///
    /// - Throws: `ReportFileError` when the temporary file cannot be read or written.
    mutating func forEach(_ body: (Entry) -> Void) throws(ReportFileError) {
        guard spilled != nil else {
            held.sort()
            for entry in held { body(entry) }
            return
        }
        if !held.isEmpty { try spill() }
        held = []
        guard let spilled else { return }
        var merge = try RunMerge(spilled)
        while let entry = try merge.next() { body(entry) }
    }
}
