import SystemFiles

extension FindingTable {
    /// The names of the columns as a person reads them.
    package var shownHeadings: [String] { headings.map { $0.replacing("_", with: " ") } }

    /// The table as GitHub's Markdown, with the footnotes below it.
    package var markdown: String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        let names = keys.count
        var text = line(shownHeadings.map(Self.markdown))
        text += line(headings.indices.map { $0 < names ? "---" : "---:" })
        for row in rows {
            text += line(words(row).map(Self.markdown) + numbers(row).map(\.grouped))
        }
        let totals = words(total) + numbers(total).map(\.grouped)
        text += line(totals.map { $0.isEmpty ? "" : "**\($0)**" })
        for note in footnotes { text += "\n" + Self.markdown(note) + "\n" }
        return text
    }

    /// A text in a cell, of which nothing is taken for markup, a link or a mention.
    static func markdown(_ text: String) -> String {
        var escaped = ""
        for character in String(visible: text).unicodeScalars {
            if markup.contains(character) { escaped.append("\\") }
            escaped.unicodeScalars.append(character)
        }
        // Without a mark around it, www. begins a link.
        return escaped.replacing(#/(?i)www\./#) { match in match.output.dropLast() + "\\." }
    }

    private static let markup = Set("\\`*_{}[]<>()#!|~&@:$".unicodeScalars)
}
