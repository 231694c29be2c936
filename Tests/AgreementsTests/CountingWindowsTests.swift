import TestSupport
import Testing

@testable import Agreements

/// Windows follow one another without gaps, whatever a clock does.
@Suite struct CountingWindowsTests {
    static func windows() throws -> [CountingWindows] {
        let zeros = [
            nil, try ZeroDay(parsing: "2026-10-01T05:30+03:00 Europe/Kyiv"),
            try ZeroDay(parsing: "2026-10-01T00:00:00.5Z"),
        ]
        let clocks = [
            nil, try LocalClock(parsing: "Europe/Kyiv"), try LocalClock(parsing: "+05:45"),
        ]
        let periods = try ["6 h", "24 h", "1 d", "14 d", "5 d"].map {
            try CountingPeriod(parsing: $0)
        }
        return zeros.flatMap { zero in
            clocks.flatMap { clock in
                periods.map { CountingWindows($0, zero: zero, clock: clock) }
            }
        }
    }

    @Test("Each moment is in the window that begins last before it", arguments: try windows())
    func inOrder(windows: CountingWindows) {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<40 {
            // Some about the end of summer time.
            let base: Int64 = Bool.random(using: &random) ? 1_792_890_000 : 1_700_000_000
            let moment = Instant(
                seconds: base + Int64.random(in: -200_000...200_000, using: &random),
                nanoseconds: Int32.random(in: 0...999_999_999, using: &random))
            let number = windows.number(of: moment)
            #expect(windows.start(of: number) <= moment)
            #expect(moment < windows.start(of: number + 1))
        }
    }

    @Test("Days keep the clock of the zero across the end of summer time")
    func days() throws {
        let zero = try ZeroDay(parsing: "2026-10-24T00:00+03:00 Europe/Kyiv")
        let day = try #require(CountingPeriod(1, .days))
        let windows = CountingWindows(day, zero: zero, clock: nil)
        #expect(windows.start(of: 1).description == "2026-10-24T21:00:00Z")
        #expect(windows.start(of: 2).description == "2026-10-25T22:00:00Z")
        let hours = try #require(CountingPeriod(24, .hours))
        let fixed = CountingWindows(hours, zero: zero, clock: nil)
        #expect(fixed.start(of: 2).description == "2026-10-25T21:00:00Z")
    }

    @Test("Far moments are in some window", arguments: try windows())
    func far(windows: CountingWindows) {
        for seconds in [Int64.min, -500_000_000_000, 500_000_000_000, .max] {
            let number = windows.number(of: Instant(seconds: seconds))
            #expect(windows.start(of: number) <= windows.start(of: number + 1))
        }
    }

    @Test(
        "Periods are read", arguments: [("24 h", 24), ("2 weeks", 14), ("1d", 1), (" 7 Days ", 7)])
    func reading(text: String, count: Int) throws {
        #expect(try CountingPeriod(parsing: text).count == count)
    }

    @Test(
        "What is no period is refused",
        arguments: ["", "0 h", "-1 d", "1.5 h", "h", "9 m", "99999999999999999999 d", "1000001 h"])
    func refused(text: String) {
        #expect(throws: CountingPeriod.ParsingError.self) { try CountingPeriod(parsing: text) }
    }
}
