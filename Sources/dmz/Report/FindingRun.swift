import Agreements
import ArgumentParser
import DemarcationReport
import ReportFiles
import SystemFiles

/// Reads files of findings for a map or a report, checks files of reports first, and says what is odd of them.
struct FindingRun<Gathering: FindingGathering> {
    /// What was gathered.
    let gathered: Gathering
    /// How many records were read.
    let read: Int
    /// What the files are, in their order, and whether each was checked here.
    let files: [(summary: InputSummary, isChecked: Bool)]
    /// Whether files of reports were checked here.
    var hasChecked: Bool { files.contains(where: \.isChecked) }
    /// What was found of sets of reports, where all files were checked here.
    let sets: SetFindings?
    /// Whether some record or file could not be read to its end, or no report at all could be used.
    let isFaulty: Bool
    /// What is to be said of the findings in the report too.
    let notice: String?

    /// Reads files.
    ///
    /// - Parameters:
    ///   - paths: where they are.
    ///   - names: the names of members, and how files are read.
    ///   - inputOptions: the same.
    ///   - compiled: what reports are checked against.
    ///   - counting: how sets of reports are counted; `nil` where nobody asks for them.
    ///   - others: files that are read too, and `outputs` those that are written.
    ///   - outputs: files that are written.
    ///   - options: how many threads are used, and whether little is said.
    ///   - gathering: what the records are added to.
    ///   - foreign: what of it the agreement does not have.
    init(
        _ paths: [String], _ names: FieldOptions, _ inputOptions: InputOptions,
        _ compiled: CompiledAgreement, counting: CountingOptions?, besides others: [String],
        outputs: [String?], _ options: MapInput, into gathering: Gathering,
        foreign: (Gathering) -> ForeignNames
    ) throws {
        var input = try inputOptions.input(try names.wanted())
        try names.applyProfile(to: &input)
        try names.readGazetteer(into: &input.fields)
        let opened = try Inputs.open(paths, besides: others, outputs: outputs)
        let threads = options.threads ?? ProcessorCount.usable
        let progress = Progress(files: opened, isShown: !options.quiet && Diagnostics.isTerminal)
        defer { progress.clear() }
        var reading = input
        reading.fields = ReportChecker.wanted(input.fields, CheckedAgreement(compiled))
        let areReports = opened.map { !$0.holdsFindings(reading) }
        let check = try FileChecks(
            of: zip(opened, areReports).filter(\.1).map(\.0), input, compiled, counting,
            threads: threads, progress)
        let found = try FindingFiles(
            zip(opened, areReports).map { $1 ? check?.findings(of: $0) ?? $0 : $0 },
            reading, threads: threads, into: gathering
        ) { if check == nil { progress.update(bytes: $0, records: $1) } }
        progress.clear()
        gathered = found.gathered
        let notes = found.notes
        read = notes.read
        files = zip(found.summaries, areReports).map { summary, isReports in
            (isReports ? check?.summary(ofFile: summary.name) ?? summary : summary, isReports)
        }
        sets = areReports.contains(false) ? nil : try check?.sets()
        let warning = foreign(gathered).warning
        if let warning { Diagnostics.say("dmz: \(warning)") }
        var notices = [warning].compactMap { $0 }
        if let first = notes.firstUnreadable {
            let count = notes.unreadable
            Diagnostics.say(
                "dmz: \(first)" + (count > 1 ? "; \(count.grouped) records cannot be read" : ""))
            notices.append("\(count.grouped) records cannot be read, the first is \(first)")
        }
        var faults = check?.faults ?? []
        if let place = notes.cutOff {
            faults.append("\(place): the file is cut off within this record")
        }
        for fault in faults { Diagnostics.say("dmz: \(fault)") }
        notices += faults
        notice = notices.isEmpty ? nil : notices.joined(separator: "; ")
        isFaulty = notes.unreadable > 0 || check?.faults.isEmpty == false
        if !options.quiet { check?.hints.forEach { Diagnostics.say($0) } }
    }
}
