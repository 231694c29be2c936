import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

@Suite struct GreatestSizeTests {
    @Test("An index that would be too large is refused, not cut short")
    func tooLarge() throws {
        var plan = ZonePlan()
        plan.addLine(try HardLine.spiral.line(.geodesic))
        plan.addZone(.within(.kilometres(2), of: 0))
        let bytes = try ZoneIndex(plan, detail: .rough).byteCount
        let error = #expect(throws: ZonePlanError.self) {
            try ZoneIndex(plan, detail: .rough, atMost: bytes / 8)
        }
        #expect(error?.code == .tooLarge)
        #expect(error?.description.contains("would take more than \(bytes / 8) bytes") == true)
        _ = try ZoneIndex(plan, detail: .rough, atMost: 8 * bytes)
    }

    @Test("An index that takes too many steps is given up, the same for any number of processors")
    func tooCostly() throws {
        var plan = ZonePlan()
        for k in 0..<40 {
            let centre = Coordinate(longitude: 30 + 0.002 * Double(k), latitude: 50)
            plan.addZone(.aroundPoint(radius: .kilometres(5), centre: centre))
        }
        let error = #expect(throws: ZonePlanError.self) {
            try ZoneIndex(plan, detail: .rough.limited(toWork: 10_000))
        }
        #expect(error?.code == .tooCostly)
        #expect(error?.description.contains("the 40 zones overlap in so many ways") == true)
    }
}
