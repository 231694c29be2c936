import ArgumentParser
import BenchmarkData
import Geodesy
import ZoneIndexing
import Zones

struct TimeCore: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "core", abstract: "Times the index on the data of a folder; JSON lines.")

    @Argument(help: "The folder that `data` was written to.") var folder: String
    @Option(help: "How often each thing is timed; best and median are told.") var runs = 5
    @Option(help: "Seconds that one run may take; fewer positions are taken if it would.")
    var budget = 5.0
    @Option(help: "The seed of the other lines.") var seed: UInt64 = 20_261_120

    @Flag(name: .customLong("brief"), help: "Only the main rows and reports with bounds.")
    var isBrief = false

    func run() throws {
        let line = try RawFile.positions(from: folder + "/line.bin")
        let sets = (
            uniform: try RawFile.positions(from: folder + "/uniform.bin"),
            near: try RawFile.positions(from: folder + "/near.bin")
        )
        try floor(sets.uniform, sets.near)
        let index = try built(NestedLimits.plan(line), "distance zones", "7 limits, with side") {
            try time(&$0, sets.uniform, sets.near, index: $1, countWrong: true)
        }
        if isBrief {
            try withBounds(sets.uniform, sets.near, index)
        } else {
            try inOneCall(sets.uniform, sets.near, index)
            try onTwoThreads(sets.uniform, sets.near, index)
            try others(sets.uniform, sets.near, index)
        }
        if let polygons = try? RawFile.polygons(from: folder + "/polygons.bin") {
            _ = try built(NestedLimits.plan(polygons), "polygon zones", "7 polygons") {
                try time(&$0, sets.uniform, sets.near, index: $1, countWrong: true)
            }
        }
        if isBrief { return }
        for recipe in LineRecipe.all.dropFirst() { try otherLine(recipe, sets.uniform.count) }
    }

    private func floor(_ uniform: [Coordinate], _ near: [Coordinate]) throws {
        var bytes = [UInt8](repeating: 0, count: uniform.count)
        var row = Row("floor", "read a position, test a box, write a byte")
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            Stopwatch.rates(count: positions.count, runs: runs, budget: budget) { n in
                positions.withUnsafeBufferPointer {
                    Floor.run(UnsafeBufferPointer(rebasing: $0[..<n]), into: &bytes)
                }
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        try row.show()
    }

    /// Builds an index several times, then has the rest of its row filled and shown.
    private func built(
        _ plan: ZonePlan, _ name: String, _ form: String,
        _ fill: (inout Row, ZoneIndex) throws -> Void
    ) throws -> ZoneIndex {
        var row = Row(name, form)
        let index = try plan.timed(runs: min(runs, 3), into: &row)
        try fill(&row, index)
        try row.show()
        return index
    }

    private func time(
        _ row: inout Row, _ uniform: [Coordinate], _ near: [Coordinate], index: ZoneIndex,
        countWrong: Bool
    ) throws {
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            Stopwatch.rates(count: positions.count, runs: runs, budget: budget) {
                Batches.classify(positions, count: $0, index)
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        guard countWrong else { return }
        let sets = LimitPositions.sets(in: folder)
        row.wrong = Dictionary(uniqueKeysWithValues: sets.map { ("\($0.reach)", $0.wrong(index)) })
        row.of = sets.first?.count
    }

    private func otherLine(_ recipe: LineRecipe, _ count: Int) throws {
        let line = recipe.vertices(seed: seed)
        let uniform = Positions.uniform(over: line, count: count, seed: seed + 1)
        let near = Positions.near(line, deviation: .kilometres(10), count: count, seed: seed + 2)
        let name = "distance zones, \(recipe.name) line"
        _ = try built(NestedLimits.plan(line), name, "7 limits, with side") {
            try time(&$0, uniform, near, index: $1, countWrong: false)
        }
    }
}
