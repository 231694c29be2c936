/// A date in any of its forms, alone or with a time of day, then perhaps an offset.
enum DatedTime: TimeForm {
    static func read(
        _ text: TimeText, _ reading: TimeReading
    ) throws(TimeFault) -> LocalTime? {
        var text = text
        guard let day = try TimeForms.day(&text, reading.dateOrder) else { return nil }
        if text.isAtEnd { return LocalTime(day: day) }
        _ = text.take(",")
        guard text.take(oneOf: "Tt") != nil || text.takeSpaces() else {
            throw TimeFault("after the date 'T' or a space is expected")
        }
        let clock = try ClockTime(&text, packed: true)
        let offset = try WrittenOffset.seconds(&text)
        guard text.isAtEnd else { throw TimeFault("there is something after the offset") }
        return LocalTime(day: day, clock: clock, offset: offset)
    }
}
