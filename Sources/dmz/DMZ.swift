import ArgumentParser

@main
struct DMZ: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmz",
        abstract: "Checks reported positions against the zones of a ceasefire agreement.",
        version: version,
        subcommands: [Check.self, Measure.self, Zones.self, Explain.self, Validate.self])

    /// The version that summaries name.
    static let version = "0.1.0"

    static func main() { main(PositionArgument.shielded(CommandLine.arguments.dropFirst())) }
}
