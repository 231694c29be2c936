/// Numbers for kinds of reports together with how a report's own number lies to those that caps name.
///
/// Reports of any number are of few kinds then.
struct CountedKinds {
    private let thresholds: [Int]
    private var numbers: [Key: Int32] = [:]
    private var recent: (key: Key, number: Int32)?

    private struct Key: Hashable {
        let kind: Int32
        /// How many of the thresholds the number is above; -1 where it could not be read.
        let above: Int
    }

    init(_ thresholds: [Int]) { self.thresholds = thresholds }

    /// Whether no cap names a number.
    var isEmpty: Bool { thresholds.isEmpty }

    mutating func forget() {
        numbers = [:]
        recent = nil
    }

    /// The number of a kind with a report's own number.
    mutating func number(_ kind: Int32, _ count: Int) -> Int32 {
        var above = -1
        if count >= 0 {
            var (low, high) = (0, thresholds.count)
            while low < high {
                let middle = (low + high) / 2
                if thresholds[middle] < count { low = middle + 1 } else { high = middle }
            }
            above = low
        }
        let key = Key(kind: kind, above: above)
        if let recent, recent.key == key { return recent.number }
        let number = numbers[key] ?? Int32(truncatingIfNeeded: numbers.count)
        numbers[key] = number
        recent = (key, number)
        return number
    }
}
