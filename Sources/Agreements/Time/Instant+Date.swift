public import Foundation

extension Instant {
    /// The moment of a date, to the nearest nanosecond.
    ///
    /// - Boundary: the date must lie within 290 billion years of 2001, and be a number. `distantPast` and
    ///   `distantFuture` do.
    public init(_ date: Date) {
        let sinceReference = date.timeIntervalSinceReferenceDate
        precondition(
            sinceReference.magnitude < 9.1e18, "\(sinceReference) s from 2001 are no moment")
        let whole = sinceReference.rounded(.down)
        let nanoseconds = Int32(((sinceReference - whole) * 1e9).rounded())
        let seconds = Int64(whole) + Self.referenceDate
        self =
            nanoseconds == 1_000_000_000
            ? Instant(seconds: seconds + 1) : Instant(seconds: seconds, nanoseconds: nanoseconds)
    }

    /// The moment as a date.
    ///
    /// - Accuracy: a `Date` of today counts in steps of 0.12 microseconds; the nearest is taken. A
    ///   date made an `Instant` and back is the same date, but for dates within three months of
    ///   2001-01-01, which are rounded to the nanosecond.
    public var date: Date {
        let (seconds, isBeyond) = seconds.subtractingReportingOverflow(Self.referenceDate)
        let whole = isBeyond ? -9.2e18 : Double(seconds)
        return Date(timeIntervalSinceReferenceDate: whole + Double(nanoseconds) / 1e9)
    }

    /// 2001-01-01T00:00:00Z, from which dates are counted.
    private static let referenceDate: Int64 = 978_307_200
}

extension Date {
    /// The date of a moment; see `Instant.date`.
    public init(_ instant: Instant) { self = instant.date }
}
