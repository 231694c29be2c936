/// A judge's own numbers for kinds of reports, which mean the same in all columns.
struct KindNumbers {
    private var known: [ReportKind: Int32] = [:]
    private var reports: [Report] = []
    /// For each kind of the columns its number; -1 where it has not been asked for.
    private var numbers: [Int32] = []

    private static let most = 1 << 14

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
        known = [:]
        return true
    }

    /// The number of a kind of the columns.
    @inline(__always)
    mutating func number(_ kind: Int32) -> Int32 {
        let number = numbers[Int(kind)]
        return number >= 0 ? number : find(kind)
    }

    @inline(never)
    private mutating func find(_ kind: Int32) -> Int32 {
        let key = ReportKind(reports[Int(kind)])
        let number = known[key] ?? Int32(known.count)
        known[key] = number
        numbers[Int(kind)] = number
        return number
    }
}
