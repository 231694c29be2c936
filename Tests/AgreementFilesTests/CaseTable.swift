import TestSupport

/// A table of cases in a fixture: columns between bars, lines that begin with # are comments.
enum CaseTable {
    struct Row: Sendable, CustomStringConvertible {
        let line: Int
        let columns: [String]
        var description: String { "line \(line): " + columns.joined(separator: " | ") }
    }

    static func rows(_ fixture: String, columns: Int) -> [Row] {
        guard let text = try? Fixtures.text(fixture) else { return [] }
        let lines = text.split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { number, line in
            guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
            precondition(cells.count == columns, "\(fixture):\(number + 1): \(cells.count) columns")
            return Row(line: number + 1, columns: cells)
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var words = Substring(text)
        while words.first == " " { words.removeFirst() }
        while words.last == " " { words.removeLast() }
        return String(words)
    }
}
