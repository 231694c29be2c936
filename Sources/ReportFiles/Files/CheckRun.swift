/// Checks files of reports from first to last and writes one output.
package struct CheckRun<Judge: ReportJudge> {
    /// What is known of each input after the run, in order.
    package private(set) var inputs: [InputSummary] = []
    /// Records written.
    package private(set) var written = 0
    /// The files that are read.
    package let files: [InputFile]

    private let input: ReportInput
    private let output: OutputFile
    private let rejects: OutputFile?
    private var checker: ReportChecker<Judge>

    /// A run.
    ///
    /// - Parameters:
    ///   - files: what is read.
    ///   - input: how it is read.
    ///   - judge: what reports are judged by.
    ///   - fields: what is written of the findings.
    ///   - output: where findings go.
    ///   - rejects: where the bytes of records go that could not be used.
    package init(
        files: [InputFile], input: ReportInput, judge: Judge, fields: [OutputField],
        output: OutputFile, rejects: OutputFile?
    ) {
        self.files = files
        self.output = output
        self.rejects = rejects
        checker = ReportChecker(
            judge: judge, fields: input.fields, output: fields, collectsRejects: rejects != nil)
        var input = input
        input.fields = checker.wantedFields
        self.input = input
    }

    /// What has been counted so far.
    package var tally: Tally { checker.tally }

    /// Reads, checks and writes everything; the output then stands under its name.
    ///
    /// - Parameter progress: told how many bytes and records have been read so far.
    /// - Throws: `ReportFileError` when a file cannot be read, used or written.
    package mutating func run(progress: (_ bytes: Int, _ records: Int) -> Void) throws {
        var text: [UInt8] = []
        var bytesRead = 0
        var isFirst = true
        for file in files {
            let read = try input.read(file) { count in
                bytesRead += count
                progress(bytesRead, checker.tally.read)
            } to: { block in
                if files.count > 1 { try join(block.format, file.name, isFirst: isFirst) }
                isFirst = false
                try checker.check(block, file: file.name, to: &text)
                try flush(&text)
            }
            inputs.append(read)
        }
        checker.framing.finish(&text)
        try flush(&text)
        written = checker.tally.read
        try output.finish()
        try rejects?.finish()
    }

    private mutating func join(
        _ format: ReportFormat, _ file: String, isFirst: Bool
    ) throws(ReportFileError) {
        if isFirst { checker.framing = OutputFraming(joining: format) }
        guard checker.framing.accepts(format) else {
            throw ReportFileError(
                .unusable, file: file,
                "is \(format == .csv ? "CSV" : "GeoJSON") and the first file is not; check them "
                    + "in separate runs")
        }
    }

    private mutating func flush(_ text: inout [UInt8]) throws(ReportFileError) {
        try output.write(text)
        text.removeAll(keepingCapacity: true)
        if let rejects { try rejects.write(checker.takeRejects()) }
    }
}
