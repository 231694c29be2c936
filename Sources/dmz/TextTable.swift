import ReportFiles
import SystemFiles

/// A table of findings as lines of text.
enum TextTable {
    /// The table with its columns aligned, numbers to the right, and the footnotes below it.
    static func text(of table: FindingTable) -> String {
        let rows = table.allRows.map { row in
            table.words(row) + table.numbers(row).map(\.grouped)
        }
        let lines = ColumnTable.lines(
            headings: table.shownHeadings, rows: rows, names: table.keys.count)
        let notes = table.footnotes.map { "  " + String(visible: $0) }
        return (lines + (notes.isEmpty ? [] : [""]) + notes).map { $0 + "\n" }.joined()
    }
}
