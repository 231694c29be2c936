import Agreements

/// What is known of how a file writes its times, beyond what each of them says itself.
package struct TimeReading: Hashable, Sendable {
    /// The clock of times without an offset from UTC; `nil` where they name no moment.
    package var clock: LocalClock?
    /// The order of day, month and year in dates of three numbers; `nil` where each date must tell it.
    package var dateOrder: DateOrder?
    /// What a number alone counts; `nil` where it is no time.
    package var numbers: NumberMeaning?

    /// What times with an end say of the moments between.
    package var intervals = TimeSpan.Meaning.sometime

    package init() {}
}

/// The order of the three numbers of a date.
package enum DateOrder: String, CaseIterable, Hashable, Sendable {
    /// Day, month, year.
    case dayFirst = "dmy"
    /// Month, day, year.
    case monthFirst = "mdy"
    /// Year, month, day.
    case yearFirst = "ymd"
}

/// What a number counts that stands for a time.
package enum NumberMeaning: String, CaseIterable, Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    case epochSeconds = "epoch-seconds"
    /// Milliseconds since then.
    case epochMilliseconds = "epoch-milliseconds"
    /// Days since 1899-12-30T00:00, local time, as spreadsheets count them from March 1900 on.
    case excelDays = "excel-days"
}

/// What would have to be known of a file so that a time in it could be read.
package enum TimeWant: Hashable, Sendable {
    /// The zone of times without an offset.
    case zone
    /// Whether day or month comes first.
    case order
    /// What a number counts.
    case numbers
}

/// Why a text names no moment.
struct TimeFault: Error {
    /// What is wrong with it; `nil` where it has none of the forms that are read.
    var reason: String?
    /// What would have helped.
    var want: TimeWant?

    init(_ reason: String? = nil, want: TimeWant? = nil) {
        self.reason = reason
        self.want = want
    }
}
