/// Text in sections whose columns line up.
package struct AlignedRows {
    private var lines: [String] = []

    /// No text yet.
    package init() {}

    /// A section: its title beside the first row, and all rows with their columns aligned.
    ///
    /// What would steer a terminal or begin another line becomes escapes.
    package mutating func section(_ title: String, _ rows: [[String]], indent: Int = 10) {
        guard !rows.isEmpty else { return }
        let rows = rows.map { $0.map { String(visible: $0) } }
        let columns = rows.map(\.count).max() ?? 0
        // The last column of a row is not padded, nor does it widen its column for others.
        let widths = (0..<columns).map { column in
            rows.compactMap { $0.count > column + 1 ? $0[column].count : nil }.max() ?? 0
        }
        for (number, row) in rows.enumerated() {
            var line = (number == 0 ? title : "").padded(to: indent)
            for (column, text) in row.enumerated() {
                line += column == row.count - 1 ? text : text.padded(to: widths[column] + 2)
            }
            lines.append(line.trimmingTrailingSpaces)
        }
    }

    /// A line of its own.
    package mutating func line(_ text: String) { lines.append(String(visible: text)) }

    /// An empty line.
    package mutating func gap() { if lines.last != "" { lines.append("") } }

    /// All that was added.
    package var text: String { lines.joined(separator: "\n") + "\n" }
}

extension String {
    /// The text with spaces after it up to a width in characters.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    fileprivate var trimmingTrailingSpaces: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
