import Agreements
import ReportFiles
import SystemFiles

/// The checks of those files of a map or a report that come without findings.
struct FileChecks {
    private let reports: CheckedReports
    private let compiled: CompiledAgreement
    private let indexing: AgreementIndexing
    private let subject: CheckedAgreement
    private let fields: FieldNames

    /// What will be checked while it is read; `nil` where there is nothing.
    ///
    /// - Parameters:
    ///   - files: those of reports.
    ///   - input: how they are read.
    ///   - compiled: what they are checked against.
    ///   - counting: how sets of reports are counted; `nil` where nobody asks for them.
    ///   - threads: how many threads check.
    ///   - progress: shows how far that has come.
    init?(
        of files: [InputFile], _ input: ReportInput, _ compiled: CompiledAgreement,
        _ counting: CountingOptions?, threads: Int, _ progress: Progress
    ) throws {
        guard !files.isEmpty else { return nil }
        var input = input
        input.hashes = true
        var options = CheckRun.Options()
        options.fields = OutputField.usual(under: compiled.agreement)
        options.counting = try counting?.plan(compiled, clock: input.fields.times.clock)
        options.threads = threads
        indexing = AgreementIndexing(
            compiled, for: options.fields, expecting: files.leastReports)
        subject = CheckedAgreement(compiled, index: indexing)
        (self.compiled, fields) = (compiled, input.fields)
        reports = CheckedReports(subject, input, options) {
            progress.update(bytes: $0, records: $1)
        }
    }

    /// What is found of a file of reports, as a file.
    func findings(of file: InputFile) -> InputFile { reports.findings(of: file) }

    /// What is known of a file of reports by its name.
    func summary(ofFile name: String) -> InputSummary? { reports.summary(ofFile: name) }

    /// What was found of sets of reports; asked once, when all files have been read.
    func sets() throws -> SetFindings? { try reports.sets() }

    /// Why files are not whole or of no use, when all have been read.
    var faults: [String] {
        let tally = reports.tally
        var faults: [String] = []
        if let place = tally.cutOff {
            faults.append("\(place): the file is cut off within this record")
        }
        if tally.read > 0, tally.rejected == tally.read {
            faults.append(
                Diagnostics.allRefused(tally.read, tally.causes, first: tally.faults.first))
        }
        return faults
    }

    /// What is to be said of the reports, when all have been read.
    var hints: [String] {
        let tally = reports.tally
        var lines = MissingValues(compiled.agreement, fields).hints(tally).map { "dmz: " + $0 }
        if let failure = indexing.failure {
            lines.append("dmz: judged without an index, which took longer: \(failure)")
        }
        return lines + CheckHints.lines(tally, compiled, fields, near: subject.extent)
    }
}
