import ArgumentParser
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
        let arguments = PositionArgument.shielded(CommandLine.rawArguments.dropFirst())
        do {
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
}
