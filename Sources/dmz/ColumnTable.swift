import SystemFiles

/// Rows of names and numbers in columns, for a person to read.
enum ColumnTable {
    /// A line for each row, below one of headings where there are any: names to the left, from the first
    /// column on as many as are said, everything else to the right.
    ///
    /// What would steer a terminal becomes escapes, before it is measured.
    static func lines(headings: [String], rows: [[String]], names: Int = 1) -> [String] {
        let all = ((headings.isEmpty ? [] : [headings]) + rows).map {
            $0.map { String(visible: $0) }
        }
        let columns = all.map(\.count).max() ?? 0
        let widths = (0..<columns).map { c in all.map { $0[c].count }.max() ?? 0 }
        return all.map { row in
            row.indices.map { c in
                let space = String(repeating: " ", count: widths[c] - row[c].count)
                return c < names ? "  " + row[c] + space : "  " + space + row[c]
            }.joined()
        }
    }
}
