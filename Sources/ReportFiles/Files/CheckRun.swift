import Dispatch
import GeoJSONText

/// Checks files of reports from first to last and writes one output, with several workers.
///
/// Each worker in turn reads the next block, checks it beside the others, and writes it when all
/// earlier ones are written: so the output does not depend on how many there are, and memory is
/// held for one block a worker only.
///
/// `@unchecked` because what changes is used under one of the two turnstiles: `source` when holding
/// `reading`, the rest in the turn of `writing`; both also when no worker is left.
package final class CheckRun: @unchecked Sendable {
    /// What came of a run.
    package struct Result: Sendable {
        /// What is known of each input, in order.
        package var inputs: [InputSummary] = []
        /// Records written.
        package var written = 0
        /// What was counted.
        package var tally: Tally
        /// What was found of sets of reports; `nil` where the agreement speaks of none.
        package var sets: SetFindings?
    }

    /// How findings are made and written.
    package struct Options: Sendable {
        /// What is written of the findings.
        package var fields = OutputField.usual
        /// Whether tables have a column of probabilities for each zone.
        package var isWide = false
        /// How sets of reports are counted; `nil` where nobody asks for them.
        package var counting: CountingPlan?
        /// So many entries of sets are held in memory; as many as usual unless said.
        package var countingLimit: Int?
        /// How many threads are used.
        package var threads = 1
        /// Whether an interrupted process says how many records have been written.
        package var saysProgress = true
        /// Whether each record is read alone, which changes nothing but the speed.
        package var isCareful = false

        package init() {}
    }

    private let input: ReportInput
    private let subject: any CheckSubject
    private let options: Options
    private let output: OutputFile
    private let rejects: OutputFile?
    private let altered: OutputFile?
    private let progress: @Sendable (_ bytes: Int, _ records: Int) -> Void

    private let source: BlockSource
    private let reading = Turnstile()
    private let writing = Turnstile()
    private let store: CountStore
    private var failure: (any Error)?
    private var tally: Tally
    /// Why something that was counted could not be kept; as `source`.
    private var countingFailure: ReportFileError?
    /// What workers counted that have ended; as `source`.
    private var ended: [Tally] = []

    /// A run.
    ///
    /// - Parameters:
    ///   - files: what is read.
    ///   - input: how it is read.
    ///   - subject: what reports are checked against.
    ///   - options: how findings are made and written.
    ///   - output: where findings go.
    ///   - rejects: where the bytes of records go that could not be used.
    ///   - altered: where the original bytes of records go that are written in other bytes.
    ///   - earlier: a run that has ended, with the same subject and options, of which this one goes on counting.
    ///   - progress: told how many bytes have been read and how many records written.
    package init(
        files: [InputFile], input: ReportInput, subject: any CheckSubject,
        options: Options = Options(), output: OutputFile, rejects: OutputFile? = nil,
        altered: OutputFile? = nil, after earlier: CheckRun? = nil,
        progress: @escaping @Sendable (_ bytes: Int, _ records: Int) -> Void = { _, _ in }
    ) {
        self.subject = subject
        self.options = options
        self.output = output
        self.rejects = rejects
        self.altered = altered
        self.progress = progress
        var input = input
        input.fields = ReportChecker.wanted(input.fields, subject)
        self.input = input
        store = earlier?.store ?? CountStore(limit: options.countingLimit)
        source = BlockSource(files: files, input: input)
        tally = earlier?.tally ?? Tally(zones: subject.zoneIDs, rules: subject.ruleIDs)
    }

    /// Reads, checks and writes everything.
    ///
    /// The outputs are left to the caller to finish, together with what else is written of the run.
    ///
    /// - Throws: `ReportFileError` when a file cannot be read, used or written.
    package func run() throws -> Result {
        let inputs = try check()
        return Result(inputs: inputs, written: tally.read, tally: tally, sets: try sets())
    }

    /// What was counted, also by earlier runs, when all has been checked.
    var counted: Tally { tally }

    /// What was found of sets of reports; `nil` where nobody asks for them.
    ///
    /// Asked once, when all has been checked.
    func sets() throws(ReportFileError) -> SetFindings? {
        try options.counting.map { plan throws(ReportFileError) in
            try SetEvaluation.findings(
                plan, of: store, hasRefused: tally.rejected > 0, limit: options.countingLimit)
        }
    }

    /// Reads, checks and writes everything, and leaves sets to be told.
    ///
    /// - Throws: `ReportFileError` when a file cannot be read, used or written.
    /// - Returns: what is known of each input, in order.
    func check() throws -> [InputSummary] {
        ProcessSignals.install()
        if options.threads > 1 { try FreeDescriptors.require(FreeDescriptors.ofRun) }
        if options.saysProgress { RunProgress.set(0) }
        defer { if options.saysProgress { RunProgress.set(-1) } }
        if options.threads > 1 {
            DispatchQueue.concurrentPerform(iterations: options.threads) { _ in work() }
        } else {
            work()
        }
        if let failure = failure ?? countingFailure { throw failure }
        for counted in ended { tally.add(counted) }
        var end = ByteBuffer()
        source.framing.finish(&end)
        try output.write(end)
        return source.summaries
    }

    private func work() {
        var checker = ReportChecker(
            subject, fields: input.fields, output: options.fields, isWide: options.isWide,
            collectsRejects: rejects != nil, collectsAltered: altered != nil,
            sets: options.counting.map { SetCounter($0, into: store) }, isCareful: options.isCareful
        )
        let tokens = JSONParser(input.fields)
        var memory = ByteBuffer()
        var text = ByteBuffer()
        while step(&checker, tokens, &memory, &text) {}
        var fault: ReportFileError?
        do throws(ReportFileError) { try checker.settleSets() } catch { fault = error }
        reading.lock()
        countingFailure = countingFailure ?? fault
        ended.append(checker.tally)
        reading.unlock()
    }

    /// Reads, checks and writes one block; false when there are no more.
    private func step(
        _ checker: inout ReportChecker, _ tokens: JSONParser, _ memory: inout ByteBuffer,
        _ text: inout ByteBuffer
    ) -> Bool {
        reading.lock()
        guard !source.isDone else {
            reading.unlock()
            return false
        }
        text.removeAll()
        do throws(ReportFileError) {
            guard let item = try source.next(in: &memory, tokens: tokens) else {
                source.isDone = true
                reading.unlock()
                return false
            }
            checker.framing = source.framing
            // A header says what must come in later files; a very large block would be one of many.
            if item.hasHeader || item.block.bytes.count > Self.longestBeside {
                defer { reading.unlock() }
                do throws(ReportFileError) {
                    try checker.check(item.block, file: item.file, to: &text)
                    source.framing = checker.framing
                } catch {
                    end(with: error, ticket: item.ticket)
                    return false
                }
                return write(item, &checker, text)
            }
            source.framing.pass(item.block)
            reading.unlock()
            do throws(ReportFileError) {
                try checker.check(item.block, file: item.file, to: &text)
            } catch {
                reading.lock()
                end(with: error, ticket: item.ticket)
                reading.unlock()
                return false
            }
            return write(item, &checker, text)
        } catch {
            end(with: error, ticket: source.takeTicket())
            reading.unlock()
            return false
        }
    }

    /// Ends the run, when all earlier blocks have been written, with an error; `reading` is held.
    private func end(with error: any Error, ticket: Int) {
        source.isDone = true
        writing.wait(for: ticket)
        if failure == nil { failure = error }
        writing.pass()
    }

    private func write(
        _ item: BlockSource.Item, _ checker: inout ReportChecker, _ text: borrowing ByteBuffer
    ) -> Bool {
        writing.wait(for: item.ticket)
        defer { writing.pass() }
        guard failure == nil else { return false }
        do {
            try output.write(text)
            if let rejects { try rejects.write(checker.takeRejects()) }
            if let altered { try altered.write(checker.takeAltered()) }
        } catch {
            failure = error
            return false
        }
        tally.add(checker.takeNotes())
        if options.saysProgress { RunProgress.set(tally.read) }
        progress(item.bytesRead, tally.read)
        return true
    }

    /// A block beyond this many bytes is checked before the next one is read.
    private static let longestBeside = 4 << 20
}
