import GeoJSONText

/// Finds the records of newline-delimited GeoJSON: one a line, white space around it is frame.
struct LineScanner: PieceScanner {
    let format = ReportFormat.lines
    private var texts: DelimitedTexts

    /// A scanner that has already seen `records` records of the file.
    init(records: Int = 0, longest: Int) {
        texts = DelimitedTexts(delimiter: 0x0A, records: records, longest: longest)
    }

    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        let start = texts.scan(bytes, into: &pieces)
        guard atEnd else { return start }
        texts.finish(bytes, from: start, isUnterminated: true, into: &pieces)
        return bytes.count
    }
}

/// Finds the records of a GeoJSON text sequence: what stands between record separators.
struct SequenceScanner: PieceScanner {
    let format = ReportFormat.sequence
    private var texts: DelimitedTexts

    init(longest: Int) { texts = DelimitedTexts(delimiter: .recordSeparator, longest: longest) }

    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        let start = texts.scan(bytes, into: &pieces)
        guard atEnd else { return start }
        // RFC 8142: a text that does not end in a newline may have been cut off.
        let isWhole = start < bytes.count && bytes[bytes.count - 1] == 0x0A
        texts.finish(bytes, from: start, isUnterminated: !isWhole, into: &pieces)
        return bytes.count
    }
}

/// Texts with one byte behind each, which none of them has.
struct DelimitedTexts {
    private let delimiter: UInt8
    private let longest: Int
    private var records: Int
    private var scanned = 0
    private var isSkipping = false

    init(delimiter: UInt8, records: Int = 0, longest: Int) {
        self.delimiter = delimiter
        self.records = records
        self.longest = longest
    }

    /// Adds the whole texts; answers with how many bytes they cover.
    mutating func scan(_ bytes: UnsafeRawBufferPointer, into pieces: inout [Piece]) -> Int {
        var start = 0
        while let end = bytes.firstIndex(of: delimiter, from: scanned) {
            add(bytes, start..<end, into: &pieces)
            start = end + 1
            let isRecord = pieces.last?.kind != .frame || pieces.last?.range.upperBound != end
            if isRecord || end == 0 {
                pieces.append(Piece(kind: .frame, range: end..<start))
            } else {
                // One stretch of white space.
                pieces[pieces.count - 1].range = pieces[pieces.count - 1].range.lowerBound..<start
            }
            scanned = start
        }
        skipIfTooLong(from: &start, to: bytes.count, into: &pieces)
        if isSkipping, start < bytes.count {
            pieces.append(Piece(kind: .skipped, range: start..<bytes.count))
            start = bytes.count
        }
        scanned = bytes.count - start
        return start
    }

    /// Adds a last text without its delimiter.
    mutating func finish(
        _ bytes: UnsafeRawBufferPointer, from start: Int, isUnterminated: Bool,
        into pieces: inout [Piece]
    ) {
        add(bytes, start..<bytes.count, isUnterminated: isUnterminated, into: &pieces)
        scanned = 0
    }

    private mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, isUnterminated: Bool = false,
        into pieces: inout [Piece]
    ) {
        var start = range.lowerBound
        skipIfTooLong(from: &start, to: range.upperBound, into: &pieces)
        if isSkipping {
            isSkipping = false
            pieces.append(Piece(kind: .skippedEnd, range: start..<range.upperBound))
        } else {
            pieces.addRecord(bytes, range, number: &records, isUnterminated: isUnterminated)
        }
    }

    private mutating func skipIfTooLong(
        from start: inout Int, to end: Int, into pieces: inout [Piece]
    ) {
        guard !isSkipping, end - start > longest else { return }
        records += 1
        pieces.append(Piece(kind: .oversized, range: start..<start + longest, number: records))
        start += longest
        isSkipping = true
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
