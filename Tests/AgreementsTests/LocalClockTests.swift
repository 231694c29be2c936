import TestSupport
import Testing

@testable import Agreements

/// Local times and the moments at which clocks show them.
@Suite struct LocalClockTests {
    @Test("Moments by Python's zoneinfo: skipped and repeated hours, half hours and whole days")
    func oracle() throws {
        var moments: [String: LocalMoments] = [:]
        var counts = [0, 0, 0]
        for row in try Fixtures.text("times/local.csv").split(separator: "\n").dropFirst() {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            let clock = try LocalClock(parsing: cells[0])
            let local = try Instant(parsing: cells[1] + "Z").seconds
            let expected = cells[2].split(separator: " ").compactMap { Int64($0) }
            #expect(clock.seconds(ofLocal: local) == expected, "\(row)")
            let kept = moments[clock.name] ?? LocalMoments(clock)
            moments[clock.name] = kept
            #expect(kept.seconds(ofLocal: local) == expected, "\(row)")
            counts[expected.count] += 1
        }
        #expect(counts.allSatisfy { $0 > 100 }, "\(counts)")
    }

    @Test("The bounds of days by Python's zoneinfo, where midnight is skipped or comes twice too")
    func days() throws {
        var skipped = 0
        for row in try Fixtures.text("times/days.csv").split(separator: "\n").dropFirst() {
            let cells = row.split(separator: ",", omittingEmptySubsequences: false)
            let clock = try LocalClock(parsing: cells[0])
            let day = try Instant(parsing: cells[1] + "T00:00Z").seconds / 86_400
            let moments = LocalMoments(clock)
            for found in [
                clock.bounds(ofDay: day), moments.bounds(ofDay: day), moments.bounds(ofDay: day),
            ] {
                #expect(found?.first == Int64(cells[2]), "\(row)")
                #expect(found.map { $0.end - 1 } == Int64(cells[3]), "\(row)")
            }
            if cells[2].isEmpty { skipped += 1 }
        }
        #expect(skipped == 1)
    }

    @Test(
        "Offsets and zones are clocks",
        arguments: [
            ("+02:00", 7200), ("-04:30", -16_200), ("Z", 0), ("UTC", 0), ("Europe/Kyiv", 7200),
            ("Asia/Pyongyang", 32_400), ("Etc/GMT+3", -10_800),
        ])
    func offsets(name: String, seconds: Int) throws {
        let clock = try LocalClock(parsing: name)
        #expect(clock.offset(at: try Instant(parsing: "2026-01-15T00:00Z")) == seconds)
        #expect(clock.description == name)
    }

    @Test(
        "What is no clock is refused",
        arguments: ["Kyiv", "Europe/Kiew", "+2", "+25:00", "02:00", "", "UTC+2", "GMT+2", "EET"])
    func refusing(name: String) {
        let error = #expect(throws: LocalClock.ParsingError.self) { try LocalClock(parsing: name) }
        #expect(error?.description.contains("'\(name)' is not a time zone known here") == true)
    }

    @Test(
        "Times of an agreement without an offset are the clock's",
        arguments: [
            ("2026-07-01T12:00", "2026-07-01T09:00:00Z"), ("2026-12-01", nil), ("D+3", "D+3"),
            ("2026-12-01T00:00+09:00", "2026-11-30T15:00:00Z"),
            ("2026-12-01 00:00:00.5", "2026-11-30T22:00:00.5Z"),
        ])
    func agreementTime(text: String, expected: String?) throws {
        let clock = try LocalClock(parsing: "Europe/Kyiv")
        #expect((try? AgreementTime(parsing: text, local: clock))?.description == expected)
    }

    @Test("Times that the clock skips or shows twice are refused with what it shows")
    func edges() throws {
        let clock = try LocalClock(parsing: "Europe/Kyiv")
        let skipped = #expect(throws: Instant.ParsingError.self) {
            try Instant(parsing: "2026-03-29T03:30", local: clock)
        }
        #expect(skipped?.reason == "the clock of Europe/Kyiv is put forward over this time")
        let twice = #expect(throws: Instant.ParsingError.self) {
            try Instant(parsing: "2026-10-25T03:30", local: clock)
        }
        #expect(
            twice?.reason
                == "the clock of Europe/Kyiv shows this time twice: 2026-10-25T03:30:00+03:00 and "
                + "2026-10-25T03:30:00+02:00")
    }
}
