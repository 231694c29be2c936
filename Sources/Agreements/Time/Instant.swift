/// A moment in time, in UTC, to the nanosecond.
public struct Instant: Hashable, Comparable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let seconds: Int64
    /// Nanoseconds past the second, 0 to 999,999,999.
    public let nanoseconds: Int32

    /// A moment from seconds and nanoseconds since 1970-01-01T00:00:00Z.
    public init(seconds: Int64, nanoseconds: Int32 = 0) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
    }

    /// A nanosecond earlier.
    var before: Instant {
        nanoseconds > 0
            ? Instant(seconds: seconds, nanoseconds: nanoseconds - 1)
            : Instant(seconds: seconds - 1, nanoseconds: 999_999_999)
    }

    /// Whether one moment is before another.
    public static func < (a: Instant, b: Instant) -> Bool {
        (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
    }
}
