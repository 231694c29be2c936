/// The fields of one CSV record.
enum CSVFields {
    /// The ranges of the fields, quotes included.
    ///
    /// Says whether the quotes are good.
    @discardableResult
    static func split(
        _ record: UnsafeRawBufferPointer, _ delimiter: UInt8, into ranges: inout [Range<Int>]
    ) -> Bool {
        ranges.removeAll(keepingCapacity: true)
        var isGood = true
        var start = 0
        while true {
            var end = start
            if end < record.count, record[end] == UInt8(ascii: "\"") {
                end += 1
                while let quote = record.firstIndex(of: UInt8(ascii: "\""), from: end) {
                    end = quote + 1
                    guard end < record.count, record[end] == UInt8(ascii: "\"") else { break }
                    end += 1
                }
                if end < record.count, record[end] != delimiter { isGood = false }
            }
            end = record.firstIndex(of: delimiter, from: end) ?? record.count
            ranges.append(start..<end)
            if end == record.count { return isGood }
            start = end + 1
        }
    }

    /// The text of a field, without its quotes, before which some programs put spaces.
    static func text(_ whole: UnsafeRawBufferPointer) -> String {
        var field = whole
        if let first = whole.firstIndex(where: { $0 != 0x20 }), whole[first] == UInt8(ascii: "\"") {
            field = whole[part: first..<whole.count]
        }
        guard field.count >= 2, field[0] == UInt8(ascii: "\"") else {
            return String(decoding: field, as: UTF8.self)
        }
        var plain: [UInt8] = []
        var i = 1
        while i < field.count {
            if field[i] == UInt8(ascii: "\"") {
                i += 1
                guard i < field.count, field[i] == UInt8(ascii: "\"") else { break }
            }
            plain.append(field[i])
            i += 1
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// A field without its quotes, when these are all that is quoted, and without spaces around.
    static func trimmed(_ record: UnsafeRawBufferPointer, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, record[start] == 0x20 { start += 1 }
        while end > start, record[end - 1] == 0x20 { end -= 1 }
        if end - start >= 2, record[start] == UInt8(ascii: "\""),
            record[end - 1] == UInt8(ascii: "\"")
        {
            start += 1
            end -= 1
        }
        while start < end, record[start] == 0x20 { start += 1 }
        while end > start, record[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }
}
