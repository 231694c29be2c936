import Agreements
import ArgumentParser
import DemarcationReport
import ReportFiles
import SystemFiles

/// Reads files of findings for a map or a report, and says what is odd of them.
struct FindingRun<Gathering: FindingGathering> {
    /// What was gathered.
    let gathered: Gathering
    /// How many records were read, and what the files are.
    let read: Int
    let files: [InputSummary]
    /// Whether some record could not be read.
    let isFaulty: Bool
    /// What is to be said of the findings in the report too.
    let notice: String?

    /// Reads files.
    ///
    /// - Parameters:
    ///   - paths: where they are.
    ///   - names: the names of members, and how files are read.
    ///   - inputOptions: the same.
    ///   - subject: what the reports were checked against, by which they are read again.
    ///   - others: files that are read too, and `outputs` those that are written.
    ///   - outputs: files that are written.
    ///   - options: how many threads are used, and whether little is said.
    ///   - gathering: what the records are added to.
    ///   - foreign: what of it the agreement does not have.
    init(
        _ paths: [String], _ names: FieldOptions, _ inputOptions: InputOptions,
        _ subject: CheckedAgreement, besides others: [String], outputs: [String?],
        _ options: MapInput, into gathering: Gathering,
        foreign: (Gathering) -> ForeignNames
    ) throws {
        var input = try inputOptions.input(try names.wanted())
        try names.applyProfile(to: &input)
        try names.readGazetteer(into: &input.fields)
        input.fields = ReportChecker.wanted(input.fields, subject)
        let opened = try Inputs.open(paths, besides: others, outputs: outputs)
        let progress = Progress(files: opened, isShown: !options.quiet && Diagnostics.isTerminal)
        defer { progress.clear() }
        let found = try FindingFiles(
            opened, input, threads: options.threads ?? ProcessorCount.usable, into: gathering
        ) { progress.update(bytes: $0, records: $1) }
        progress.clear()
        (gathered, files) = (found.gathered, found.summaries)
        let notes = found.notes
        read = notes.read
        var notices: [String] = []
        if let warning = foreign(gathered).warning {
            Diagnostics.say("dmz: \(warning)")
            notices.append(warning)
        }
        if let first = notes.firstUnreadable {
            let count = notes.unreadable
            Diagnostics.say(
                "dmz: \(first)" + (count > 1 ? "; \(count.grouped) records cannot be read" : ""))
            notices.append("\(count.grouped) records cannot be read, the first is \(first)")
        }
        if let place = notes.cutOff {
            Diagnostics.say("dmz: \(place): the file is cut off within this record")
            notices.append("\(place): the file is cut off within this record")
        }
        notice = notices.isEmpty ? nil : notices.joined(separator: "; ")
        isFaulty = notes.unreadable > 0
    }
}
