import TestSupport
import Testing

@testable import ReportFiles

/// Whole runs: the same bytes for any number of workers, any chunk size, and compressed or not.
@Suite struct CheckRunTests {
    /// Records of all kinds, some hundred kilobytes of them, from a seed.
    private static func features(_ count: Int) -> [String] {
        var random = SeededGenerator(seed: 41)
        return (0..<count).map { k in
            let lon = Double(Int.random(in: 28_000...32_000, using: &random)) / 1000
            let category = ["gun", "truck", "bus", "pram", "Жигули"].randomElement(
                using: &random)
            let properties = "{\"id\":\(k),\"category\":\"\(category ?? "")\",\"t\":\"x\\n\\\"{\"}"
            return k % 97 == 5 ? "{\"type\":\"Feature\"}" : point("[\(lon),50]", properties)
        }
    }

    private struct Input {
        let folder: TemporaryFolder
        let paths: [String]
    }

    private func input(_ texts: [String]) throws -> Input {
        let folder = try TemporaryFolder()
        let paths = try texts.enumerated().map { try folder.write($1, to: "in\($0)") }
        return Input(folder: folder, paths: paths)
    }

    private func run(
        _ input: Input, threads: Int = 1, chunkSize: Int = 1 << 18
    ) throws -> (text: [UInt8], rejects: [UInt8], result: CheckRun.Result) {
        let out = input.folder.path + "/out"
        let rejects = input.folder.path + "/rejects"
        var reading = ReportInput()
        reading.chunkSize = chunkSize
        var options = CheckRun.Options()
        options.threads = threads
        let outputs = [try OutputFile(path: out), try OutputFile(path: rejects)]
        let result = try CheckRun(
            files: try input.paths.map { path throws in try InputFile(path: path) },
            input: reading, subject: LongitudeJudge(), options: options,
            output: outputs[0], rejects: outputs[1]
        ).run()
        try OutputFile.finish(outputs)
        return (try input.folder.bytes("out"), try input.folder.bytes("rejects"), result)
    }

    static let framings: [String: @Sendable ([String]) -> String] = [
        "collection": {
            "{\"type\":\"FeatureCollection\",\"features\":[" + $0.joined(separator: ",") + "]}"
        },
        "lines": { $0.map { $0 + "\n" }.joined() },
        "sequence": { $0.map { "\u{1E}" + $0 + "\n" }.joined() },
    ]

    @Test("Workers and chunks", arguments: framings.keys.sorted())
    func workers(name: String) throws {
        let framing = try #require(Self.framings[name])
        let input = try input([framing(Self.features(3000))])
        let one = try run(input)
        #expect(one.result.tally.read == 3000)
        #expect(one.result.tally.rejected == 31)
        for (threads, chunkSize) in [(2, 1 << 18), (4, 5000), (3, 20_011), (1, 7919)] {
            let other = try run(input, threads: threads, chunkSize: chunkSize)
            #expect(other.text == one.text)
            #expect(other.rejects == one.rejects)
            #expect(other.result.tally == one.result.tally)
        }
    }

    @Test("Several files give what one gives", arguments: ["lines", "sequence"])
    func several(name: String) throws {
        let framing = try #require(Self.framings[name])
        let features = Self.features(900)
        let whole = try run(try input([framing(features)]))
        let parts = [features[..<300], features[300..<301], features[301...]]
        let cut = try run(try input(parts.map { framing(Array($0)) }), threads: 2)
        let withoutPlaces = { (bytes: [UInt8]) in
            String(decoding: bytes, as: UTF8.self).replacing(
                /record [0-9,]+ at byte [0-9,]+/, with: "")
        }
        #expect(withoutPlaces(cut.text) == withoutPlaces(whole.text))
        #expect(cut.result.inputs.count == 3)
    }

    @Test("Several tables give one")
    func tables() throws {
        let rows = (0..<500).map { "\(Double($0) / 10),50,r\($0)\n" }
        let header = "lon,lat,id\n"
        let whole = try run(try input([header + rows.joined()]))
        let cut = try run(
            try input([header + rows[..<200].joined(), header + rows[200...].joined()]), threads: 2)
        #expect(cut.text == whole.text)
        #expect(throws: ReportFileError.self) {
            try run(try input([header + rows[0], "lon,lat\n1,2\n"]), threads: 2)
        }
    }
}
