import Agreements

/// Checks a stream of reports that comes in chunks of any size, and gives it back with findings.
///
/// The bytes are those that `dmz check` writes: one record out for one in, in their order, whatever
/// the chunks. A record is given back as soon as its last byte has come, but the first that needs other
/// records of the stream to be read (a date such as `05/02/2017`) when 1,000 have come.
///
///     var stream = ReportStream(checking: agreement, format: .lines)
///     let some = try stream.feed(chunk)
///     let last = try stream.finish()
public struct ReportStream: ~Copyable {
    private let name: String
    private var checker: ReportChecker
    private var splitter: RecordSplitter
    private var output = ByteBuffer()

    /// A new stream.
    ///
    /// - Parameters:
    ///   - agreement: what reports are checked against.
    ///   - format: how the reports are written; `nil` to recognise it by the ending of `name`, or else
    ///     the first bytes.
    ///   - fields: what is written of the findings; `nil` for what is usual under the agreement.
    ///   - name: what the stream is called in errors, such as the name of a file.
    public init(
        checking agreement: CompiledAgreement, format: ReportFormat? = nil,
        fields: [OutputField]? = nil, name: String = "stream"
    ) {
        self.name = name
        checker = ReportChecker(
            CheckedAgreement(agreement),
            output: fields ?? OutputField.usual(under: agreement.agreement))
        splitter = RecordSplitter(file: name, format: format, fields: checker.wantedFields)
    }

    /// A stream in which every block is looked at at once however short it is, or every record alone; what
    /// comes out is the same.
    @_spi(Fuzzing) public init(
        checking agreement: CompiledAgreement, format: ReportFormat?, readingAlone: Bool
    ) {
        name = "stream"
        checker = ReportChecker(CheckedAgreement(agreement), isCareful: readingAlone)
        var fields = checker.wantedFields
        fields.readsEvents = format == .cot
        splitter = RecordSplitter(
            file: name, format: format, fields: fields,
            quickFrom: readingAlone ? .max : 0)
    }

    /// How many records have been given back.
    public var recordCount: Int { checker.tally.read }

    /// How many of them could not be used and have a `dmz_error`.
    public var rejectedCount: Int { checker.tally.rejected }

    /// Takes the next bytes and gives back what is finished of the stream by now.
    ///
    /// - Throws: `ReportFileError` when the bytes are no reports; the stream is then of no more use.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [UInt8] {
        if let found = try bytes.withContiguousStorageIfAvailable({
            try feed(UnsafeRawBufferPointer($0))
        }) {
            return found
        }
        return try Array(bytes).withUnsafeBytes { try feed($0) }
    }

    private mutating func feed(_ bytes: UnsafeRawBufferPointer) throws -> [UInt8] {
        output.removeAll()
        try splitter.feed(bytes) { try checker.check($0, file: name, to: &output) }
        return Array(output.bytes)
    }

    /// Says that the stream has ended and gives back what is left of it.
    ///
    /// - Throws: `ReportFileError` when the stream ends within something.
    public mutating func finish() throws -> [UInt8] {
        output.removeAll()
        try splitter.finish { try checker.check($0, file: name, to: &output) }
        checker.framing.finish(&output)
        return Array(output.bytes)
    }
}
