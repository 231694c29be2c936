import SystemFiles

extension ReportForm {
    /// The form as CSV without records: one line with the names of the columns.
    package var csv: String { Self.row(fields.map(\.name)) }

    /// The sheet of instructions, as Markdown.
    package var instructions: String {
        var text = "# \(FindingTable.markdown(title)): how to report\n\n"
        text += "One line is one observation. Leave empty what is not known; do not guess.\n\n"
        text += "| column | what | how | words |\n|---|---|---|---|\n"
        for field in fields {
            let words: String =
                if case .words(let words) = field.kind {
                    words.map { $0.name == $0.label ? $0.name : "\($0.name) (\($0.label))" }
                        .joined(separator: ", ")
                } else { "" }
            let cells = [
                field.name, field.label + (field.isNeeded ? "" : " (if there is something)"),
                field.hint, words,
            ]
            text += "| " + cells.map(FindingTable.markdown).joined(separator: " | ") + " |\n"
        }
        return text + "\nCheck the filled form with: dmz check AGREEMENT FORM\n"
    }

    /// The form for survey tools, as one CSV file with the sheets of an XLSForm.
    ///
    /// The first column names the sheet, as pyxform reads it; spreadsheets that want three sheets take the lines
    /// of each.
    package var xlsForm: String {
        var rows = [["survey"], ["", "type", "name", "label", "hint", "required"]]
        var choices = [["choices"], ["", "list_name", "name", "label"]]
        for field in fields where !Self.placed.contains(field.name) {
            let (type, list) = Self.type(of: field)
            rows.append(
                [
                    "", type, Self.surveyName(field.name), field.label, field.hint,
                    field.name == "id" ? "yes" : "",
                ])
            if field.name == "time" {
                rows.append([
                    "", "geopoint", "position", "Where it was observed",
                    "The place of what was observed, not of the observer.", "yes",
                ])
            }
            choices += list.map {
                ["", Self.surveyName(field.name), Self.choiceName($0.name), $0.label]
            }
        }
        let settings = [
            ["settings"], ["", "form_title", "form_id"],
            ["", title, "dmz_report"],
        ]
        let sheets = choices.count > 2 ? [rows, choices, settings] : [rows, settings]
        return sheets.joined().map(Self.row).joined()
    }

    /// What a survey asks for with one question.
    private static let placed: Set = ["longitude", "latitude"]

    private static func type(of field: FormField) -> (type: String, words: [FormField.Word]) {
        switch field.kind {
        case .text: ("text", [])
        case .words(let words): ("select_one " + surveyName(field.name), words)
        case .count: ("integer", [])
        case .number, .degrees: ("decimal", [])
        case .time: ("dateTime", [])
        }
    }

    /// A name with what XLSForm allows in names only.
    private static func surveyName(_ name: String) -> String {
        let kept = name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
        return (kept.first?.isLetter == true ? "" : "_") + String(kept)
    }

    /// A choice's name, which has no white space.
    private static func choiceName(_ name: String) -> String {
        String(name.map { $0.isWhitespace ? "_" : $0 })
    }

    private static func row(_ cells: [String]) -> String {
        var buffer = ByteBuffer()
        for (number, cell) in cells.enumerated() {
            if number > 0 { buffer.append(UInt8(ascii: ",")) }
            buffer.appendCSV(plain: cell, UInt8(ascii: ","))
        }
        return String(decoding: buffer.bytes, as: UTF8.self) + "\r\n"
    }
}
