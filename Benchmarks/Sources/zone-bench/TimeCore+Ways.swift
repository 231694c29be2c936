import BenchmarkData
import Geodesy
import ZoneIndexing
import Zones

/// Other ways of asking the index of the seven limits.
extension TimeCore {
    /// All positions in one call, which gives back one large array.
    func inOneCall(_ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex) throws {
        var row = Row("distance zones, one call", "7 limits, with side")
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            Stopwatch.rates(count: positions.count, runs: runs, budget: budget) { n in
                positions.withUnsafeBufferPointer {
                    _ = index.classify(UnsafeBufferPointer(rebasing: $0[..<n]))
                }
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        try row.show()
    }

    /// The same index used by two threads at once, half of the positions each.
    ///
    /// One thread and two take turns, so that both see the machine in all of its moods.
    func onTwoThreads(_ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex) throws {
        func rates(_ positions: [Coordinate]) -> (two: Stopwatch.Rates, timesOne: Double) {
            let halves = Batches.cut(positions, size: (positions.count + 1) / 2)
            var (one, two): ([Double], [Double]) = ([], [])
            for _ in 0..<4 * max(runs, 1) {
                one.append(
                    Stopwatch.seconds { Batches.classify(positions, count: positions.count, index) }
                )
                two.append(
                    Stopwatch.seconds {
                        Threads.run(halves.count) {
                            Batches.classify(halves[$0], count: halves[$0].count, index)
                        }
                    })
            }
            two.sort()
            let rates = Stopwatch.Rates(
                best: Double(positions.count) / two[0],
                median: Double(positions.count) / two[two.count / 2], count: positions.count)
            return (rates, (one.min() ?? 0) / two[0])
        }
        let (far, beside) = (rates(uniform), rates(near))
        let times = [far, beside].map { ($0.timesOne * 10).rounded() / 10 }
        var row = Row("distance zones, two threads", "\(times[0]) and \(times[1]) times one")
        row.take(uniform: far.two, near: beside.two)
        try row.show()
    }

    /// Reports with bounds, positions beside limits, distances, and one position at a time.
    func others(_ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex) throws {
        try withBounds(uniform, near, index)
        try besideLimits(index)
        try distances(uniform, near, index)
        try oneByOne(uniform, near, index)
    }

    func withBounds(
        _ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex
    ) throws {
        var row = Row("distance zones, uncertain reports", "bounds of 5 to 500 m, mixed")
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            var random = SeededRandom(seed: seed + 3)
            let bounds = positions.map { _ in Distance.metres(random.number(in: 5...500)) }
            let (batches, cut) = (Batches.cut(positions), Batches.cut(bounds))
            return Stopwatch.rates(count: positions.count, runs: runs, budget: budget) {
                Batches.classify(batches, uncertainties: cut, count: $0, index)
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        try row.show()
    }

    private func besideLimits(_ index: ZoneIndex) throws {
        for set in LimitPositions.sets(in: folder) where set.reach == 10 {
            let positions = set.repeated(toAtLeast: 1_000_000)
            let found = Stopwatch.rates(count: positions.count, runs: runs, budget: budget) {
                Batches.classify(positions, count: $0, index)
            }
            var row = Row("distance zones, within 10 m of limits", "every position")
            (row.uniform, row.uniformMedian, row.count) = (found.best, found.median, found.count)
            try row.show()
        }
    }

    private func distances(
        _ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex
    ) throws {
        var row = Row("distance and side", "nearest(to:)")
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            let batches = Batches.cut(positions)
            return Stopwatch.rates(count: positions.count, runs: runs, budget: budget) {
                Batches.nearest(batches, count: $0, index)
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        try row.show()
    }

    private func oneByOne(
        _ uniform: [Coordinate], _ near: [Coordinate], _ index: ZoneIndex
    ) throws {
        var row = Row("distance zones, one at a time", "classify(_:), zone 0 asked")
        var inside = 0
        func rates(_ positions: [Coordinate]) -> Stopwatch.Rates {
            Stopwatch.rates(count: positions.count, runs: runs, budget: budget) { n in
                for position in positions[..<n]
                where index.classify(position).membership(inZone: 0) == .inside {
                    inside += 1
                }
            }
        }
        row.take(uniform: rates(uniform), near: rates(near))
        row.nanoseconds = row.uniform.map { 1e9 / $0 }
        try row.show()
        precondition(inside >= 0)
    }
}

extension Row {
    /// Takes the figures of both sets of positions.
    mutating func take(uniform: Stopwatch.Rates, near: Stopwatch.Rates) {
        (self.uniform, uniformMedian) = (uniform.best, uniform.median)
        (self.near, nearMedian) = (near.best, near.median)
        count = min(uniform.count, near.count)
    }
}

extension ZonePlan {
    /// The index, with the best time of several builds.
    func timed(runs: Int, into row: inout Row) throws -> ZoneIndex {
        func build() throws -> (index: ZoneIndex, seconds: Double) {
            var index: ZoneIndex?
            let seconds = try Stopwatch.seconds { index = try ZoneIndex(self) }
            guard let index else { preconditionFailure("nothing was built") }
            return (index, seconds)
        }
        var best = try build()
        for _ in 1..<max(runs, 1) {
            let other = try build()
            if other.seconds < best.seconds { best = other }
        }
        (row.build, row.bytes) = (best.seconds, best.index.byteCount)
        return best.index
    }
}
