import Foundation
import TestSupport
import Testing

@Suite struct ZonesTests {
    @Test("Zones and their halves are drawn within the tolerance, with what is known of them")
    func drawn() throws {
        let folder = try workplace()
        let run = try Program.shell(
            "$dmz zones a.yaml --tolerance '10 m' --sides -o z.geojson", in: folder)
        #expect(run.status == 0 && run.errors.isEmpty)
        let data = Data(try folder.read("z.geojson").utf8)
        let collection = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let features = try #require(collection["features"] as? [[String: Any]])
        #expect(features.count == 3)
        let table = run.output.split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(
            table.first == ["zone", "side", "area", "km2", "perimeter", "km", "deviation", "m"]
                + ["vertices"])
        #expect(table.dropFirst().map { $0[1] } == ["whole", "west", "east"])
        for (row, feature) in zip(table.dropFirst(), features) {
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(row[0] == "dmz")
            for (k, name) in ["area_km2", "perimeter_km", "max_deviation_m"].enumerated() {
                let told = try #require(properties[name] as? Double)
                #expect((try #require(Double(row[2 + k])) - told).magnitude < 0.0006)
            }
            #expect(row[5] == (properties["vertices"] as? Int)?.description)
        }
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

    @Test("The table is for a person, and never beside a drawing on standard output")
    func table() throws {
        let folder = try workplace()
        let zones = "$dmz zones a.yaml --tolerance '10 m'"
        #expect(try Program.shell("\(zones) -q -o z", in: folder).output.isEmpty)
        let plain = try Program.shell("cat z", in: folder).output
        for way in ["", " -o -", " -o /dev/stdout", " | cat"] {
            let run = try Program.shell(zones + way, in: folder)
            #expect(run.output == plain && run.errors.isEmpty, "\(way)")
        }
    }

    @Test("Only the zones that were named are drawn, in the agreement's order and colours")
    func some() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "zones: {a: {within: 2 km, of: [30, 50]}, b: {within: 3 km, of: [30, 50]}, "
                + "c: {within: 4 km, of: [30, 50]}}", to: "z.yaml")
        func features(_ options: String) throws -> [Substring] {
            try Program.shell("$dmz zones z.yaml --tolerance '10 m' \(options)", in: folder)
                .output.split(separator: "\n").filter { $0.hasPrefix(#"{"type":"Feature","#) }
        }
        let all = try features("")
        #expect(all.count == 3)
        #expect(try features("--zone b").map { $0.prefix(99) } == [all[1].prefix(99)])
        #expect(
            try features("--zone c --zone a").map { $0.prefix(99) }
                == [all[0].prefix(99), all[2].prefix(99)])
        let unknown = try Program.shell("$dmz zones z.yaml --zone d -o out", in: folder)
        #expect(unknown.status == 64 && unknown.errors.contains("there is no zone 'd'"))
        #expect(try folder.names() == ["z.yaml"])
    }

    @Test(
        "On a terminal progress is shown and taken away again, unless it is to be quiet",
        .enabled(if: OutputFaultTests.trial("command -v script")))
    func progress() throws {
        let folder = try workplace()
        func shown(_ options: String) throws -> String {
            try Program.shell(
                "script -qec \"$dmz zones a.yaml --tolerance '10 m' -o z \(options)\" log "
                    + ">/dev/null; cat log", in: folder
            ).output
        }
        let text = try shown("")
        #expect(text.contains("\r\u{1B}[K0 of 1 zones drawn"))
        #expect(text.contains("\r\u{1B}[K  zone"))
        #expect(try !shown("-q").contains("drawn"))
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
