import Agreements
import ArgumentParser
import DemarcationReport
import ReportFiles
import SystemFiles

/// Reads files of findings for a map or a report, and says what is odd of them.
struct FindingRun {
    /// How many records were read, and what the files are.
    let read: Int
    let files: [InputSummary]
    /// Whether some record could not be read.
    let isFaulty: Bool
    /// What is to be said of the findings in the report too.
    let notice: String?

    /// Reads files and hands on what each record shows.
    init(
        _ paths: [String], _ names: FieldOptions, _ inputOptions: InputOptions,
        _ agreement: Agreement, besides others: [String], outputs: [String?], quiet: Bool,
        to consumer: (ShownFinding) -> Void
    ) throws {
        var input = try inputOptions.input(try names.wanted())
        try names.applyProfile(to: &input)
        try names.readGazetteer(into: &input.fields)
        if input.fields.times.clock == nil { input.fields.times.clock = agreement.clock }
        let opened = try Inputs.open(paths, besides: others, outputs: outputs)
        var foreign = ForeignNames(agreement)
        let reader = FindingReader(input)
        let progress = Progress(files: opened, isShown: !quiet && Diagnostics.isTerminal)
        defer { progress.clear() }
        files = try reader.read(opened) {
            progress.update(bytes: $0, records: $1)
        } to: { finding in
            foreign.add(finding)
            consumer(finding)
        }
        progress.clear()
        read = reader.read
        var notices: [String] = []
        if let warning = foreign.warning {
            Diagnostics.say("dmz: \(warning)")
            notices.append(warning)
        }
        if let first = reader.firstUnreadable {
            let count = reader.unreadable
            Diagnostics.say(
                "dmz: \(first)" + (count > 1 ? "; \(count.grouped) records cannot be read" : ""))
        }
        if reader.unreadable > 0, let first = reader.firstUnreadable {
            notices.append(
                "\(reader.unreadable.grouped) records cannot be read, the first is \(first)")
        }
        if let place = reader.cutOff {
            Diagnostics.say("dmz: \(place): the file is cut off within this record")
            notices.append("\(place): the file is cut off within this record")
        }
        notice = notices.isEmpty ? nil : notices.joined(separator: "; ")
        isFaulty = reader.unreadable > 0
    }
}
