import Datums
import Geodesy
import TestSupport
import Testing
import Zones

@testable import ReportFiles

/// Reports whose geometry is no Point.
@Suite struct GeometryReportTests {
    private static func feature(_ geometry: String, _ properties: String = "{}") -> String {
        "{\"type\":\"Feature\",\"properties\":\(properties),\"geometry\":\(geometry)}"
    }

    private static func at(_ pairs: [(Double, Double)]) -> [Coordinate] {
        pairs.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    private static let line: [Coordinate] = at([(31, 50), (31.02, 50.01)])
    private static let ring: [Coordinate] = at([(31, 50), (31.02, 50), (31.02, 50.01), (31, 50)])

    /// Geometries in GeoJSON and well-known text, with the region that they are.
    struct Case: Sendable {
        let json: String
        let text: String
        let footprint: @Sendable (Footprint.Meaning) throws -> Footprint
    }

    private static let cases: [Case] = [
        Case(
            json: #"{"type":"LineString","coordinates":[[31,50],[31.02,50.01]]}"#,
            text: "LINESTRING (31 50, 31.02 50.01)"
        ) { try .geometry(lines: [line], means: $0) },
        Case(
            json:
                #"{"type":"LineString","bbox":[1,2,3,4],"coordinates":[[31,50,7],[31.02,50.01,null]]}"#,
            text: "linestring z(31 50 7,31.02 50.01 8)"
        ) { try .geometry(lines: [line], means: $0) },
        Case(
            json:
                #"{"coordinates":[[[31,50],[31.02,50.01]],[[31,50],[31.02,50],[31.02,50.01],[31,50]]],"type":"MultiLineString"}"#,
            text:
                "SRID=4326;MULTILINESTRING((31 50,31.02 50.01),(31 50,31.02 50,31.02 50.01,31 50))"
        ) { try .geometry(lines: [line, ring], means: $0) },
        Case(
            json: #"{"type":"MultiPoint","coordinates":[[31,50],[31.02,50.01]]}"#,
            text: "MULTIPOINT((31 50),(31.02 50.01))"
        ) { try .geometry(points: line, means: $0) },
        Case(
            json: #"{"type":"MultiPoint","coordinates":[[31,50],[31.02,50.01]]}"#,
            text: "MULTIPOINT(31 50,31.02 50.01)"
        ) { try .geometry(points: line, means: $0) },
        Case(
            json: #"{"type":"Polygon","coordinates":[[[31,50],[31.02,50],[31.02,50.01],[31,50]]]}"#,
            text: "POLYGON((31 50,31.02 50,31.02 50.01,31 50))"
        ) { try .geometry(polygons: [[ring]], means: $0) },
        Case(
            json:
                #"{"type":"MultiPolygon","coordinates":[[[[31,50],[31.02,50],[31.02,50.01],[31,50]]]]}"#,
            text: "MULTIPOLYGONZM(((31 50 1 2,31.02 50 1 2,31.02 50.01 1 2,31 50 1 2)))"
        ) { try .geometry(polygons: [[ring]], means: $0) },
        Case(
            json:
                #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[31.01,50]},{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[31,50],[31.02,50.01]]}]}]}"#,
            text:
                "GEOMETRYCOLLECTION(POINT(31.01 50),GEOMETRYCOLLECTION(LINESTRING(31 50,31.02 50.01)))"
        ) { try .geometry(points: at([(31.01, 50)]), lines: [line], means: $0) },
    ]

    @Test("A geometry is the region of a report", arguments: cases.indices)
    func geometries(_ number: Int) throws {
        let example = Self.cases[number]
        for meaning in [nil, Footprint.Meaning.allOfIt, .somewhere] {
            var fields = FieldNames()
            fields.geometryMeans = meaning
            let expected = try example.footprint(meaning ?? .allOfIt)
            let feature = try Reading(
                Self.feature(example.json, #"{"uncertainty_m":3}"#), format: .lines, fields: fields)
            let quoted = example.json.replacing("\"", with: "\"\"")
            let tables = [
                "wkt,uncertainty_m\n\"\(example.text)\",3\n",
                "geometry;uncertainty_m\n\"\(example.text)\";3\n",
                "geometry,uncertainty_m\n\"\(quoted)\",3\n",
            ]
            let found =
                try [feature] + tables.map { try Reading($0, fields: fields) }
                + tables.map { try Reading($0, fields: fields, isCareful: true) }
            for one in found {
                #expect(one.refusals.isEmpty, "\(one.refusals)")
                #expect(one.columns.footprints == [0: expected])
                #expect(one.columns.footprints[0]?.meaning == meaning ?? .allOfIt)
                #expect(one.columns.positions == [expected.enclosingCircle.centre])
                #expect(one.columns.uncertainties == [.metres(3)])
                #expect(one.withoutUncertainty == 0)
                #expect(one.notes.allSatisfy { $0.contains("height") }, "\(one.notes)")
            }
        }
    }

    /// The middle of the box of 31 to 31.02 and 50 to 50.01.
    @Test(
        "The position is the middle of the extent, and a report without an error takes what is said"
    )
    func position() throws {
        var fields = FieldNames()
        fields.missingUncertainty = .metres(20)
        let found = try Reading(Self.feature(Self.cases[0].json), format: .lines, fields: fields)
        #expect((found.columns.positions[0].longitude - 31.01).magnitude < 1e-12)
        #expect((found.columns.positions[0].latitude - 50.005).magnitude < 1e-12)
        #expect(found.columns.uncertainties == [.metres(20)] && found.withoutUncertainty == 1)
        let run = outcome(Self.feature(Self.cases[0].json), format: .lines, output: [.zones])
        #expect(run.tally.read == 1 && run.tally.rejected == 0 && run.tally.exact == 0)
        #expect(outcome(run.text, format: .lines, output: [.zones]).text == run.text)
    }

    @Test("Geometries in collections, alone, and among Points")
    func files() throws {
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\(point("[31,50]")),"
            + "\(Self.feature(Self.cases[0].json)),\(point("[32,50]"))]}"
        let found = try Reading(text, file: "a.geojson")
        #expect(found.columns.count == 3 && Set(found.columns.footprints.keys) == [1])
        #expect(found.reports == (try Reading(text, file: "a.geojson", isCareful: true)).reports)
        // Of one place it is a Point.
        let single = try Reading(
            Self.feature(#"{"type":"MultiPoint","coordinates":[[31,50]]}"#), format: .lines)
        #expect(single.columns.footprints.isEmpty && single.columns.count == 1)
        let alone = outcome(Self.cases[0].json, format: .lines, output: [.zones])
        #expect(alone.tally.rejected == 0 && alone.tally.altered == 1)
    }

    private static let star: String = "[31,50],[31.2,50.2],[31.2,50],[31,50.2],[31,50]"

    static let unusable: [(json: String, words: String)] = [
        (
            #"{"type":"Polygon","coordinates":[[\#(star)]]}"#,
            "the geometry cannot be used as a region: polygon 1, ring 1, vertex 1: the edge from this "
                + "vertex crosses"
        ),
        (
            #"{"type":"LineString","coordinates":[[31,50]]}"#,
            "cannot be used as a region: a line has 1 vertices, expected 2 or more"
        ),
        (
            #"{"type":"Polygon","coordinates":[[[31,50],[32,50],[32,51]]]}"#,
            "a ring needs at least four vertices"
        ),
        (
            #"{"type":"Polygon","coordinates":[[[31,50],[-150,50],[-60,60],[31,50]]]}"#,
            "cannot be used as a region: "
        ),
        (
            #"{"type":"LineString","coordinates":[[31,50],[60,50]]}"#,
            "it reaches "
        ),
        (
            #"{"type":"Polygon","coordinates":[[[31,50],[150,50],[-90,50],[31,50]]]}"#,
            "cannot be used as a region: "
        ),
        (
            #"{"type":"LineString","coordinates":[[31,50],[31,91]]}"#,
            "cannot be used as a region: "
        ),
        (
            #"{"type":"LineString","coordinates":[[31,50],["31",51]]}"#,
            "cannot be used as a region: line 1, vertex 2: a position is [longitude, latitude] in numbers"
        ),
        (
            #"{"type":"LineString","bbox":[1,2,3,4],"coordinates":[[null,50],[31,50]]}"#,
            "cannot be used as a region: line 1, vertex 1"
        ),
        (
            #"{"type":"LineString","coordinates":[[31,50],[34,5,47,5]]}"#,
            "four whole numbers, expected [longitude, latitude]"
        ),
    ]

    @Test("What is no region leaves all open, at its first vertex", arguments: unusable)
    func keepsPlace(json: String, words: String) throws {
        let found = try Reading(Self.feature(json), format: .lines)
        #expect(found.refusals.isEmpty && found.columns.footprints.isEmpty)
        #expect(found.columns.positions == [Coordinate(longitude: 31, latitude: 50)])
        #expect(found.columns.uncertainties[0].metres.isNaN)
        #expect(found.notes.count == 1 && found.notes[0].contains(words), "\(found.notes)")
    }

    @Test("More vertices than can be judged", arguments: [10_001, 50_000, 1_000_000])
    func many(_ count: Int) throws {
        let vertices = (0..<count).map { "[31.\(1_000_000 + $0),50]" }.joined(separator: ",")
        let found = try Reading(
            Self.feature("{\"type\":\"LineString\",\"coordinates\":[[31,50],\(vertices)]}"),
            format: .lines)
        #expect(found.refusals.isEmpty && found.columns.footprints.isEmpty)
        #expect(found.columns.positions == [Coordinate(longitude: 31, latitude: 50)])
        #expect(found.columns.uncertainties[0].metres.isNaN)
        #expect(found.notes.first?.contains("vertices, expected ") == true, "\(found.notes)")
    }

    static let refused: [(json: String, words: String)] = [
        (
            #"{"type":"LineString","coordinates":[]}"#,
            "the geometry is an empty geometry, expected one"
        ),
        (#"{"type":"Polygon","coordinates":[[]]}"#, "the geometry is an empty geometry"),
        (#"{"type":"GeometryCollection","geometries":[]}"#, "the geometry is an empty geometry"),
        (#"{"type":"LineString"}"#, "the geometry is no geometry: a LineString without"),
        (
            #"{"type":"LineString","coordinates":[[131,95],[31,91]]}"#,
            "the geometry has no vertex on the globe: latitude 95.0 is not in -90...90"
        ),
        (
            #"{"type":"LineString","coordinates":[["a","b"]]}"#,
            "the geometry is no geometry: line 1"
        ),
        (#"{"type":"Circle","coordinates":[[1,2]]}"#, "only a Point can be judged"),
        (
            #"{"type":"LineString","coordinates":[[1,2],[1,3]],"crs":{"type":"name","properties":{"name":"EPSG:28407"}}}"#,
            "EPSG:28407"
        ),
    ]

    @Test("Without a position a record is refused", arguments: refused)
    func refuses(json: String, words: String) throws {
        let found = try Reading(Self.feature(json), format: .lines)
        #expect(found.columns.count == 0)
        #expect(found.refusals.count == 1 && found.refusals[0].contains(words), "\(found.refusals)")
    }

    static let badTexts: [(text: String, isKept: Bool, words: String)] = [
        (
            "LINESTRING(31 50", false, "'wkt' is no geometry: at its byte 16 there is the end"
        ),
        (
            "LINESTRING(31 50,31.1 x)", true,
            "'wkt' cannot be used as a region: at its byte 22 there is 'x)', expected a number"
        ),
        ("LINESTRING EMPTY", false, "'wkt' is an empty geometry"),
        ("MULTIPOINT EMPTY", false, "'wkt' is an empty geometry"),
        ("POLYGON((31 50,31.2 50.2,31.2 50,31 50.2,31 50))", true, "crosses"),
        ("SRID=28407;LINESTRING(1 2,3 4)", false, "has the reference system 28407, expected 4326"),
        ("GEOMETRYCOLLECTION(CIRCLE(1 2))", false, "'CIRCLE' is no geometry of well-known text"),
        ("LINESTRING(31 50,31.1 50) and more", true, "there is 'and more', expected the end"),
        ("LINESTRING(31 50,31.1 50", true, "expected ',' or ')'"),
    ]

    @Test("Well-known text that is no region", arguments: badTexts)
    func badText(text: String, isKept: Bool, words: String) throws {
        for isCareful in [false, true] {
            let found = try Reading("wkt\n\"\(text)\"\n", isCareful: isCareful)
            #expect(found.columns.count == (isKept ? 1 : 0))
            #expect(found.columns.footprints.isEmpty)
            #expect(found.columns.uncertainties.allSatisfy { $0.metres.isNaN })
            let told = isKept ? found.notes : found.refusals
            #expect(told.count == 1 && told[0].contains(words), "\(told)")
        }
    }

    @Test("In another system a geometry is no region, and its place is known")
    func datum() throws {
        var fields = FieldNames()
        fields.datum = try DatumSystems().transform(named: "EPSG:32636")
        let found = try Reading(
            Self.feature(
                #"{"type":"LineString","coordinates":[[500000,5500000],[500100,5500100]]}"#),
            format: .lines, fields: fields)
        #expect(found.columns.footprints.isEmpty && found.columns.uncertainties[0].metres.isNaN)
        #expect((found.columns.positions[0].longitude - 33).magnitude < 1e-9)
        #expect(found.notes.first?.contains("convert the file first") == true)
        fields.datum = try DatumSystems().transform(named: "EPSG:4326")
        let same = try Reading(Self.feature(Self.cases[0].json), format: .lines, fields: fields)
        #expect(same.columns.footprints == [0: try Self.cases[0].footprint(.allOfIt)])
    }

    @Test("A geometry and another region are one too many")
    func both() throws {
        for properties in [
            #"{"width_m":3,"length_m":4}"#, #"{"uncertainty_m":3,"uncertainty_level":"CE90"}"#,
        ] {
            let found = try Reading(
                Self.feature(Self.cases[0].json, properties), format: .lines)
            #expect(found.columns.footprints.isEmpty)
            #expect(found.columns.uncertainties[0].metres.isNaN && found.notes.count == 1)
        }
    }

    @Test("Where only positions are read a geometry is refused")
    func onlyPositions() throws {
        var fields = FieldNames()
        fields.onlyPositions = true
        let found = try Reading(Self.feature(Self.cases[0].json), format: .lines, fields: fields)
        #expect(found.refusals.first?.contains("only a Point can be judged") == true)
    }
}
