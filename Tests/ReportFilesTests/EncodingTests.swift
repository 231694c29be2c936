import TestSupport
import Testing

@testable import ReportFiles

/// Files in other encodings are read as the same text in UTF-8.
@Suite struct EncodingTests {
    /// The bytes of a text in windows-1251, as Python's codec writes them: Cyrillic capitals from 0xC0,
    /// small letters from 0xE0.
    private static func windows1251(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            (0x410...0x44F).contains(scalar.value)
                ? UInt8(scalar.value - 0x410 + 0xC0) : UInt8(scalar.value)
        }
    }

    private static func utf16(_ text: String, isLittle: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? bytes : bytes.reversed()
        }
    }

    private func read(
        _ bytes: [UInt8], _ encoding: String? = nil, at once: Int = 1 << 16
    ) throws -> (text: String, replaced: Int, name: String?) {
        let folder = try TemporaryFolder()
        let reader = TextReader(
            try InputFile(path: try folder.write(bytes, to: "in0")),
            encoding: try encoding.map { try #require(TextEncoding($0)) })
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: once)
        while true {
            let count = try chunk.withUnsafeMutableBytes { try reader.read(into: $0) }
            if count == 0 { break }
            all += chunk[..<count]
        }
        #expect(reader.plainBytes == bytes.count)
        return (
            try #require(String(validating: all, as: UTF8.self)), reader.replaced,
            reader.encoding?.name
        )
    }

    private static let text = "широта;довгота;назва\n48,25;37,5;Дім\n"

    @Test("A named encoding is read, in chunks of any size")
    func named() throws {
        let plain = "долгота,широта,имя\n37.5,48.25,Дом\n"
        for once in [1, 2, 1 << 16] {
            let found = try read(Self.windows1251(plain), "windows-1251", at: once)
            #expect(found.text == plain && found.replaced == 0)
        }
        // é is 0xE9 in windows-1252.
        #expect(try read([0x4C, 0xE9], "windows-1252").text == "Lé")
    }

    @Test("UTF-16 is read by its mark, or without one when it is named")
    func utf16() throws {
        let text = Self.text + "🛰\n"
        for isLittle in [true, false] {
            for once in [1, 3, 1 << 16] {
                let found = try read(Self.utf16("\u{FEFF}" + text, isLittle: isLittle), at: once)
                #expect(found.text == "\u{FEFF}" + text && found.replaced == 0)
                #expect(found.name == (isLittle ? "UTF-16LE" : "UTF-16BE"))
            }
            let name = isLittle ? "UTF-16LE" : "utf-16be"
            #expect(try read(Self.utf16(text, isLittle: isLittle), name).text == text)
        }
        let long = String(repeating: "ї", count: 200_000)
        #expect(try read(Self.utf16(long, isLittle: true), "UTF-16LE").text == long)
    }

    @Test("What is no character is replaced and counted, and nothing else is lost")
    func replaced() throws {
        // 0x98 is no character of windows-1251; a surrogate alone is none of UTF-16.
        let found = try read([0x61, 0x98, 0xE0, 0x98], "windows-1251", at: 1)
        #expect(found.text == "a\u{FFFD}а\u{FFFD}" && found.replaced == 2)
        let lone = try read([0xFF, 0xFE, 0x61, 0, 0x00, 0xDC, 0x62, 0])
        #expect(lone.text == "\u{FEFF}a\u{FFFD}b" && lone.replaced == 1)
        for bytes in [[0xFF, 0xFE, 0x61, 0, 0x62], [0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8]] as [[UInt8]] {
            let cut = try read(bytes)
            #expect(cut.text == "\u{FEFF}a\u{FFFD}" && cut.replaced == 1)
        }
    }

    /// Bytes by Python's codecs; iconv holds back letters on which a mark may follow.
    @Test(
        "The last letter is not lost where a mark might have followed",
        arguments: [
            ("windows-1255", [0xF9, 0xEC, 0xE5, 0xED], "שלום"),
            ("windows-1258", [0x61, 0x62, 0x65], "abe"),
            ("windows-1258", [0x61, 0xEC], "a\u{301}"), ("TCVN", [0x61, 0x65], "ae"),
        ] as [(String, [UInt8], String)])
    func heldBack(name: String, bytes: [UInt8], text: String) throws {
        for once in [1, 2, 1 << 16] {
            let found = try read(bytes, name, at: once)
            // Some write letter and mark as one.
            #expect(found.text == text && found.replaced == 0)
        }
    }

    @Test("UTF-8 goes through as it is, few bytes and many")
    func plain() throws {
        for text in ["", "a", "lon,lat\n", String(repeating: "я", count: 200_000)] {
            for once in text.count < 100 ? [1, 1 << 16] : [1 << 16] {
                let found = try read(Array(text.utf8), at: once)
                #expect(found.text == text && found.name == nil)
            }
        }
    }

    @Test("Names of no encoding are refused", arguments: ["", "windows-9999", "latin1//IGNORE"])
    func unknown(name: String) { #expect(TextEncoding(name) == nil) }

    @Test("Bytes that are not UTF-8 suggest an encoding")
    func guesses() {
        func guess(_ bytes: [UInt8]) -> String? {
            bytes.withUnsafeBytes { TextEncoding.guess($0)?.name }
        }
        #expect(guess(Self.windows1251("Донецк, дом")) == "windows-1251")
        // Café, Zürich
        #expect(
            guess(Array("Caf".utf8) + [0xE9] + Array(", Z".utf8) + [0xFC]) == "windows-1252")
        #expect(guess(Array("Cafe".utf8)) == nil)
    }
}
