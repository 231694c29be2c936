import ArgumentParser

@main
struct DMZ: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmz",
        abstract: "Checks reported positions against the zones of a ceasefire agreement.",
        subcommands: [Explain.self, Validate.self])

    static func main() { main(PositionArgument.shielded(CommandLine.arguments.dropFirst())) }
}
