import Foundation
import TestSupport
import Testing

@Suite struct ZonesTests {
    @Test("Zones and their halves are drawn within the tolerance, with what is known of them")
    func drawn() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "$dmz zones a.yaml --tolerance '10 m' --sides -o z.geojson", in: folder)
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
        let data = Data(try folder.read("z.geojson").utf8)
        let collection = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let features = try #require(collection["features"] as? [[String: Any]])
        #expect(features.count == 3)
        var areas: [Double] = []
        for feature in features {
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(properties["zone"] as? String == "dmz")
            #expect(properties["tolerance_m"] as? Double == 10)
            let deviation = try #require(properties["max_deviation_m"] as? Double)
            #expect(deviation > 0 && deviation <= 10)
            #expect((properties["vertices"] as? Int ?? 0) > 4)
            areas.append(try #require(properties["area_km2"] as? Double))
        }
        // 2 degrees of the meridian from 49 to 51 N are 222.46 km; 4 km wide with a disc's two
        // halves at the ends: 902.4 km2, drawn within 10 m along 457 km of limit.
        #expect((areas[0] - 902.4).magnitude < 4.6)
        #expect((areas[1] + areas[2] - areas[0]).magnitude < 1e-3)
    }

    @Test("A tolerance that is none is a fault of usage")
    func tolerance() throws {
        let folder = try workplace()
        for text in ["0", "1", "-1 m", "1 parsec"] {
            let run = try Program.shell("$dmz zones a.yaml --tolerance='\(text)'", in: folder)
            #expect(run.status == 64 && run.output.isEmpty, "\(text)")
        }
    }
}
