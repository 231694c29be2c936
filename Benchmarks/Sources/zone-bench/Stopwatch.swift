/// Times runs over positions.
enum Stopwatch {
    /// Positions a second of several runs.
    struct Rates {
        let best: Double
        let median: Double
        let count: Int
    }

    /// Times `work(n)` on the first `n` of `count` positions; fewer than all where a run would take
    /// longer than the budget in seconds.
    static func rates(
        count: Int, runs: Int, budget: Double, _ work: (Int) -> Void
    ) -> Rates {
        let probe = min(count, 2000)
        let rough = max(seconds { work(probe) }, 1e-9) / Double(max(probe, 1))
        let n = max(min(count, Int(budget / rough)), min(count, 500))
        work(n)
        let times = (0..<max(runs, 1)).map { _ in seconds { work(n) } }.sorted()
        return Rates(
            best: Double(n) / times[0], median: Double(n) / times[times.count / 2], count: n)
    }

    /// The time that something takes.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(work)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }
}
