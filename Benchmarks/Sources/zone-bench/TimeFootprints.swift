import ArgumentParser
import BenchmarkData
import Geodesy
import ZoneIndexing
import Zones

struct TimeFootprints: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "footprints",
        abstract: "Times footprints of every kind by the seven limits; JSON lines.")

    @Argument(help: "The folder that `data` was written to.") var folder: String
    @Option(help: "How often each thing is timed; best and median are told.") var runs = 3
    @Option(help: "How many footprints of a kind; positions with bounds are ten times as many.")
    var count = 200_000
    @Option(help: "Seconds that one run may take; fewer are taken if it would.") var budget = 5.0
    @Option(help: "The seed of directions.") var seed: UInt64 = 20_261_129
    @Option(help: "Times only what has this in its name, and the floor; as for a profile.")
    var only = ""

    func run() throws {
        let line = try RawFile.positions(from: folder + "/line.bin")
        let index = try ZoneIndex(NestedLimits.plan(line))
        let uniform = try RawFile.positions(from: folder + "/uniform.bin")
        let near = try RawFile.positions(from: folder + "/near.bin")
        try floor(uniform, near)
        try bounds(uniform, near, index)
        try footprints("circles of 50 m", uniform, near, index) { place, _ in
            try Footprint.circle(about: place, radius: .metres(50))
        }
        try footprints("ellipses of 100 m by 40 m", uniform, near, index) { place, azimuth in
            try Footprint.ellipse(
                about: place, semiMajor: .metres(100), semiMinor: .metres(40), azimuth: azimuth)
        }
        try footprints("rectangles of 400 m", uniform, near, index) { place, azimuth in
            try Footprint.rectangle(
                about: place, width: .metres(400), length: .metres(400), heading: azimuth)
        }
        try footprints("sectors of 5 to 7 km, 22.5 degrees", uniform, near, index) {
            try Footprint.sector(
                from: $0, bearing: $1, eitherWay: Angle(degrees: 11.25),
                nearest: .kilometres(5), farthest: .kilometres(7))
        }
        let model = try PositionModel(.normal)
        try footprints("CE90 of 50 m, certain at 99.99 %", uniform, near, index, model) {
            place, _ in
            try Footprint.circle(about: place, radius: .metres(50), level: .ce90)
        }
        try probabilities(near, index, model)
    }

    private func isAsked(_ name: String) -> Bool { only.isEmpty || name.contains(only) }

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

    private func bounds(
        _ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex
    ) throws {
        let name = "positions with bounds of 50 m"
        guard isAsked(name) else { return }
        var row = Row(name, "classify(_:uncertainties:)")
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            let some = Array(positions.prefix(count * 10))
            let cut = Batches.cut(some.map { _ in Distance.metres(50) })
            let batches = Batches.cut(some)
            return Stopwatch.rates(count: some.count, runs: runs, budget: budget) {
                Batches.classify(batches, uncertainties: cut, count: $0, index)
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        try row.show()
    }

    private func footprints(
        _ name: String, _ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex,
        _ model: PositionModel? = nil, _ make: (Coordinate, Azimuth) throws -> Footprint
    ) throws {
        guard isAsked(name) else { return }
        var row = Row(name, "classify(_:under:)")
        func rates(_ positions: [Coordinate]) throws -> Stopwatch.Rates {
            let made = try footprints(positions, make)
            let batches = Batches.cut(made)
            return Stopwatch.rates(count: made.count, runs: runs, budget: budget) { n in
                var left = n
                for batch in batches where left > 0 {
                    left -= batch.count
                    _ = index.classify(batch, under: model)
                }
            }
        }
        row.take(uniform: try rates(uniform), near: try rates(near))
        try row.show()
    }

    private func probabilities(
        _ near: [Coordinate], _ index: ZoneIndex, _ model: PositionModel
    ) throws {
        let name = "probability of CE90 of 50 m"
        guard isAsked(name) else { return }
        var row = Row(name, "probabilities(of:under:), near only")
        let made = try footprints(Array(near.prefix(20_000))) { place, _ in
            try Footprint.circle(about: place, radius: .metres(50), level: .ce90)
        }
        let found = Stopwatch.rates(count: made.count, runs: runs, budget: budget) { n in
            for footprint in made[..<n] {
                _ = index.probabilities(of: footprint, under: model)
            }
        }
        row.take(uniform: found, near: found)
        try row.show()
    }

    private func footprints(
        _ positions: [Coordinate], _ make: (Coordinate, Azimuth) throws -> Footprint
    ) throws -> [Footprint] {
        var random = SeededRandom(seed: seed)
        return try positions.prefix(count).map {
            try make($0, Azimuth(degrees: random.number(in: 0...360)))
        }
    }
}
