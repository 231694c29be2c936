import Agreements
import Foundation
import Testing
import TestSupport

@Suite struct InstantDateTests {
    @Test(
        "A date and its moment",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (978_307_200.5, "2001-01-01T00:00:00.5Z"),
            (-0.25, "1969-12-31T23:59:59.75Z"), (1_796_083_200, "2026-12-01T00:00:00Z"),
        ] as [(Double, String)])
    func worked(since1970: Double, text: String) throws {
        let date = Date(timeIntervalSince1970: since1970)
        #expect(Instant(date) == (try Instant(parsing: text)))
        #expect(Instant(date).date == date)
        #expect(Date(Instant(date)) == date)
    }

    @Test("What lies next to a second belongs to it")
    func carried() {
        // The last step before 1 s that a date of 2001 can tell: 1.1e-16 s short of it.
        let date = Date(timeIntervalSinceReferenceDate: 1.0.nextDown)
        #expect(Instant(date) == Instant(seconds: 978_307_201))
    }

    @Test("Dates of two centuries come back as they were")
    func roundTrip() {
        var random = SeededGenerator(seed: 15)
        for _ in 0..<10_000 {
            let date = Date(timeIntervalSince1970: .random(in: -3.2e9...9e8, using: &random))
            #expect(Instant(date).date == date)
        }
        for date in [Date.distantPast, .distantFuture] { #expect(Instant(date).date == date) }
    }

    @Test("The first and the last moment have a date")
    func ends() {
        #expect(Instant(seconds: .min).date < .distantPast)
        #expect(Instant(seconds: .max).date > .distantFuture)
    }
}
