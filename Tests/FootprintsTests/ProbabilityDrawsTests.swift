import Foundation
import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Probabilities against the shares of places drawn from the models.
@Suite("Probabilities against draws")
struct ProbabilityDrawsTests {
    /// What was counted of one kind of region.
    struct Counts {
        var footprints = 0
        var draws = 0
        /// Ranges that are one number, the sum of these, and of the shares drawn.
        var numbers = 0
        var told = 0.0
        var drawn = 0.0
        /// Ranges with two ends.
        var ranges = 0
        /// The most by which a share lies outside its range, in standard deviations beyond the tolerance.
        var worst = 0.0
        var faults: [String] = []
    }

    /// A region across some limit of a plan, and a plan that it may stand for.
    private static func trial(
        _ kind: ModelledRegion.Kind, seed: UInt64, draws: Int, asksModel: Bool = false,
        _ counts: inout Counts
    ) throws {
        var plan = try RandomPlan(seed: seed)
        let index = try ZoneIndex(plan.plan, detail: .coarse)
        let given = plan.plan
        let other = try DisplacedPlan.model(given, seed: seed)
        var random = SeededGenerator(seed: seed &* 104_729 &+ UInt64(kind.rawValue.count))
        let places = plan.reports(100).map(\.position).filter(\.isValid)
        var found: ModelledRegion?
        for _ in 0..<30 where found == nil {
            guard let centre = places.randomElement(using: &random) else { continue }
            let most = kind == .cell ? min(50_000, 5_000 * plan.size) : 20_000 * plan.size
            let size = random.logarithmic(min(50, most / 2), most)
            let region = try? ModelledRegion(kind, at: centre, size: size, &random)
            // Something must be between.
            guard let region else { continue }
            let drawn = (0..<20).map { _ in index.model.memberships(of: region.draw(&random)) }
            if Set(drawn).count > 1 { found = region }
        }
        guard let region = found else { return }
        var lookup = Lookup(index)
        lookup.positionModel = region.model
        guard let ranges = lookup.probabilities(of: region.footprint, within: 0) else { return }
        // The definitions take long.
        if asksModel {
            let exact = index.model.probabilities(
                of: region.footprint, within: .zero, under: region.model)
            if exact != ranges { counts.faults.append("seed \(seed): the index has other numbers") }
        }
        counts.footprints += 1
        var hits = [Int](repeating: 0, count: ranges.count)
        for _ in 0..<draws {
            let place = region.draw(&random)
            for (zone, truth) in other.memberships(of: place).enumerated() where truth == .yes {
                hits[zone] += 1
            }
        }
        counts.draws += draws
        for (zone, range) in ranges.enumerated() {
            let share = Double(hits[zone]) / Double(draws)
            if range.isOne {
                counts.numbers += 1
                counts.told += (range.least + range.greatest) / 2
                counts.drawn += share
            } else {
                counts.ranges += 1
            }
            let beyond = max(range.least - share, share - range.greatest)
            let deviation = max(1e-4, (share * (1 - share) / Double(draws)).squareRoot())
            let off = (beyond - ProbabilityRange.tolerance) / deviation
            counts.worst = max(counts.worst, off)
            if off > 5 {
                counts.faults.append(
                    "seed \(seed), \(kind.rawValue), \(region.footprint), zone \(zone): "
                        + "\(range) told, \(share) drawn")
            }
        }
    }

    /// A million draws of each kind.
    ///
    ///     DMZ_LONG=1 swift test -c release --filter ProbabilityDrawsTests.whole
    @Test(
        "The whole", .enabled(if: ProcessInfo.processInfo.environment["DMZ_LONG"] == "1"),
        arguments: ModelledRegion.Kind.allCases)
    func whole(kind: ModelledRegion.Kind) throws {
        var counts = Counts()
        // Of some seeds no region lies across a limit.
        for seed in 2_000..<2_100 as Range<UInt64> where counts.draws < 1_000_000 {
            try Self.trial(kind, seed: seed, draws: 25_000, asksModel: seed % 10 == 0, &counts)
        }
        let (told, drawn) = (
            counts.told / Double(counts.numbers), counts.drawn / Double(counts.numbers)
        )
        print(
            "probabilities: | \(kind.rawValue) | \(counts.footprints) | \(counts.draws) | "
                + "\(counts.numbers) | \(told) | \(drawn) | \(counts.ranges) | \(counts.worst) |")
        for fault in counts.faults.prefix(10) { print(fault) }
        fflush(nil)
        #expect(counts.faults.isEmpty, "\(counts.faults.prefix(3))")
        #expect(abs(told - drawn) < 5e-3)
        #expect(counts.draws >= 1_000_000)
    }
}
