import Foundation
import Testing

/// Random plans of all kinds of zones: what is drawn is what the definitions say.
@Suite struct DrawingPlansTests {
    /// Draws plans and says how many zones were not drawn.
    private func run(_ seeds: ClosedRange<UInt64>, zonesEach: Int) throws {
        var (good, empty) = (0, 0)
        var (refused, wrong): ([String], [String]) = ([], [])
        for seed in seeds {
            for outcome in try DrawnPlan(seed: seed, count: zonesEach).outcomes {
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
            "plans \(seeds): \(all) zones, \(good) drawn, \(empty) without area, "
                + "\(refused.count) refused, \(wrong.count) wrong")
        for text in refused + wrong { print(text) }
        #expect(wrong.isEmpty)
        #expect(refused.count * 100 <= all)
    }

    @Test("Forty plans")
    func some() throws { try run(1...40, zonesEach: 1) }

    /// The whole, or as many plans from a seed on as the environment says.
    ///
    ///     DMZ_LONG=1 PLANS_FROM=1 PLANS_COUNT=1000 swift test --filter DrawingPlansTests.whole
    @Test("A thousand plans", .enabled(if: ProcessInfo.processInfo.environment["DMZ_LONG"] == "1"))
    func whole() throws {
        func number(_ name: String) -> UInt64? {
            ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
        }
        let from = number("PLANS_FROM") ?? 1
        try run(from...from + (number("PLANS_COUNT") ?? 1000) - 1, zonesEach: 3)
    }
}
