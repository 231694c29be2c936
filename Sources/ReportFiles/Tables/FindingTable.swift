/// How many reports have which finding, by zone, rule, day and the like.
package struct FindingTable: Sendable {
    /// A row of counts.
    package struct Row: Hashable, Sendable {
        /// What the row counts: a text for each key; of the row of totals there are none.
        package let words: [String]
        /// How many reports have each finding, in the order of `findings`.
        package let counts: [Int]
        /// How many reports there are.
        package let total: Int
        /// How many records have an id that another one of the same day has as well, beyond the first.
        package let duplicates: Int
    }

    /// By what rows are told apart, in the order of the columns.
    package let keys: [TableKey]
    /// The findings that have a column, the gravest first; none where the finding is a key.
    package let findings: [String]
    /// The rows, sorted by what they count.
    package let rows: [Row]
    /// Each report once, by its own finding.
    package let total: Row
    /// Whether records have ids, so that those are told that repeat one.
    package let hasDuplicates: Bool
    /// What must be known to read the numbers.
    package let footnotes: [String]
    /// What could not be counted as it should, and why.
    package let warnings: [String]

    /// The names of the columns.
    package var headings: [String] {
        keys.map(\.rawValue) + findings + ["total"] + (hasDuplicates ? ["duplicates"] : [])
    }

    /// The numbers of a row, in the order of the columns.
    package func numbers(_ row: Row) -> [Int] {
        (keys.contains(.finding) ? [] : row.counts) + [row.total]
            + (hasDuplicates ? [row.duplicates] : [])
    }

    /// The words of a row, in the order of the columns.
    package func words(_ row: Row) -> [String] {
        row.words.isEmpty
            ? ["total"] + [String](repeating: "", count: keys.count - 1) : row.words
    }

    /// All rows, that of the totals last.
    package var allRows: [Row] { rows + [total] }
}
