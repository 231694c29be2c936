import Agreements

/// Reads written times; one to a worker.
struct TimeReader {
    let reading: TimeReading
    private let moments: LocalMoments?

    init(_ reading: TimeReading) {
        self.reading = reading
        moments = reading.clock.map { LocalMoments($0) }
    }

    /// The moment that a text names.
    func instant(_ text: String) throws(TimeFault) -> Instant {
        let text = TimeText(text)
        for form in TimeForms.times {
            if let time = try form.read(text, reading) { return try instant(of: time) }
        }
        throw TimeFault()
    }

    /// The moment that a date and a time of day name, each in a column of its own.
    func instant(date: String, timeOfDay: String) throws(TimeFault) -> Instant {
        var text = TimeText(date)
        guard let day = try TimeForms.day(&text, reading.dateOrder), text.isAtEnd else {
            throw TimeFault()
        }
        text = TimeText(timeOfDay)
        let (clock, offset) = try ClockTime.alone(&text)
        return try instant(of: LocalTime(day: day, clock: clock, offset: offset))
    }

    private func instant(of time: LocalTime) throws(TimeFault) -> Instant {
        let local = time.day * 86_400 + Int64(time.clock.seconds)
        var found: [Int64]
        if let offset = time.offset {
            found = [local - Int64(offset)]
        } else {
            guard let moments else {
                throw TimeFault(
                    "it has no offset from UTC, and no time zone is named for such times",
                    want: .zone)
            }
            found = moments.seconds(ofLocal: local)
        }
        if time.clock.isLeapSecond {
            // It has counted on into the next minute, which must be midnight UTC.
            found = found.filter { $0 % 86_400 == 0 }
            guard !found.isEmpty else { throw TimeFault("second 60 occurs only at 23:59 UTC") }
        }
        guard found.count == 1 else {
            throw TimeFault(reading.clock?.reason(againstMoments: found))
        }
        return time.clock.isLeapSecond
            ? Instant(seconds: found[0] - 1, nanoseconds: 999_999_999)
            : Instant(seconds: found[0], nanoseconds: time.clock.nanoseconds)
    }
}
