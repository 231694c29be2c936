import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Square to the tip of a spike both its edges are as near, and show different sides.
@Suite struct SpikeTipTests {
    @Test("The side is undefined there, and the position in the zones of both sides")
    func bothSides() throws {
        var plan = ZonePlan()
        plan.addLine(try HardLine.switchbacks.line(.planar))
        plan.addZone(.within(left: .kilometres(70), right: nil, of: 0))
        plan.addZone(.within(left: nil, right: .kilometres(70), of: 0))
        let index = try ZoneIndex(plan, detail: .rough)
        // 49.9 and 24.9 km from the tip at 37 E, 44.5 N; found by scripts/oracle/verdicts.
        for (longitude, latitude) in [
            (37.357092426526386, 44.131308179113226), (37.178747383046655, 44.31616604389801),
        ] {
            let position = Coordinate(longitude: longitude, latitude: latitude)
            let verdict = index.classify(position)
            #expect(verdict.side(ofLine: 0) == LineSide.none)
            #expect(verdict.zonesInside == [0, 1])
            #expect(index.nearest(to: [position])[0].side == .none)
        }
    }
}
