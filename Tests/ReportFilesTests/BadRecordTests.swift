import Testing

@testable import ReportFiles

/// Records that cannot be used come out with the reason; the others are unaffected.
@Suite struct BadRecordTests {
    static let features: [(String, String)] = [
        (point("[5.9,91.2]"), "latitude 91.2 is not in -90...90; longitude comes first"),
        (point("[200,-91]"), "latitude -91 is not in -90...90"),
        (point("[-180.5,10]"), "longitude -180.5 is not in -180...180"),
        (point("[181,10]"), "longitude 181 is not in -180...180"),
        (point("[1e400,10]"), "the coordinate 1e400 is too large a number"),
        (point("[10,-1e400]"), "the coordinate -1e400 is too large a number"),
        (point("[\"31\",\"50\"]"), "the coordinate \"31\" is not a number"),
        (point("[31,null]"), "the coordinate null is not a number"),
        (
            point("[31]"),
            "the position has fewer than two numbers, expected [longitude, latitude]"
        ),
        (point("[]"), "the position has fewer than two numbers, expected [longitude, latitude]"),
        (point("[[31,50]]"), "the coordinate [31,50] is not a number"),
        (point("null"), "the coordinates are null, expected [longitude, latitude]"),
        (point("\"31,50\""), "the coordinates are \"31,50\", expected [longitude, latitude]"),
        (
            #"{"type":"Feature","properties":{},"geometry":null}"#,
            "the geometry is null, expected a Point"
        ),
        (
            #"{"type":"Feature","properties":{}}"#, "the Feature has no geometry, expected a Point"
        ),
        (
            #"{"type":"Feature","properties":{},"geometry":[31,50]}"#,
            "the geometry is [31,50], expected a Point"
        ),
        (
            #"{"type":"Feature","properties":{},"geometry":{"type":"Point"}}"#,
            "the Point has no coordinates"
        ),
        (
            #"{"type":"Feature","properties":{},"geometry":{"type":"Circle","#
                + #""coordinates":[[31,50],[32,50]]}}"#,
            "the geometry's type is \"Circle\"; only a Point can be judged"
        ),
        (
            #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[31,50]},"#
                + #""geometry":{"type":"Point","coordinates":[29,50]}}"#,
            "the geometry, or a member of it, is given twice"
        ),
        (
            #"{"type":"Feature","properties":{},"geometry":{"type":"Point","#
                + #""coordinates":[31,50],"coordinates":[29,50]}}"#,
            "the geometry, or a member of it, is given twice"
        ),
        (
            point("[34,5, 47,5]"),
            "the position [34,5, 47,5] is four whole numbers, expected [longitude, latitude]; with "
                + "decimal points for commas it is [34.5, 47.5]"
        ),
        (
            point("[-34,05,-7,25]").replacing("05", with: "10"),
            "the position [-34,10,-7,25] is four whole numbers, expected [longitude, latitude]; with "
                + "decimal points for commas it is [-34.10, -7.25]"
        ),
        (
            point("[31,50]").replacing(
                "\"geometry\"", with: #""crs":"EPSG:4326","crs":"EPSG:3857","geometry""#),
            "the member 'crs' is given twice, expected one"
        ),
        (
            point("[31,50]").replacing(
                #""type":"Point""#, with: #""type":"Point","crs":null,"crs":null"#),
            "the member 'crs' is given twice, expected one"
        ),
        (
            point("[31,50]").replacing(
                "\"geometry\"",
                with: #""crs":{"type":"name","properties":{"name":"EPSG:3857"}},"geometry""#),
            "the coordinates are in 'EPSG:3857', expected longitude and latitude on WGS 84 (CRS84 "
                + "or EPSG:4326); name the system by --crs, or convert the file first, for example "
                + "with ogr2ogr -t_srs EPSG:4326"
        ),
        (
            point("[31,50]").replacing(
                "\"coordinates\"",
                with: #""crs":{"type":"name","properties":{"name":"EPSG:4284"}},"coordinates""#),
            "the coordinates are in 'EPSG:4284', expected longitude and latitude on WGS 84 (CRS84 "
                + "or EPSG:4326); name the system by --crs, or convert the file first, for example "
                + "with ogr2ogr -t_srs EPSG:4326"
        ),
        (
            // Metres of EPSG:3857, which are no longitude and latitude because of the system.
            point("[-8238354.7,4970277.1]").replacing(
                "]}", with: #"],"crs":{"type":"EPSG","properties":{"code":3857}}}"#),
            "the coordinates are in 'EPSG:3857', expected longitude and latitude on WGS 84 (CRS84 "
                + "or EPSG:4326); name the system by --crs, or convert the file first, for example "
                + "with ogr2ogr -t_srs EPSG:4326"
        ),
    ]

    @Test("A whole Feature keeps its bytes", arguments: features)
    func keepsBytes(record: String, expected: String) throws {
        #expect(reason(record) == expected)
        let found = outcome(record + "\n" + point("[31,50]"), format: .lines)
        #expect(found.tally.read == 2)
        #expect(found.tally.rejected == 1)
        #expect(found.tally.zonesInside == [1, 1])
        #expect(found.rejects == record + "\n")
        let lines = found.text.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[1].contains(#""dmz_zones":["east","all"]"#))
        // Without what was added, the bytes are those that came.
        let line = try #require(lines.first)
        let start = try #require(line.firstRange(of: "\"dmz_error\":")).lowerBound
        var rest = line[line.index(start, offsetBy: 13)...]
        while let quote = rest.firstIndex(of: "\"") {
            let isEscaped = quote > rest.startIndex && rest[rest.index(before: quote)] == "\\"
            rest = rest[rest.index(after: quote)...]
            if !isEscaped { break }
        }
        let before = line[..<start]
        let plain = (before.hasSuffix(",") ? before.dropLast() : before) + rest
        #expect(plain == record)
    }

    @Test("A MultiPoint of one position is a point, one of several is none")
    func multiPoint() {
        func multi(_ coordinates: String) -> String {
            point(coordinates).replacing("\"Point\"", with: "\"MultiPoint\"")
        }
        for coordinates in ["[[31,50]]", "[ [31, 50, 7] ]"] {
            let found = outcome(multi(coordinates), format: .lines)
            #expect(found.tally.rejected == 0 && found.tally.zonesInside == [1, 1])
        }
        // All of them are the region of the report.
        for coordinates in ["[[31,50],[31,50]]", "[[[31,50]]]", "[31,50]"] {
            #expect(reason(multi(coordinates)) == nil, "\(coordinates)")
        }
        #expect(
            reason(multi("[]")) == "the geometry is an empty geometry, expected one with a position"
        )
        for (coordinates, found) in [("{}", "an object"), ("null", "null")] {
            #expect(
                reason(multi(coordinates))
                    == "the geometry is no geometry: the coordinates of a MultiPoint are arrays, not \(found)"
            )
        }
        #expect(reason(multi("[[31]]"))?.contains("fewer than two numbers") == true)
        #expect(reason(multi("[[\"31\",50]]")) == "the coordinate \"31\" is not a number")
    }

    static let unusable: [(String, String)] = [
        (point("[31,50]", "{\"a\":nana}"), "is not JSON"),
        (point("[31,50]", "{\"a\":NaN,}"), "is not JSON"),
        (point("[+31,50]"), "is not JSON: '+31,50]}}' at its byte 76"),
        (point("[031,50]"), "is not JSON: '031,50]}}' at its byte 76"),
        (point("[31.,50]"), "is not JSON: '31.,50]}}' at its byte 76"),
        (point("[31,50,]"), "is not JSON: ']}}' at its byte 82"),
        (point("[31,50]", "{\"a\":1 2}"), "is not JSON"),
        (point("[31,50]", "{\"a\" 1}"), "is not JSON"),
        (point("[31,50]", "{\"a\":tru}"), "is not JSON"),
        (point("[31,50]", "{\"a\":\"\\x\"}"), "is not JSON"),
        (point("[31,50]", "{\"a\":\"\\u12g4\"}"), "is not JSON"),
        (point("[31,50]", "{\"a\":\"\t\"}"), "is not JSON"),
        (point("[31,50]", "{'a':1}"), "is not JSON"),
        (point("[31,50]") + "}", "is not JSON"),
        (point("[31,50]") + point("[31,50]"), "is not JSON"),
        ("{\"type\":\"Feature\"", "is not JSON"),
        ("{\"type\":\"Feat", "is not JSON: a string or bracket is not closed"),
        ("null", "found null, expected a Feature"),
        ("[1,2]", "found [1,2], expected a Feature"),
        ("{\"type\":\"feature\"}", "the type is \"feature\", expected \"Feature\""),
        ("{\"type\":7,\"geometry\":null}", "the type is 7, expected \"Feature\""),
        ("{\"type\":\"Feature\",\"type\":\"Feature\"}", "the member 'type' is given twice"),
        (
            point("[31,50]", String(repeating: "[", count: 100_000)),
            "values are nested more than 1,024 deep"
        ),
    ]

    @Test("What is no Feature comes out as one without geometry", arguments: unusable)
    func becomesFeature(record: String, expected: String) throws {
        let found = outcome(record + "\n" + point("[31,50]") + "\n", format: .lines)
        #expect(try #require(reason(record)).hasPrefix(expected))
        let line = try #require(found.text.split(separator: "\n").first)
        #expect(
            line.hasPrefix(
                #"{"type":"Feature","geometry":null,"properties":{"dmz_error":"record 1 at byte 0: "#
            ))
        #expect(line.hasSuffix("\"}}"))
        #expect(found.rejects == record + "\n")
        #expect(found.tally.read == 2)
        #expect(found.tally.rejected == 1)
        #expect(found.tally.zonesInside == [1, 1])
        // A rerun says the same of what is now a Feature with null geometry.
        #expect(outcome(found.text, format: .lines).text == found.text)
    }

    @Test("The place of a record in its file is named")
    func place() {
        let first = point("[31,50]", "{\"a\":\"" + String(repeating: "x", count: 1117) + "\"}")
        let text = "{\"type\":\"FeatureCollection\",\"features\":[\(first), \(point("[1,95]"))]}"
        let found = outcome(text)
        #expect(
            found.tally.faults == [
                "in: record 2 at byte 1,249: latitude 95 is not in -90...90; longitude comes first"
            ])
        let start = text.utf8.index(text.utf8.startIndex, offsetBy: 1249)
        #expect(text[start...] == point("[1,95]") + "]}")
    }

    @Test("Positions whose swap lies where the agreement is only warn")
    func swapped() {
        let found = outcome(point("[50,31]"))
        #expect(found.tally.swapped == 1)
        #expect(found.tally.rejected == 0)
        #expect(outcome(point("[31,50]")).tally.swapped == 0)
    }

    @Test("The id of a rejected report is named where it is asked for")
    func id() {
        var fields = FieldNames()
        fields.id = "name"
        let found = outcome(point("[1,95]", #"{"name":"K-12"}"#), fields: fields)
        #expect(
            found.tally.faults == [
                "in: record 1 at byte 0 ('K-12'): latitude 95 is not in -90...90; longitude comes "
                    + "first"
            ])
    }
}
