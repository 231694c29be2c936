import Agreements
import Geodesy
import ReportFiles
import Testing

/// The public way to check a stream inside another program.
@Suite struct StreamTests {
    /// 2 km to both sides of the meridian of 30 degrees east.
    private static func agreement() throws -> CompiledAgreement {
        let meridian = try LineGeometry(
            parts: [
                [
                    Coordinate(longitude: 30, latitude: 49),
                    Coordinate(longitude: 30, latitude: 51),
                ]
            ], edges: .geodesic)
        return try CompiledAgreement(
            Agreement(
                lines: [ReferenceLine(id: "contact", geometry: meridian)],
                zones: [
                    Zone(
                        id: "dmz",
                        .within(
                            left: .metres(2000), right: .metres(2000), of: "contact"))
                ]))
    }

    private static func feature(_ longitude: Double, _ more: String = "") -> String {
        point("[\(longitude),50]", "{\(more)}")
    }

    private static let zones = "\"dmz_zones\":"

    @Test("A record is given back as soon as it is whole")
    func records() throws {
        var stream = ReportStream(
            checking: try Self.agreement(), format: .lines, fields: [.zones])
        let text = Self.feature(30) + "\n" + Self.feature(31) + "\n"
        let cut = Self.feature(30).utf8.count
        #expect(try stream.feed(text.utf8.prefix(cut)) == [])
        let first = try stream.feed(text.utf8.dropFirst(cut).prefix(20))
        #expect(
            String(decoding: first, as: UTF8.self)
                == Self.feature(30, Self.zones + "[\"dmz\"]") + "\n")
        let second = try stream.feed(text.utf8.dropFirst(cut + 20))
        #expect(
            String(decoding: second, as: UTF8.self) == Self.feature(31, Self.zones + "[]") + "\n")
        #expect(try stream.finish() == [])
        #expect(stream.recordCount == 2)
        #expect(stream.rejectedCount == 0)
    }

    @Test("An asynchronous sequence of chunks")
    func asynchronous() async throws {
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\(Self.feature(30)),\(Self.feature(31))]}"
        let bytes = Array(text.utf8)
        let chunks = AsyncStream<[UInt8]> { stream in
            for k in stride(from: 0, to: bytes.count, by: 7) {
                stream.yield(Array(bytes[k..<min(k + 7, bytes.count)]))
            }
            stream.finish()
        }
        var found: [UInt8] = []
        for try await chunk in chunks.findings(checking: try Self.agreement(), fields: [.zones]) {
            #expect(!chunk.isEmpty)
            found += chunk
        }
        #expect(
            String(decoding: found, as: UTF8.self)
                == text.replacing(
                    Self.feature(30), with: Self.feature(30, Self.zones + "[\"dmz\"]")
                ).replacing(Self.feature(31), with: Self.feature(31, Self.zones + "[]")))
    }

    @Test("A stream that ends within a document is an error")
    func cutOff() throws {
        var stream = ReportStream(checking: try Self.agreement())
        _ = try stream.feed("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
        #expect(throws: ReportFileError.self) { _ = try stream.finish() }
    }
}
