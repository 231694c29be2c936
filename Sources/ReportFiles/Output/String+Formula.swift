extension String {
    /// Whether a spreadsheet may take a cell of this text for a formula.
    ///
    /// Spreadsheets pass over white space and characters without width, and some take fullwidth signs for
    /// the usual ones. A tab or line break at the beginning may part the cell, so that the rest of it
    /// begins one.
    var beginsFormula: Bool {
        guard let first = utf8.first else { return false }
        // Most texts are settled by their first letter or digit.
        if (0x30...0x39).contains(first) || (0x41...0x7A).contains(first) { return false }
        if "\t\r\n".utf8.contains(first) { return true }
        let start = unicodeScalars.first {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .control
                && $0.properties.generalCategory != .format
        }
        return start.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) }
            ?? false
    }
}
