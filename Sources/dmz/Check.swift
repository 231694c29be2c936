import AgreementFiles
import Agreements
import ArgumentParser
import Geodesy
import ReportFiles

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds for each report in which zones it lies and what the rules say of it.",
        usage: """
            dmz check <agreement> <reports> ... [<options>]
            dmz check [<agreement>] --explain-input <file> [<options>]
            """,
        discussion: """
            Reads GeoJSON (FeatureCollection, Feature, one Feature a line, text sequence) or CSV \
            and writes the same with findings added to each report; with --profile cot also events of \
            Cursor on Target (XML), which are written as one object of JSON a line. Exit status: 0 done, 1 bytes \
            could not be read or written, 64 usage, 65 a file (or, with --strict, a record) could \
            not be used, 3 a finding named by --fail-on.

            \(Examples.text([Examples.check]))
            """)

    @Argument(
        help: "The agreement file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
    var agreement: String?
    @Argument(help: "Files of reports; - is standard input.", completion: .file())
    var reports: [String] = []
    @Option(
        help: """
            Instead: say what is recognised of a file of reports by its first 1,000 records, and what the \
            options would change.
            """, completion: .file())
    var explainInput: String?
    @OptionGroup(title: "Writing") var writing: CheckOutputOptions
    @OptionGroup(title: "Properties or columns of reports") var names: FieldOptions
    @OptionGroup(title: "Uncertainty") var modelOptions: ModelOptions
    @OptionGroup(title: "Reading") var inputOptions: InputOptions
    @OptionGroup(title: "Caps, sites and obligations") var countingOptions: CountingOptions
    @OptionGroup(title: "Against an older agreement") var changeOptions: ChangeOptions
    @OptionGroup(title: "Exit status") var ending: CheckStatusOptions
    @Option(help: "What joins the vertices of lines, whatever the agreement's file says.")
    var edges: EdgeKind?
    @Option(
        parsing: .unconditional,
        help: "How many threads are used; as many as there are processors when not given.")
    var threads: Int?
    @Flag(name: [.short, .long], help: "No table and no progress on standard error.")
    var quiet = false

    func validate() throws {
        if explainInput == nil {
            if agreement == nil { throw ValidationError("Missing expected argument '<agreement>'") }
            if reports.isEmpty {
                throw ValidationError("Missing expected argument '<reports> ...'")
            }
        } else if !reports.isEmpty {
            throw ValidationError(
                "--explain-input looks at one file and checks none; leave out the other files")
        }
        if changeOptions.isAsked, countingOptions.isAsked {
            throw ValidationError(
                "--complete and --as-of are about caps, sites and obligations, which are not compared with an older "
                    + "agreement; leave them out, or check without --against and --line-version")
        }
        try names.checkGazetteer(inputOptions)
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads: \(threads) is not in 1...1024")
        }
    }

    func run() throws {
        do {
            if let explainInput {
                try explain(explainInput)
            } else if let agreement {
                try check(agreement)
            }
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    /// How files are read, by all options and the profile.
    private func reading() throws -> ReportInput {
        var reading = try inputOptions.input(try names.wanted())
        try names.applyProfile(to: &reading)
        try names.readGazetteer(into: &reading.fields)
        return reading
    }

    private func explain(_ path: String) throws {
        var reading = try reading()
        if let agreement {
            let clock = try AgreementFile.read(path: agreement).agreement.clock
            reading.fields.times.clock = reading.fields.times.clock ?? clock
        }
        let file = try Inputs.open([path], outputs: [])[0]
        let found = try InputRecognition(file, reading)
        if let path = writing.saveProfile {
            let output = try Outputs.open(path)
            try save(
                try names.readProfile().pinning(
                    reading, layout: found.layout, habits: found.habits, encoding: found.encoding),
                to: output)
            try OutputFile.finish([output])
        }
        try Diagnostics.output(
            InputExplanation(found).lines().map { String(visible: $0) + "\n" }.joined())
    }

    private func save(_ text: String, to file: OutputFile) throws {
        try file.write(ByteBuffer(text.utf8))
    }

    /// The profile by which all files are read as they were; `nil` where they were read in several ways.
    private func profile(_ reading: ReportInput, _ inputs: [InputSummary]) throws -> String? {
        let base = try names.readProfile()
        let texts = try inputs.map { input in
            try base.pinning(
                reading, layout: input.layout, habits: input.habits, encoding: input.encoding)
        }
        if let other = texts.firstIndex(where: { $0 != texts[0] }) {
            Diagnostics.say(
                "dmz: --save-profile: \(inputs[other].name) was read otherwise than \(inputs[0].name), and no "
                    + "profile is written; save a profile for each, or name by options what differs "
                    + "(--explain-input says how each is read)")
            return nil
        }
        return texts.first ?? ""
    }

    private func check(_ path: String) throws {
        var reading = try reading()
        _ = try writing.outputFields(of: nil, withModel: modelOptions.model != nil)
        // All of them, before anything is read: a run of hours should not end at a typo.
        let output = try Outputs.open(writing.output)
        let summaryFile = try writing.summary.map { try Outputs.open($0) }
        let rejects = try writing.rejects.map { try Outputs.open($0) }
        let altered = try writing.altered.map { try Outputs.open($0) }
        let profile = try writing.saveProfile.map { try Outputs.open($0) }
        let file = try AgreementFile.read(path: path)
        if !quiet {
            for warning in file.warnings { Diagnostics.say("dmz: \(warning)") }
        }
        let files = try Inputs.open(
            reports,
            besides: [path] + file.geometryFiles + [names.gazetteer].compactMap { $0 },
            outputs: writing.outputs.map(\.path))
        var compiled = try CompiledAgreement(file.agreement.joined(by: edges))
        compiled.positionModel = try modelOptions.positionModel()
        let fields = try writing.outputFields(
            of: compiled.agreement, withModel: compiled.positionModel != nil)
        let indexing = AgreementIndexing(
            compiled, for: fields,
            expecting: files.leastReports)
        let checked = CheckedAgreement(compiled, index: indexing)
        let earlier = try earlier(than: file.agreement, compiled, for: fields, files)
        let changed = earlier.map { ChangedAgreement(checked, against: $0) }
        let subject: any CheckSubject = changed ?? checked
        reading.isFiltered = changed != nil
        reading.hashes = writing.summary != nil
        let geometryHashes =
            writing.summary == nil
            ? []
            : try file.geometryFiles.map { path throws in try InputSummary.hashing(path: path) }
        let agreementHash = try writing.summary.map { _ in
            try InputSummary.hashing(path: path)
        }
        var options = CheckRun.Options()
        options.fields = fields
        options.isWide = writing.wide
        // Sets are of all reports of a run; of some of them they say nothing.
        if changed == nil {
            options.counting = try countingOptions.plan(
                compiled, clock: reading.fields.times.clock)
        }
        options.threads = threads ?? ProcessorCount.usable
        let progress = Progress(files: files, isShown: !quiet && Diagnostics.isTerminal)
        defer { progress.clear() }
        let run = try CheckRun(
            files: files, input: reading, subject: subject, options: options,
            output: output, rejects: rejects, altered: altered
        ) { progress.update(bytes: $0, records: $1) }.run()
        progress.clear()
        if !quiet, let failure = indexing.failure {
            Diagnostics.say("dmz: judged without an index, which took longer: \(failure)")
        }
        var counts = RunSummary(
            version: DMZ.version, agreement: agreementHash, inputs: run.inputs,
            written: run.written, tally: run.tally, zones: subject.zoneIDs, rules: subject.ruleIDs)
        counts.geometry = geometryHashes
        counts.changes = changed?.counts.all
        if let changes = counts.changes { counts.written = changes.changed }
        if writing.summary != nil {
            counts.earlier = try changeOptions.against.map { try InputSummary.hashing(path: $0) }
        }
        counts.sets = run.sets
        counts.agreementSystems = file.systems
        if writing.summary != nil {
            counts.gazetteer = try names.gazetteer.map { try InputSummary.hashing(path: $0) }
        }
        counts.missingUncertainty = reading.fields.missingUncertainty
        counts.clock = reading.fields.times.clock ?? compiled.agreement.clock
        counts.datum = reading.fields.datum
        counts.datums = reading.fields.systems
        counts.indexFailure = indexing.failure
        counts.positionModel = compiled.positionModel
        if writing.summary != nil { counts.libraries = LibraryVersions.all }
        try summaryFile?.write(counts.json())
        // Findings are worth keeping where no one profile reads all files.
        let pinned = try profile.flatMap { _ in try self.profile(reading, run.inputs) }
        if let profile, let pinned { try save(pinned, to: profile) }
        let saved = pinned == nil ? nil : profile
        try OutputFile.finish([output] + [rejects, altered, summaryFile, saved].compactMap { $0 })
        if !quiet {
            let hints = MissingValues(compiled.agreement, reading.fields).hints(run.tally)
            Diagnostics.say(SummaryTable(counts, hints: hints).lines())
        }
        if !quiet, let changes = counts.changes { Diagnostics.say(ChangeTable(changes).lines) }
        if !quiet {
            for hint in CheckHints.lines(run.tally, compiled, reading.fields, near: subject.extent)
            {
                Diagnostics.say(hint)
            }
        }
        if profile != nil, saved == nil { throw ExitCode.unusable }
        try end(run.tally, run.sets)
    }

    /// What an older agreement says, where one is asked for.
    private func earlier(
        than agreement: Agreement, _ compiled: CompiledAgreement, for fields: [OutputField],
        _ files: [InputFile]
    ) throws -> CheckedAgreement? {
        guard let older = try changeOptions.earlier(than: agreement) else { return nil }
        var earlier = try CompiledAgreement(older.joined(by: edges))
        earlier.positionModel = compiled.positionModel
        let indexing = AgreementIndexing(
            earlier, for: fields, expecting: files.leastReports)
        return CheckedAgreement(earlier, index: indexing)
    }

    private func end(_ tally: Tally, _ sets: SetFindings?) throws {
        if let place = tally.cutOff {
            Diagnostics.say("dmz: \(place): the file is cut off within this record")
            throw ExitCode.unusable
        }
        if tally.read > 0, tally.rejected == tally.read, !ending.allowAllRefused {
            Diagnostics.say(
                "dmz: "
                    + Diagnostics.allRefused(tally.read, tally.causes, first: tally.faults.first))
            throw ExitCode.unusable
        }
        if ending.strict, tally.rejected > 0 { throw ExitCode.unusable }
        let isBreached = sets?.caps.contains(where: \.isBreached) ?? false
        if ending.failOn != nil, isBreached || tally.findings[Finding.apparentBreach.order] > 0 {
            throw ExitCode.found
        }
    }
}
