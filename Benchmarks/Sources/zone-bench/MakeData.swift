import ArgumentParser
import BenchmarkData
import Geodesy

struct MakeData: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data", abstract: "Writes the dense line and the positions about it.")

    @Argument(help: "A folder that exists.") var folder: String
    @Option(help: "How many positions in each set.") var count = 10_000_000
    @Option(help: "The seed of everything random.") var seed: UInt64 = 20_261_120

    func run() throws {
        let line = LineRecipe.dense.vertices(seed: seed)
        try RawFile.write(line, to: folder + "/line.bin")
        try RawFile.write(
            Positions.uniform(over: line, count: count, seed: seed + 1),
            to: folder + "/uniform.bin")
        try RawFile.write(
            Positions.near(line, deviation: .kilometres(10), count: count, seed: seed + 2),
            to: folder + "/near.bin")
        let length = zip(line, line.dropFirst()).reduce(0.0) {
            $0 + Geodesic.distance(from: $1.0, to: $1.1).metres
        }
        let kilometres = (length / 1000).rounded()
        print("seed \(seed): \(line.count) vertices, \(kilometres) km, 2 x \(count) positions")
    }
}
