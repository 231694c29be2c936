import GeoJSONText

/// Finds the pieces of one format in bytes that come in chunks of any size.
///
/// A scanner is given what it has not yet handed out, from the first such byte; it answers with
/// pieces that cover a front part of it, and is given the rest again, with more behind it.
protocol PieceScanner: Sendable {
    /// The format that it reads.
    var format: ReportFormat { get }
    /// The columns, once the header of CSV has been seen.
    var layout: CSVLayout? { get }
    /// What reads on behind the end of what this scanner reads.
    var successor: (any PieceScanner)? { get }

    /// Adds the pieces that `bytes` certainly holds.
    ///
    /// - Parameters:
    ///   - bytes: what has not been handed out yet.
    ///   - offset: the place of the first of these bytes in the file.
    ///   - atEnd: whether no more bytes will come.
    ///   - tokens: what finds the brackets of JSON, if the scanner asks for it; a block made of the
    ///     pieces may then be read by what it has found.
    ///   - pieces: where found pieces are added; ranges count from the first byte of `bytes`.
    /// - Returns: how many bytes the pieces cover.
    /// - Throws: `ReportFileError` when the file cannot be used.
    mutating func scan(
        _ bytes: UnsafeRawBufferPointer, offset: Int, atEnd: Bool, tokens: JSONParser,
        into pieces: inout [Piece]
    ) throws(ReportFileError) -> Int
}

extension PieceScanner {
    var layout: CSVLayout? { nil }
    var successor: (any PieceScanner)? { nil }
}

extension UInt8 {
    var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
    static let recordSeparator: UInt8 = 0x1E
}
