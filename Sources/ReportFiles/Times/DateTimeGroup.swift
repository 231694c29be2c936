/// A military date-time group: `051930ZFEB17` or `051930Z FEB 2017`, the zone by its letter.
///
/// J, and no letter, stand for local time. Years of two digits are 2000 to 2099.
enum DateTimeGroup: TimeForm {
    static func read(
        _ text: TimeText, _ reading: TimeReading
    ) throws(TimeFault) -> LocalTime? {
        var text = text
        guard let digits = text.number(), digits.digits == 6 else { return nil }
        text.takeSpaces()
        var word = text.word()
        var zone: UInt8?
        if MonthName.month(word) == nil {
            guard let letter = word.first else { return nil }
            zone = letter
            word.removeFirst()
            if word.isEmpty {
                text.takeSpaces()
                word = text.word()
            }
        }
        guard let month = MonthName.month(word) else {
            throw TimeFault("a zone's letter and a month are expected, as in 051930ZFEB2017")
        }
        text.takeSpaces()
        guard let year = text.number(), year.digits == 2 || year.digits == 4, text.isAtEnd else {
            throw TimeFault("a year of two or four digits is expected, and nothing behind it")
        }
        let (hour, minute) = (digits.value / 100 % 100, digits.value % 100)
        guard hour < 24 || (hour == 24 && minute == 0), minute < 60 else {
            throw TimeFault("hours run from 00 to 23 and minutes from 00 to 59, or it is 24:00")
        }
        return LocalTime(
            day: try CalendarDay.day(
                year: year.digits == 2 ? 2000 + year.value : year.value, month: month,
                day: digits.value / 10_000),
            clock: ClockTime(seconds: hour * 3600 + minute * 60),
            offset: zone.flatMap { WrittenOffset.seconds(ofLetter: $0) })
    }
}
