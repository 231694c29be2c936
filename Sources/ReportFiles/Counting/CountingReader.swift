import Agreements
internal import CSimdjson

/// Reads the members of records by which reports are counted.
struct CountingReader {
    private let indices: [Int]

    init(_ fields: FieldNames) { indices = fields.countingIndices }

    /// Whether nothing is counted.
    var isEmpty: Bool { indices.isEmpty }

    /// Leaves rows to be read alone of which a member is no plain text or number.
    func leaveUnusual(_ rows: RecordRows) {
        for record in 0..<rows.count where rows.reports[record].is_plain {
            for index in indices {
                let value = rows.values[record * rows.width + index]
                switch value.kind {
                case CSJ_ABSENT, CSJ_NULL, CSJ_TEXT, CSJ_NUMBER, CSJ_STRING:
                    if value.repeated { rows.leave(record) }
                default: rows.leave(record)
                }
            }
        }
    }

    /// Takes the members of a plain row.
    @inline(__always)
    func take(
        _ record: Int, of rows: RecordRows, _ bytes: UnsafeRawBufferPointer,
        _ found: inout CountingColumns
    ) {
        if indices.isEmpty { return }
        let first = record * rows.width
        for (k, index) in indices.enumerated() {
            let value = rows.values[first + index]
            var range = value.range.lowerBound + rows.base..<value.range.upperBound + rows.base
            if value.kind == CSJ_STRING { range = range.lowerBound + 1..<range.upperBound - 1 }
            let isAbsent = value.kind == CSJ_ABSENT || value.kind == CSJ_NULL
            let text = isAbsent ? UnsafeRawBufferPointer(start: nil, count: 0) : bytes[part: range]
            take(k, text, &found)
        }
    }

    /// Takes the members of a record that was read alone.
    func take(
        _ form: some RecordForm, _ bytes: UnsafeRawBufferPointer, _ reading: ReportReading,
        _ found: inout CountingColumns
    ) {
        for (k, index) in indices.enumerated() {
            switch form.value(index, bytes) {
            case .absent: take(k, UnsafeRawBufferPointer(start: nil, count: 0), &found)
            case .text(let text):
                let known = reading.isUnknown(text) ? [] : Array(text.utf8)
                known.withUnsafeBytes { take(k, $0, &found) }
            case .unusable:
                if k == 0 {
                    found.append(count: ReportColumns.unreadableCount, width: indices.count - 1)
                } else {
                    // Which object it is cannot be told.
                    found.append(word: CountingColumns.absent)
                }
            }
        }
    }

    private func take(_ member: Int, _ text: UnsafeRawBufferPointer, _ found: inout CountingColumns)
    {
        let word = Self.trimmed(text)
        if member == 0 {
            found.append(
                count: word.isEmpty ? 1 : Self.count(word) ?? ReportColumns.unreadableCount,
                width: indices.count - 1)
        } else {
            found.append(word: word.isEmpty ? CountingColumns.absent : StableHash(word))
        }
    }

    private static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var (first, end) = (0, text.count)
        while first < end, text[first] <= 0x20 { first += 1 }
        while end > first, text[end - 1] <= 0x20 { end -= 1 }
        return UnsafeRawBufferPointer(rebasing: text[first..<end])
    }

    /// A whole number of objects, as JSON or a table writes it; `nil` for everything else.
    private static func count(_ word: UnsafeRawBufferPointer) -> Int? {
        if word.count <= 15 {
            var number = 0
            var isWhole = true
            for digit in word {
                guard (0x30...0x39).contains(digit) else {
                    isWhole = false
                    break
                }
                number = number * 10 + Int(digit - 0x30)
            }
            if isWhole { return number }
        }
        var number = 0.0
        guard
            csj_number(
                word.baseAddress?.assumingMemoryBound(to: UInt8.self), word.count, &number),
            number >= 0, number < 1e15
        else { return nil }
        return Int(exactly: number)
    }
}
