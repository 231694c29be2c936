import Geodesy
import Testing

@testable import DemarcationReport

/// The words of pages and pictures in their languages.
@Suite struct WordTests {
    @Test("Every language has every word, with the same values put in")
    func complete() throws {
        #expect(ReportWords.languages == ["en", "fr"])
        let english = ReportWords.english
        for language in ReportWords.languages {
            let words = try #require(ReportWords(language))
            #expect(words.keys == english.keys)
            for key in words.keys {
                #expect(!words[key].isEmpty)
                #expect(Self.values(words[key]) == Self.values(english[key]), "\(key)")
            }
        }
        #expect(ReportWords("xx") == nil)
    }

    private static func values(_ text: String) -> Set<Substring> {
        Set(text.matches(of: #/\{[a-z]+\}/#).map(\.output))
    }

    @Test("Numbers, lengths, days and places as the language writes them")
    func numbers() throws {
        let (english, french) = (ReportWords.english, try #require(ReportWords("fr")))
        #expect(english.number(1_234_567) == "1,234,567")
        #expect(french.number(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(french.number(-1234.5, decimals: 1) == "-1\u{202F}234,5")
        #expect(english.length(.metres(1500)) == "1.5\u{A0}km")
        #expect(english.length(.metres(38.094)) == "38.09\u{A0}m")
        #expect(english.length(.kilometres(2)) == "2\u{A0}km")
        #expect(french.date("2026-12-01") == "1er décembre 2026")
        #expect(english.span("2026-12-01", "2026-12-28") == "1 to 28 December 2026")
        #expect(french.span("2026-11-21", "2026-12-02") == "du 21 novembre 2026 au 2 décembre 2026")
        #expect(english.date("<b>") == "<b>" && english.date("2026-13-01") == "2026-13-01")
        #expect(
            french.place(Coordinate(longitude: -30.5, latitude: 47.25), decimals: 2)
                == "47,25°N 30,50°O")
    }

    @Test("Values with braces in them are left alone")
    func braces() {
        let text = ReportWords.english.text("span", ["first": "{last}", "last": "x"])
        #expect(text == "{last} to x")
        #expect(ReportWords.english.text("nothing-of-the-kind", [:]) == "nothing-of-the-kind")
    }
}
