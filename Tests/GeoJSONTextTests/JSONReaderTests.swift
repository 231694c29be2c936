import Testing

@testable import GeoJSONText

@Suite struct JSONReaderTests {
    static func read(_ text: String) throws(JSONFault) -> JSONNode {
        try JSONReader.read(Array(text.utf8))
    }

    @Test("Values know the byte at which they begin")
    func offsets() throws {
        let root = try Self.read(#" {"é": [1, "two", {"three": null}], "b": false}"#)
        #expect(root.offset == 1)
        let list = try #require(root.member("é")?.array)
        #expect(list.map(\.offset) == [9, 12, 19])
        #expect(list[0].number == 1 && list[1].string == "two")
        let three = try #require(list[2].member("three"))
        #expect(three.offset == 29 && three.inWords == "null")
        #expect(root.member("b")?.inWords == "false" && root.member("c") == nil)
    }

    @Test(
        "Escapes are their characters",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u00E9""#, "éé"),
            (#""\ud83d\ude00""#, "😀"), (#""\u0000""#, "\u{0}"),
        ])
    func escapes(text: String, content: String) throws {
        #expect(try Self.read(text).string == content)
    }

    @Test(
        "What is no JSON is refused at its byte",
        arguments: [
            ("", 0), ("  ", 0), ("nul", 0), ("[1,]", 3), ("[1 2]", 3), (#"{"a" 1}"#, 5),
            (#"{"a": 1,}"#, 8), ("{a: 1}", 1), ("01", 0), ("-", 0), ("1.", 0), ("1e", 0),
            ("+1", 0), (".5", 0), ("1e400", 0), ("[1] 2", 4), (#""a"#, 2), (#""\x""#, 3),
            (#""\ud83d""#, 7), (#""\ud83dA""#, 7), ("\"a\u{1}\"", 2),
            (#"{"a": 1, "a": 2}"#, 9), (#"{"a": 1, "\u0061": 2}"#, 9), ("NaN", 0), ("'a'", 0),
        ])
    func faults(text: String, offset: Int) {
        let fault = #expect(throws: JSONFault.self) { try Self.read(text) }
        #expect(fault?.offset == offset, "\(text) \(fault.map { "\($0)" } ?? "")")
    }

    @Test("Text that is not UTF-8 is refused where it begins")
    func notText() {
        let fault = #expect(throws: JSONFault.self) {
            try JSONReader.read(Array("[\"a".utf8) + [0xFF] + Array("\"]".utf8))
        }
        #expect(fault?.offset == 1)
    }
}
