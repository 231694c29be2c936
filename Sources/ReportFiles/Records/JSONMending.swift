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

    private static func putNulls(_ record: inout MendedRecord) {
        var mended = ByteBuffer()
        var places: [Int] = []
        let isMended = record.bytes.withUnsafeBytes {
            appendWithNulls($0, to: &mended, places: &places)
        }
        guard isMended else { return }
        record.bytes = Array(mended.bytes)
        record.nulls = Set(places)
    }

    /// Appends the bytes with `null` for numbers that JSON has not, and to `places` where in the output each
    /// stands; false, with nothing appended, where there are none.
    static func appendWithNulls(
        _ bytes: UnsafeRawBufferPointer, to output: inout ByteBuffer, places: inout [Int]
    ) -> Bool {
        // What has not been taken over yet begins here.
        var pending = 0
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
            } else if isNotNumber(bytes, start..<i) {
                output.append(contentsOf: bytes[part: pending..<start])
                places.append(output.count)
                output.append("null")
                pending = i
            }
        }
        guard pending > 0 else { return false }
        output.append(contentsOf: bytes[part: pending..<bytes.count])
        return true
    }

    /// Whether a word is what Python, JavaScript, C and GDAL write for numbers that JSON has not.
    private static func isNotNumber(
        _ bytes: UnsafeRawBufferPointer, _ word: Range<Int>
    ) -> Bool {
        let sign = bytes[word.lowerBound]
        let hasSign = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        let bare = word.lowerBound + (hasSign ? 1 : 0)..<word.upperBound
        func isText(_ text: StaticString) -> Bool {
            bare.count == text.utf8CodeUnitCount
                && (0..<bare.count).allSatisfy {
                    bytes[bare.lowerBound + $0] | 0x20 == text.utf8Start[$0]
                }
        }
        // The length decides before letters are looked at.
        return isText("nan") || isText("infinity") || isText("inf")
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
