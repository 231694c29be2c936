/// Makes JSON of what programs write that do not keep to it.
enum JSONMending {
    /// The bytes with U+FFFD where they are not UTF-8, and with `null` for numbers that JSON has not;
    /// `nil` where they have neither.
    static func mended(_ bytes: UnsafeRawBufferPointer) -> MendedRecord? {
        var record = MendedRecord(bytes: Array(bytes), alterations: [])
        // What is not UTF-8 stands within strings, or is no JSON afterwards either.
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        if text != record.bytes {
            record.bytes = text
            record.alterations.append(.notUTF8)
        }
        putNulls(&record)
        if !record.nulls.isEmpty { record.alterations.append(.notNumbers) }
        return record.alterations.isEmpty ? nil : record
    }

    /// What Python, JavaScript, C and GDAL write for numbers that JSON has not.
    private static let notNumbers: Set<String> = ["nan", "infinity", "inf"]

    private static func putNulls(_ record: inout MendedRecord) {
        let bytes = record.bytes
        var mended: [UInt8] = []
        mended.reserveCapacity(bytes.count)
        var i = 0
        while i < bytes.count {
            let start = i
            if bytes[i] == UInt8(ascii: "\"") {
                i = endOfString(bytes, i)
                mended += bytes[start..<i]
                continue
            }
            while i < bytes.count, isPartOfWord(bytes[i]) { i += 1 }
            if i == start {
                mended.append(bytes[i])
                i += 1
                continue
            }
            let word = String(decoding: bytes[start..<i], as: UTF8.self).lowercased()
            let bare = word.first == "-" || word.first == "+" ? String(word.dropFirst()) : word
            if notNumbers.contains(bare) {
                record.nulls.insert(mended.count)
                mended += Array("null".utf8)
            } else {
                mended += bytes[start..<i]
            }
        }
        record.bytes = mended
    }

    private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int {
        var i = start + 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
            i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(i + 1, bytes.count)
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }
}
