import Agreements

/// What a clock shows at moments, remembered by quarters of an hour.
struct ClockWords {
    private let clock: LocalClock
    private var known: [Int64: ShownTime] = [:]

    private static let most = 1 << 14
    private static let quarter: Int64 = 900

    init(_ clock: LocalClock) { self.clock = clock }

    /// What the clock shows at a moment.
    mutating func shown(at moment: Instant) -> ShownTime {
        // Also for the greatest numbers that a file may hold.
        guard moment.seconds.magnitude < 1 << 58 else { return clock.shown(at: moment) }
        let quarter =
            (moment.seconds - ((moment.seconds % Self.quarter) + Self.quarter) % Self.quarter)
        if let time = known[quarter] { return time }
        let first = Instant(seconds: quarter)
        let last = Instant(seconds: quarter + Self.quarter - 1)
        let time = clock.shown(at: moment)
        // Clocks are not always put on at a full quarter.
        if clock.offset(at: first) == clock.offset(at: last), clock.shown(at: first) == time,
            clock.shown(at: last) == time
        {
            if known.count >= Self.most { known = [:] }
            known[quarter] = time
        }
        return time
    }
}
