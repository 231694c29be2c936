import Testing

@testable import ReportFiles

/// Files that cannot be used at all, and files that look odd but can.
@Suite struct WholeFileTests {
    /// 40 bytes before the first Feature, 84 of it.
    static let one = "{\"type\":\"FeatureCollection\",\"features\":[\(point("[31,50]"))"

    static let unusable: [(String, Int?, String)] = [
        ("{\"latitude\":1}", 0, "JSON, but not GeoJSON: the document has no member 'type'"),
        ("{\"type\":\"Point\",\"coordinates\":[1,2]}", 0, "the JSON document is of type 'Point'"),
        ("{\"type\":\"FeatureCollection\"}", 27, "the FeatureCollection has no 'features'"),
        ("{\"type\":\"FeatureCollection\",\"features\":{}}", 39, "'features' is {}, expected"),
        ("{\"features\":[]}", 0, "JSON, but not GeoJSON: the document has no member 'type'"),
        ("{\"features\":[],\"features\":[],\"type\":\"FeatureCollection\"}", 26, "a second member"),
        (one + "]", 125, "the file is cut off after 1 record:"),
        (one, 124, "the file is cut off after 1 record:"),
        (
            one + ",{\"type\":\"Fea", 137,
            "the file is cut off within record 2, which begins at byte 125"
        ),
        ("{\"type\"", 7, "the file is cut off after 0 records"),
        (one + ",]}", 125, "is not JSON: found ']', expected a value"),
        (one + " 5]}", 125, "is not JSON: found '5', expected ',' or ']'"),
        (one + "]} x", 127, "is not JSON: found 'x', expected the end of the file"),
        ("{type:1}", 1, "is not JSON: found 't', expected the name of a member or '}'"),
        ("hello world", 0, "is neither GeoJSON nor CSV with a position: its first line names"),
        (
            "a,b\n1,2\n", 0,
            "is neither GeoJSON nor CSV with a position: its first line names 'a', 'b'"
        ),
        ("<html>", 0, "is an HTML page"),
        ("lon,lat,lon\n1,2,3\n", 0, "the header names the column 'lon' twice"),
        (
            "lon,lat,n\r31,50,x\r31,50,y\r", 9,
            "lines end in carriage returns alone, expected newlines; convert the file first, "
                + "for example with tr '\\r' '\\n'"
        ),
        ("lon,lat\n1,\"2\n", 13, "the file is cut off within quotes in record 1"),
    ]

    @Test("Unusable files say where and why", arguments: unusable)
    func refuses(text: String, byte: Int?, sentence: String) throws {
        let error = try #require(outcome(text).error)
        #expect(error.code == .unusable)
        #expect(error.byte == byte)
        #expect(error.sentence.hasPrefix(sentence))
        #expect(error.file == "in")
    }

    @Test("Text under a JSON name is no CSV")
    func jsonName() throws {
        let error = try #require(outcome("lon,lat\n1,2", file: "a.geojson").error)
        #expect(error.sentence == "is not JSON: it begins with 'l', expected '{'")
    }

    @Test("UTF-16 is named")
    func utf16() throws {
        let error = try #require(outcome(of: [[0xFF, 0xFE, 0x7B, 0]]).error)
        #expect(error.sentence.hasPrefix("is UTF-16; give it out as UTF-8"))
    }

    static let systems: [(String, Bool)] = [
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, true),
        (#"{"type":"name","properties":{"name":"EPSG:4326"}}"#, true),
        (#"{"properties":{"name":"urn:ogc:def:crs:EPSG::4326"},"type":"name"}"#, true),
        (#"{"type":"name","properties":{"name":"WGS 84"}}"#, true),
        (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}}"#, false),
        (#"{"type":"link","properties":{"href":"http://example.org"}}"#, false),
        ("null", true),
        (#""EPSG:4326""#, true),
        (#""EPSG:3857""#, false),
    ]

    @Test("A crs that is not WGS 84 spoils the file, wherever it stands", arguments: systems)
    func crs(member: String, isAccepted: Bool) throws {
        let before =
            "{\"crs\":\(member),\"type\":\"FeatureCollection\",\"features\":[\(point("[31,50]"))]}"
        let after = Self.one + "],\"crs\":\(member)}"
        for text in [before, after] {
            let found = outcome(text)
            #expect((found.error == nil) == isAccepted)
            if let error = found.error {
                #expect(error.sentence.hasPrefix("the coordinates are in "))
            }
        }
    }

    @Test("No records is a result")
    func empty() {
        for text in ["{\"type\":\"FeatureCollection\",\"features\":[]}", "lon,lat\n"] {
            let found = outcome(text)
            #expect(found.error == nil)
            #expect(found.tally.read == 0)
        }
        #expect(outcome("{\"type\":\"FeatureCollection\",\"features\":[]}").text.hasSuffix("[]}"))
        #expect(outcome("").text.isEmpty)
    }

    @Test("A byte-order mark is dropped and counted in places")
    func mark() {
        let found = outcome("\u{FEFF}" + point("[1,95]"))
        #expect(found.text.hasPrefix("{"))
        #expect(found.tally.faults.first?.hasPrefix("in: record 1 at byte 3: ") == true)
    }

    @Test("Deep nesting ends as a cut-off file, not as a crash")
    func deep() {
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(outcome("{\"a\":" + deep).error?.code == .unusable)
        let found = outcome(
            "{\"type\":\"FeatureCollection\",\"features\":[" + deep
                + String(repeating: "]", count: 1_000_000) + "]}")
        #expect(found.error == nil)
        #expect(found.tally.rejected == 1)
    }

    @Test("Everything around features is kept")
    func frames() {
        let text =
            "\n {\"name\" : \"x\",\"features\" :[ \n\(point("[1,95]")) ,null] , \"z\":[{}] ,"
            + "\"type\":\"FeatureCollection\"}\n"
        let found = outcome(text).text
        #expect(found.hasPrefix("\n {\"name\" : \"x\",\"features\" :[ \n{"))
        #expect(found.hasSuffix("] , \"z\":[{}] ,\"type\":\"FeatureCollection\"}\n"))
    }

    @Test("The last line may be cut off")
    func cutOffLine() {
        let found = outcome(point("[31,50]") + "\n{\"type\":\"Fea")
        #expect(found.tally.cutOff == "in: record 2 at byte 85")
        #expect(outcome(point("[31,50]") + "\n" + point("[31,50]")).tally.cutOff == nil)
        for rest in ["{\"a\": tru", "{\"a\": 12", "{", " {\"a\": \"}"] {
            #expect(outcome(point("[31,50]") + "\n" + rest).tally.cutOff != nil, "\(rest)")
        }
        // No JSON, and not because an end is missing.
        for rest in ["#", "nothing", point("[31,50]") + "x", "{\"a\": tru}", "tru", "1,2"] {
            let found = outcome(point("[31,50]") + "\n" + rest)
            #expect(found.tally.cutOff == nil && found.tally.rejected == 1, "\(rest)")
        }
        // Whole, and no Feature: whether a newline follows makes no difference.
        #expect(outcome(point("[31,50]") + "\n{\"a\":1}").tally.cutOff == nil)
    }
}
