/// Finds where a key is repeated; the parser says only where it stands first.
enum RepeatedKey {
    /// The place of the second `key` in the mapping whose first one is at `first`, or `nil` when
    /// it cannot be found.
    static func find(_ key: String, after first: TextMark, in text: String) -> TextMark? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard first.line <= lines.count else { return nil }
        let spellings = [key, "\"\(key)\"", "'\(key)'"]
        for number in first.line...lines.count {
            let scalars = Array(lines[number - 1].unicodeScalars)
            let isFirst = number == first.line
            // In the same line, as within braces; else at the same column, as in a block.
            for column in isFirst
                ? Array(first.column..<max(first.column, scalars.count))
                : [first.column - 1]
            {
                for spelling in spellings where isKey(spelling, at: column, in: scalars) {
                    return TextMark(line: number, column: column + 1)
                }
            }
            // Something further out ends the mapping.
            let indent = scalars.firstIndex { $0 != " " && $0 != "\r" } ?? .max
            if !isFirst, indent < first.column - 1, scalars[indent] != "#" { return nil }
        }
        return nil
    }

    private static func isKey(_ key: String, at column: Int, in line: [Unicode.Scalar]) -> Bool {
        let wanted = Array(key.unicodeScalars)
        guard column + wanted.count < line.count,
            Array(line[column..<(column + wanted.count)]) == wanted,
            column == 0 || " {,\t".unicodeScalars.contains(line[column - 1])
        else { return false }
        return line[(column + wanted.count)...].first { $0 != " " } == ":"
    }
}
