extension FindingTable {
    /// The table as CSV (RFC 4180), with a line of names.
    ///
    /// What spreadsheets take for a formula has an apostrophe in front.
    package var csv: String {
        let comma = UInt8(ascii: ",")
        var text = ByteBuffer()
        func append(_ cells: [String]) {
            for (k, cell) in cells.enumerated() {
                if k > 0 { text.append(comma) }
                text.appendCSV(plain: cell, comma)
            }
            text.append("\r\n")
        }
        append(headings)
        for row in allRows { append(words(row) + numbers(row).map { String($0) }) }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
