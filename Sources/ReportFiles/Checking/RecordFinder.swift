import Agreements
import GeoJSONText

/// One record of a file, read as all of them are.
package struct RecordFinder {
    /// What was read of the record; `nil` where it could not be used.
    package private(set) var report: Report?
    /// Why it could not be used.
    package private(set) var refusal: String?
    /// What was read otherwise than written, or could not be read.
    package private(set) var notes: [String] = []
    /// The place of its first byte in the file.
    package private(set) var byte = 0

    /// Looks for the record of a number, counted from 1; `nil` where the file has fewer.
    ///
    /// - Throws: `ReportFileError` when the file cannot be read or used.
    package init?(
        _ number: Int, of file: InputFile, _ input: ReportInput, for subject: some CheckSubject
    ) throws {
        var input = input
        input.fields = ReportChecker.wanted(input.fields, subject)
        let source = BlockSource(files: [file], input: input)
        let tokens = JSONParser(input.fields)
        var memory = ByteBuffer()
        var reader = RecordReader(fields: input.fields)
        var read = ReadRecords()
        while let item = try source.next(in: &memory, tokens: tokens) {
            reader.read(item.block, into: &read)
            let records = item.block.pieces.filter { $0.kind == .record || $0.kind == .oversized }
            guard let place = records.firstIndex(where: { $0.number == number }) else { continue }
            byte = item.block.offset + records[place].range.lowerBound
            notes = read.notes.filter { $0.number == number }.map(\.text)
            if let refused = read.refusals.first(where: { $0.number == number }) {
                refusal = refused.reason
            } else {
                let before = read.entries[..<place].count { $0.kind != .refused }
                report = read.columns.report(before)
            }
            return
        }
        return nil
    }
}
