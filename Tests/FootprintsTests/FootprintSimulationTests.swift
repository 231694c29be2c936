import Foundation
import Testing

/// What is said of all of a region holds for every place in it, and what is left open is so.
@Suite("Footprints aimed at limits")
struct FootprintSimulationTests {
    @Test("A sample of random plans", arguments: [1] as [UInt64])
    func sample(seed: UInt64) throws {
        let effort = FootprintSimulation.Effort(regions: 1, spots: 8, draws: 12, search: 10_000)
        try Self.check(FootprintSimulation.run(seed: seed, effort))
    }

    @Test("A sample beside zones of a few metres", arguments: [1, 2, 3, 4] as [UInt64])
    func islands(seed: UInt64) throws {
        let effort = FootprintSimulation.Effort(regions: 1, spots: 12, draws: 24, search: 0)
        try Self.check(FootprintSimulation.islands(seed: seed, effort))
    }

    private static func check(_ found: [RegionKind: RegionTally]) throws {
        let all = found.values.reduce(into: RegionTally()) { $0.add($1) }
        #expect(all.isGood, "\(all.faults)")
        #expect(found.count > 8 && all.undeterminable > 0)
        #expect(3 * all.answers > 4 * all.undeterminable, "few certain")
    }

    /// The whole: more than a million places of each kind.
    ///
    ///     DMZ_LONG=1 swift test -c release --filter FootprintSimulationTests.whole
    @Test("The whole", .enabled(if: ProcessInfo.processInfo.environment["DMZ_LONG"] == "1"))
    func whole() async throws {
        func number(_ name: String) -> UInt64? {
            ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
        }
        let from = number("FOOTPRINTS_FROM") ?? 1_000
        let seeds = from..<from + (number("FOOTPRINTS_COUNT") ?? 44)
        let effort = FootprintSimulation.Effort(
            regions: 5, spots: 64, draws: 1_000, search: 10_000)
        var tallies: [RegionKind: RegionTally] = [:]
        try await withThrowingTaskGroup(of: [RegionKind: RegionTally].self) { group in
            var rest = seeds.makeIterator()
            func start() {
                guard let seed = rest.next() else { return }
                group.addTask {
                    // Every other one among islands.
                    try seed % 2 == 0
                        ? FootprintSimulation.run(seed: seed, effort)
                        : FootprintSimulation.islands(seed: seed, effort)
                }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { start() }
            while let found = try await group.next() {
                for (kind, tally) in found { tallies[kind, default: RegionTally()].add(tally) }
                start()
            }
        }
        print(RegionTally.table(tallies))
        for kind in RegionKind.allCases {
            let tally = tallies[kind] ?? RegionTally()
            for fault in tally.faults.prefix(20) { print(fault) }
            // A few may be needless (docs/uncertainty.md); of the seeds here none is.
            #expect(
                tally.contradictions + tally.differences == 0
                    && tally.needless * 1_000 <= tally.answers,
                "\(kind.rawValue): \(tally.faults.prefix(3))")
            if seeds.count >= 44 { #expect(tally.draws >= 1_000_000, "\(kind.rawValue)") }
        }
    }
}
