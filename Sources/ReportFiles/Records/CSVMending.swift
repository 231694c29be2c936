/// Makes lines of CSV that every program reads as one record.
enum CSVMending {
    /// The line with U+FFFD where it is not UTF-8, and with quotes around fields that hold a carriage
    /// return without any; `nil` where it has neither.
    static func mended(_ bytes: UnsafeRawBufferPointer, _ delimiter: UInt8) -> MendedRecord? {
        var record = MendedRecord(
            bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), alterations: [])
        if !record.bytes.elementsEqual(bytes) { record.alterations.append(.notUTF8) }
        let quoted = record.bytes.withUnsafeBytes { withQuotes($0, delimiter) }
        if quoted != record.bytes {
            record.bytes = quoted
            record.alterations.append(.bareReturn)
        }
        return record.alterations.isEmpty ? nil : record
    }

    /// Whether a field holds a carriage return and is not in quotes: some programs end the line there.
    static func hasBareReturn(_ field: UnsafeRawBufferPointer) -> Bool {
        field.first != UInt8(ascii: "\"") && field.contains(0x0D)
    }

    private static func withQuotes(_ line: UnsafeRawBufferPointer, _ delimiter: UInt8) -> [UInt8] {
        var fields: [Range<Int>] = []
        CSVFields.split(line, delimiter, into: &fields)
        var quoted: [UInt8] = []
        for (k, range) in fields.enumerated() {
            if k > 0 { quoted.append(delimiter) }
            let field = line[part: range]
            guard hasBareReturn(field) else {
                quoted += field
                continue
            }
            quoted.append(UInt8(ascii: "\""))
            for byte in field {
                if byte == UInt8(ascii: "\"") { quoted.append(byte) }
                quoted.append(byte)
            }
            quoted.append(UInt8(ascii: "\""))
        }
        return quoted
    }
}
