import Agreements
import GeoJSONText
import ReportFiles
import Testing

@testable import DemarcationReport

/// Tables of caps, sites and obligations in the languages of pages.
@Suite struct SetTableWordTests {
    /// A summary with all that tables tell of.
    static let summary = """
        {"as_of": "2026-12-01T00:00:00+02:00",
         "caps": [{"rule": "r", "category": "tank", "cap": 1200, "apparent_breach": 1, "undeterminable": 2,
           "compliant": 3, "worst": {"from": "2026-11-01T00:00:00Z", "low": 1300, "high": 1400,
           "finding": "apparent_breach"}, "windows": [
           {"from": "2026-11-01T00:00:00Z", "until": "2026-11-02T00:00:00Z", "low": 1, "high": 1,
            "finding": "compliant"}, {"low": 1, "high": null, "finding": "undeterminable"}]}],
         "sites": [{"site": "s", "last_visit": "2026-11-03T10:30:00Z", "items": [
           {"category": "tank", "inventory": 12, "state": "missing", "present": {"low": 1, "high": 2},
            "missing": {"low": 3, "high": 4}, "extra": {"low": 0, "high": 0}},
           {"category": "gun", "inventory": 2, "state": "not_visited"},
           {"category": "gun", "state": "present"}, {"category": "gun", "state": "extra"},
           {"category": "gun", "state": "not_verified"}]}],
         "storage_classes": {"in_violation_of_withdrawal_lines": 1, "beyond_withdrawal_lines_but_outside_storage": 2,
           "not_due_exempt_or_suspended": 3, "at_the_site": 4, "could_not_be_verified": 5},
         "obligations": [{"obligation": "o", "zone": "z", "met": 1, "due": 2, "overdue": 3, "not_verified": 4}]}
        """

    static func tables(
        _ detail: SetTable.Detail, in phrasing: Phrasing, without: String? = nil
    ) throws -> [SetTable] {
        let text = without.map { summary.replacing($0, with: "") } ?? summary
        return SetTable.tables(
            ofSummary: try JSONReader.read(Array(text.utf8)), detail, in: phrasing)
    }

    @Test("In French, with its numbers and days; names stay")
    func french() throws {
        let french = try #require(ReportWords("fr")).phrasing
        let brief = try Self.tables(.worst, in: french)
        #expect(
            brief.map(\.title) == [
                "plafonds, état au 1er décembre 2026 à 00:00 UTC+02:00",
                "sites de stockage, état au 1er décembre 2026 à 00:00 UTC+02:00",
                "retiré et stocké, état au 1er décembre 2026 à 00:00 UTC+02:00",
                "obligations, état au 1er décembre 2026 à 00:00 UTC+02:00",
            ])
        #expect(
            brief[0].headings == [
                "règle", "catégorie", "plafond", "dépassé", "indéterminable", "respecté",
                "pire période", "compté", "constat",
            ])
        #expect(
            brief[0].rows == [
                [
                    "r", "tank", "1\u{202F}200", "1", "2", "3", "1er novembre 2026 à 00:00 UTC",
                    "1\u{202F}300 à 1\u{202F}400", "infraction apparente",
                ]
            ])
        #expect(
            brief[1].rows[0] == [
                "s", "tank", "3 novembre 2026 à 10:30 UTC", "12", "1 à 2", "3 à 4", "0",
                "manquants",
            ])
        #expect(brief[2].rows[0] == ["en violation des lignes de retrait", "1"])
        #expect(
            brief[3].headings.suffix(4) == ["remplie", "à remplir", "en retard", "non vérifié"])
        let windows = try Self.tables(.windows, in: french)[0]
        #expect(windows.rows.map(\.[5]) == ["1", "1 ou plus"])
        #expect(windows.rows.map(\.[6]) == ["conforme", "indéterminable"])
    }

    @Test("English is what check and table write")
    func english() throws {
        let tables = try Self.tables(.worst, in: .english)
        #expect(tables[0].title == "caps as of 2026-12-01T00:00:00+02:00")
        #expect(
            tables[0].rows == [
                [
                    "r", "tank", "1,200", "1", "2", "3", "2026-11-01T00:00:00Z", "1,300 to 1,400",
                    "apparent breach",
                ]
            ])
        let undated = try Self.tables(
            .windows, in: .english, without: #""as_of": "2026-12-01T00:00:00+02:00","#)
        #expect(undated.map(\.title) == ["caps", "sites", "withdrawn and stored", "obligations"])
        #expect(undated[0].rows.map(\.[5]) == ["1", "1 or more"])
    }
}
