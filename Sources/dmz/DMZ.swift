import ArgumentParser
import Demarcation
import GeoJSONText

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
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let fault = unknownCommand(arguments) { exit(withError: ValidationError(fault)) }
        if let fault = PositionArgument.inTwoWords(arguments) {
            exit(withError: ValidationError(fault))
        }
        main(PositionArgument.shielded(arguments))
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
