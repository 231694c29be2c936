import Zones

/// Hours and months in which a rule holds, with what was found of hours of UTC that were asked for.
///
/// Reports share few hours, and asking a local clock takes longer than all else that a report's time is asked.
struct RememberedHours {
    let time: RecurringTime
    /// By hours since 1970-01-01T00:00Z whether it holds throughout, never, or for a part.
    private var known: [Int64: Answer] = [:]

    private static let most = 1 << 14

    init(_ time: RecurringTime) { self.time = time }

    /// Whether it holds at a moment.
    mutating func hold(at moment: Instant) -> Bool {
        let (whole, rest) = moment.seconds.quotientAndRemainder(dividingBy: 3600)
        let hour = rest < 0 ? whole - 1 : whole
        let answer = known[hour] ?? find(hour)
        return answer == .undeterminable ? time.holds(at: moment) : answer == .yes
    }

    @inline(never)
    private mutating func find(_ hour: Int64) -> Answer {
        let found = time.hold(
            from: Instant(seconds: hour * 3600), through: Instant(seconds: (hour + 1) * 3600).before
        )
        if known.count >= Self.most { known = [:] }
        known[hour] = found
        return found
    }
}
