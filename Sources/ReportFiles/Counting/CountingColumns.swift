import Agreements

/// What reports are counted by, in columns.
struct CountingColumns {
    /// How many objects each tells of.
    private(set) var counts: [Int] = []
    /// The other members of each report, one behind the other: the visit, and what objects are told apart by;
    /// `absent` where a report does not say it.
    private(set) var words: [StableHash] = []
    /// The words that each report has.
    private(set) var width = 0

    /// In place of the hash of a word that is not there.
    static let absent = StableHash(high: 0, low: 0)

    /// The word of a report; `absent` where it has none.
    func word(_ report: Int, _ member: Int) -> StableHash { words[report * width + member] }

    mutating func removeAll() {
        counts.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
    }

    /// Begins a report with its own number.
    mutating func append(count: Int, width: Int) {
        counts.append(count)
        self.width = width
    }

    /// Appends a word of the report that was begun last.
    mutating func append(word: StableHash) { words.append(word) }
}
