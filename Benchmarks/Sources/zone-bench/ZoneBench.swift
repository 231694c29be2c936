import ArgumentParser

@main
struct ZoneBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zone-bench",
        abstract: "Times the zone index and makes the data that every other program is timed on.",
        subcommands: [
            MakeData.self, TimeCore.self, TimeGrowth.self, TimeNotations.self,
            TimeFootprints.self, ReadReports.self,
        ])
}
