import Geodesy
import TestSupport
import Testing

@testable import GeoJSONText

@Suite struct GeoJSONGeometriesTests {
    static func geometries(_ text: String) throws(JSONFault) -> GeoJSONGeometries {
        try GeoJSONGeometries(Array(text.utf8))
    }

    @Test(
        "Bad texts are told with the byte and what is wrong",
        arguments: [
            // Before the byte stands ▸, where there is one.
            ("▸", "the file is empty"),
            ("▸hello", "no JSON value"),
            (#"{"type": "LineString"▸"#, "ends in the middle"),
            ("{\"type\": \"LineString\",\n\"coordinates\": [[1, 2], [3,▸", "ends in the middle"),
            (#"▸[1, 2]"#, "an object with a \"type\""),
            (#"▸{"type": "LineString"}"#, "without \"coordinates\""),
            (#"{"type": "Circle", "coordinates": ▸[]}"#, "no type of GeoJSON"),
            (#"▸{"type": "FeatureCollection"}"#, "no array \"features\""),
            (#"{"type": "FeatureCollection", "features": []}"#, "no geometry"),
            (#"{"type": "Feature", "geometry": null}"#, "no geometry"),
            (#"{"type": "Point", "coordinates": [1, 2]}"#, "it holds 1 point; a line"),
            (#"{"type": "LineString", "coordinates": []}"#, "at least two vertices"),
            (#"{"type": "LineString", "coordinates": [▸[1, 2]]}"#, "at least two vertices"),
            (#"{"type": "LineString", "coordinates": [▸[1, 2], [1, 2]]}"#, "no length"),
            (
                "{\"type\": \"LineString\", \"coordinates\": [[1, 2],\n▸[3, 91]]}",
                "vertex 2: [3.0, 91.0]"
            ),
            (
                "{\"type\": \"LineString\", \"coordinates\": [[1, 2],\n▸[181, 0]]}",
                "not on the globe"
            ),
            (
                #"{"type": "LineString", "coordinates": [[1, 2], ▸["3", 4]]}"#,
                "vertex 2: a position is"
            ),
            (#"{"type": "LineString", "coordinates": [[1, 2], ▸[3]]}"#, "vertex 2: a position is"),
            (#"{"type": "LineString", "coordinates": [[1, 2], ▸null]}"#, "not null"),
            (#"{"type": "LineString", "coordinates": [[1, 2], [▸NaN, 4]]}"#, "no JSON value"),
            (
                #"{"type": "LineString", "coordinates": [[1, 2], [▸1e400, 4]]}"#,
                "beyond the numbers"
            ),
            (#"{"type": "LineString", "coordinates": [[0, 0], ▸[180, 0]]}"#, "exactly 180 degrees"),
            (#"{"type": "LineString", "coordinates": [[1, 2], [3, 4],▸]}"#, "no JSON value"),
            (#"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]} ▸x"#, "after the end"),
            (#"{"type": "LineString", ▸"type": "Point"}"#, "is there twice"),
            (
                #"{"type": "LineString", "crs": ▸{"properties": {"name": "EPSG:32636"}}, "coordinates": []}"#,
                "is EPSG:32636; convert it"
            ),
            (#"{"type": "LineString", "coordinates": [[▸01, 2], [3, 4]]}"#, "no JSON value"),
        ] as [(String, String)])
    func faults(marked: String, words: String) throws {
        let text = marked.replacing("▸", with: "")
        let offset = text == marked ? nil : marked.prefix { $0 != "▸" }.utf8.count
        let fault = try #require(
            #expect(throws: JSONFault.self) { try Self.geometries(text).line(edges: .geodesic) })
        #expect(fault.reason.contains(words), "\(fault)")
        #expect(fault.offset == offset, "\(fault)")
    }

    @Test("Values nested without end are refused")
    func depth() throws {
        let text = String(repeating: "[", count: 500_000)
        let fault = #expect(throws: JSONFault.self) { try Self.geometries(text) }
        #expect(fault?.reason.contains("nested more than 100 deep") == true)
        #expect(fault?.offset == 100)
    }

    @Test(
        "All lines of a text are one line",
        arguments: [
            (#"{"type": "LineString", "coordinates": [[1, 2, 99], [3, 4]]}"#, [2]),
            (
                #"{"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[5, 6], [7, 8], [9, 9]]]}"#,
                [2, 3]
            ),
            (
                #"""
                {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name":
                  "urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features": [
                  {"type": "Feature", "properties": {"a": "\u00e9\ud83d\ude00"}, "geometry":
                    {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}},
                  {"type": "Feature", "properties": null, "geometry": {"type": "Point", "coordinates": [0, 0]}},
                  {"type": "Feature", "properties": null, "geometry": null},
                  {"type": "Feature", "properties": {}, "geometry": {"type": "GeometryCollection",
                    "geometries": [{"type": "LineString", "coordinates": [[-1.5e1, 2E+0], [3, 4], [5, 6]]}]}}
                ]}
                """#, [2, 3]
            ),
        ] as [(String, [Int])])
    func lines(text: String, counts: [Int]) throws {
        let line = try Self.geometries(text).line(edges: .geodesic)
        #expect(line.parts.map(\.count) == counts)
    }

    @Test("Coordinates are the numbers that are written")
    func digits() throws {
        let text =
            #"{"type": "LineString", "coordinates": [[0.1, -0.30000000000000004], [1e-7, 5]]}"#
        let line = try Self.geometries(text).line(edges: .planar)
        #expect(line.parts[0][0] == Coordinate(longitude: 0.1, latitude: -0.30000000000000004))
        #expect(line.parts[0][1] == Coordinate(longitude: 1e-7, latitude: 5))
        #expect(line.edges == .planar)
    }

    @Test("Polygons and a lone point are read, and kept apart from lines")
    func areas() throws {
        let ring = "[[0, 0], [4, 0], [4, 4], [0, 0]]"
        let text = """
            {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [5, 6]},
              {"type": "Polygon", "coordinates": [\(ring)]},
              {"type": "MultiPolygon", "coordinates": [[\(ring.replacing("4", with: "-4"))]]}]}
            """
        let found = try Self.geometries(text)
        #expect(try found.area().polygons.count == 2)
        #expect(try found.point() == Coordinate(longitude: 5, latitude: 6))
        let fault = #expect(throws: JSONFault.self) { try found.line(edges: .geodesic) }
        #expect(
            fault?.reason
                == "it holds 1 point and 2 polygons; a line is a LineString or MultiLineString "
                + "(ogr2ogr -nlt MULTILINESTRING makes one of an area's border)")
    }
}
