/// What was counted of a set under a key; entries of one key come to one, in whatever order they come.
struct CountEntry: Comparable, BitwiseCopyable {
    /// The set's place in the agreement.
    let set: UInt32
    let kind: Kind
    /// Whether an own number could not be read, so that there may be more; of events, whether the moment is not
    /// known.
    var isOpen = false
    /// A window, period or moment by its number, by which entries are told apart first.
    var number: Int64 = 0
    /// An object, visit or group of reports.
    var first = CountingColumns.absent
    /// An object of a visit or group.
    var second = CountingColumns.absent
    /// A window of an object, so that all of an object's windows come together.
    var window: Int64 = 0
    /// What is certain, and what may be.
    var low: Int64
    var high: Int64

    /// The number of a window that is not known; it comes before all others.
    static let anyWindow = Int64.min

    /// What an entry speaks of, in the order in which entries come.
    enum Kind: UInt8 {
        /// Reports in a site's area by their group; `low` and `high` are its last moment, where it certainly and
        /// possibly is one.
        case siteVisit
        /// An object in a window.
        case object
        /// An object at a visit in a window.
        case visitObject
        /// Reports of objects that nobody can tell apart, in a window.
        case single
        /// An object of a group of reports in a site.
        case siteObject
        /// Objects of such a group that nobody can tell apart.
        case siteSingle
        /// Acts in a period.
        case period
        /// An act or event at a moment, by its negative number of seconds.
        case moment
        /// A window's sums.
        case windowSum
        /// The most that was certainly there together in a window.
        case windowMost

        /// By what entries of a set are sorted first: those of a window stand beside one another.
        var order: UInt8 { self == .windowMost ? Self.windowSum.rawValue : rawValue }

        /// Whether what may be is added up, and what is certain too.
        var addsHigh: Bool {
            switch self {
            case .single, .siteSingle, .moment, .windowSum: true
            default: false
            }
        }
        var addsLow: Bool { self == .windowSum || self == .moment }
    }

    private typealias Key = (UInt32, UInt8, Int64)

    static func < (a: Self, b: Self) -> Bool {
        let (first, second): (Key, Key) = (
            (a.set, a.kind.order, a.number), (b.set, b.kind.order, b.number)
        )
        if first != second { return first < second }
        if a.first != b.first { return a.first < b.first }
        if a.second != b.second { return a.second < b.second }
        if a.window != b.window { return a.window < b.window }
        return a.kind.rawValue < b.kind.rawValue
    }

    /// Whether two entries come to one.
    func isSame(as other: Self) -> Bool {
        set == other.set && kind == other.kind && number == other.number && first == other.first
            && second == other.second && window == other.window
    }

    /// Takes another entry of the same key.
    mutating func merge(_ other: Self) {
        isOpen = isOpen || other.isOpen
        low = kind.addsLow ? low.saturatingSum(other.low) : max(low, other.low)
        high = kind.addsHigh ? high.saturatingSum(other.high) : max(high, other.high)
    }

    static func == (a: Self, b: Self) -> Bool { a.isSame(as: b) }
}

extension Int64 {
    /// The sum of two numbers, or the greatest number where that is less; the order of sums does not matter to
    /// numbers from 0 on.
    func saturatingSum(_ other: Int64) -> Int64 {
        let (sum, isOver) = addingReportingOverflow(other)
        return isOver ? (other < 0 ? .min : .max) : sum
    }
}
