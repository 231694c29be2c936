import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Where more limits are open in a cell than there is a table for.
@Suite struct ManyLimitsTests {
    @Test("More than a thousand limits within a kilometre")
    func manyLimits() throws {
        let start = Coordinate(longitude: 30, latitude: 40)
        var plan = ZonePlan()
        plan.addLine(try LineGeometry([start, start.moved(2000, towards: 60)]))
        for metres in 0..<520 {
            let from = 100_000 + 2 * Double(metres)
            plan.addZone(
                .between(from: .metres(from), to: .metres(from + 2), sides: .both, of: 0))
        }
        let index = try ZoneIndex(plan, detail: .rough)
        var random = SeededGenerator(seed: 1100)
        let positions = (0..<100).map { _ in
            start.moved(.random(in: 94_000...108_000, using: &random), &random)
        }
        let verdicts = index.classify(positions)
        for (k, position) in positions.enumerated() {
            #expect(verdicts[k] == index.exactVerdict(position), "\(position)")
        }
    }
}
