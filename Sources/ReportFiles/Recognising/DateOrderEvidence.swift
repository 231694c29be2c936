/// What the dates of a file's first records say of the order of day and month.
struct DateOrderEvidence {
    private var mayBeDayFirst = true
    private var mayBeMonthFirst = true

    /// The only order that all of them may have, if there is one.
    var decision: DateOrder? {
        switch (mayBeDayFirst, mayBeMonthFirst) {
        case (true, false): .dayFirst
        case (false, true): .monthFirst
        default: nil
        }
    }

    /// Looks at a written time; answers whether it can be read in two ways, such as `05/02/2017`.
    mutating func look(at text: String) -> Bool {
        var text = TimeText(text)
        guard let numbers = NumberedDate.numbers(&text), numbers.third.digits == 4 else {
            return false
        }
        let (a, b) = (numbers.first.value, numbers.second.value)
        guard (1...31).contains(a), (1...31).contains(b), min(a, b) <= 12, a != b else {
            return false
        }
        if a > 12 { mayBeMonthFirst = false }
        if b > 12 { mayBeDayFirst = false }
        return max(a, b) <= 12
    }
}
