import Agreements
import ArgumentParser
import ReportFiles
import SystemFiles

/// Makes tables out of files of findings.
struct Table: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Counts findings by zone, rule, party, day and the like.",
        discussion: """
            Reads what dmz check wrote, in any of its formats, and prints one table: a column for each key of \
            --by, one for each finding that occurs, the gravest first, and their total. A report counts in the \
            row of each of its zones and rules, and once in the last row. Several files are one.

            Exit status: 0 done, 1 bytes could not be read or written, 64 usage, 65 a file or a record could \
            not be used.

            \(Examples.text([Examples.table]))
            """)

    @Argument(help: "Files of findings; - is standard input.", completion: .file())
    var findings: [String]
    @Option(
        help: ArgumentHelp(
            "The columns by which rows are told apart: "
                + TableKey.allCases.map(\.rawValue).joined(separator: ", ") + ".",
            valueName: "key,key..."))
    var by: String
    @Option(help: "How the table is written: text, csv, md or html.")
    var format = TableFormat.text
    @Option(
        name: [.short, .long], help: "Where to write; standard output when not given.",
        completion: .file())
    var output: String?
    @Option(
        help: """
            A summary that dmz check wrote of the same run: its caps, sites and obligations are appended as tables.
            """, completion: .file())
    var summary: String?
    @Flag(help: "Count records of one id and day once, by the gravest of their findings.")
    var distinct = false
    @Flag(name: [.short, .long], help: "Say nothing but errors on standard error.")
    var quiet = false
    @OptionGroup(title: "Properties or columns of reports") var names: TableFieldOptions

    func validate() throws {
        _ = try keys()
        _ = try names.input()
        try Outputs.check([.init("--output", output)])
    }

    /// The keys of `--by`.
    private func keys() throws -> [TableKey] {
        var keys: [TableKey] = []
        for word in by.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            guard let key = TableKey(rawValue: word.filter { $0 != " " }) else {
                let known = TableKey.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    "--by: '\(String(visible: word))' is not one of \(known)")
            }
            if keys.contains(key) { throw ValidationError("--by names \(key) twice") }
            keys.append(key)
        }
        return keys
    }

    func run() throws {
        do {
            try count()
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func count() throws {
        let output = try Outputs.open(output)
        let files = try Inputs.open(
            findings, besides: [summary].compactMap { $0 }, outputs: [self.output])
        let sets = try summary.map { try SetTable.read($0) } ?? []
        var request = TableRequest(
            keys: try keys(), input: try names.input(), clock: try names.clock())
        if let classField = names.classField { request.className = classField }
        request.isDistinct = distinct
        let progress = Progress(files: files, isShown: !quiet && Diagnostics.isTerminal)
        defer { progress.clear() }
        let run = try TableRun(files, request) { progress.update(bytes: $0, records: $1) }
        progress.clear()
        try output.write(ByteBuffer(format.text(of: run.table, and: sets).utf8))
        try output.finish()
        if !quiet {
            // Tables of data have no place for them.
            for note in format == .csv ? run.table.footnotes : [] {
                Diagnostics.say("dmz: \(note)")
            }
            for warning in run.table.warnings { Diagnostics.say("dmz: \(warning)") }
        }
        if let place = run.cutOff {
            Diagnostics.say("dmz: \(place): the file is cut off within this record")
        } else if run.unreadable > 0, quiet {
            Diagnostics.say("dmz: \(run.unreadable.grouped) records cannot be read")
        }
        if run.unreadable > 0 { throw ExitCode.unusable }
    }
}

/// How a table is written.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case text, csv, md, html

    func text(of table: FindingTable, and sets: [SetTable]) -> String {
        switch self {
        case .text: TextTable.text(of: table) + sets.map { "\n" + TextTable.text(of: $0) }.joined()
        case .csv: table.csv + sets.map { "\r\n" + $0.csv }.joined()
        case .md: table.markdown + sets.map { "\n" + $0.markdown }.joined()
        case .html: table.html(followedBy: sets.map(\.html).joined())
        }
    }
}
