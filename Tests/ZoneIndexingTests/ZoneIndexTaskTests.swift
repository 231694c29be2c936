import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// One index used by many tasks at once; meant for the thread sanitizer.
@Suite struct ZoneIndexTaskTests {
    @Test("Many tasks find what one finds")
    func manyTasks() async throws {
        var plan = ZonePlan()
        plan.addLine(try HardLine.closedRing.line(.geodesic))
        plan.addZone(.within(left: .kilometres(15), right: .kilometres(5), of: 0))
        plan.addZone(.within(.kilometres(50), of: 0))
        let index = try ZoneIndex(plan, detail: .rough)
        var random = SeededGenerator(seed: 9)
        let positions = (0..<400).map { _ in
            random.position(longitude: -77 ... -71, latitude: 1...7)
        }
        let bounds = positions.map { _ in
            Distance.metres(.random(in: 0...500, using: &random))
        }
        let alone = Array(index.classify(positions))
        let aloneWithin = Array(index.classify(positions, uncertainties: bounds))
        let places = index.nearest(to: positions)
        #expect(Set(alone).count > 3)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    Array(index.classify(positions)) == alone
                        && Array(index.classify(positions, uncertainties: bounds)) == aloneWithin
                        && index.nearest(to: positions) == places
                }
            }
            for await isSame in group { #expect(isSame) }
        }
    }
}
