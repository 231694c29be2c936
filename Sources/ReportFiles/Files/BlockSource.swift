import GeoJSONText

/// Reads files of reports one after the other and gives out their blocks with numbered tickets.
///
/// It is used by one worker at a time. Bytes are read into the worker's own memory; only what is
/// left behind a block's last record is copied to the next worker.
final class BlockSource {
    /// A block with what is needed to check it.
    struct Item {
        let ticket: Int
        let block: Block
        let file: String
        /// How many bytes of all files have been read.
        let bytesRead: Int
        /// Whether the block has the head of a table, which goes to the output once for all files.
        let hasHeader: Bool
    }

    /// How records are put together behind those given out so far.
    var framing = OutputFraming.asRead
    /// What is known of each input that has been read to its end.
    private(set) var summaries: [InputSummary] = []
    /// How the file that is being read, or was read last, is compressed, and its encoding.
    private(set) var packing: Compression?
    private(set) var encoding: TextEncoding?
    /// Whether nothing more will be given out.
    var isDone = false

    private let files: [InputFile]
    private let input: ReportInput
    private var current: OpenFile?
    private var nextFile = 0
    private var nextTicket = 0
    private var bytesRead = 0
    private var isFirstBlock = true

    private final class OpenFile {
        let file: InputFile
        let reader: TextReader
        var splitter: RecordSplitter
        var rest = ByteBuffer()
        var isAtEnd = false
        var failure: ReportFileError?

        init(_ file: InputFile, _ input: ReportInput) {
            self.file = file
            reader = TextReader(file, encoding: input.encoding, hashes: input.hashes)
            splitter = RecordSplitter(file: file.name, format: input.format, fields: input.fields)
        }
    }

    init(files: [InputFile], input: ReportInput) {
        self.files = files
        self.input = input
    }

    func takeTicket() -> Int {
        defer { nextTicket += 1 }
        return nextTicket
    }

    /// The next block, or `nil` at the end of the last file.
    func next(
        in memory: inout ByteBuffer, tokens: JSONParser
    ) throws(ReportFileError) -> Item? {
        while !isDone {
            if current == nil {
                guard nextFile < files.count else { return nil }
                current = OpenFile(files[nextFile], input)
                nextFile += 1
            }
            guard let open = current else { return nil }
            if let block = try nextBlock(of: open, &memory, tokens) {
                return try item(block, open)
            }
            summaries.append(
                InputSummary(
                    name: open.file.name, bytes: open.reader.plainBytes,
                    sha256: open.reader.hexadecimalHash(), format: open.splitter.format,
                    layout: open.splitter.layout, habits: open.splitter.habits,
                    encoding: open.reader.encoding, replaced: open.reader.replaced))
            open.file.close()
            current = nil
        }
        return nil
    }

    private func item(_ block: Block, _ open: OpenFile) throws(ReportFileError) -> Item {
        if files.count > 1 || input.isFiltered {
            if isFirstBlock {
                framing =
                    input.isFiltered
                    ? OutputFraming(filtering: block.format)
                    : OutputFraming(joining: block.format)
            }
            guard framing.accepts(block.format) else {
                throw ReportFileError(
                    .unusable, file: open.file.name,
                    "is \(block.format == .csv ? "CSV" : "GeoJSON") and the first file is not; "
                        + "check them in separate runs")
            }
        }
        isFirstBlock = false
        return Item(
            ticket: takeTicket(), block: block, file: open.file.name, bytesRead: bytesRead,
            hasHeader: block.pieces.contains { $0.kind == .header || $0.kind == .tags })
    }

    /// The next block of a file, or `nil` when it has been given out to its end.
    private func nextBlock(
        of open: OpenFile, _ memory: inout ByteBuffer, _ tokens: JSONParser
    ) throws(ReportFileError) -> Block? {
        if let failure = open.failure { throw failure }
        memory.removeAll()
        memory.append(contentsOf: open.rest)
        open.rest.removeAll()
        var atEnd = open.isAtEnd
        while !atEnd {
            let room = UnsafeMutableRawBufferPointer(
                start: memory.reserve(input.chunkSize), count: input.chunkSize)
            let before = open.reader.bytesRead
            let count = try open.reader.read(into: room)
            atEnd = count == 0
            bytesRead += open.reader.bytesRead - before
            memory.advance(count)
            (packing, encoding) = (open.reader.compression, open.reader.encoding)
            open.splitter.packing = packing
            let found = open.splitter.split(memory.bytes, atEnd: atEnd, tokens: tokens)
            open.isAtEnd = atEnd
            if found.block == nil, let failure = found.failure { throw failure }
            open.failure = found.failure
            if let block = found.block {
                open.rest.append(contentsOf: memory.bytes[found.consumed...])
                return block
            }
            memory.removeFirst(found.consumed)
        }
        if open.splitter.isEmpty, !open.file.isStandardInput, !input.fields.readsFindings {
            let columns = input.fields.plainColumns.joined(separator: ", ")
            throw ReportFileError(
                .unusable, file: open.file.name,
                "is empty; expected "
                    + (columns.isEmpty ? "reports" : "a table with the columns \(columns)"))
        }
        return nil
    }
}
