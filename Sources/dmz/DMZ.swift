import Agreements
import ArgumentParser
import GeoJSONText
import SystemFiles

@main
struct DMZ: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmz",
        abstract: "Checks reported positions against the zones of a ceasefire agreement.",
        discussion: Examples.text(Examples.first),
        version: "dmz \(version) (\(LibraryVersions.inWords))",
        groupedSubcommands: [
            CommandGroup(
                name: "Report", subcommands: [Check.self, Table.self, Measure.self, Convert.self]),
            CommandGroup(name: "Show", subcommands: [ReportCommand.self, MapCommand.self]),
            CommandGroup(
                name: "Agreement",
                subcommands: [
                    Validate.self, Explain.self, Zones.self, Words.self, Form.self,
                    Precedents.self,
                ]),
        ])

    /// The version that summaries name.
    static let version = "0.2.0"

    static func main() {
        StandardDescriptors.fill()
        let words = Array(CommandLine.rawArguments.dropFirst())
        let arguments = PositionArgument.shielded(words)
        // Whose usage an error shows.
        var subject: ParsableCommand.Type = DMZ.self
        do {
            if let fault = unknownCommand(words) { throw ValidationError(fault) }
            if let fault = PositionArgument.inTwoWords(words) {
                subject = Explain.self
                throw ValidationError(fault)
            }
            var command = try parseAsRoot(arguments)
            subject = type(of: command)
            try command.run()
        } catch let error as ValidationError {
            Diagnostics.say(usage: usage(of: subject, after: error), of: arguments)
            exit(withError: ExitCode.validationFailure)
        } catch {
            let status = exitCode(for: error)
            let text = fullMessage(for: error)
            guard status.isSuccess else {
                if !text.isEmpty { Diagnostics.say(usage: text, of: arguments) }
                exit(withError: status)
            }
            // Help, the version and scripts for completion.
            do {
                try Diagnostics.output(text + "\n")
            } catch {
                exit(withError: error)
            }
            exit(withError: status)
        }
    }

    /// Without a command: what it does, in a few lines.
    func run() throws {
        try Diagnostics.output(
            """
            \(Self.configuration.abstract)

            \(Examples.text(Examples.first))

            dmz --help lists the commands, dmz help COMMAND tells of one.

            """)
    }

    /// What the parser says of a fault that it finds itself.
    private static func usage(
        of command: ParsableCommand.Type, after error: ValidationError
    ) -> String {
        let isInner = Precedents.configuration.subcommands.contains { $0 == command }
        let path = (isInner ? [Precedents._commandName] : []) + [command._commandName]
        let name = command == DMZ.self ? "dmz" : "dmz " + path.joined(separator: " ")
        return """
            Error: \(error.message)
            Usage: \(usageString(for: command))
              See '\(name) --help' for more information.
            """
    }

    /// What is wrong with a word in the place of a command; `nil` for one that is, and for options.
    static func unknownCommand(_ arguments: [String]) -> String? {
        var known = configuration.subcommands.map { $0._commandName }
        var words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
        if words.first == Precedents._commandName {
            known = Precedents.configuration.subcommands.map { $0._commandName }
            words = words.dropFirst()
        }
        guard let word = words.first, !word.hasPrefix("-"), !(known + ["help"]).contains(word)
        else { return nil }
        let shown = Array(word.utf8).withUnsafeBytes { String(shown: $0) }
        return "there is no command '\(shown)'; \(Spelling.hint(for: word, in: known))"
    }
}
