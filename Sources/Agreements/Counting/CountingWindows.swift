/// Windows of equal length, one behind the other, by their numbers.
///
/// They begin at a zero; without one at midnight on a clock, days with that of Monday 29 December 1969.
package struct CountingWindows: Hashable, Sendable {
    /// How long each is.
    package let period: CountingPeriod
    private let zero: ZeroDay?
    private let clock: LocalClock?
    /// The day on which they begin without a zero, a Monday.
    private static let monday: Int64 = -3
    /// Nobody counts windows beyond some 12,000 years; nothing must overflow.
    private static let farthest: Int64 = 400_000_000_000

    /// Windows from a zero, else by a clock, else by that of UTC.
    package init(_ period: CountingPeriod, zero: ZeroDay?, clock: LocalClock?) {
        (self.period, self.zero, self.clock) = (period, zero, clock)
    }

    /// Windows from a moment, on the clock of a zero or else of an agreement.
    package init(_ period: CountingPeriod, from moment: Instant, zero: ZeroDay?, clock: LocalClock?)
    {
        let own = zero.flatMap { $0.instant == moment ? $0 : ZeroDay(moment, as: $0) }
        self.init(period, zero: own ?? ZeroDay(moment, on: clock), clock: nil)
    }

    /// Whether a period can be laid from midnight to midnight, as it has to be without a zero.
    static func fitDays(_ period: CountingPeriod) -> Bool {
        period.unit == .days || period.count % 24 == 0 || 24 % period.count == 0
    }

    /// Whole days of which each is one on a clock.
    private var days: Int64? {
        switch period.unit {
        case .days: Int64(period.count)
        case .hours where zero == nil && period.count % 24 == 0: Int64(period.count / 24)
        case .hours: nil
        }
    }

    private static func clamped(_ seconds: Int64) -> Int64 {
        min(max(seconds, -farthest), farthest)
    }

    /// The number of the window in which a moment lies.
    package func number(of moment: Instant) -> Int64 {
        let seconds = Self.clamped(moment.seconds)
        guard let zero else {
            let local = seconds + Int64(clock?.offset(at: Instant(seconds: seconds)) ?? 0)
            let day = local.flooredDay
            if let days { return Self.floored(day - Self.monday, days) }
            let hour = (local - day * 86_400) / 3600
            return day * Int64(24 / period.count) + hour / Int64(period.count)
        }
        let length = Int64(period.count) * (days == nil ? 3600 : 86_400)
        let isBefore = moment.nanoseconds < zero.instant.nanoseconds
        let passed = seconds - Self.clamped(zero.instant.seconds) - (isBefore ? 1 : 0)
        var number = Self.floored(passed, length)
        if days != nil {
            // Days of a clock may be an hour or two off.
            let own = Instant(seconds: seconds, nanoseconds: moment.nanoseconds)
            while start(of: number) > own { number -= 1 }
            while start(of: number + 1) <= own { number += 1 }
        }
        return number
    }

    /// The first moment of a window, which is the first behind the one before.
    package func start(of number: Int64) -> Instant {
        if let zero {
            let (count, isOver) = number.multipliedReportingOverflow(by: Int64(period.count))
            let most = Int64(Int32.max) * 1000
            let units = Int(isOver ? (number < 0 ? -most : most) : min(max(count, -most), most))
            return zero.resolve(days == nil ? .hours(units) : .days(units))
        }
        if let days { return Instant(seconds: Self.midnight(number * days + Self.monday, clock)) }
        let each = Int64(24 / period.count)
        let day = Self.floored(number, each)
        let hours = (number - day * each) * Int64(period.count)
        let local = day * 86_400 + hours * 3600
        let moments = hours == 0 ? [] : clock?.seconds(ofLocal: local) ?? [local]
        return Instant(seconds: moments.first ?? Self.midnight(day, clock) + hours * 3600)
    }

    private static func midnight(_ day: Int64, _ clock: LocalClock?) -> Int64 {
        clock?.bounds(ofDay: day)?.first ?? day * 86_400
    }

    private static func floored(_ number: Int64, _ by: Int64) -> Int64 {
        number >= 0 ? number / by : -((-number + by - 1) / by)
    }
}
