import Agreements
import Geodesy
import ReportFiles
import Testing

/// The public way to read reports inside another program.
@Suite struct ReaderTests {
    private static let csv = """
        lon,lat,category,party,time,uncertainty_m,calibre,note
        30.5,50,tank,north,2026-12-01T06:00:00Z,25,,"a, b"
        95,200,tank,north,,,,
        -180,-90,"artil""lery",,2026-12-01T06:00:00+02:00,0.5,155,
        1,2,,,yesterday,,,
        7.25,8,tank,north,,,122,

        """
    private static let lines = """
        {"type":"Feature","properties":{"category":"tank","party":"north",\
        "time":"2026-12-01T06:00:00Z","uncertainty_m":25},\
        "geometry":{"type":"Point","coordinates":[30.5,50]}}
        {"type":"Feature","properties":{},"geometry":null}
        {"type":"Feature","properties":{"category":"artil\\"lery","calibre":"155",\
        "time":"2026-12-01T06:00:00+02:00","uncertainty_m":0.5},\
        "geometry":{"type":"Point","coordinates":[-180,-90]}}
        {"type":"Feature","properties":{"time":"yesterday"},\
        "geometry":{"type":"Point","coordinates":[1,2]}}
        {"type":"Feature","properties":{"category":"tank","party":"north","calibre":"122"},\
        "geometry":{"type":"Point","coordinates":[7.25,8]}}

        """

    private static let collection =
        "{\"type\":\"FeatureCollection\",\"features\":["
        + lines.split(separator: "\n").joined(separator: ",\n") + "]}"

    private func expected() throws -> [Report] {
        [
            Report(
                position: Coordinate(longitude: 30.5, latitude: 50), uncertainty: .metres(25),
                category: "tank", party: "north",
                time: try Instant(parsing: "2026-12-01T06:00:00Z")),
            Report(
                position: Coordinate(longitude: -180, latitude: -90), uncertainty: .metres(0.5),
                category: "artil\"lery", time: try Instant(parsing: "2026-12-01T04:00:00Z"),
                attributes: ["calibre": "155"]),
            Report(position: Coordinate(longitude: 1, latitude: 2)),
            Report(
                position: Coordinate(longitude: 7.25, latitude: 8), category: "tank",
                party: "north", attributes: ["calibre": "122"]),
        ]
    }

    @Test(
        "Reports and refused records, however the bytes are cut",
        arguments: [(ReportFormat.csv, csv), (.lines, lines), (.geojson, collection)])
    func cuts(format: ReportFormat, text: String) throws {
        let bytes = Array(text.utf8)
        let expected = try expected()
        for step in [1, 2, 3, 7, 64, bytes.count] {
            var reader = ReportReader(format: format, attributes: ["calibre"])
            var reports: [Report] = []
            var refused: [(number: Int, byte: Int, before: Int, reason: String)] = []
            var noted: [NotedRecord] = []
            func take(_ batch: ReportBatch) {
                noted += batch.noted
                refused += batch.refused.map {
                    ($0.number, $0.byte, reports.count + $0.reportsBefore, $0.reason)
                }
                reports += batch
                #expect(batch.positions == batch.map(\.position))
                #expect(batch.uncertainties == batch.map(\.uncertainty))
                #expect(batch.times == batch.map(\.time))
            }
            for start in stride(from: 0, to: bytes.count, by: step) {
                take(try reader.feed(bytes[start..<min(start + step, bytes.count)]))
            }
            take(try reader.finish())
            #expect(reports == expected, "\(step)")
            #expect(refused.map(\.number) == [2])
            #expect(refused.map(\.before) == [1])
            #expect(noted.map(\.number) == [4])
            let starts = format == .csv ? ["95", "1,"] : ["{\"", "{\""]
            let places = (refused.map(\.byte) + noted.map(\.byte)).map { byte in
                bytes[byte..<byte + 2].map { $0 }
            }
            #expect(places == starts.map { Array($0.utf8) })
            #expect(noted.first?.note.contains("yesterday") == true)
        }
    }

    @Test("More kinds than are remembered")
    func manyKinds() throws {
        var reader = ReportReader(format: .csv)
        var text = "lon,lat,category\n"
        for number in 0..<20_000 { text += "1,2,kind \(number % 9000)\n" }
        var categories: [String?] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: 50_000) {
            let chunk = bytes[start..<min(start + 50_000, bytes.count)]
            categories += try reader.feed(chunk).map(\.category)
        }
        categories += try reader.finish().map(\.category)
        #expect(categories == (0..<20_000).map { "kind \($0 % 9000)" })
    }

    @Test("Bytes that are no reports")
    func faults() throws {
        var reader = ReportReader(format: .csv, name: "body")
        #expect(throws: ReportFileError.self) {
            _ = try reader.feed("name,colour\na,b\n".utf8)
            _ = try reader.finish()
        }
    }

    @Test("Columns say what the reports say")
    func columns() throws {
        var reader = ReportReader(format: .csv, attributes: ["calibre"])
        var batch = try reader.feed(Array(Self.csv.utf8))
        let last = try reader.finish()
        if batch.isEmpty { batch = last }
        let columns = batch.columns
        #expect(columns.count == batch.count && columns.count > 1)
        #expect((0..<columns.count).map { columns.report($0) } == Array(batch))
    }
}
