import GeoJSONText

/// Finds the header and the records of CSV: lines, save for newlines within quotes.
struct CSVScanner: PieceScanner {
    private enum Place { case fieldStart, plain, quoted, quoteInQuoted }

    let format = ReportFormat.csv
    private let fields: FieldNames
    private var records = 0
    /// The place in the file of the next byte to look at.
    private var next: Int
    private var place = Place.fieldStart

    /// The columns, once the header has been seen.
    private(set) var layout: CSVLayout?
    private var delimiter: UInt8?
    /// The delimiter that a line `sep=;` in front of the header names.
    private var namedDelimiter: UInt8?
    /// Lines before the header, as spreadsheets have titles there, and why the first of them is none.
    private var titles = 0
    private var noHeader: ReportFileError?
    /// The lines looked at by now, within the bytes that have not been handed out.
    private var lines: [Range<Int>] = []
    /// Which of them names the columns, where that was found by what the others hold.
    private var recognised: PositionsByValue?
    /// So many lines may come before the header.
    private static let mostTitles = 20

    private let longest: Int
    private var isSkipping = false

    init(fields: FieldNames, offset: Int = 0, longest: Int) {
        self.fields = fields
        self.longest = longest
        next = offset
    }

    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        guard layout == nil else { return try scanLines(bytes, offset, atEnd, into: &pieces) }
        // Nothing is handed out of a file of which it is not known yet what it is.
        let (before, count) = (self, pieces.count)
        var used = 0
        do throws(ReportFileError) {
            used = try scanLines(bytes, offset, atEnd, into: &pieces)
        } catch {
            guard layout == nil else { throw error }
            pieces.removeSubrange(count...)
            guard error == noHeader, recognised == nil, fields.datum == nil, fields.system == nil,
                fields.position == nil, !fields.readsNoPosition,
                fields.longitude == nil, fields.latitude == nil,
                let found = PositionsByValue(
                    lines.map { bytes[part: $0] },
                    delimiters: namedDelimiter.map { [$0] } ?? CSVLayout.delimiters)
            else { throw error }
            self = before
            recognised = found
            return try scanLines(bytes, offset, atEnd, into: &pieces)
        }
        if let layout,
            let line = lines.dropLast().first(where: { layout.isRecord(bytes[part: $0]) })
        {
            pieces.removeSubrange(count...)
            throw ReportFileError(
                .unusable, byte: offset + line.lowerBound,
                "a line before the names of the columns has a position where records have theirs; expected "
                    + "the names first")
        }
        guard layout == nil, !atEnd else { return used }
        pieces.removeSubrange(count...)
        self = before
        return 0
    }

    private mutating func scanLines(
        _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ atEnd: Bool, into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        var start = 0
        var i = next - offset
        while true {
            let end = lineEnd(bytes, &i)
            if !isSkipping, (end ?? i) - start > longest {
                // A quote may have been lost: the record ends with the line at which it is refused.
                try skip(start, offset: offset, into: &pieces)
                start += longest
                i = start
                continue
            }
            guard let end else { break }
            try add(bytes, start..<end, offset: offset, into: &pieces)
            start = end
        }
        next = offset + i
        if isSkipping, start < i {
            pieces.append(Piece(kind: .skipped, range: start..<i))
            start = i
        }
        if atEnd, isSkipping {
            isSkipping = false
            pieces.append(Piece(kind: .skippedEnd, range: start..<start))
        } else if atEnd, start < bytes.count {
            guard place != .quoted else {
                throw ReportFileError(
                    .unusable, byte: offset + bytes.count,
                    "the file is cut off within quotes in record \(records + 1), which begins at "
                        + "byte \((offset + start).grouped)")
            }
            try add(bytes, start..<bytes.count, offset: offset, into: &pieces)
            start = bytes.count
        }
        if atEnd, layout == nil, let noHeader { throw noHeader }
        if atEnd, layout == nil, namedDelimiter != nil {
            throw ReportFileError(
                .unusable, byte: offset,
                "has a line that names the delimiter and no names of columns behind it")
        }
        return start
    }

    /// The place behind the newline that ends the line at `i`, which moves there.
    private mutating func lineEnd(_ bytes: UnsafeRawBufferPointer, _ i: inout Int) -> Int? {
        if isSkipping {
            let newline = bytes.firstIndex(of: 0x0A, from: i)
            i = newline.map { $0 + 1 } ?? bytes.count
            return newline.map { $0 + 1 }
        }
        if place == .fieldStart, let end = bytes.firstIndex(of: 0x0A, from: i),
            bytes[part: i..<end].firstIndex(of: UInt8(ascii: "\""), from: 0) == nil
        {
            i = end + 1
            return i
        }
        while i < bytes.count {
            let byte = bytes[i]
            i += 1
            switch place {
            case .quoted:
                if byte == UInt8(ascii: "\"") { place = .quoteInQuoted }
            case .quoteInQuoted where byte == UInt8(ascii: "\""): place = .quoted
            default:
                if byte == 0x0A {
                    place = .fieldStart
                    return i
                }
                if byte == UInt8(ascii: "\""), place == .fieldStart {
                    place = .quoted
                } else {
                    place = isDelimiter(byte, delimiter) ? .fieldStart : .plain
                }
            }
        }
        return nil
    }

    /// In the header the delimiter is not known yet; any that could be one is taken for it.
    private func isDelimiter(_ byte: UInt8, _ delimiter: UInt8?) -> Bool {
        if let delimiter { return byte == delimiter }
        return CSVLayout.delimiters.contains(byte)
    }

    private mutating func skip(
        _ start: Int, offset: Int, into pieces: inout [Piece]
    ) throws(ReportFileError) {
        guard delimiter != nil else {
            throw ReportFileError(
                .unusable, byte: offset + start, "the first line is longer than 64 MB; is it CSV?")
        }
        records += 1
        pieces.append(Piece(kind: .oversized, range: start..<start + longest, number: records))
        place = .fieldStart
        isSkipping = true
    }

    private mutating func add(
        _ bytes: UnsafeRawBufferPointer, _ line: Range<Int>, offset: Int,
        into pieces: inout [Piece]
    ) throws(ReportFileError) {
        if isSkipping {
            isSkipping = false
            pieces.append(Piece(kind: .skippedEnd, range: line.lowerBound..<line.upperBound - 1))
            pieces.append(Piece(kind: .frame, range: line.upperBound - 1..<line.upperBound))
            return
        }
        var end = line.upperBound
        if end > line.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
        if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
        if end > line.lowerBound {
            let range = line.lowerBound..<end
            if delimiter == nil {
                let ending = Array(bytes[end..<line.upperBound])
                try takeHead(bytes[part: range], range, ending, offset: offset, into: &pieces)
            } else if records == 0, let layout, layout.isTags(bytes[part: range]) {
                pieces.append(Piece(kind: .tags, range: range))
            } else {
                records += 1
                pieces.append(Piece(kind: .record, range: range, number: records))
            }
        }
        if end < line.upperBound {
            pieces.append(Piece(kind: .frame, range: end..<line.upperBound))
        }
    }

    /// Takes a line before the records: the header, or what stands before it.
    private mutating func takeHead(
        _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ ending: [UInt8], offset: Int,
        into pieces: inout [Piece]
    ) throws(ReportFileError) {
        if titles == 0, namedDelimiter == nil, let named = CSVLayout.namedDelimiter(bytes) {
            namedDelimiter = named
            pieces.append(Piece(kind: .frame, range: range))
            return
        }
        if let recognised, titles < recognised.line {
            titles += 1
            pieces.append(Piece(kind: .frame, range: range))
            return
        }
        if recognised == nil { lines.append(range) }
        do throws(ReportFileError) {
            layout = try CSVLayout(
                header: bytes, delimiter: recognised?.delimiter ?? namedDelimiter,
                position: recognised?.position, lineEnding: ending, fields: fields,
                offset: offset + range.lowerBound)
            delimiter = layout?.delimiter
            pieces.append(Piece(kind: .header, range: range))
        } catch {
            let isHeader =
                recognised != nil || CSVLayout.hasPosition(bytes, delimiter: namedDelimiter, fields)
            if isHeader || titles == Self.mostTitles { throw isHeader ? error : noHeader ?? error }
            noHeader = noHeader ?? error
            titles += 1
            pieces.append(Piece(kind: .frame, range: range))
        }
    }
}
