import Agreements

/// Counts findings in the rows of a table, in memory that grows with the rows and not with the records.
struct FindingCounter {
    /// What a row holds.
    private struct Cell {
        var counts: [Int] = []
        var total = 0
        var duplicates = 0

        mutating func add(_ finding: Int) {
            while counts.count <= finding { counts.append(0) }
            counts[finding] += 1
            total += 1
        }
    }

    /// A row that a record counts in, and by which finding.
    struct Place {
        var words: [Int]
        var finding: Int
    }

    /// So many bytes the words of rows may have, and so many rows one record.
    static let mostBytes = 64 << 20
    static let mostRowsOfRecord = 10_000
    /// So many findings there may be.
    static let mostFindings = 64

    private let keys: [TableKey]
    private let isDistinct: Bool
    private let mostRows: Int
    /// The words of all keys.
    private(set) var words = WordNumbers()
    /// The words of findings.
    private(set) var findings = WordNumbers()
    private var numbers = RowNumbers()
    private var cells: [Cell] = []
    private var total = Cell()
    private var ids: RepeatedIDs
    /// The rows of one record.
    private var found: [(row: Int, finding: Int)] = []

    init(_ request: TableRequest) {
        (keys, isDistinct, mostRows) = (request.keys, request.isDistinct, request.mostRows)
        ids = RepeatedIDs(limit: request.mostHeldIDs)
    }

    /// The number of a word of a key.
    mutating func word(_ text: String) -> Int { words.number(text) }

    /// The number of a finding.
    mutating func finding(_ text: String) -> Int { findings.number(text) }

    /// Whether a file has more of something than is counted; says what.
    var excess: String? {
        if numbers.rows.count > mostRows {
            return
                "the table would have more than \(mostRows.grouped) rows; name fewer keys by --by"
        }
        if words.bytes > Self.mostBytes {
            return "the words of the table's rows take more than 64 MB; name fewer keys by --by"
        }
        if findings.texts.count > Self.mostFindings {
            return
                "there are more than \(Self.mostFindings) words for findings; is this a file of findings?"
        }
        return nil
    }

    /// Counts a record, once in each of its rows.
    ///
    /// - Parameters:
    ///   - own: its own finding, by which the row of totals counts it.
    ///   - identity: the hash of its id and day; `nil` where it has no id.
    /// - Throws: `ReportFileError` when ids cannot be put on disk.
    mutating func add(
        _ places: [Place], own: Int, identity: StableHash?
    ) throws(ReportFileError) {
        found.removeAll(keepingCapacity: true)
        // Few are looked at one by one; nobody should wait for many.
        var known: [Int: Int]? = places.count > 16 ? [:] : nil
        for place in places {
            let row = numbers.number(place.words)
            // A list may name a zone twice.
            let earlier =
                places.count == 1
                ? nil : known.map { $0[row] } ?? found.firstIndex(where: { $0.row == row })
            if let earlier {
                if isGraver(place.finding, than: found[earlier].finding) {
                    found[earlier].finding = place.finding
                }
            } else {
                known?[row] = found.count
                found.append((row, place.finding))
            }
        }
        while cells.count < numbers.rows.count { cells.append(Cell()) }
        if identity == nil || !isDistinct {
            for (row, finding) in found { cells[row].add(finding) }
            total.add(own)
        }
        guard let identity else { return }
        for (k, (row, finding)) in found.enumerated() {
            try ids.add(
                RepeatedIDs.Entry(
                    hash: identity, row: UInt32(row), finding: UInt8(finding),
                    own: k == 0 ? UInt8(own) : RepeatedIDs.Entry.notFirst))
        }
    }

    private func isGraver(_ a: Int, than b: Int) -> Bool {
        FindingWords.precedes(findings.texts[a], findings.texts[b])
    }

    /// The table of all that was counted.
    ///
    /// - Throws: `ReportFileError` when ids cannot be had back from disk.
    mutating func finish(
        footnotes: [String], warnings: [String]
    ) throws(ReportFileError) -> FindingTable {
        let hasDuplicates = !ids.isEmpty
        try countIDs()
        let order = findings.texts.indices.sorted {
            FindingWords.precedes(findings.texts[$0], findings.texts[$1])
        }
        func row(_ words: [String], _ cell: Cell) -> FindingTable.Row {
            FindingTable.Row(
                words: words, counts: order.map { $0 < cell.counts.count ? cell.counts[$0] : 0 },
                total: cell.total, duplicates: cell.duplicates)
        }
        // A row that every record has left is none: its records are counted by graver ones.
        let rows = numbers.rows.indices.map { k in
            row(numbers.rows[k].map { words.texts[$0] }, cells[k])
        }
        return FindingTable(
            keys: keys,
            findings: keys.contains(.finding) ? [] : order.map { findings.texts[$0] },
            rows: rows.sorted { precedes($0.words, $1.words) }, total: row([], total),
            hasDuplicates: hasDuplicates, footnotes: footnotes, warnings: warnings)
    }

    /// Counts those that repeat an id, and with `isDistinct` each id by the gravest of its findings.
    private mutating func countIDs() throws(ReportFileError) {
        let ranks = findings.texts.map { text in
            findings.texts.count { FindingWords.precedes($0, text) }
        }
        var group = IDGroup(ranks: ranks)
        var (cells, total) = (cells, total)
        let isDistinct = isDistinct
        func put(_ tally: IDGroup.Tally, _ cell: inout Cell) {
            guard tally.count > 0 else { return }
            cell.duplicates += tally.count - 1
            if isDistinct { cell.add(tally.gravest) }
        }
        try ids.forEach { entry in
            if let row = group.endOfRow(before: entry) { put(group.row, &cells[row]) }
            if group.isEnd(before: entry) { put(group.all, &total) }
            group.take(entry)
        }
        if let row = group.currentRow {
            put(group.row, &cells[row])
            put(group.all, &total)
        }
        (self.cells, self.total) = (cells, total)
    }

    /// The order of rows: by their words, what is not known last, findings by gravity.
    private func precedes(_ a: [String], _ b: [String]) -> Bool {
        for (key, (a, b)) in zip(keys, zip(a, b)) {
            if a.utf8.elementsEqual(b.utf8) { continue }
            if key == .finding { return FindingWords.precedes(a, b) }
            let (first, second) = (a == FindingWords.none, b == FindingWords.none)
            if first != second { return second }
            return a.utf8.lexicographicallyPrecedes(b.utf8)
        }
        return false
    }
}
