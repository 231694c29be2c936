/// The numbers of a text parted into angles.
struct DegreeGroups {
    /// No text has more; five stand for "too many".
    static let most = 5
    private let text: ByteText
    private let items: DegreeItems
    /// Where each group ends.
    private var ends = (0, 0, 0, 0, 0)
    private(set) var count = 0

    /// Parts the numbers where anything says that an angle begins.
    ///
    /// A text in which nothing does is one group of at most three numbers after the other. There
    /// are no groups where marks and dashes contradict each other.
    init(_ text: ByteText, _ items: DegreeItems) {
        (self.text, self.items) = (text, items)
        var first = 0
        for index in 1..<max(items.count, 1) {
            guard begins(index, of: first) else { continue }
            // A colon or a dash joins numbers of one angle.
            if items.list[index].isJoined || !close(index) {
                count = 0
                return
            }
            first = index
        }
        if !close(items.count) { count = 0 }
    }

    /// `n` numbers in groups of the given size.
    init(_ text: ByteText, _ items: DegreeItems, size: Int) {
        (self.text, self.items) = (text, items)
        var end = size
        while end <= items.count, close(end) { end += size }
    }

    private mutating func close(_ end: Int) -> Bool {
        switch count {
        case 0: ends.0 = end
        case 1: ends.1 = end
        case 2: ends.2 = end
        case 3: ends.3 = end
        default: return false
        }
        count += 1
        return true
    }

    subscript(index: Int) -> DegreeGroup {
        let (first, end) =
            switch index {
            case 0: (0, ends.0)
            case 1: (ends.0, ends.1)
            case 2: (ends.1, ends.2)
            default: (ends.2, ends.3)
            }
        return DegreeGroup(text: text, items: items, first: first, end: end)
    }

    /// Whether a number begins an angle, where the one before it began with `first`.
    private func begins(_ index: Int, of first: Int) -> Bool {
        let (last, next) = (items.list[index - 1], items.list[index])
        if next.separator != 0 {
            // `38 degrees, 03 minutes` is one.
            let goesOn =
                last.mark == .degrees && next.mark == .minutes
                || last.mark == .minutes && next.mark == .seconds
            return !goesOn
        }
        if next.letterBefore != nil || next.nounBefore != nil || last.letterAfter != nil
            || last.nounAfter != nil || next.mark == .degrees || next.sign != 0
            || last.number.hasPoint || last.mark == .seconds || index - first == 3
        {
            return true
        }
        let isRunStarting = index + 1 < items.count && items.list[index + 1].isJoined
        return !next.isJoined && (last.isJoined || isRunStarting)
    }
}
