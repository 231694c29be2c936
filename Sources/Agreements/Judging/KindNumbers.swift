/// A judge's own numbers for kinds of reports, which mean the same in all columns.
///
/// Kinds that answer alike to all that is asked of them have one number.
struct KindNumbers {
    private let answers: KindAnswers
    private var known: [KindAnswers.ForAll: Int32] = [:]
    private var knownToRules: [KindAnswers.ForRule: Int32] = [:]
    /// For each number that each rule's own number has.
    private var toRules: [[Int32]] = []
    private var reports: [Report] = []
    /// For each kind of the columns its number; -1 where it has not been asked for.
    private var numbers: [Int32] = []

    private static let most = 1 << 14

    init(_ answers: KindAnswers) { self.answers = answers }

    /// Takes the kinds of the next columns; true when all numbers are begun anew.
    mutating func take(_ reports: [Report]) -> Bool {
        // As long as it is held here, an array with the same elements at the same place is the same.
        let isSame =
            reports.count == self.reports.count
            && reports.withUnsafeBufferPointer { mine in
                self.reports.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
            }
        if isSame { return false }
        self.reports = reports
        numbers = Array(repeating: -1, count: reports.count)
        guard known.count > Self.most else { return false }
        (known, knownToRules, toRules) = ([:], [:], [])
        return true
    }

    /// The number of a kind of the columns.
    @inline(__always)
    mutating func number(_ kind: Int32) -> Int32 {
        let number = numbers[Int(kind)]
        return number >= 0 ? number : find(kind)
    }

    /// For each rule the number that a kind with a number has for it; to a rule more kinds are alike.
    func numbersToRules(_ number: Int32) -> [Int32] { toRules[Int(number)] }

    @inline(never)
    private mutating func find(_ kind: Int32) -> Int32 {
        let (rules, all) = answers.answers(of: reports[Int(kind)])
        let number = known[all] ?? Int32(known.count)
        if number == toRules.count {
            known[all] = number
            toRules.append(
                rules.map { own in
                    let number = knownToRules[own] ?? Int32(knownToRules.count)
                    knownToRules[own] = number
                    return number
                })
        }
        numbers[Int(kind)] = number
        return number
    }
}
