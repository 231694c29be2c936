import Agreements
import ReportFiles
import Testing

@testable import DemarcationReport

/// What a page says of how much was watched; numbers are worked out by hand beside each.
@Suite struct PageAvailabilityTests {
    /// A source, with hours on the clock of UTC from a day on.
    private static func source(
        _ name: String, _ day: Int64, _ spans: [(hours: Range<Int64>, share: Double)],
        zones: [String] = [], notes: [String] = []
    ) -> SourceAvailability {
        SourceAvailability(
            name,
            spans.map { span in
                let (start, end) = (span.hours.lowerBound, span.hours.upperBound)
                return AvailabilitySpan(
                    day * 86_400 + start * 3600..<day * 86_400 + end * 3600, share: span.share,
                    zones: zones, notes: notes)
            })
    }

    private static func days(_ range: ClosedRange<Int64>) -> PageDays? {
        PageDays(
            Dictionary(
                [range.lowerBound, range.upperBound].map { ($0, PageTally.none) },
                uniquingKeysWith: { first, _ in first }))
    }

    private static func page(
        _ sources: [SourceAvailability], _ range: ClosedRange<Int64>?, zone: String? = nil,
        _ words: ReportWords = .english
    ) throws -> PageAvailability {
        PageAvailability(
            sources, range, range.flatMap(days),
            DayClock(try zone.map { try LocalClock(parsing: $0) }), words)
    }

    private static func texts(_ cells: [HTML.Cell]) -> [String] {
        cells.map { $0.html.replacing("\u{A0}", with: " ").replacing("&lt;", with: "<") }
    }

    @Test("Days: the share of the time that is known, and how much is not")
    func byDay() throws {
        let page = try Self.page(
            [
                // 18 h of the first day at 50 %; 30 h at 0 % across midnight.
                Self.source("a", 100, [(0..<18, 0.5), (18..<48, 0)]),
                // 12 h of the second day, and time behind the period.
                Self.source("b", 100, [(36..<90, 1)]),
            ], 100...101)
        // First day: 9 of 24 h known of 48.
        #expect(Self.texts(page.cells(ofDays: 0)) == ["38 %", "50 %"])
        // Second day: 12 of 36 h known of 48.
        #expect(Self.texts(page.cells(ofDays: 1)) == ["33 %", "25 %"])
        #expect(page.faintDays == [0, 1] && page.isKnown(ofDays: 0) && !page.isKnown(ofDays: 2))
        // 21 of 60 h known of 96.
        #expect(
            page.sentence.contains(
                "known of 2 sources, 35\u{A0}% was watched; nothing is known of 38\u{A0}% of the time."
            ))
        let table = page.section.replacing("\u{A0}", with: " ")
        #expect(table.contains("Hours watched of 48"))
        #expect(table.contains(">30 h from 11 April 1970, 18:00</td>"))
        #expect(table.contains("Over 11 to 12 April 1970: 48 hours."))
    }

    @Test("A day of 23 hours, or of 25, is as long as the clock has it")
    func clockChange() throws {
        // 29 March 2026, Kyiv: from 22:00 UTC the day before to 21:00.
        let spring: Int64 = 20_541
        let source = Self.source("a", spring, [(-2..<9, 1)])
        let page = try Self.page([source], spring...spring, zone: "Europe/Kyiv")
        // 12 of 23 h are not known.
        #expect(Self.texts(page.cells(ofDays: 0)) == ["100 %", "52 %"])
        #expect(page.section.contains("Hours watched of 23") && page.section.contains(">11</td>"))
        // 25 October 2026: from 21:00 UTC the day before to 22:00.
        let autumn: Int64 = 20_751
        let page2 = try Self.page(
            [Self.source("a", autumn, [(-3..<7, 0.75), (7..<22, 0)])], autumn...autumn,
            zone: "Europe/Kyiv")
        // 7.5 of 25 h.
        #expect(Self.texts(page2.cells(ofDays: 0)) == ["30 %", "0 %"])
        #expect(page2.section.contains("of 25") && page2.section.contains(">7.5</td>"))
        #expect(page2.section.contains("15 h from 25 October 2026, 09:00"))
    }

    @Test("Zones are told by the sources that name them")
    func zones() throws {
        let page = try Self.page(
            [
                Self.source("a", 10, [(0..<6, 1), (6..<12, 0)], zones: ["x", "y"]),
                Self.source("b", 10, [(0..<24, 1)], zones: ["y"]),
                Self.source("c", 10, [(0..<24, 0)]),
            ], 10...10)
        #expect(page.namesZones)
        #expect(Self.texts(page.cells(ofZone: "x")) == ["50 %", "50 %"])
        // 30 of 36 h known of 48.
        #expect(Self.texts(page.cells(ofZone: "y")) == ["83 %", "25 %"])
        #expect(Self.texts(page.cells(ofZone: "z")) == ["no source", "–"])
        #expect(try !Self.page([Self.source("c", 10, [(0..<24, 0)])], 10...10).namesZones)
    }

    @Test("All and nothing are said only where they are exact")
    func exact() throws {
        let hours: Int64 = 24 * 300
        let page = try Self.page(
            [Self.source("a", 0, [(0..<1, 0), (1..<hours, 1)])], 0...299)
        #expect(
            page.sentence.contains(
                "&gt;\u{A0}99\u{A0}% was watched; nothing is known of 0\u{A0}% of"))
        let other = try Self.page(
            [Self.source("a", 0, [(0..<1, 1), (1..<hours, 0)])], 0...299)
        #expect(other.sentence.contains("&lt;\u{A0}1\u{A0}% was watched"))
    }

    @Test("Where nothing is known, and where there are no days, it says so")
    func nothing() throws {
        let source = Self.source("a", 50, [(0..<24, 1)])
        let later = try Self.page([source], 60...60)
        #expect(later.sentence.contains("Nothing is known of when 1 source watched in these days."))
        #expect(Self.texts(later.cells(ofDays: 0)) == ["–", "100 %"])
        let none = try Self.page([source], nil)
        #expect(none.sentence.contains("no finding has a time") && none.section.isEmpty)
        #expect(Self.texts(none.cells(ofDays: 0)) == ["–", "–"])
        let absurd = try Self.page([source], 0...(1 << 50))
        #expect(absurd.sentence.contains("no finding has a time"))
    }

    @Test("Many sources and many notes are cut, and all are in the sums")
    func many() throws {
        let sources = (0..<203).map { k in
            SourceAvailability(
                "s\(k)",
                (0..<8).map {
                    AvailabilitySpan(
                        Int64($0) * 100..<Int64($0) * 100 + 100, share: k < 200 ? 1 : 0,
                        notes: ["note \($0)"])
                })
        }
        let section = try Self.page(sources, 0...0).section
        #expect(section.contains(">s199<") && !section.contains(">s200<"))
        #expect(section.contains("3 more sources are in the sums"))
        #expect(section.contains(">note 4</bdi>; and 3 more") && !section.contains("note 5"))
        // 203 × 800 s are known, 200 × 800 s were watched.
        #expect(
            section.contains(
                ">44.4</td><td role=\"cell\" class=\"n\" data-l=\"Time watched\">99\u{A0}%<"))
    }

    @Test("Stripes stand behind the bars of days of which less than half was watched")
    func stripes() throws {
        var counts = PageTally.none
        counts[0] = 1
        let days = try #require(PageDays([0: counts, 1: counts]))
        let plain = days.svg(.english, ["one", "two"])
        let striped = days.svg(.english, ["one", "two"], faint: [1])
        #expect(!plain.contains("url(#w)") && !plain.contains("id=\"w\""))
        #expect(striped.components(separatedBy: "url(#w)").count == 2)
        #expect(
            striped.contains(
                "<title>two: 1</title><rect x=\"500.0\" y=\"0\" width=\"500.0\" height=\"110\" fill=\"url(#w)\"/>"
            ))
    }
}
