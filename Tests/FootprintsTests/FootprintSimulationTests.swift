import Foundation
import Testing

/// What is said of all of a region holds for every place in it, and what is left open is so.
@Suite("Footprints aimed at limits")
struct FootprintSimulationTests {
    @Test("A sample", arguments: [1, 2] as [UInt64])
    func sample(seed: UInt64) throws {
        let effort = FootprintSimulation.Effort(regions: 1, spots: 12, draws: 16, search: 400)
        let found = try FootprintSimulation.run(seed: seed, effort)
        let all = found.values.reduce(into: RegionTally()) { $0.add($1) }
        #expect(all.isGood, "\(all.faults)")
        #expect(found.count > 8 && all.answers > 2 * all.undeterminable)
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
        let seeds = from..<from + (number("FOOTPRINTS_COUNT") ?? 42)
        let effort = FootprintSimulation.Effort(
            regions: 5, spots: 64, draws: 1_000, search: 10_000)
        var tallies: [RegionKind: RegionTally] = [:]
        try await withThrowingTaskGroup(of: [RegionKind: RegionTally].self) { group in
            var rest = seeds.makeIterator()
            func start() {
                guard let seed = rest.next() else { return }
                group.addTask { try FootprintSimulation.run(seed: seed, effort) }
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
            // Few are needless: where two stretches of a line are equally near (docs/uncertainty.md).
            #expect(
                tally.contradictions + tally.differences == 0
                    && tally.needless * 100 <= tally.answers,
                "\(kind.rawValue): \(tally.faults.prefix(3))")
            if seeds.count >= 42 { #expect(tally.draws >= 1_000_000, "\(kind.rawValue)") }
        }
    }
}
