/// Finds the records of newline-delimited GeoJSON: one a line, white space around it is frame.
struct LineScanner: PieceScanner {
    let format = ReportFormat.lines
    private var records: Int
    private var scanned = 0

    /// A scanner that has already seen `records` records of the file.
    init(records: Int = 0) { self.records = records }

    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        var start = 0
        while let end = bytes.firstIndex(of: 0x0A, from: scanned) {
            add(bytes, start..<end + 1, into: &pieces)
            start = end + 1
            scanned = start
        }
        if atEnd, start < bytes.count {
            add(bytes, start..<bytes.count, isUnterminated: true, into: &pieces)
            start = bytes.count
        }
        scanned = bytes.count - start
        return start
    }

    private mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, isUnterminated: Bool = false,
        into pieces: inout [Piece]
    ) {
        pieces.addRecord(bytes, line, number: &records, isUnterminated: isUnterminated)
    }
}

/// Finds the records of a GeoJSON text sequence: what stands between record separators.
struct SequenceScanner: PieceScanner {
    let format = ReportFormat.sequence
    private var records = 0
    private var scanned = 0

    init() {}

    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        var start = 0
        while let end = bytes.firstIndex(of: .recordSeparator, from: scanned) {
            if end > start { pieces.addRecord(bytes, start..<end, number: &records) }
            pieces.append(Piece(kind: .frame, range: end..<end + 1))
            start = end + 1
            scanned = start
        }
        if atEnd, start < bytes.count {
            // RFC 8142: a text that does not end in a newline may have been cut off.
            let whole = bytes[bytes.count - 1] == 0x0A
            pieces.addRecord(
                bytes, start..<bytes.count, number: &records, isUnterminated: !whole)
            start = bytes.count
        }
        scanned = bytes.count - start
        return start
    }
}

extension [Piece] {
    /// Adds a record without the white space around it, which becomes frame.
    fileprivate mutating func addRecord(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, number: inout Int,
        isUnterminated: Bool = false
    ) {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start].isJSONSpace { start += 1 }
        while end > start, bytes[end - 1].isJSONSpace { end -= 1 }
        if start > range.lowerBound {
            append(Piece(kind: .frame, range: range.lowerBound..<start))
        }
        if end > start {
            number += 1
            append(
                Piece(
                    kind: .record, range: start..<end, number: number,
                    isUnterminated: isUnterminated))
        }
        if end < range.upperBound { append(Piece(kind: .frame, range: end..<range.upperBound)) }
    }
}
