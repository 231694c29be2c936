import SystemFiles

/// Rows in columns of limited widths, whose cells go on below where they are longer.
enum WrappedTable {
    /// What a terminal of usual width shows in a line.
    static let width = 100

    /// A column.
    struct Column {
        let heading: String
        /// As wide as it may become; its longest word is never cut.
        let most: Int

        init(_ heading: String, _ most: Int) { (self.heading, self.most) = (heading, most) }
    }

    /// The lines, with two spaces in front of each column; columns in which nothing stands are left out.
    ///
    /// - Parameter rows: cells of paragraphs, each of which begins on a line of its own.
    static func lines(
        _ columns: [Column], _ rows: [[[String]]], withHeadings: Bool = true
    ) -> [String] {
        let used = columns.indices.filter { c in rows.contains { $0[c].contains { !$0.isEmpty } } }
        let cells = rows.map { row in
            used.map { c in row[c].flatMap { wrapped($0, columns[c].most) } }
        }
        let headings = used.map { [columns[$0].heading] }
        let all = ((withHeadings ? [headings] : []) + cells).flatMap { row in
            spilled(row, used.first.map { columns[$0].most } ?? 0)
        }
        let widths = used.indices.map { c in
            // What stands alone in its line may be longer.
            all.flatMap { $0.count > c && $0.count > 1 ? $0[c].map(\.count) : [] }.max() ?? 0
        }
        return all.flatMap { row in
            (0..<max(1, row.map(\.count).max() ?? 1)).map { line in
                var text = ""
                for (c, cell) in row.enumerated() {
                    let part = line < cell.count ? cell[line] : ""
                    text +=
                        "  " + part + String(repeating: " ", count: max(0, widths[c] - part.count))
                }
                return text.trimmingTrailingSpaces
            }
        }
    }

    /// A row, or two where its first word is longer than its column: that word then has a line of its own.
    private static func spilled(_ row: [[String]], _ most: Int) -> [[[String]]] {
        guard row.count > 1, let first = row[0].first, first.count > most else { return [row] }
        return [[[first]], [Array(row[0].dropFirst())] + row.dropFirst()]
    }

    /// A space at which no line ends.
    static let joint = "\u{A0}"

    /// A text in lines of so many characters, or of its longest word.
    static func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in String(visible: text).split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if line.count + 1 + word.count <= width {
                line += " " + word
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return (line.isEmpty ? lines : lines + [line]).map { $0.replacing(joint, with: " ") }
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
