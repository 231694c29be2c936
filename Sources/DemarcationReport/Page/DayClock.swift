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
}
