/// Text of files in Markdown: shown as it is, whatever is in it.
enum MarkdownText {
    /// The text with what Markdown would take for its own marked, on one line.
    static func plain(_ text: String) -> String {
        var plain = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\", "`", "*", "_", "<", ">", "|", "#", "&", "[", "]": plain += "\\\(character)"
            case _ where character.properties.generalCategory == .control: plain += " "
            default: plain.unicodeScalars.append(character)
            }
        }
        return plain
    }

    static func bold(_ text: String) -> String { "**\(plain(text))**" }
}
