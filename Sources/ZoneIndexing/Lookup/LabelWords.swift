import Zones

/// What labels say of the first 64 zones, each read once.
struct LabelWords {
    struct Words {
        let inside: UInt64
        let undeterminable: UInt64
    }

    private var known: [Words] = []
    /// Whether any zone is undeterminable, of all: 0 no, 1 yes, 2 not looked at.
    private var open: [UInt8] = []

    /// Of labels that are known, all looked at.
    init(_ labels: ZoneLabels) {
        for label in 0..<labels.count { _ = look(at: label, in: labels) }
    }

    /// What a label says.
    @inline(__always)
    mutating func words(of label: UInt32, in labels: ZoneLabels) -> Words {
        _ = isOpen(label, in: labels)
        return known[Int(label)]
    }

    /// Whether zones are undeterminable by a label.
    @inline(__always)
    mutating func isOpen(_ label: UInt32, in labels: ZoneLabels) -> Bool {
        let number = Int(label)
        if number < open.count, open[number] < 2 { return open[number] == 1 }
        return look(at: number, in: labels)
    }

    /// Lists the numbers of labels that leave zones open or were not looked at yet.
    ///
    /// - Parameter numbers: room for one more than there are labels.
    /// - Returns: how many are listed.
    func listOpen(
        _ labels: UnsafeMutableBufferPointer<UInt32>,
        into numbers: UnsafeMutableBufferPointer<UInt32>
    ) -> Int {
        open.withUnsafeBufferPointer { open in
            var count = 0
            for k in labels.indices {
                let label = Int(labels[k])
                let isClosed = label < open.count && open[label] == 0
                numbers[count] = UInt32(truncatingIfNeeded: k)
                count += isClosed ? 0 : 1
            }
            return count
        }
    }

    private mutating func look(at number: Int, in labels: ZoneLabels) -> Bool {
        let missing = max(labels.count, number + 1) - open.count
        if missing > 0 {
            open += [UInt8](repeating: 2, count: missing)
            known += [Words](repeating: Words(inside: 0, undeterminable: 0), count: missing)
        }
        let zones = labels.row(UInt32(number)).zones
        known[number] = Words(
            inside: zones.inside.first ?? 0, undeterminable: zones.undeterminable.first ?? 0)
        let isOpen = number != ZoneLabels.unusable && !zones.isCertain
        open[number] = isOpen ? 1 : 0
        return isOpen
    }
}
