import Testing

@testable import ReportFiles

/// Records that are too long are refused as records, wherever the input is cut.
@Suite struct OversizedTests {
    static let long = String(repeating: "x", count: 300)
    static let texts: [(name: String, text: String, read: Int, rejected: Int, rejects: String)] = [
        (
            "collection",
            "{\"type\":\"FeatureCollection\",\"features\":[\(point("[31,50]")),\n{\"a\":\"\(long)\"} ,"
                + "\(point("[29,50]"))]}",
            3, 1, "{\"a\":\"\(long)\"}\n"
        ),
        (
            "lines", "\(point("[31,50]"))\n{\"a\":\"\(long)\"}\n\(point("[29,50]"))\n", 3, 1,
            "{\"a\":\"\(long)\"}\n"
        ),
        (
            "sequence",
            "\u{1E}\(point("[31,50]"))\n\u{1E}{\"a\":\"\(long)\"}\n\u{1E}\(point("[29,50]"))\n",
            3, 1, "{\"a\":\"\(long)\"}\n\n"
        ),
        (
            // The quote before x is never closed; the record ends with a line behind its limit.
            "csv", "lon,lat,note\n31,50,a\n30,50,\"x\n" + String(repeating: "29,50,b\n", count: 60),
            2 + 60 - 24, 1,
            "lon,lat,note\n30,50,\"x\n" + String(repeating: "29,50,b\n", count: 24)
        ),
    ]

    private func outcome(_ chunks: [[UInt8]]) -> Outcome {
        ReportFilesTests.outcome(of: chunks, longest: 200)
    }

    @Test("The others are written", arguments: texts.map(\.name))
    func refused(name: String) throws {
        let (_, text, read, rejected, rejects) = try #require(Self.texts.first { $0.name == name })
        let found = outcome([Array(text.utf8)])
        #expect(found.error == nil)
        #expect(found.tally.read == read)
        #expect(found.tally.rejected == rejected)
        #expect(found.rejects == rejects)
        #expect(found.text.contains("record 2 at byte "))
        #expect(found.text.contains("the record is longer than 64 MB"))
    }

    @Test("Cut at every byte", arguments: texts.map(\.name))
    func cut(name: String) throws {
        let text = try #require(Self.texts.first { $0.name == name }).text
        let bytes = Array(text.utf8)
        let whole = outcome([bytes])
        #expect(outcome(bytes.map { [$0] }) == whole)
        for cut in 0...bytes.count {
            #expect(outcome([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
    }
}
