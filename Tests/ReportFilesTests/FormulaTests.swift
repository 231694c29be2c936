import Testing

@testable import ReportFiles

@Suite struct FormulaTests {
    @Test(
        "What a spreadsheet may take for a formula",
        arguments: ["=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"],
        ["", " ", "  ", "\t", "\r", "\n", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}", "\u{1}"])
    func formulas(sign: String, before: String) {
        #expect((before + sign + "1+1").beginsFormula)
    }

    @Test(
        "What is none",
        arguments: ["", " ", "a", "a=1", "1-1", "'=1", "\u{e9}=", " a", "\u{4E2D}", "_=", "\"=1\""])
    func others(text: String) { #expect(!text.beginsFormula) }

    @Test(
        "A tab or line break at the beginning may begin another cell",
        arguments: ["\t", "\r", "\n"])
    func breaks(text: String) { #expect((text + "a").beginsFormula) }

    @Test("Each identifier of a list has its own apostrophe")
    func lists() {
        var output = ByteBuffer()
        output.appendCSV(list: ["a", " =b", "c", "\u{FF0B}d"], UInt8(ascii: ","))
        #expect(String(decoding: output.bytes, as: UTF8.self) == "a;' =b;c;'\u{FF0B}d")
    }
}
