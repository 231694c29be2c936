/// A date with the English name of its month: `5 Feb 2017`, `05-FEB-2017`, `Feb 5, 2017`.
enum NamedMonthDate: DateForm {
    static func day(_ text: inout TimeText, _ order: DateOrder?) throws(TimeFault) -> Int64? {
        let day: (value: Int, digits: Int)
        let month: Int
        if text.isAtDigit {
            guard let first = text.number(), first.digits <= 2 else { return nil }
            day = first
            pass(&text, "-/.,")
            guard let named = MonthName.month(text.word()) else { return nil }
            month = named
            pass(&text, "-/.,")
        } else {
            guard let named = MonthName.month(text.word()) else { return nil }
            month = named
            pass(&text, "-/.")
            guard let second = text.number(), second.digits <= 2 else { return nil }
            day = second
            pass(&text, "-/.,")
        }
        guard let year = text.number(), year.digits == 4 else {
            throw TimeFault("a year of four digits is expected")
        }
        return try CalendarDay.day(year: year.value, month: month, day: day.value)
    }

    /// Passes spaces, and one mark among them.
    private static func pass(_ text: inout TimeText, _ marks: StaticString) {
        text.takeSpaces()
        if text.take(oneOf: marks) != nil { text.takeSpaces() }
    }
}

/// The English names of months.
enum MonthName {
    /// The number of a month by its name in lower case, whole or its first three letters.
    static func month(_ word: [UInt8]) -> Int? {
        guard word.count >= 3 else { return nil }
        return names.firstIndex {
            word.elementsEqual($0) || word.elementsEqual($0.prefix(3))
                || ($0.count == 9 && $0.first == UInt8(ascii: "s")
                    && word.elementsEqual($0.prefix(4)))
        }.map { $0 + 1 }
    }

    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ].map { Array($0.utf8) }
}
