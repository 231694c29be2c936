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
    /// Writes bytes to a file of its own, which is removed afterwards.
    static func withFile<Result>(
        _ bytes: [UInt8], _ body: (String) throws -> Result
    ) throws -> Result {
        var template = Array("/tmp/dmz-geometry-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        let path = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        return try body(path)
    }

    static func error(_ bytes: [UInt8]) throws -> AgreementFileError? {
        try withFile(bytes) { (path: String) throws in
            #expect(throws: AgreementFileError.self) { try LineFile.read(path: path) }
        }
    }

    @Test(
        "Bad files are told with the place and what is wrong",
        arguments: [
            ("", 1, "the file is empty"), ("hello", 1, "no JSON value"),
            (#"{"type": "LineString""#, 1, "ends in the middle"),
            ("{\"type\": \"LineString\",\n\"coordinates\": [[1, 2], [3,", 2, "ends in the middle"),
            (#"[1, 2]"#, 1, "an object with a \"type\""),
            (#"{"type": "LineString"}"#, 1, "without \"coordinates\""),
            (#"{"type": "Circle", "coordinates": []}"#, 1, "no type of GeoJSON"),
            (#"{"type": "FeatureCollection"}"#, 1, "no array \"features\""),
            (#"{"type": "FeatureCollection", "features": []}"#, nil, "no geometry"),
            (#"{"type": "Feature", "geometry": null}"#, nil, "no geometry"),
            (#"{"type": "Point", "coordinates": [1, 2]}"#, nil, "it holds 1 point; a line"),
            (#"{"type": "LineString", "coordinates": []}"#, nil, "at least two vertices"),
            (#"{"type": "LineString", "coordinates": [[1, 2]]}"#, 1, "at least two vertices"),
            (#"{"type": "LineString", "coordinates": [[1, 2], [1, 2]]}"#, 1, "no length"),
            (
                "{\"type\": \"LineString\", \"coordinates\": [[1, 2],\n[3, 91]]}", 2,
                "vertex 1: [3.0, 91.0]"
            ),
            (
                "{\"type\": \"LineString\", \"coordinates\": [[1, 2],\n[181, 0]]}", 2,
                "not on the globe"
            ),
            (
                #"{"type": "LineString", "coordinates": [[1, 2], ["3", 4]]}"#, 1,
                "vertex 1: a position is"
            ),
            (
                #"{"type": "LineString", "coordinates": [[1, 2], [3]]}"#, 1,
                "vertex 1: a position is"
            ),
            (#"{"type": "LineString", "coordinates": [[1, 2], null]}"#, 1, "not null"),
            (#"{"type": "LineString", "coordinates": [[1, 2], [NaN, 4]]}"#, 1, "no JSON value"),
            (
                #"{"type": "LineString", "coordinates": [[1, 2], [1e400, 4]]}"#, 1,
                "beyond the numbers"
            ),
            (
                #"{"type": "LineString", "coordinates": [[0, 0], [180, 0]]}"#, 1,
                "exactly 180 degrees"
            ),
            (#"{"type": "LineString", "coordinates": [[1, 2], [3, 4],]}"#, 1, "no JSON value"),
            (#"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]} x"#, 1, "after the end"),
            (#"{"type": "LineString", "type": "Point"}"#, 1, "is there twice"),
            (
                #"{"type": "LineString", "crs": {"properties": {"name": "EPSG:32636"}}, "coordinates": []}"#,
                1, "is EPSG:32636; convert it"
            ),
            (#"{"type": "LineString", "coordinates": [[01, 2], [3, 4]]}"#, 1, "no JSON value"),
        ] as [(String, Int?, String)])
    func faults(text: String, line: Int?, words: String) throws {
        let error = try #require(try Self.error(Array(text.utf8)))
        #expect(error.reason.contains(words), "\(error)")
        if let line { #expect(error.line == line) }
        #expect(error.code != .unreadable)
    }

    @Test("Bytes that are no text are told with their line")
    func notText() throws {
        let error = try #require(
            try Self.error(Array("{\"type\":\n\"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8)))
        #expect(error.line == 2 && error.reason.contains("UTF-8"))
    }

    @Test("Values nested without end are refused")
    func depth() throws {
        let error = try #require(
            try Self.error([UInt8](repeating: UInt8(ascii: "["), count: 500_000)))
        #expect(error.reason.contains("nested more than 100 deep"))
    }

    @Test("Missing files, directories and files that may not be read cannot be read")
    func unreadable() throws {
        for path in ["/nowhere/line.geojson", Fixtures.root] {
            let error = #expect(throws: AgreementFileError.self) { try LineFile.read(path: path) }
            #expect(error?.code == .unreadable && error?.file == path)
        }
        // The superuser may read everything.
        guard getuid() != 0 else { return }
        try Self.withFile(Array("{}".utf8)) { (path: String) throws in
            chmod(path, 0)
            let error = #expect(throws: AgreementFileError.self) { try LineFile.read(path: path) }
            #expect(error?.code == .unreadable && error?.reason.contains("permission") == true)
        }
    }

    @Test(
        "All lines of a file are one line",
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
            ("\u{FEFF}" + #"{"type": "LineString", "coordinates": [[1, 2], [3, 4]]}"#, [2]),
        ] as [(String, [Int])])
    func lines(text: String, counts: [Int]) throws {
        try Self.withFile(Array(text.utf8)) { (path: String) throws in
            #expect(try LineFile.read(path: path).parts.map(\.count) == counts)
        }
    }

    @Test("Coordinates are the numbers that are written")
    func digits() throws {
        let text =
            #"{"type": "LineString", "coordinates": [[0.1, -0.30000000000000004], [1e-7, 5]]}"#
        try Self.withFile(Array(text.utf8)) { (path: String) throws in
            let line = try LineFile.read(path: path, edges: .planar)
            #expect(line.parts[0][0] == Coordinate(longitude: 0.1, latitude: -0.30000000000000004))
            #expect(line.parts[0][1] == Coordinate(longitude: 1e-7, latitude: 5))
            #expect(line.edges == .planar)
        }
    }
}
