import Agreements
import Testing

@testable import ReportFiles

/// Caps, sites and obligations as the sentences of agreements decide them.
@Suite struct CountingCaseTests {
    @Test(
        "Cases worked by hand",
        arguments: CountingCase.caps + CountingCase.sites + CountingCase.obligations)
    func cases(example: CountingCase) throws {
        var run = CountingRun(agreement: CountingCase.head + example.agreement)
        run.asOf = example.asOf.map { CountingRun.moment($0) }
        if let complete = example.complete {
            run.complete = [
                DeclaredComplete(
                    zone: "restricted", from: CountingRun.moment(complete.0),
                    until: CountingRun.moment(complete.1))
            ]
        }
        let found = try run.run(example.table).sets.lines
        #expect(found == example.expected)
    }

    @Test("What missions tell of what was withdrawn and stored")
    func storage() throws {
        let agreement =
            CountingCase.head
                + """
                rules: {back: {withdraw: [heavy], behind: 15 km, of: contact}}
                sites: {hwha: {area: {within: 1 km, of: [37.9, 48.2]}, inventory: {tank: 2}}}
                """
        let example = CountingCase(
            sentence: "", agreement: "",
            reports: [
                "in,tank,north,1 10:00", "in,howitzer,north,1 10:00", "out,tank,north,1 10:00",
                "site,tank,north,1 10:00", "about,tank,north,1 10:00", "edge,tank,north,1 10:00",
                "in,bus,north,1 10:00",
            ], expected: [])
        let found = try CountingRun(agreement: agreement).run(example.table).sets
        #expect(found.storage == [2, 1, 0, 1, 2])
    }

    @Test("A report whose own number is above the cap is a breach, and others count")
    func ownNumber() throws {
        let agreement = CountingCase.head + "rules: {t: {in: restricted, limits: {tank: 75}}}"
        let example = CountingCase(
            sentence: "", agreement: "",
            reports: [
                "in,tank,north,1 10:00,76", "in,tank,north,1 10:00,75", "in,tank,north,1 10:00",
                "in,tank,north,1 10:00,many", "edge,tank,north,1 10:00,76",
                "edge,tank,north,1 10:00,75",
            ], expected: [])
        let text = try CountingRun(agreement: agreement).run(example.table).text
        let rows = String(decoding: text, as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(rows[0].firstIndex(of: "dmz_finding"))
        #expect(
            rows.dropFirst().map { $0[column] } == [
                "apparent_breach", "counted", "counted", "undeterminable", "undeterminable",
                "counted",
            ])
    }
}
