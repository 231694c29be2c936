import SystemFiles
import ReportFiles

/// Pieces of HTML.
enum HTML {
    /// A text of a file or an agreement, in its own direction.
    static func name(_ text: String) -> String {
        // Only long words are broken, so that a column is not narrower than its ids.
        let isLong = text.split(whereSeparator: \.isWhitespace).contains { $0.utf8.count > 24 }
        return "<bdi\(isLong ? " class=\"long\"" : "")>\(Markup.text(text))</bdi>"
    }

    /// A text of the program with values in HTML put in, each of which keeps its own direction.
    static func filled(_ text: String, _ values: [String: String]) -> String {
        Markup.text(text).filled(with: values)
    }

    /// A sentence of the program, in the page's language where there is a translation, else in English.
    static func sentence(_ text: String, _ words: ReportWords) -> String {
        if words.language == "en" { return name(text) }
        let said = words.said(text)
        return said == text ? english(text, words) : name(said)
    }

    /// A text of the program that is English in every language, so that it is read aloud as such.
    private static func english(_ text: String, _ words: ReportWords) -> String {
        words.language == "en"
            ? name(text) : "<bdi lang=\"en\">\(Markup.text(text))</bdi>"
    }

    /// A cell of a table, which on a phone stands behind the name of its column.
    struct Cell {
        let html: String
        var isNumber = false
        var isHead = false
        /// Whether it says nothing, so that a card leaves it out.
        var isZero = false
        static let zero = Cell(html: "–", isNumber: true, isZero: true)

        static func text(_ text: String) -> Cell { Cell(html: Markup.text(text)) }
        static func name(_ text: String) -> Cell { Cell(html: HTML.name(text)) }
        static func head(_ html: String) -> Cell { Cell(html: html, isHead: true) }
        static func number(_ text: String) -> Cell { Cell(html: Markup.text(text), isNumber: true) }
    }

    /// A table; roles are written out, as on a phone its rows are cards.
    static func table(
        _ caption: String, _ headings: [(text: String, isNumber: Bool)], _ rows: [[Cell]],
        class name: String = ""
    ) -> String {
        // A heading of its own stays with the table on paper, which captions do not.
        let isBare = name.split(separator: " ").contains("bare")
        var html = isBare ? "" : "<h3>\(Markup.text(caption))</h3>\n"
        html +=
            "<table role=\"table\"\(name.isEmpty ? "" : " class=\"\(name)\"")><caption>\(Markup.text(caption))</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">"
        for heading in headings {
            html +=
                "<th role=\"columnheader\" scope=\"col\"\(heading.isNumber ? " class=\"n\"" : "")>"
                + Markup.text(heading.text) + "</th>"
        }
        html += "</tr></thead>\n<tbody role=\"rowgroup\">\n"
        for row in rows {
            let isAgain = row.first?.html.contains("class=\"again\"") == true
            html += "<tr role=\"row\"\(isAgain ? " class=\"more\"" : "")>"
            for (cell, heading) in zip(row, headings) {
                let label = " data-l=\"\(Markup.text(heading.text))\""
                let classes = [cell.isNumber ? "n" : nil, cell.isZero ? "zero" : nil]
                    .compactMap { $0 }.joined(separator: " ")
                let number = classes.isEmpty ? "" : " class=\"\(classes)\""
                html +=
                    cell.isHead
                    ? "<th role=\"rowheader\" scope=\"row\"\(label)>\(cell.html)</th>"
                    : "<td role=\"cell\"\(number)\(label)>\(cell.html)</td>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody></table>\n"
    }

    /// The mark of a finding, as it stands on the map.
    static func mark(_ kind: FindingKind) -> String {
        kind == .refused
            ? ""
            : ##"<svg class="mark" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false"><path d="M0 0\##(kind.path)" \##(kind.style)/></svg>"##
    }

    /// The SHA-256 of a text as a content security policy names it.
    static func policyHash(_ text: [UInt8]) -> String {
        let hash = ByteHash()
        text.withUnsafeBytes { hash.add($0) }
        let digits = Array(hash.hexadecimal().utf8).map { Int($0 < 0x3A ? $0 - 0x30 : $0 - 0x57) }
        var bits: [Int] = []
        for digit in digits { bits += [digit >> 3 & 1, digit >> 2 & 1, digit >> 1 & 1, digit & 1] }
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var base64 = ""
        for start in stride(from: 0, to: bits.count, by: 6) {
            var value = 0
            for k in start..<start + 6 { value = value * 2 + (k < bits.count ? bits[k] : 0) }
            base64.append(letters[value])
        }
        while base64.count % 4 != 0 { base64.append("=") }
        return "'sha256-\(base64)'"
    }
}
