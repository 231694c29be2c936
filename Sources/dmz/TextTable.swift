import ReportFiles
import SystemFiles

/// A table of findings as lines of text.
enum TextTable {
    /// A table of caps, sites or obligations under its title.
    static func text(of table: SetTable) -> String {
        let lines = ColumnTable.lines(
            headings: table.headings, rows: table.rows, names: table.names)
        return ([String(visible: table.title)] + lines).map { $0 + "\n" }.joined()
    }

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
