import Geodesy
import TestSupport
import Testing

@testable import AgreementFiles

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct GeometryFileTests {
    static func error(_ bytes: [UInt8]) throws -> AgreementFileError? {
        try TemporaryFolder.withFile(bytes) { (path: String) throws in
            #expect(throws: AgreementFileError.self) { try LineFile.read(path: path) }
        }
    }

    @Test(
        "Faults have the line and column in their file",
        arguments: [
            ("{\"type\": \"LineString\",\n\"coordinates\": [[1, 2], [3,", "2:28", "syntax"),
            (#"{"type": "LineString", "crs": {}, "coordinates": []}"#, "1:31", "syntax"),
            (#"{"type": "Point", "coordinates": [1, 2]}"#, nil, "content"),
            (
                "{\"é\": 0, \"type\": \"LineString\", \"coordinates\": [[1, 2],\n [3, 91]]}", "2:2",
                "content"
            ),
            ("{\"é\": 01}", "1:7", "syntax"),
        ] as [(String, String?, String)])
    func faults(text: String, place: String?, code: String) throws {
        let error = try #require(try Self.error(Array(text.utf8)))
        #expect(error.line.map { "\($0):\(error.column ?? 0)" } == place, "\(error)")
        #expect(error.code.rawValue == code)
        #expect(error.reason.hasPrefix("this is not GeoJSON: ") == (code == "syntax"))
    }

    @Test(
        "Formats of other programs are named, with how to convert them",
        arguments: [
            ("<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">", "KML", true),
            ("\u{FEFF}\n<gpx>", "GPX", true), ("<html>", "an HTML page", false),
            ("PK\u{3}\u{4}\u{14}", "XLSX", true), ("\u{1F}\u{8}", "JSON", false),
            ("SQLite format 3\u{0}", "GeoPackage", true), ("%PDF-1.7", "PDF", false),
            ("LINESTRING (12 47, 13 47.3)", "[[12, 47], [13, 47.3]]", false),
        ])
    func foreign(text: String, name: String, isConverted: Bool) throws {
        let error = try #require(try Self.error(Array(text.utf8)))
        #expect(error.code == .syntax && error.reason.contains(name), "\(error)")
        #expect(error.reason.contains("ogr2ogr -f GeoJSON") == isConverted, "\(error)")
    }

    @Test("A polygon that crosses itself is refused at the vertex before the place")
    func crossing() throws {
        let text = """
            {"type": "Polygon", "coordinates": [[[0, 0], [9, 0],
             [9, 3], [1, 9], [9, 9],
             [1, 3], [0, 3], [0, 0]]]}
            """
        for edges in EdgeKind.allCases {
            let error = try TemporaryFolder.withFile(Array(text.utf8)) { (path: String) throws in
                #expect(throws: AgreementFileError.self) {
                    try GeometryFile(path: path).area(edges: edges)
                }
            }
            #expect(error?.line == 2 && error?.column == 2, "\(String(describing: error))")
            #expect(error?.reason.contains("vertex 3: the edge from this vertex crosses") == true)
        }
    }

    @Test(
        "Metres of a grid, and decimal commas that part numbers, are told as such",
        arguments: [
            ("[[430000, 5350000], [431000.5, 5351000]]", "part 1, vertex 1: ", "metres of a grid"),
            ("[[30, 47], [34,5, 47,25]]", "part 1, vertex 2: four whole", "it is [34.5, 47.25]"),
            ("[[30, 47], [-34,5, -47,0]]", "part 1, vertex 2: four whole", "[-34.5, -47.0]"),
            ("[[47, 130], [48, 131]]", "part 1, vertex 1: ", "exchanged, [130.0, 47.0]"),
        ])
    func numbers(coordinates: String, place: String, words: String) throws {
        let text = #"{"type": "LineString", "coordinates": \#(coordinates)}"#
        let error = try #require(try Self.error(Array(text.utf8)))
        #expect(error.reason.hasPrefix(place) && error.reason.contains(words), "\(error)")
        // Heights and measures beside decimals are left alone.
        let measured =
            #"{"type": "LineString", "coordinates": [[30.5, 47, 5, 0], [31, 48, 1, 1.5]]}"#
        let line = try TemporaryFolder.withFile(Array(measured.utf8)) { path in
            try LineFile.read(path: path)
        }
        #expect(line.parts[0].count == 2)
    }

    @Test("Bytes that are no text are told with their line")
    func notText() throws {
        let error = try #require(
            try Self.error(Array("{\"type\":\n\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)))
        #expect(error.line == 2 && error.reason.contains("UTF-8"))
    }

    @Test("Missing files, directories and files that may not be read cannot be read")
    func unreadable() throws {
        for path in ["/nowhere/line.geojson", Fixtures.root] {
            let error = #expect(throws: AgreementFileError.self) { try LineFile.read(path: path) }
            #expect(error?.code == .unreadable && error?.file == path)
        }
        // The superuser may read everything.
        guard getuid() != 0 else { return }
        try TemporaryFolder.withFile(Array("{}".utf8)) { (path: String) throws in
            chmod(path, 0)
            let error = #expect(throws: AgreementFileError.self) { try LineFile.read(path: path) }
            #expect(error?.code == .unreadable && error?.reason.contains("permission") == true)
        }
    }

    @Test("A byte-order mark is dropped")
    func mark() throws {
        let text = "\u{FEFF}" + #"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#
        try TemporaryFolder.withFile(Array(text.utf8)) { (path: String) throws in
            let line = try LineFile.read(path: path, edges: .planar)
            #expect(line.parts.map(\.count) == [2] && line.edges == .planar)
        }
    }
}
