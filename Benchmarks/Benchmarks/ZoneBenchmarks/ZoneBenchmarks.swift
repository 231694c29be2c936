import Benchmark
import BenchmarkData
import Geodesy
import ZoneIndexing

/// Small runs on the dense line, to see whether a change made something faster or slower.
let benchmarks: @Sendable () -> Void = {
    let seed: UInt64 = 20_261_120
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput], warmupIterations: 1, scalingFactor: .one,
        maxDuration: .seconds(5), maxIterations: 50)
    let line = LineRecipe.dense.vertices(seed: seed)
    let sets = [
        ("uniform", Positions.uniform(over: line, count: 65_536, seed: seed + 1)),
        (
            "near",
            Positions.near(line, deviation: .kilometres(10), count: 65_536, seed: seed + 2)
        ),
    ]
    guard let plan = try? NestedLimits.plan(line), let index = try? ZoneIndex(plan) else {
        fatalError("the benchmark's own plan does not compile")
    }

    Benchmark("build, 7 limits on 24,577 vertices") { _ in blackHole(try ZoneIndex(plan)) }
    for (name, positions) in sets {
        Benchmark("65,536 verdicts, \(name)") { _ in blackHole(index.classify(positions)) }
        let fewer = Array(positions.prefix(4096))
        Benchmark("4,096 distances, \(name)") { _ in blackHole(index.nearest(to: fewer)) }
        Benchmark("4,096 single verdicts, \(name)") { _ in
            for position in fewer { blackHole(index.classify(position)) }
        }
    }
}
