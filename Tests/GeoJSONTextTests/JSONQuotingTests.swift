import Foundation
import TestSupport
import Testing

@testable import GeoJSONText

@Suite struct JSONQuotingTests {
    @Test("Only quotes, backslashes and control characters are escaped")
    func escapes() {
        let text = "a\"b\\c\n\r\t\u{0}\u{1F}\u{7F}é😀/"
        #expect(
            text.quotedAsJSON()
                == #""a\"b\\c\u000a\u000d\u0009\u0000\u001f"# + "\u{7F}é😀/\"")
        #expect(
            text.quotedAsJSON(controls: .letters)
                == #""a\"b\\c\n\r\t\u0000\u001f"# + "\u{7F}é😀/\"")
        #expect("".quotedAsJSON() == "\"\"")
    }

    @Test("What is quoted is read back the same, here and by Foundation")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 11)
        let scalars = (0..<0x80).compactMap { Unicode.Scalar($0) } + ["é", "\u{2028}", "😀"]
        for _ in 0..<500 {
            let count = Int.random(in: 0...20, using: &random)
            let text = String(
                String.UnicodeScalarView(
                    (0..<count).map { _ in scalars.randomElement(using: &random) ?? " " }))
            for controls in [JSONQuoting.Controls.hexadecimal, .letters] {
                let quoted = text.quotedAsJSON(controls: controls)
                let read = try JSONReader.read(Array(quoted.utf8)).string
                #expect(read.map { Array($0.utf8) } == Array(text.utf8), "\(quoted)")
                let decoded = try JSONDecoder().decode(String.self, from: Data(quoted.utf8))
                #expect(Array(decoded.utf8) == Array(text.utf8), "\(quoted)")
            }
        }
    }

    @Test("Plain is what stays as it is")
    func plain() {
        for byte in UInt8.min...UInt8.max {
            [byte].withUnsafeBufferPointer { bytes in
                #expect(JSONQuoting.isPlain(bytes) == (JSONQuoting.escaped(bytes) == [byte]))
            }
        }
    }
}
