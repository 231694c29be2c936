/// Splits a file of reports, fed in chunks of any size, into records and what is around them.
package struct RecordSplitter {
    private enum Scanner {
        case undecided
        case document(DocumentScanner)
        case lines(LineScanner)
        case sequence(SequenceScanner)
        case csv(CSVScanner)
    }

    private let file: String
    private let given: ReportFormat?
    private let fields: FieldNames
    private var scanner = Scanner.undecided
    /// What has not been handed out yet, and the place in the file where it begins.
    private var rest: [UInt8] = []
    private var offset = 0
    private var pieces: [Piece] = []

    /// A splitter of a new file.
    ///
    /// - Parameters:
    ///   - file: its name, for messages and for what its ending says of the format.
    ///   - format: the format, when it is not to be recognised.
    ///   - fields: the names of the columns of CSV.
    package init(file: String, format: ReportFormat? = nil, fields: FieldNames = FieldNames()) {
        self.file = file
        given = format ?? ReportFormat(fileName: file)
        self.fields = fields
    }

    /// The format, once enough has been seen.
    package var format: ReportFormat? {
        switch scanner {
        case .undecided: nil
        case .document: .geojson
        case .lines: .lines
        case .sequence: .sequence
        case .csv: .csv
        }
    }

    /// The columns of CSV, once the header has been seen.
    package var layout: CSVLayout? {
        if case .csv(let scanner) = scanner { scanner.layout } else { nil }
    }

    /// Whether nothing but white space has been seen.
    package var isEmpty: Bool { if case .undecided = scanner { true } else { false } }

    /// Takes the next bytes and hands on those that are whole pieces by now.
    package mutating func feed(
        _ chunk: UnsafeRawBufferPointer, to consumer: (Block) throws -> Void
    ) throws {
        guard rest.isEmpty else {
            rest.append(contentsOf: chunk)
            return try scanRest(atEnd: false, to: consumer)
        }
        let consumed = try scan(chunk, atEnd: false, to: consumer)
        rest.append(contentsOf: chunk[consumed...])
    }

    /// Says that no more bytes will come.
    package mutating func finish(to consumer: (Block) throws -> Void) throws {
        try scanRest(atEnd: true, to: consumer)
    }

    private mutating func scanRest(atEnd: Bool, to consumer: (Block) throws -> Void) throws {
        var held: [UInt8] = []
        swap(&held, &rest)
        let consumed = try held.withUnsafeBytes { try scan($0, atEnd: atEnd, to: consumer) }
        held.removeSubrange(..<consumed)
        swap(&held, &rest)
    }

    private mutating func scan(
        _ bytes: UnsafeRawBufferPointer, atEnd: Bool, to consumer: (Block) throws -> Void
    ) throws -> Int {
        var consumed = 0
        pieces.removeAll(keepingCapacity: true)
        if case .undecided = scanner {
            do throws(ReportFileError) {
                consumed = try decide(bytes, atEnd: atEnd)
            } catch {
                throw named(error)
            }
            guard !isEmpty else { return consumed }
        }
        let body = bytes[part: consumed..<bytes.count]
        var failure: ReportFileError?
        var used = 0
        do throws(ReportFileError) {
            used = try scanBody(body, atEnd: atEnd)
        } catch {
            failure = named(error)
        }
        if !pieces.isEmpty, let format {
            try consumer(
                Block(bytes: body, offset: offset, pieces: pieces, format: format, layout: layout))
        }
        if let failure { throw failure }
        offset += used
        return consumed + used
    }

    private mutating func scanBody(
        _ body: UnsafeRawBufferPointer, atEnd: Bool
    ) throws(ReportFileError) -> Int {
        switch scanner {
        case .undecided: return 0
        case .document(var document):
            var used = try Self.run(&document, body, offset, atEnd, &pieces)
            scanner = .document(document)
            if document.isOneLine {
                var lines = LineScanner(records: 1)
                let first = pieces.count
                let more = try Self.run(
                    &lines, body[part: used..<body.count], offset + used, atEnd, &pieces)
                for k in first..<pieces.count {
                    let range = pieces[k].range
                    pieces[k].range = range.lowerBound + used..<range.upperBound + used
                }
                used += more
                scanner = .lines(lines)
            }
            return used
        case .lines(var lines):
            defer { scanner = .lines(lines) }
            return try Self.run(&lines, body, offset, atEnd, &pieces)
        case .sequence(var sequence):
            defer { scanner = .sequence(sequence) }
            return try Self.run(&sequence, body, offset, atEnd, &pieces)
        case .csv(var csv):
            defer { scanner = .csv(csv) }
            return try Self.run(&csv, body, offset, atEnd, &pieces)
        }
    }

    private static func run(
        _ scanner: inout some PieceScanner, _ bytes: UnsafeRawBufferPointer, _ offset: Int,
        _ atEnd: Bool, _ pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        try scanner.scan(bytes, offset: offset, atEnd: atEnd, into: &pieces)
    }

    private func named(_ error: ReportFileError) -> ReportFileError {
        var error = error
        error.file = file
        return error
    }

    /// Recognises the format from the first bytes; answers how many of them are a byte-order mark.
    private mutating func decide(
        _ bytes: UnsafeRawBufferPointer, atEnd: Bool
    ) throws(ReportFileError) -> Int {
        if bytes.count >= 2, Self.utf16Marks.contains([bytes[0], bytes[1]]) {
            throw ReportFileError(
                .unusable, "is UTF-16; convert it first, for example with iconv -f UTF-16 -t UTF-8")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let hasMark = bytes.starts(with: mark)
        // Fewer bytes than a byte-order mark, or nothing but white space, decide nothing.
        if !atEnd, !hasMark, mark.starts(with: bytes) { return 0 }
        let skipped = hasMark ? mark.count : 0
        guard let first = bytes[skipped...].first(where: { !$0.isJSONSpace }) else { return 0 }
        offset = skipped
        switch (first, given) {
        case (.recordSeparator, nil), (_, .sequence): scanner = .sequence(SequenceScanner())
        case (.recordSeparator, .lines): scanner = .sequence(SequenceScanner())
        case (_, .lines): scanner = .lines(LineScanner())
        case (_, .csv): scanner = .csv(CSVScanner(fields: fields, offset: offset))
        case (UInt8(ascii: "["), _):
            throw ReportFileError(
                .unusable, byte: 0,
                "a JSON array is not GeoJSON; expected a FeatureCollection, Features or CSV. Rows "
                    + "of a JSON array become CSV with jq or a few lines of Python "
                    + "(docs/report-files.md)")
        case (UInt8(ascii: "{"), _), (_, .geojson):
            scanner = .document(DocumentScanner(offset: offset))
        default:
            guard !Self.isNamedJSON(file) else {
                throw ReportFileError(
                    .unusable, byte: 0,
                    "is not JSON: it begins with \(String(shown: first)), expected '{'")
            }
            scanner = .csv(CSVScanner(fields: fields, offset: offset))
        }
        return skipped
    }

    private static let utf16Marks: Set<[UInt8]> = [[0xFF, 0xFE], [0xFE, 0xFF]]

    private static func isNamedJSON(_ file: String) -> Bool {
        let name = file.lowercased()
        return name.hasSuffix(".json") || name.hasSuffix(".geojson")
    }
}
