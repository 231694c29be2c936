/// The numbers that caps name, to which a report's own number lies in some way.
///
/// Reports of any number are of few kinds then.
struct CountThresholds {
    /// Ascending.
    private let thresholds: [Int]

    init(_ thresholds: [Int]) { self.thresholds = thresholds }

    /// Whether no cap names a number.
    var isEmpty: Bool { thresholds.isEmpty }

    /// How many of them a number is above; -1 where it could not be read.
    func countBelow(_ count: Int) -> Int32 {
        if count < 0 { return -1 }
        var (low, high) = (0, thresholds.count)
        while low < high {
            let middle = (low + high) / 2
            if thresholds[middle] < count { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }
}
