import Agreements
import ArgumentParser
import GeoJSONText
import SystemFiles

@main
struct DMZ: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmz",
        abstract: "Checks reported positions against the zones of a ceasefire agreement.",
        version: version,
        subcommands: [Check.self, Measure.self, Zones.self, Explain.self, Validate.self])

    /// The version that summaries name.
    static let version = "0.1.0"

    static func main() {
        StandardDescriptors.fill()
        let words = Array(CommandLine.rawArguments.dropFirst())
        let arguments = PositionArgument.shielded(words)
        do {
            if let fault = unknownCommand(words) ?? PositionArgument.inTwoWords(words) {
                throw ValidationError(fault)
            }
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            let status = exitCode(for: error)
            if !status.isSuccess {
                let text = fullMessage(for: error)
                if !text.isEmpty { Diagnostics.say(usage: text, of: arguments) }
                exit(withError: status)
            }
            // Help and the like, which go to standard output.
            exit(withError: error)
        }
    }

    /// What is wrong with a first word that is no command; `nil` for one that is, and for options.
    static func unknownCommand(_ arguments: [String]) -> String? {
        let known = configuration.subcommands.map { $0._commandName }
        guard let word = arguments.first, !word.hasPrefix("-"), !(known + ["help"]).contains(word)
        else { return nil }
        let shown = Array(word.utf8).withUnsafeBytes { String(shown: $0) }
        return "there is no command '\(shown)'; \(Spelling.hint(for: word, in: known))"
    }
}
