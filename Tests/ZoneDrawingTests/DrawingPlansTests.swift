import Foundation
import Testing

@testable import ZoneDrawing

/// Random plans of all kinds of zones: what is drawn is what the definitions say.
@Suite struct DrawingPlansTests {
    /// Draws plans and says how many zones were not drawn.
    private func run(
        _ seeds: ClosedRange<UInt64>, zonesEach: Int, extent: ZoneExtent = .asGiven
    ) throws {
        var (good, empty) = (0, 0)
        var (refused, wrong): ([String], [String]) = ([], [])
        for seed in seeds {
            for outcome in try DrawnPlan(seed: seed, count: zonesEach, extent: extent).outcomes {
                switch outcome {
                case .good: good += 1
                case .empty: empty += 1
                case .refused(let text): refused.append(text)
                case .wrong(let text): wrong.append(text)
                }
            }
        }
        let all = good + empty + refused.count + wrong.count
        print(
            "plans \(seeds) \(extent.rawValue): \(all) zones, \(good) drawn, \(empty) without area, "
                + "\(refused.count) refused, \(wrong.count) wrong")
        for text in refused + wrong { print(text) }
        #expect(wrong.isEmpty)
        #expect(refused.count * 100 <= all)
    }

    @Test(
        "Eight plans", arguments: [1...4, 5...8] as [ClosedRange<UInt64>])
    func some(seeds: ClosedRange<UInt64>) throws { try run(seeds, zonesEach: 1) }

    @Test("Two plans to each extent", arguments: [ZoneExtent.certain, .possible])
    func extents(extent: ZoneExtent) throws { try run(1...2, zonesEach: 1, extent: extent) }

    /// The whole, or as many plans from a seed on as the environment says.
    ///
    ///     DMZ_LONG=1 PLANS_FROM=1 PLANS_COUNT=1000 swift test --filter DrawingPlansTests.whole
    @Test("A thousand plans", .enabled(if: ProcessInfo.processInfo.environment["DMZ_LONG"] == "1"))
    func whole() throws {
        func number(_ name: String) -> UInt64? {
            ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
        }
        let from = number("PLANS_FROM") ?? 1
        let last = from + (number("PLANS_COUNT") ?? 1000) - 1
        try run(from...last, zonesEach: 3)
        for extent in [ZoneExtent.certain, .possible] {
            try run(from...from + (last - from) / 4, zonesEach: 2, extent: extent)
        }
    }
}
