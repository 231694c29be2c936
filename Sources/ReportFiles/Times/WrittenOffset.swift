/// Offsets from UTC as they stand behind a time of day.
enum WrittenOffset {
    /// Passes `Z`, `+02:00`, `+0200`, `+02`, `UTC` or `GMT`, or an offset of 0 with one of these names behind,
    /// as Go writes it.
    ///
    /// - Returns: seconds east of UTC; `nil` at the end of the text.
    static func seconds(_ text: inout TimeText) throws(TimeFault) -> Int? {
        text.takeSpaces()
        if text.isAtEnd { return nil }
        guard let sign = text.take(oneOf: "+-") else {
            guard isUTC(text.word()) else {
                throw TimeFault(
                    "after the time of day Z or an offset such as +02:00 is expected")
            }
            return 0
        }
        let expected = TimeFault("an offset such as +02:00 is expected")
        guard let first = text.number() else { throw expected }
        var (hours, minutes) = (first.value, 0)
        if first.digits == 4 {
            (hours, minutes) = (first.value / 100, first.value % 100)
        } else {
            guard first.digits == 2 else { throw expected }
            if text.take(":") {
                guard let last = text.number(), last.digits == 2 else { throw expected }
                minutes = last.value
            }
        }
        guard hours < 24, minutes < 60 else {
            throw TimeFault("an offset runs from -23:59 to +23:59")
        }
        text.takeSpaces()
        if !text.isAtEnd {
            guard isUTC(text.word()) else { throw TimeFault("there is something after the offset") }
            guard hours == 0, minutes == 0 else {
                throw TimeFault("the offset and its name do not agree")
            }
        }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
    }

    private static func isUTC(_ word: [UInt8]) -> Bool {
        word.elementsEqual("z".utf8) || word.elementsEqual("utc".utf8)
            || word.elementsEqual("gmt".utf8)
    }

    /// Seconds east of UTC of a military letter zone; `nil` for J, which is local, and what is no letter.
    ///
    /// Behind UTC are A to I and K to M for 1 to 12 hours to the east, N to Y for 1 to 12 to the west.
    static func seconds(ofLetter letter: UInt8) -> Int? {
        let place = Int(letter | 0x20) - Int(UInt8(ascii: "a"))
        switch place {
        case 0...8: return (place + 1) * 3600
        case 10...12: return place * 3600
        case 13...24: return (12 - place) * 3600
        case 25: return 0
        default: return nil
        }
    }
}
