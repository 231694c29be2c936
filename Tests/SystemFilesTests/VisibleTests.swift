import Testing

@testable import SystemFiles

/// What a terminal is shown.
@Suite struct VisibleTests {
    static let cases: [(String, String)] = [
        ("", ""), ("plain text, 5 °, жé 中 😀", "plain text, 5 °, жé 中 😀"),
        ("\u{1B}[2J", #"\u001B[2J"#), ("a\nb\tc\rd", #"a\nb\tc\rd"#), ("\0\u{7}", #"\u0000\u0007"#),
        ("\r\n", #"\r\n"#), ("\u{7F}\u{80}\u{9B}1m\u{9F}", #"\u007F\u0080\u009B1m\u009F"#),
        ("a\u{202E}b\u{2066}c\u{2069}", #"a\u202Eb\u2066c\u2069"#),
        ("\u{200E}\u{200F}\u{61C}\u{2028}\u{2029}", #"\u200E\u200F\u061C\u2028\u2029"#),
        // A joiner is part of words and signs.
        ("न\u{200D}", "न\u{200D}"), (#"C:\new"#, #"C:\new"#),
    ]

    @Test("Controls, direction marks and separators become escapes", arguments: cases)
    func text(from text: String, to shown: String) {
        #expect(String(visible: text) == shown)
        #expect(String(visible: shown) == shown)
    }

    @Test("Bytes that are no UTF-8 become escapes")
    func bytes() {
        #expect(String(visible: [0x61, 0xFF, 0xC3, 0x28, 0x1B]) == #"a\xFF\xC3(\u001B"#)
        #expect(String(visible: [0xE2, 0x80] as [UInt8]) == #"\xE2\x80"#)
    }

    @Test("No scalar that is shown is a control character or turns the direction")
    func all() {
        for value in UInt32(0)...0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = String(visible: String(scalar)).unicodeScalars
            let isSafe = shown.allSatisfy { shown in
                shown.properties.generalCategory != .control
                    && !shown.properties.isBidiControl && ![0x2028, 0x2029].contains(shown.value)
            }
            #expect(isSafe, "U+\(String(value, radix: 16))")
        }
    }
}
