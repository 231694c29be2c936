/// Makes JSON of what programs write that do not keep to it.
enum JSONMending {
    /// The bytes with U+FFFD where they are not UTF-8, and with `null` for numbers that JSON has not;
    /// `nil` where they have neither.
    static func mended(_ bytes: UnsafeRawBufferPointer) -> MendedRecord? {
        var record = MendedRecord(bytes: Array(bytes), alterations: [])
        // What is not UTF-8 stands within strings, or is no JSON afterwards either.
        if String(validating: bytes, as: UTF8.self) == nil {
            record.bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
            record.alterations.append(.notUTF8)
        }
        putNulls(&record)
        if !record.nulls.isEmpty { record.alterations.append(.notNumbers) }
        return record.alterations.isEmpty ? nil : record
    }

    /// What Python, JavaScript, C and GDAL write for numbers that JSON has not.
    private static let notNumbers = ["nan", "infinity", "inf"]

    private static func putNulls(_ record: inout MendedRecord) {
        var mended: [UInt8] = []
        // What has not been taken over yet begins here.
        var pending = 0
        var nulls: Set<Int> = []
        record.bytes.withUnsafeBytes { bytes in
            var i = 0
            while i < bytes.count {
                let start = i
                if bytes[i] == UInt8(ascii: "\"") {
                    i = endOfString(bytes, i)
                    continue
                }
                while i < bytes.count, isPartOfWord(bytes[i]) { i += 1 }
                if i == start {
                    i += 1
                } else if isNotNumber(bytes[part: start..<i]) {
                    mended += bytes[pending..<start]
                    nulls.insert(mended.count)
                    mended += Array("null".utf8)
                    pending = i
                }
            }
            if !nulls.isEmpty { mended += bytes[pending...] }
        }
        guard !nulls.isEmpty else { return }
        record.bytes = mended
        record.nulls = nulls
    }

    private static func isNotNumber(_ word: UnsafeRawBufferPointer) -> Bool {
        guard let first = word.first, word.count <= 9 else { return false }
        let hasSign = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
        let bare = hasSign ? word.dropFirst() : word[...]
        return notNumbers.contains { $0.utf8.elementsEqual(bare.lazy.map { $0 | 0x20 }) }
    }

    private static func endOfString(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Int {
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
