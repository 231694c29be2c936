import Agreements

/// A day and a time of day as they are written, with the offset from UTC if there is one.
struct LocalTime {
    /// Days since 1970-01-01.
    var day: Int64
    /// `nil` where a day alone is written.
    var clock: ClockTime?
    /// Seconds east of UTC; `nil` where it is not written.
    var offset: Int?

    /// The day on which the moment is: the next one at 24:00.
    var dayOfClock: Int64 {
        guard let clock else { return day }
        return day + Int64((clock.isLeapSecond ? clock.seconds - 1 : clock.seconds) / 86_400)
    }
}

/// A time of day.
struct ClockTime {
    /// Seconds since midnight, 0 to 86,400.
    var seconds = 0
    var nanoseconds: Int32 = 0
    /// Whether it is the second 60, which has counted on into the next minute.
    var isLeapSecond = false
}

/// A form in which a moment is written.
protocol TimeForm: SendableMetatype {
    /// What the text says; `nil` where it has another form.
    static func read(_ text: TimeText, _ reading: TimeReading) throws(TimeFault) -> LocalTime?
}

/// A form in which a day is written.
protocol DateForm: SendableMetatype {
    /// The day with which the text begins, counted from 1970-01-01; `nil` where the text has another form.
    ///
    /// The text is then behind it.
    static func day(_ text: inout TimeText, _ order: DateOrder?) throws(TimeFault) -> Int64?
}

/// The forms that are read.
///
/// A new one is a type of its own and a place in one of these tables; no text has two of them.
enum TimeForms {
    /// Forms of a moment.
    static let times: [any TimeForm.Type] = [NumberTime.self, DateTimeGroup.self, DatedTime.self]
    /// Forms of the day in `DatedTime`.
    static let dates: [any DateForm.Type] = [
        WeekDate.self, OrdinalDate.self, PackedDate.self, NumberedDate.self, NamedMonthDate.self,
    ]

    /// The day with which a text begins.
    static func day(_ text: inout TimeText, _ order: DateOrder?) throws(TimeFault) -> Int64? {
        for form in dates {
            var rest = text
            if let day = try form.day(&rest, order) {
                text = rest
                return day
            }
        }
        return nil
    }
}
