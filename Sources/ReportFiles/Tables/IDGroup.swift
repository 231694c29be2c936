/// The records of one identifier and day, of which entries come one behind the other, sorted by their rows.
struct IDGroup {
    /// How many there are, and the number of the gravest finding.
    struct Tally {
        var count = 0
        var gravest = 0
    }

    /// Those of the row at hand, and all of them.
    private(set) var row = Tally()
    private(set) var all = Tally()
    private var last: RepeatedIDs.Entry?
    /// The gravity of findings by their numbers, the least number for the gravest.
    private let ranks: [Int]

    init(ranks: [Int]) { self.ranks = ranks }

    /// The row at hand; `nil` before the first entry.
    var currentRow: Int? { last.map { Int($0.row) } }

    /// The row at hand, where the next entry is of another one or of another group.
    func endOfRow(before next: RepeatedIDs.Entry) -> Int? {
        guard let last, last.hash != next.hash || last.row != next.row else { return nil }
        return Int(last.row)
    }

    /// Whether the next entry is of another group.
    func isEnd(before next: RepeatedIDs.Entry) -> Bool {
        last.map { $0.hash != next.hash } ?? false
    }

    /// Takes the next entry.
    mutating func take(_ entry: RepeatedIDs.Entry) {
        if last == nil || endOfRow(before: entry) != nil { row = Tally() }
        if last == nil || isEnd(before: entry) { all = Tally() }
        add(Int(entry.finding), to: &row)
        if entry.own != RepeatedIDs.Entry.notFirst { add(Int(entry.own), to: &all) }
        last = entry
    }

    private func add(_ finding: Int, to tally: inout Tally) {
        if tally.count == 0 || ranks[finding] < ranks[tally.gravest] { tally.gravest = finding }
        tally.count += 1
    }
}
