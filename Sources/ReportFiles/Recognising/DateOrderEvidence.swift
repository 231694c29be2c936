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

    /// What may still be decided.
    private var possible: [DateOrder?] {
        switch (mayBeDayFirst, mayBeMonthFirst) {
        case (true, true): [nil, .dayFirst, .monthFirst]
        case (true, false): [nil, .dayFirst]
        case (false, true): [nil, .monthFirst]
        case (false, false): [nil]
        }
    }

    /// Looks at a written time; answers whether it is read in two ways, such as `05/02/2017`, by what may still
    /// be decided.
    mutating func look(at text: String) -> Bool {
        var rest = TimeText(text)
        guard let numbers = NumberedDate.numbers(&rest), numbers.third.digits == 4 else {
            return false
        }
        let (a, b) = (numbers.first.value, numbers.second.value)
        if (1...31).contains(a), (1...31).contains(b), min(a, b) <= 12, a != b {
            if a > 12 { mayBeMonthFirst = false }
            if b > 12 { mayBeDayFirst = false }
        }
        return Set(possible.map { Reading(text, $0) }).count > 1
    }

    /// A date in an order, or why it is none, which notes tell.
    private struct Reading: Hashable {
        var day: Int64?
        var fault: String?

        init(_ text: String, _ order: DateOrder?) {
            var rest = TimeText(text)
            do throws(TimeFault) {
                day = try NumberedDate.day(&rest, order)
            } catch {
                fault = error.reason
            }
        }
    }
}
