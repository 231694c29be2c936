import Geodesy
import TestSupport
import Testing

@testable import GeoJSONText

@Suite struct GeoJSONWritingTests {
    static let ring = [Coordinate].vertices([(0.1, 0), (4, 0), (4, -1e-7), (0.1, 0)])
    static let far = [Coordinate].vertices([(100, 10), (104, 10), (104, 14), (100, 10)])

    @Test("One polygon is a Polygon, several are a MultiPolygon")
    func polygons() throws {
        let ring = "[[0.1,0.0],[4.0,0.0],[4.0,-1e-07],[0.1,0.0]]"
        let far = "[[100.0,10.0],[104.0,10.0],[104.0,14.0],[100.0,10.0]]"
        var one = ""
        GeoJSONWriting.write(polygons: [[Self.ring]], to: &one)
        #expect(one == #"{"type":"Polygon","coordinates":[\#(ring)]}"#)
        var two = "geometry: "
        GeoJSONWriting.write(polygons: [[Self.ring], [Self.far]], to: &two)
        #expect(two == #"geometry: {"type":"MultiPolygon","coordinates":[[\#(ring)],[\#(far)]]}"#)
        var none = ""
        GeoJSONWriting.write(polygons: [], to: &none)
        #expect(none == #"{"type":"MultiPolygon","coordinates":[]}"#)
    }

    @Test("What is written is read back, digit for digit")
    func roundTrip() throws {
        var polygons = ""
        GeoJSONWriting.write(polygons: [[Self.ring], [Self.far]], to: &polygons)
        let area = try GeoJSONGeometries(Array(polygons.utf8)).area()
        #expect(area.polygons == [[Self.ring], [Self.far]])
        for parts in [[Self.ring], [Self.ring, Self.far]] {
            var lines = ""
            GeoJSONWriting.write(lines: parts, to: &lines)
            let line = try GeoJSONGeometries(Array(lines.utf8)).line(edges: .geodesic)
            #expect(line.parts == parts)
        }
    }
}
