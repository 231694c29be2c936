import Agreements

/// Reads reports from a stream of bytes that comes in chunks of any size.
///
/// The formats, names and faults are those of `dmz check`; a record is given out as soon as its last
/// byte has come, but the first that needs other records of the stream to be read (a date such as
/// `05/02/2017`) when 1,000 have come.
///
///     var reader = ReportReader(format: .csv)
///     for report in try reader.feed(chunk) { … }
///     for report in try reader.finish() { … }
public struct ReportReader: ~Copyable {
    private let name: String
    private var reader: RecordReader
    private var records = ReadRecords()
    private var splitter: RecordSplitter

    /// A new reader.
    ///
    /// - Parameters:
    ///   - format: how the reports are written; `nil` to recognise it by the ending of `name`, or else
    ///     the first bytes.
    ///   - attributes: the names of further properties to be read.
    ///   - clock: the clock of times without an offset from UTC, which are else not known.
    ///   - name: what the stream is called in errors, such as the name of a file.
    public init(
        format: ReportFormat? = nil, attributes: [String] = [], clock: LocalClock? = nil,
        name: String = "stream"
    ) {
        self.name = name
        var fields = FieldNames()
        fields.attributes = attributes
        fields.times.clock = clock
        reader = RecordReader(fields: fields)
        splitter = RecordSplitter(file: name, format: format, fields: fields)
    }

    /// Takes the next bytes and gives out the reports that are whole by now.
    ///
    /// - Throws: `ReportFileError` when the bytes are no reports; the reader is then of no more use, and
    ///   reports of the same chunk before the fault are not given out.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws -> ReportBatch {
        if let found = try bytes.withContiguousStorageIfAvailable({
            try feed(UnsafeRawBufferPointer($0))
        }) {
            return found
        }
        return try Array(bytes).withUnsafeBytes { try feed($0) }
    }

    private mutating func feed(_ bytes: UnsafeRawBufferPointer) throws -> ReportBatch {
        var batch = ReportBatch()
        try splitter.feed(bytes) {
            reader.read($0, into: &records)
            batch.append(records)
        }
        return batch
    }

    /// Says that the stream has ended and gives out what is left of it.
    ///
    /// - Throws: `ReportFileError` when the stream ends within something.
    public mutating func finish() throws -> ReportBatch {
        var batch = ReportBatch()
        try splitter.finish {
            reader.read($0, into: &records)
            batch.append(records)
        }
        return batch
    }
}
