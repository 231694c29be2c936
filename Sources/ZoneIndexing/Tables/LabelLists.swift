internal import CKernels

/// Lists of labels, one after the other, to which deciders, leaves and margins refer by where theirs begins.
struct LabelLists: Sendable {
    private var lists = Column<UInt32>()
    /// Where the pairs of labels of leaves' cuts begin.
    private var pairs: [UInt64: UInt32] = [:]
    /// Where the lists begin that are found by a decider's number, once the lists are fixed.
    private var firstOfDeciders = 0

    /// Where the next list will begin.
    var end: Int { lists.count }

    mutating func append(_ labels: some Sequence<UInt32>) { lists += labels }
    mutating func append(_ label: UInt32) { lists.append(label) }

    /// Where a pair of labels begins, a new one where there is none yet.
    mutating func pair(_ lower: UInt32, _ upper: UInt32) -> UInt32 {
        let key = UInt64(lower) << 32 | UInt64(upper)
        if let known = pairs[key] { return known }
        let first = UInt32(end)
        pairs[key] = first
        append([lower, upper])
        return first
    }

    /// A label while the lists are being built.
    subscript(position: Int) -> UInt32 { lists[position] }

    /// Takes over the lists of another part.
    mutating func append(_ other: LabelLists, _ numbers: TableNumbers) {
        lists += other.lists.elements.map {
            $0 == ZoneLabels.none
                ? $0 : numbers.labels[Int($0 & ~DMZ_ASTRIDE)] | ($0 & DMZ_ASTRIDE)
        }
    }

    /// Adds four labels for each decider, those on the sides of its cells' cuts, and fixes the lists.
    ///
    /// - Parameter beginnings: where each decider's four are already; `nil` where its cells are not cut.
    mutating func fix(sidesOfDeciders beginnings: [Int?]) {
        firstOfDeciders = lists.count
        lists += beginnings.flatMap { first in
            first.map { first in (0..<4).map { lists[first + $0] } } ?? [0, 0, 0, 0]
        }
        lists.fix()
        pairs = [:]
    }

    /// The number of bytes held.
    var byteCount: Int { lists.byteCount }

    /// Shows the fixed lists to the loops over positions.
    func show(in view: inout dmz_cells) {
        view.labels = lists.fixed.baseAddress
        view.sides = UInt32(firstOfDeciders)
    }

    /// A label of the fixed lists.
    @inline(__always)
    func label(at position: Int) -> UInt32 { lists.fixed[position] }

    /// The label on one side of the cuts, or beyond all thresholds that are open, of a decider's cells.
    @inline(__always)
    func label(besideDecider number: UInt32, isUpper: Bool) -> UInt32 {
        lists.fixed[firstOfDeciders + 4 * Int(number) + (isUpper ? 1 : 0)]
    }
}
