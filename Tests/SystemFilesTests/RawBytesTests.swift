import TestSupport
import Testing

@testable import SystemFiles

/// Text that stands for any bytes.
@Suite struct RawBytesTests {
    @Test("Every two bytes get back to themselves, and different ones have different texts")
    func pairs() {
        // Texts by their scalars: Swift takes a letter with its accent for the same as both apart.
        var texts: Set<[Unicode.Scalar]> = []
        for a in UInt8.min...UInt8.max {
            for b in UInt8.min...UInt8.max {
                let text = String(rawBytes: [a, b])
                if text.rawBytes != [a, b] { Issue.record("\(a) \(b)") }
                texts.insert(Array(text.unicodeScalars))
            }
        }
        #expect(texts.count == 65_536)
    }

    @Test("Random bytes, many of them near to UTF-8, get back to themselves")
    func random() {
        var random = SeededGenerator(seed: 16)
        let parts: [[UInt8]] = [
            [0x61], [0xC3, 0xA9], [0xE2, 0x80, 0xAE], [0xF0, 0x9F, 0x98, 0x80], [0xFF], [0xC0],
            [0xED, 0xA0, 0x80], [0xF4, 0x8F, 0xBA, 0x80], [0xF4, 0x8F, 0xBB, 0xBF], [0xF4, 0x8F],
            [0xBA, 0x80], [0xE2, 0x80], [0xF5],
        ]
        for _ in 0..<5000 {
            let count = Int.random(in: 0...8, using: &random)
            let bytes = (0..<count).flatMap { _ in parts[Int.random(in: 0..<13, using: &random)] }
            #expect(String(rawBytes: bytes).rawBytes == bytes, "\(bytes)")
        }
    }

    @Test("UTF-8 is the text that it is, also where it spells a scalar that stands for a byte")
    func plain() {
        #expect(String(rawBytes: Array("é/ж.csv".utf8)) == "é/ж.csv")
        // U+10FEFF in UTF-8, which is taken for four bytes.
        let own: [UInt8] = [0xF4, 0x8F, 0xBB, 0xBF]
        #expect(String(rawBytes: own).unicodeScalars.count == 4)
        #expect(String(rawBytes: own).withRawBytesSpelled == #"\xF4\x8F\xBB\xBF"#)
    }

    @Test("A name with a zero byte is no file's")
    func zero() {
        #expect("a\0b".fileName == [0])
        #expect(String(rawBytes: [0x61, 0xFF]).fileName == [0x61, -1, 0])
    }
}
