/// Text that is put into XML or HTML.
package enum Markup {
    /// A text of which nothing is taken for markup, and which does nothing to the text about it.
    ///
    /// Control characters and marks that turn the order of what is read show as escapes; what XML cannot hold
    /// at all shows as U+FFFD.
    package static func text(_ text: String) -> String {
        var escaped = ""
        for scalar in String(visible: text).unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
