import Agreements
import Geodesy
import Testing
import TestSupport

@testable import ReportFiles

@Suite struct WritingTests {
    @Test(
        "Distances have three decimals, the nearest, ties to even",
        arguments: [
            (0, "0.000"), (0.0005, "0.001"), (0.0004999, "0.000"), (1, "1.000"),
            (0.9995, "1.000"), (0.99949, "0.999"), (15000.0004, "15000.000"),
            (2.0625, "2.062"), (2.1875, "2.188"), (0.0625, "0.062"),
            (20_003_931.4586, "20003931.459"),
            (1.0005, "1.000"), (.leastNonzeroMagnitude, "0.000"), (.infinity, "null"),
            (.nan, "null"),
        ] as [(Double, String)])
    func millimetres(metres: Double, text: String) {
        var out = ByteBuffer()
        out.appendMillimetres(metres, orElse: "null")
        #expect(String(decoding: out.bytes, as: UTF8.self) == text)
    }

    @Test("JSON strings escape only what they must")
    func json() {
        var out = ByteBuffer()
        out.appendJSON("a\"b\\c\n\u{1F}é/")
        #expect(String(decoding: out.bytes, as: UTF8.self) == #""a\"b\\c\u000a\u001fé/""#)
    }

    @Test("Times in the usual form are read as all others")
    func times() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let number = { (range: ClosedRange<Int>) -> String in
                let text = String(Int.random(in: range, using: &random))
                return text.count == 1 ? "0" + text : text
            }
            let zone = Bool.random(using: &random) ? "Z" : "-\(number(0...14)):\(number(0...59))"
            let text =
                "\(number(1000...2999))-\(number(1...13))-\(number(1...31))T\(number(0...24)):"
                + "\(number(0...60)):\(number(0...60))\(zone)"
            let quick = Array(text.utf8).withUnsafeBytes { Instant(canonical: $0) }
            if let quick { #expect(try Instant(parsing: text) == quick, "\(text)") }
        }
        let known = Array("2026-12-01T06:00:00+02:00".utf8)
        // date -u -d 2026-12-01T04:00:00Z +%s
        #expect(known.withUnsafeBytes { Instant(canonical: $0) }?.seconds == 1_796_097_600)
    }

    @Test("SHA-256 of a known text")
    func hash() {
        // FIPS 180-4, the example of one block.
        let hash = ByteHash()
        Array("abc".utf8).withUnsafeBytes { hash.add($0) }
        #expect(
            hash.hexadecimal()
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("Several files become one")
    func joining() {
        let pretty = "{\"type\":\"Feature\",\n\"properties\":null,\n\"geometry\":null}"
        let collection = "{\"type\":\"FeatureCollection\",\"features\":[\(pretty)]}"
        func joined(_ texts: [String], _ framing: OutputFraming) -> String {
            var checker = ReportChecker(LongitudeJudge(), output: [], framing: framing)
            var out = ByteBuffer()
            for text in texts {
                var splitter = RecordSplitter(file: "in")
                let consumer = { (block: Block) throws -> Void in
                    try checker.check(block, file: "in", to: &out)
                }
                try? Array(text.utf8).withUnsafeBytes { try splitter.feed($0, to: consumer) }
                try? splitter.finish(to: consumer)
            }
            checker.framing.finish(&out)
            return String(decoding: out.bytes, as: UTF8.self)
        }
        let lines = joined([collection, pretty], OutputFraming(joining: .lines))
        #expect(lines.split(separator: "\n").count == 2)
        let whole = joined([collection, collection], OutputFraming(joining: .geojson))
        #expect(whole.hasPrefix("{\"type\":\"FeatureCollection\",\"features\":[\n{"))
        #expect(outcome(whole).tally.read == 2)
        #expect(outcome(whole).error == nil)
        let sequence = joined([pretty, pretty], OutputFraming(joining: .sequence))
        #expect(sequence.utf8.count { $0 == 0x1E } == 2)
        let table = joined(["lon,lat\n1,2", "lon,lat\n3,4"], OutputFraming(joining: .csv))
        #expect(table == "lon,lat,dmz_note,dmz_error\n1,2,,\n3,4,,\n")
    }
}
