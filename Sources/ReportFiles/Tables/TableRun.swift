import GeoJSONText

/// Reads files of findings from first to last and counts them in a table.
package struct TableRun {
    /// The table.
    package let table: FindingTable
    /// How many records were read, and how many of them could not be.
    package let read: Int
    package let unreadable: Int
    /// The record within which a file is cut off.
    package let cutOff: String?

    /// Reads files.
    ///
    /// - Parameter progress: told how many bytes and records have been read.
    /// - Throws: `ReportFileError` when one cannot be read or used, or holds no findings.
    package init(
        _ files: [InputFile], _ request: TableRequest,
        progress: (_ bytes: Int, _ records: Int) -> Void = { _, _ in }
    ) throws(ReportFileError) {
        let reader = TableReader(request)
        let input = reader.input
        let tokens = JSONParser(input.fields)
        var memory = ByteBuffer()
        var before = 0
        for file in files {
            let source = BlockSource(files: [file], input: input)
            var bytes = 0
            while let item = try source.next(in: &memory, tokens: tokens) {
                try reader.read(item.block, file: item.file)
                bytes = item.bytesRead
                progress(before + bytes, reader.read)
            }
            before += bytes
            try reader.endFile(file.name)
        }
        table = try reader.finish()
        read = reader.read
        unreadable = reader.notes.unreadable.count
        cutOff = reader.notes.cutOff
    }
}
