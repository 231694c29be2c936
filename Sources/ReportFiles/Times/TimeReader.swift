import Agreements

/// When something was observed, as far as it is known.
enum ReadTime: Hashable {
    case moment(Instant)
    case span(TimeSpan)

    var first: Instant {
        switch self {
        case .moment(let moment): moment
        case .span(let span): span.first
        }
    }

    var last: Instant {
        switch self {
        case .moment(let moment): moment
        case .span(let span): span.last
        }
    }
}

/// Reads written times; one to a worker.
struct TimeReader {
    let reading: TimeReading
    private let moments: LocalMoments?

    init(_ reading: TimeReading) {
        self.reading = reading
        moments = reading.clock.map { LocalMoments($0) }
    }

    /// The moment that a text names, or the day.
    ///
    /// - Parameter days: a number of days in a row among which the named one is, where no more is known than
    ///   that; the time is then the span of all that may be meant.
    func time(_ text: String, days: Int? = nil) throws(TimeFault) -> ReadTime {
        let text = TimeText(text)
        for form in TimeForms.times {
            if let time = try form.read(text, reading) {
                return try self.time(of: time, days: days)
            }
        }
        throw TimeFault()
    }

    /// The moment that a date and a time of day name, each in a column of its own; without a time of day
    /// the day.
    func time(date: String, timeOfDay: String?, days: Int? = nil) throws(TimeFault) -> ReadTime {
        var text = TimeText(date)
        guard let day = try TimeForms.day(&text, reading.dateOrder), text.isAtEnd else {
            throw TimeFault()
        }
        guard let timeOfDay else { return try time(of: LocalTime(day: day), days: days) }
        text = TimeText(timeOfDay)
        let (clock, offset) = try ClockTime.alone(&text)
        return try time(of: LocalTime(day: day, clock: clock, offset: offset), days: days)
    }

    /// The time from one text to another.
    func time(from start: String, to end: String, days: Int? = nil) throws(TimeFault) -> ReadTime {
        let (start, end) = (try time(start, days: days), try time(end, days: days))
        guard start.first <= end.last else { throw TimeFault("it ends before it begins") }
        if start == end, case .moment = start { return start }
        return .span(
            TimeSpan(first: start.first, last: end.last, meaning: reading.intervals))
    }

    private func time(of time: LocalTime, days: Int?) throws(TimeFault) -> ReadTime {
        if let days {
            // The named day is any of them.
            let (day, others) = (time.dayOfClock, Int64(days - 1))
            let first = try span(ofDay: day - others, offset: time.offset)
            let last = try span(ofDay: day + others, offset: time.offset)
            return .span(TimeSpan(first: first.first, last: last.last))
        }
        guard let clock = time.clock else { return .span(try span(ofDay: time.day)) }
        let local = time.day * 86_400 + Int64(clock.seconds)
        var found: [Int64]
        if let offset = time.offset {
            found = [local - Int64(offset)]
        } else {
            found = try localMoments().seconds(ofLocal: local)
        }
        if clock.isLeapSecond {
            // It has counted on into the next minute, which must be midnight UTC.
            found = found.filter { $0 % 86_400 == 0 }
            guard !found.isEmpty else { throw TimeFault("second 60 occurs only at 23:59 UTC") }
        }
        guard found.count == 1 else {
            throw TimeFault(reading.clock?.reason(againstMoments: found))
        }
        return .moment(
            clock.isLeapSecond
                ? Instant(seconds: found[0] - 1, nanoseconds: 999_999_999)
                : Instant(seconds: found[0], nanoseconds: clock.nanoseconds))
    }

    /// A day from its first moment to the last nanosecond before the next, on the clock of an offset where one is
    /// written.
    private func span(ofDay day: Int64, offset: Int? = nil) throws(TimeFault) -> TimeSpan {
        let bounds: (first: Int64, end: Int64)?
        if let offset {
            let first = day * 86_400 - Int64(offset)
            bounds = (first, first + 86_400)
        } else {
            bounds = try localMoments().bounds(ofDay: day)
        }
        guard let bounds else { throw TimeFault(reading.clock?.reason(againstMoments: [])) }
        return TimeSpan(
            first: Instant(seconds: bounds.first),
            last: Instant(seconds: bounds.end - 1, nanoseconds: 999_999_999))
    }

    private func localMoments() throws(TimeFault) -> LocalMoments {
        if let moments { return moments }
        throw TimeFault(
            "it has no offset from UTC, and no time zone is named for such times", want: .zone)
    }
}
