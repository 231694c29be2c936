import ArgumentParser

@main
struct DMZ: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmz",
        abstract: "Checks reported positions against the zones of a ceasefire agreement.",
        subcommands: [])
}
