import Agreements

@testable import ReportFiles

/// What was read of a text, without judging it.
struct Reading {
    var columns = ReportColumns()
    var notes: [String] = []
    var refusals: [String] = []
    var withoutUncertainty = 0

    /// The reports, whole.
    var reports: [Report] { (0..<columns.count).map { columns.report($0) } }

    /// Reads a text; `isCareful` reads all records one by one.
    init(
        _ text: String, file: String = "in.csv", format: ReportFormat? = nil,
        fields: FieldNames = FieldNames(), isCareful: Bool = false
    ) throws {
        var splitter = RecordSplitter(
            file: file, format: format, fields: fields, quickFrom: isCareful ? .max : 0)
        var reader = RecordReader(fields: fields, isCareful: isCareful)
        var records = ReadRecords()
        var batch = ReportBatch()
        var without = 0
        try Array(text.utf8).withUnsafeBytes { bytes in
            try splitter.feed(bytes) {
                reader.read($0, into: &records)
                batch.append(records)
                without += records.withoutUncertainty
            }
        }
        try splitter.finish {
            reader.read($0, into: &records)
            batch.append(records)
            without += records.withoutUncertainty
        }
        columns = batch.columns
        notes = batch.noted.map(\.note)
        refusals = batch.refused.map(\.reason)
        withoutUncertainty = without
    }
}
