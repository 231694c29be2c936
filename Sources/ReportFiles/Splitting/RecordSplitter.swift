import GeoJSONText

/// Splits a file of reports, fed in chunks of any size, into records and what is around them.
package struct RecordSplitter {
    private let file: String
    /// The format that was asked for, and the one that the file's name or that says.
    private let asked: ReportFormat?
    private let given: ReportFormat?
    private let fields: FieldNames
    private let quickFrom: Int
    private let longest: Int
    /// How the bytes were compressed before they came here; for messages.
    var packing: Compression?
    /// What reads the file, once the format is known.
    private var scanner: (any PieceScanner)?
    /// What has been fed and not been handed out yet.
    private var rest: [UInt8] = []
    /// The place in the file of the first byte that has not been handed out.
    private var offset = 0
    private var ownTokens: JSONParser?
    private var finder: HabitFinder
    /// What has been found and is held back, from the first byte of what has not been handed out yet.
    private var held: (pieces: [Piece], bytes: Int) = ([], 0)

    /// A splitter of a new file.
    ///
    /// - Parameters:
    ///   - file: its name, for messages and for what its ending says of the format.
    ///   - format: the format, when it is not to be recognised.
    ///   - fields: the names of the columns of CSV.
    ///   - quickFrom: how many bytes there must be for a whole block to be looked at at once, which
    ///     changes nothing but the speed.
    ///   - longest: how many bytes a record may have.
    package init(
        file: String, format: ReportFormat? = nil, fields: FieldNames = FieldNames(),
        quickFrom: Int = 1 << 14, longest: Int = Piece.longest
    ) {
        self.longest = longest
        self.file = file
        asked = format
        given = format ?? ReportFormat(fileName: file)
        self.fields = fields
        finder = HabitFinder(fields: fields)
        self.quickFrom = quickFrom
    }

    /// The format, once enough has been seen.
    package var format: ReportFormat? { scanner?.format }

    /// The columns, once the head of a table has been seen.
    var layout: CSVLayout? { scanner?.layout }

    /// What the first records tell of the others, by now.
    var habits: FileHabits { finder.habits }

    /// Whether nothing but white space has been seen.
    package var isEmpty: Bool { scanner == nil }

    /// Takes the next bytes and hands on those that are whole pieces by now.
    package mutating func feed(
        _ chunk: UnsafeRawBufferPointer, to consumer: (Block) throws -> Void
    ) throws {
        guard rest.isEmpty else {
            rest.append(contentsOf: chunk)
            return try splitRest(atEnd: false, to: consumer)
        }
        let consumed = try split(chunk, atEnd: false, to: consumer)
        rest.append(contentsOf: chunk[consumed...])
    }

    /// Says that no more bytes will come.
    package mutating func finish(to consumer: (Block) throws -> Void) throws {
        try splitRest(atEnd: true, to: consumer)
    }

    private mutating func splitRest(atEnd: Bool, to consumer: (Block) throws -> Void) throws {
        var held: [UInt8] = []
        swap(&held, &rest)
        let consumed = try held.withUnsafeBytes { try split($0, atEnd: atEnd, to: consumer) }
        held.removeSubrange(..<consumed)
        swap(&held, &rest)
    }

    private mutating func split(
        _ bytes: UnsafeRawBufferPointer, atEnd: Bool, to consumer: (Block) throws -> Void
    ) throws -> Int {
        let tokens = ownTokens ?? JSONParser(fields)
        ownTokens = tokens
        let found = split(bytes, atEnd: atEnd, tokens: tokens)
        if let block = found.block { try consumer(block) }
        if let failure = found.failure { throw failure }
        return found.consumed
    }

    /// What was found in some bytes.
    struct Split {
        /// The whole pieces, if there are any.
        var block: Block?
        /// How many bytes they cover; the others are to be given again, with more behind them.
        var consumed = 0
        /// Why the file cannot be used from there on.
        var failure: ReportFileError?
    }

    /// Finds the whole pieces of what has not been handed out yet.
    mutating func split(
        _ bytes: UnsafeRawBufferPointer, atEnd: Bool, tokens: JSONParser
    ) -> Split {
        var found = Split()
        tokens.forgetIndex()
        if isEmpty {
            do throws(ReportFileError) {
                found.consumed = try decide(bytes, atEnd: atEnd)
            } catch {
                found.failure = named(error)
            }
            guard !isEmpty else { return found }
        }
        let body = bytes[part: found.consumed..<bytes.count]
        var pieces = held.pieces
        pieces.reserveCapacity(body.count / 64)
        var used = held.bytes
        do throws(ReportFileError) {
            used = try scanBody(body, from: used, atEnd: atEnd, tokens, &pieces)
        } catch {
            found.failure = named(error)
        }
        finder.look(
            at: pieces[held.pieces.count...], of: body, offset: offset, layout: scanner?.layout,
            format: scanner?.format)
        if atEnd || found.failure != nil { finder.decide() }
        if finder.isHolding {
            held = (pieces, used)
            return found
        }
        if held.bytes > 0 {
            // What is known of tokens is known of a part of the bytes.
            tokens.forgetIndex()
            held = ([], 0)
        }
        if !pieces.isEmpty, let scanner {
            found.block = Block(
                bytes: body, offset: offset, pieces: pieces, format: scanner.format,
                layout: scanner.layout, habits: finder.habits, parser: tokens)
        }
        offset += used
        found.consumed += used
        return found
    }

    private mutating func scanBody(
        _ body: UnsafeRawBufferPointer, from start: Int, atEnd: Bool, _ tokens: JSONParser,
        _ pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        var used = try start + run(body, start, atEnd, tokens, &pieces)
        while let successor = scanner?.successor {
            scanner = successor
            used += try run(body, used, atEnd, tokens, &pieces)
        }
        return used
    }

    /// Lets the scanner see the bytes from `start` on.
    private mutating func run(
        _ bytes: UnsafeRawBufferPointer, _ start: Int, _ atEnd: Bool, _ tokens: JSONParser,
        _ pieces: inout [Piece]
    ) throws(ReportFileError) -> Int {
        let first = pieces.count
        defer {
            if start > 0 {
                for k in first..<pieces.count {
                    let range = pieces[k].range
                    pieces[k].range = range.lowerBound + start..<range.upperBound + start
                }
            }
        }
        let rest = bytes[part: start..<bytes.count]
        return try scanner?.scan(
            rest, offset: offset + start, atEnd: atEnd, tokens: tokens, into: &pieces) ?? 0
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
                .unusable,
                "is UTF-16; give it out as UTF-8, for example with iconv -f UTF-16 -t UTF-8")
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let hasMark = bytes.starts(with: mark)
        // Fewer bytes than a byte-order mark, or nothing but white space, decide nothing.
        if !atEnd, !hasMark, mark.starts(with: bytes) { return 0 }
        let skipped = hasMark ? mark.count : 0
        guard let first = bytes[skipped...].first(where: { !$0.isJSONSpace }) else { return 0 }
        if asked == .cot || asked == nil && first == UInt8(ascii: "<"), fields.readsEvents {
            offset = skipped
            scanner = EventScanner(offset: offset, longest: longest)
            return skipped
        }
        if !atEnd, ForeignFormat.mayBeTold(after: bytes) { return 0 }
        if let format = ForeignFormat(bytes) {
            throw ReportFileError(
                .unusable, byte: 0,
                format.sentence(expecting: "GeoJSON or CSV", within: packing?.rawValue))
        }
        if asked == .cot {
            throw ReportFileError(
                .unusable, "events of Cursor on Target are read with --profile cot")
        }
        offset = skipped
        switch (first, given) {
        case (.recordSeparator, nil), (_, .sequence): scanner = SequenceScanner(longest: longest)
        case (.recordSeparator, .lines): scanner = SequenceScanner(longest: longest)
        case (_, .lines): scanner = LineScanner(longest: longest)
        case (_, .csv): scanner = CSVScanner(fields: fields, offset: offset, longest: longest)
        case (UInt8(ascii: "{"), _), (UInt8(ascii: "["), _), (_, .geojson), (_, .array):
            scanner = DocumentScanner(
                fields: fields, offset: offset, quickFrom: quickFrom, longest: longest)
        default:
            guard !Self.isNamedJSON(file) else {
                throw ReportFileError(
                    .unusable, byte: 0,
                    "is not JSON: it begins with \(String(shown: first)), expected '{'")
            }
            scanner = CSVScanner(fields: fields, offset: offset, longest: longest)
        }
        return skipped
    }

    private static let utf16Marks: Set<[UInt8]> = [[0xFF, 0xFE], [0xFE, 0xFF]]

    private static func isNamedJSON(_ file: String) -> Bool {
        let name = file.lowercased()
        return name.hasSuffix(".json") || name.hasSuffix(".geojson")
    }
}
