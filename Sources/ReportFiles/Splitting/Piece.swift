import GeoJSONText

/// A stretch of a file of reports.
///
/// The pieces of a file, in order, are all its bytes.
package struct Piece: Hashable, Sendable {
    /// What a stretch is.
    package enum Kind: UInt8, Sendable {
        /// Bytes around records, which go to the output as they are.
        case frame
        /// One record.
        case record
        /// The line of a CSV file that names its columns.
        case header
        /// The line of tags under it, which is no record.
        case tags
        /// The front of a record that is too long; the rest of it follows.
        case oversized
        /// More of such a record.
        case skipped
        /// The last of such a record, if anything is left.
        case skippedEnd
    }

    /// Records beyond this many bytes are refused, so that no input fills the memory.
    package static let longest = 64 << 20

    /// What the stretch is.
    package var kind: Kind
    /// Its bytes, counted from the start of the block.
    package var range: Range<Int>
    /// The number of the record, from 1; 0 for other pieces.
    package var number = 0
    /// Whether the file ended where the record's end was still to come.
    package var isUnterminated = false
}

/// Bytes of a file and the pieces found in them.
package struct Block {
    /// The bytes, valid while the block is being handled.
    package let bytes: UnsafeRawBufferPointer
    /// The place of the first byte in the file.
    package let offset: Int
    /// What the bytes are made of.
    package let pieces: [Piece]
    /// The format of the file.
    package let format: ReportFormat
    /// The columns, when the file is CSV.
    package let layout: CSVLayout?
    /// What the file's first records tell of the others.
    package let habits: FileHabits
    /// What may know the tokens of the bytes, if they are JSON.
    let parser: JSONParser

    /// The bytes of all pieces.
    var records: UnsafeRawBufferPointer { bytes[part: 0..<(pieces.last?.range.upperBound ?? 0)] }

    /// The bytes of a piece.
    package func bytes(of piece: Piece) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[piece.range])
    }
}
