import SystemFiles

extension FindingTable {
    /// The table as a page of HTML that holds nothing else, with the footnotes below it.
    package var html: String { html(followedBy: "") }

    /// The same with more below it.
    package func html(followedBy more: String) -> String {
        func line(_ name: String, _ cells: [String], _ firstIsName: Bool) -> String {
            let cells = cells.enumerated().map { k, cell in
                let isName = k < keys.count
                let tag = firstIsName || isName ? "th" : "td"
                let scope =
                    tag == "td" ? "" : firstIsName ? " scope=\"col\"" : " scope=\"row\""
                return "<\(tag)\(scope) style=\"text-align: \(isName ? "left" : "right")\">"
                    + Markup.text(cell) + "</\(tag)>"
            }
            return "<tr>" + cells.joined() + "</tr>\n"
        }
        var text = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Findings by \(Markup.text(keys.map(\.rawValue).joined(separator: ", ")))</title></head>
            <body>
            <table>
            <thead>

            """
        text += line("head", shownHeadings, true) + "</thead>\n<tbody>\n"
        for row in rows { text += line("row", words(row) + numbers(row).map(\.grouped), false) }
        text += "</tbody>\n<tfoot>\n"
        text += line("total", words(total) + numbers(total).map(\.grouped), false)
        text += "</tfoot>\n</table>\n"
        for note in footnotes { text += "<p>\(Markup.text(note))</p>\n" }
        return text + more + "</body>\n</html>\n"
    }
}
