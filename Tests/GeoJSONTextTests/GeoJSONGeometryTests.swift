import GeoJSONText
import Geodesy
import Testing

@Suite struct GeoJSONGeometryTests {
    @Test("A line of one part, from text and bytes, and back")
    func line() throws {
        let text = #"{"type":"LineString","coordinates":[[-32.0,47.0],[-29.0,48.125]]}"#
        let line = try LineGeometry(geoJSON: text)
        let vertices = [
            Coordinate(longitude: -32, latitude: 47), Coordinate(longitude: -29, latitude: 48.125),
        ]
        #expect(line == (try LineGeometry(vertices)))
        #expect(line.geoJSON == text)
        #expect(try LineGeometry(geoJSON: Array(text.utf8)) == line)
        #expect(try LineGeometry(geoJSON: [0xEF, 0xBB, 0xBF] + Array(text.utf8)) == line)
        #expect(try LineGeometry(geoJSON: text, edges: .rhumb).edges == .rhumb)
    }

    @Test("Lines of a collection are the parts of one")
    func parts() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4,70]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[5,6],[7,8]]}}]}
            """
        let line = try LineGeometry(geoJSON: text)
        #expect(
            line.geoJSON
                == #"{"type":"MultiLineString","coordinates":[[[1.0,2.0],[3.0,4.0]],[[5.0,6.0],[7.0,8.0]]]}"#
        )
        #expect(try LineGeometry(geoJSON: line.geoJSON) == line)
    }

    @Test("An area with a hole, and back")
    func area() throws {
        let text =
            #"{"type":"Polygon","coordinates":[[[0.0,0.0],[4.0,0.0],[4.0,4.0],[0.0,0.0]],[[2.0,1.0],[3.0,1.0],[3.0,2.0],[2.0,1.0]]]}"#
        let area = try PolygonGeometry(geoJSON: text)
        #expect(area.polygons.count == 1 && area.polygons[0].count == 2)
        #expect(area.geoJSON == text)
        #expect(try PolygonGeometry(geoJSON: Array(text.utf8)) == area)
        #expect(!area.contains(Coordinate(longitude: 2.75, latitude: 1.5)))
        #expect(area.contains(Coordinate(longitude: 1, latitude: 0.5)))
    }

    @Test(
        "What holds no line is refused, with the byte",
        arguments: [
            ("", "syntax", 0), ("{", "syntax", 1),
            (#"{"type":"Nothing","coordinates":1}"#, "syntax", 32),
            (#"{"type":"Point","coordinates":[1,2]}"#, "content", nil),
            (#"{"type":"LineString","coordinates":[[1,2],[3,"4"]]}"#, "content", 42),
            (#"{"type":"LineString","coordinates":[[1,2],[3,94]]}"#, "content", 42),
        ] as [(String, String, Int?)])
    func refused(text: String, code: String, byte: Int?) {
        let error = #expect(throws: GeoJSONError.self) { try LineGeometry(geoJSON: text) }
        #expect(error?.code.rawValue == code && error?.byte == byte, "\(text)")
        #expect(byte == nil || error?.description.hasPrefix("byte \(byte ?? 0): ") == true)
    }

    @Test("An area whose rings cross is refused")
    func crossing() {
        let text = #"{"type":"Polygon","coordinates":[[[0,0],[4,4],[4,0],[0,4],[0,0]]]}"#
        let error = #expect(throws: GeoJSONError.self) { try PolygonGeometry(geoJSON: text) }
        #expect(error?.code == .content && error?.description.contains("crosses") == true)
    }
}
