import ArgumentParser
import BenchmarkData
import Geodesy
import ZoneIndexing
import Zones

struct TimeGrowth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "growth",
        abstract: "Shows how building, size and speed grow with the plan; JSON lines.")

    @Option(help: "How many positions in each set.") var count = 1_000_000
    @Option(help: "How often each thing is timed.") var runs = 3
    @Option(help: "Seconds that one run may take.") var budget = 2.0
    @Option(help: "The seed of everything random.") var seed: UInt64 = 20_261_120

    @Option(help: "Only this row, such as 'polygons 1000'.") var only: String?

    func run() throws {
        let box = LineRecipe.dense.corners
        for number in [1, 10, 100, 1000] where isWanted("polygons", "\(number)") {
            let stars = try Stars.make(number, over: box, seed: seed)
            try show("polygons", "\(number)", about: box, NestedLimits.plan(stars))
        }
        for halvings in [6, 10, 13, 16] {
            let line = LineRecipe.dense.with(halvings: halvings).vertices(seed: seed)
            guard isWanted("vertices", "\(line.count)") else { continue }
            try show("vertices", "\(line.count)", about: line, NestedLimits.plan(line))
        }
        for number in [1, 2, 5, 10, 20] where isWanted("lines of 7 limits", "\(number)") {
            let lines = (0..<number).map {
                LineRecipe.dense.with(halvings: 9).moved(east: 0.7 * Double($0))
                    .vertices(seed: seed + UInt64($0))
            }
            var plan = ZonePlan()
            for line in lines {
                let line = plan.addLine(try LineGeometry(line))
                for limit in NestedLimits.kilometres {
                    plan.addZone(.within(.kilometres(limit), of: line))
                }
            }
            try show("lines of 7 limits", "\(number)", about: lines.flatMap { $0 }, plan)
        }
        for kilometres in [5.0, 50, 500, 5000] where isWanted("area", "\(Int(kilometres)) km") {
            let scale = kilometres / 530
            let line = LineRecipe.dense.scaled(by: scale).vertices(seed: seed)
            var plan = ZonePlan()
            let number = plan.addLine(try LineGeometry(line))
            for limit in NestedLimits.kilometres {
                plan.addZone(.within(.kilometres(limit * scale), of: number))
            }
            let deviation = Distance.kilometres(10 * scale)
            try show("area", "\(Int(kilometres)) km", about: line, deviation: deviation, plan)
        }
    }

    private func isWanted(_ what: String, _ size: String) -> Bool {
        only == nil || only == "\(what) \(size)"
    }

    private func show(
        _ what: String, _ size: String, about line: [Coordinate],
        deviation: Distance = .kilometres(10), _ plan: ZonePlan
    ) throws {
        var row = Row(what, size)
        let index = try plan.timed(runs: 1, into: &row)
        let uniform = Positions.uniform(over: line, count: count, seed: seed + 1)
        let near = Positions.near(line, deviation: deviation, count: count, seed: seed + 2)
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            Stopwatch.rates(count: count, runs: runs, budget: budget) {
                Batches.classify(positions, count: $0, index)
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        try row.show()
    }
}
