import ArgumentParser
import Geodesy
import ReportFiles

/// Writes positions in another notation.
struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the positions of reports in another notation.",
        discussion: """
            Adds dmz_mgrs, dmz_utm, dmz_dms, or dmz_longitude and dmz_latitude to every report, and \
            dmz_position_error_m: how far from the position that was read the place may lie, by the digits \
            of its text. Cells of a grid are read as their middle.

            \(Examples.text([Examples.convert]))
            """)

    @Argument(help: "A file of reports; - is standard input.", completion: .file())
    var reports: String
    @Option(
        name: [.short, .long], help: "Where to write; standard output when not given.",
        completion: .file())
    var output: String?
    @Option(help: "The notation with its digits: mgrs:5, utm:0, dms:1, dm:3 or decimal:7.")
    var to: TargetNotation
    @Flag(help: "End with status 65 when a position could not be used.")
    var strict = false
    @Flag(help: "End with status 0 also when no position at all could be used.")
    var allowAllRefused = false
    @Flag(name: [.short, .long], help: "Say nothing but errors.")
    var quiet = false
    @OptionGroup(title: "Reading") var inputOptions: InputOptions

    func validate() throws { try Outputs.check([.init("--output", output)]) }

    func run() throws {
        do {
            try convert()
        } catch {
            throw Diagnostics.status(for: error)
        }
    }

    private func convert() throws {
        let out = try Outputs.open(output)
        let files = try Inputs.open([reports], outputs: [output])
        var names = FieldNames()
        names.onlyPositions = true
        let input = inputOptions.input(names)
        let converter = PositionConverter(to: to, fields: input.fields)
        var text = ByteBuffer()
        for file in files {
            try input.read(file) { block in
                converter.convert(block, file: file.name, to: &text)
                try out.write(text)
                text.removeAll()
            }
        }
        try out.finish()
        guard converter.refused > 0 else { return }
        if !quiet {
            for fault in converter.faults { Diagnostics.say("dmz: \(fault)") }
            let count = converter.refused
            Diagnostics.say(
                "dmz: \(count.grouped) position\(count == 1 ? "" : "s") could not be used")
        }
        if let cutOff = converter.cutOff {
            Diagnostics.say("dmz: \(cutOff): the file is cut off within this record")
            throw ExitCode.unusable
        }
        if converter.refused == converter.read, !allowAllRefused {
            Diagnostics.say(
                "dmz: " + Diagnostics.allRefused(converter.read, [:], first: converter.faults.first)
            )
            throw ExitCode.unusable
        }
        if strict { throw ExitCode.unusable }
    }
}

extension TargetNotation: ExpressibleByArgument {
    /// A notation from a word such as `mgrs:5`.
    public init?(argument: String) { self.init(argument) }

    /// The words, to be completed.
    public static var allValueStrings: [String] { ["mgrs", "utm", "dms", "dm", "decimal"] }
}
