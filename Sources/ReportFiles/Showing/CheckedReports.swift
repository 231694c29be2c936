import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Files of reports that are checked while their findings are read, one after the other.
///
/// What a file's check finds comes through a pipe, so that memory is held for blocks only. Counts go on from file
/// to file; all files are to be read to their ends before anything is asked.
package final class CheckedReports: @unchecked Sendable {
    // `@unchecked`: one file is checked at a time, and only its check changes what is here.
    private let subject: any CheckSubject
    private let input: ReportInput
    private let options: CheckRun.Options
    private let progress: @Sendable (_ bytes: Int, _ records: Int) -> Void
    private var last: CheckRun?
    private var bytesBefore = 0
    private var summaries: [String: InputSummary] = [:]

    /// Reports of files.
    ///
    /// - Parameters:
    ///   - subject: what they are checked against.
    ///   - input: how they are read.
    ///   - options: how findings are made.
    ///   - progress: told how many bytes have been read and how many records checked, of all files.
    package init(
        _ subject: any CheckSubject, _ input: ReportInput, _ options: CheckRun.Options,
        progress: @escaping @Sendable (_ bytes: Int, _ records: Int) -> Void = { _, _ in }
    ) {
        var options = options
        options.saysProgress = false
        (self.subject, self.input, self.options, self.progress) = (
            subject, input, options, progress
        )
    }

    /// What will be found of a file's reports, as a file that is made while it is read.
    package func findings(of reports: InputFile) -> InputFile {
        InputFile(name: reports.name, from: Check(reports, self))
    }

    /// What is known of a file of reports by its name; `nil` where it was not checked.
    package func summary(ofFile name: String) -> InputSummary? { summaries[name] }

    /// What was counted of all files.
    package var tally: Tally {
        last?.counted ?? Tally(zones: subject.zoneIDs, rules: subject.ruleIDs)
    }

    /// What was found of sets of reports; `nil` where nobody asks for them.
    ///
    /// Asked once.
    package func sets() throws(ReportFileError) -> SetFindings? { try last?.sets() }

    /// Checks a file.
    private func check(_ reports: InputFile, to output: OutputFile) throws {
        let before = bytesBefore
        let run = CheckRun(
            files: [reports], input: input, subject: subject, options: options, output: output,
            after: last
        ) { [progress] in progress(before + $0, $1) }
        last = run
        for summary in try run.check() {
            summaries[summary.name] = summary
            bytesBefore += summary.bytes
        }
        try output.finish()
    }

    /// The check of one file.
    private final class Check: FileProducer, @unchecked Sendable {
        // `@unchecked`: the failure is written before `isOver` is signalled and read after it.
        private let reports: InputFile
        private let all: CheckedReports
        private let isOver = DispatchSemaphore(value: 0)
        private var failure: ReportFileError?

        init(_ reports: InputFile, _ all: CheckedReports) {
            (self.reports, self.all) = (reports, all)
        }

        func begin() throws(ReportFileError) -> Int32 {
            ProcessSignals.install()
            var ends: [Int32] = [-1, -1]
            // -1 on failure
            guard pipe(&ends) == 0 else {
                throw OutputFile.failure(reports.name, errno, "checked")
            }
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            let (descriptor, name) = (ends[1], "findings of " + reports.name)
            let hasBegun = BesideThread.begin { [self] in
                let output = OutputFile(descriptor: descriptor, name: name)
                do {
                    try all.check(reports, to: output)
                } catch {
                    failure =
                        error as? ReportFileError
                        ?? ReportFileError(.unusable, file: reports.name, "\(error)")
                    output.discard()
                }
                isOver.signal()
            }
            guard hasBegun else {
                for end in ends { close(end) }
                throw ReportFileError(
                    .inputOutput, file: reports.name,
                    "cannot be checked for want of a thread; check it first (dmz check), and give what that writes"
                )
            }
            return ends[0]
        }

        func end() throws(ReportFileError) {
            isOver.wait()
            // Asked again, it is still over.
            isOver.signal()
            if let failure { throw failure }
        }
    }
}
