import Agreements
import Testing

@testable import ReportFiles

/// Times that say their offset in other ways than RFC 3339.
@Suite struct WrittenTimeTests {
    /// All are 2026-03-07T00:26:00Z.
    static let same = [
        "2026-03-07T00:26:00Z", "2026-03-07 00:26:00+00", "2026-03-07T00:26:00+0000",
        "2026/03/07 00:26:00+00", "2026/03/07 02:26:00+02", "2026-03-07 00:26:00 UTC",
        "2026-03-07 00:26 UTC", "2026-03-07T00:26:00 Z", "2026-03-07 00:26:00 +0000 UTC",
        "2026-03-07 02:26:00 +0200", "2026-03-06T19:56:00-0430", "2026-03-07 00:26:00GMT",
        " 2026-03-07 00:26:00 +00:00 ", "2026-03-07 00:26:00.000000000 +0000 UTC",
    ]

    @Test("One moment in many ways", arguments: same)
    func moment(text: String) throws {
        let expected = try Instant(parsing: "2026-03-07T00:26:00Z")
        #expect(WrittenTime.instant(text) == expected)
        let found = outcome("lon,lat,time\n31,50,\(text)\n")
        #expect(found.tally.noted == 0 && found.tally.given.contains("time"))
    }

    @Test(
        "What names no moment stays none",
        arguments: [
            "2026-03-07T00:26:00", "2026-03-07", "00:26:00Z", "07/03/2026 00:26:00+00",
            "1772843160",
            "2026-03-07 00:26:00 EST", "2026-03-07 00:26:00 +0200 UTC",
            "2026-03-07 00:26:00+01 GMT", "2026-03-07 00:26:00+1", "2026-03-07 00:26:00+000",
            "2026-13-07 00:26:00+00", "2026-03-07 00:26:00 UTC+2", "UTC", "+00", ":+00", "",
            "2026/03-07 00:26:00+00", "2026-03-07 00:26:00 -", "2026-03-07 00:26:00+٠٠",
        ])
    func none(text: String) { #expect(WrittenTime.instant(text) == nil) }
}
