import SystemFiles

/// Text in sections whose columns line up.
struct AlignedRows {
    private var lines: [String] = []

    /// A section: its title beside the first row, and all rows with their columns aligned.
    ///
    /// What would steer a terminal or begin another line becomes escapes.
    mutating func section(_ title: String, _ rows: [[String]], indent: Int = 10) {
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

    /// An empty line.
    mutating func gap() { if lines.last != "" { lines.append("") } }

    var text: String { lines.joined(separator: "\n") + "\n" }
}

extension String {
    /// The text with spaces after it up to a width in characters.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    var trimmingTrailingSpaces: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension Double {
    /// The number with exactly so many decimals.
    func fixed(_ decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (magnitude * scale).rounded()
        guard scaled.isFinite, scaled < 9e18 else { return "\(self)" }
        let digits = String(Int64(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = self < 0 && scaled != 0 ? "-" : ""
        return sign + padded.dropLast(decimals) + (decimals > 0 ? "." : "")
            + padded.suffix(decimals)
    }
}
