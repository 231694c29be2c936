/// A number in the text of degrees, with what stands beside it.
struct DegreeItem {
    /// What a mark behind a number makes it.
    enum Mark: UInt8 {
        case none, degrees, minutes, seconds
    }

    /// A letter that names a hemisphere, or the letter O.
    enum Letter: Equatable {
        case hemisphere(Hemisphere)
        case eastOrWest
    }

    var number: WrittenNumber
    /// -1 or 1 where a sign stands in front; else 0.
    var sign: Int8 = 0
    var mark = Mark.none
    /// Whether the mark is one letter, in the case of which a following S may be a mark too.
    var markLetter: UInt8 = 0
    /// The separator before it, with 0x80 added if white space follows that; 0 for none.
    var separator: UInt8 = 0
    /// Whether a colon or a dash joins it to the number before.
    var isJoined = false
    var letterBefore: Letter?
    var letterAfter: Letter?
    /// Whether `lat` or `lon` stands before or behind it.
    var nounBefore: Bool?
    var nounAfter: Bool?
}

/// Up to eight numbers, more than any position has, in memory of the caller's.
struct DegreeItems {
    static let capacity = 8
    let list: UnsafeMutableBufferPointer<DegreeItem>
    var count = 0

    init(_ list: UnsafeMutableBufferPointer<DegreeItem>) { self.list = list }

    /// Calls `body` with room for the numbers of one text.
    @inline(__always)
    static func withRoom<Result>(_ body: (DegreeItems) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: DegreeItem.self, capacity: capacity) {
            body(DegreeItems($0))
        }
    }

    mutating func append(_ item: DegreeItem) {
        (list.baseAddress.unsafelyUnwrapped + count).initialize(to: item)
        count += 1
    }
}
