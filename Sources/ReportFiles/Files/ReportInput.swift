import GeoJSONText

/// What is known of an input after it was read.
package struct InputSummary: Hashable, Sendable {
    /// The file as it was named.
    package let name: String
    /// How many bytes it has.
    package let bytes: Int
    /// Its SHA-256 in hexadecimal; `nil` when it was not asked for.
    package let sha256: String?
    /// Its format; `nil` when it holds nothing.
    package let format: ReportFormat?
    /// The columns, where it is a table.
    package var layout: CSVLayout?
    /// What its first records tell of the others.
    package var habits = FileHabits()
    /// The encoding of its text; `nil` for UTF-8.
    package var encoding: TextEncoding?
    /// How many places of the text were no characters of the encoding.
    package var replaced = 0

    /// A whole file, hashed.
    ///
    /// - Throws: `ReportFileError` when it cannot be read.
    package static func hashing(path: String) throws(ReportFileError) -> InputSummary {
        let file = try InputFile(path: path)
        let hash = ByteHash()
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
        defer { chunk.deallocate() }
        var total = 0
        while case let count = try file.read(into: chunk), count > 0 {
            hash.add(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
            total += count
        }
        return InputSummary(
            name: file.name, bytes: total, sha256: hash.hexadecimal(), format: nil)
    }
}

/// How files of reports are read.
package struct ReportInput: Sendable {
    /// The format; `nil` to recognise it.
    package var format: ReportFormat?
    /// The encoding of the text; `nil` for UTF-8, or UTF-16 where a file's mark names it.
    package var encoding: TextEncoding?
    /// The names of the members that are wanted.
    package var fields = FieldNames()
    /// Whether the bytes are hashed.
    package var hashes = false
    /// Whether only some of the records are written.
    package var isFiltered = false
    /// How many bytes are read at once.
    package var chunkSize = 1 << 18

    package init() {}

    /// Reads a file and hands its blocks on, each as soon as its records are whole.
    ///
    /// - Throws: `ReportFileError` when the file cannot be read or used; what the consumer throws.
    package func read(_ file: InputFile, to consumer: (Block) throws -> Void) throws {
        let source = BlockSource(files: [file], input: self)
        let tokens = JSONParser(fields)
        var memory = ByteBuffer()
        while let item = try source.next(in: &memory, tokens: tokens) { try consumer(item.block) }
    }
}
