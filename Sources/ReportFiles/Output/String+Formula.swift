extension String {
    /// Whether a spreadsheet may take a cell of this text for a formula.
    ///
    /// Spreadsheets pass over white space and characters without width, and some take fullwidth signs for
    /// the usual ones. A tab or line break at the beginning may part the cell, so that the rest of it
    /// begins one.
    var beginsFormula: Bool {
        guard let first = utf8.first else { return false }
        if "=+-@\t\r\n".utf8.contains(first) { return true }
        // Most texts are settled by their first letter, digit or quote.
        if (0x21...0x7E).contains(first) { return false }
        let start = unicodeScalars.first {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .control
                && $0.properties.generalCategory != .format
        }
        return start.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) }
            ?? false
    }
}
