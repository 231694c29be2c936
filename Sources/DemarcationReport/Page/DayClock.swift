import Agreements

/// The days of a clock, as numbers.
struct DayClock: Sendable {
    let clock: LocalClock?

    init(_ clock: LocalClock?) { self.clock = clock }

    /// The day of a moment, counted from 1970; of UTC where there is no clock.
    func day(_ moment: Instant) -> Int64 {
        guard let clock else { return moment.seconds.flooredDay }
        let (local, isFar) = moment.seconds.addingReportingOverflow(
            Int64(clock.offset(at: moment)))
        return (isFar ? moment.seconds : local).flooredDay
    }

    /// The first moment of a day, as seconds since 1970-01-01T00:00:00Z; of one that the clock skips, that of the
    /// next.
    func start(ofDay day: Int64) -> Int64 {
        guard let clock else { return day * 86_400 }
        return clock.bounds(ofDay: day)?.first ?? clock.bounds(ofDay: day + 1)?.first
            ?? day * 86_400
    }

    /// A moment as the clock shows it.
    func written(_ seconds: Int64) -> String {
        let moment = Instant(seconds: seconds)
        return clock?.written(moment) ?? moment.description
    }
}
