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
}
