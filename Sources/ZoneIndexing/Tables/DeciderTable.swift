internal import CKernels

/// The deciders of open cells, by number.
struct DeciderTable: Sendable {
    private(set) var deciders: [Decider] = []
    /// Per decider what a batch needs of it most often.
    private var asked: [Decider.Asked] = []
    /// Per decider, what share of an uncertainty its cuts' distances change by at least.
    private var shares = Column<Double>()
    /// Per decider where among the lists the labels on both sides of its cells' cuts begin: lower, upper, and
    /// of reports that may be on either, reported lower and upper; `nil` where they are not cut.
    private(set) var sideLabels: [Int32?] = []

    /// Adds a decider.
    ///
    /// - Parameter sides: where the labels beside its cells' cuts begin, and the share of an uncertainty
    ///   that the cuts' distances change by; nothing where its cells are not cut.
    mutating func append(_ decider: Decider, sides: (first: Int, share: Double)?) {
        deciders.append(decider)
        sideLabels.append(sides.map { Int32($0.first) })
        shares.append(sides?.share ?? 0)
    }

    /// Takes over the deciders of another part.
    mutating func append(_ other: DeciderTable, _ numbers: TableNumbers) {
        deciders += other.deciders.map { $0.moved(by: numbers) }
        shares += other.shares.elements
        sideLabels += other.sideLabels.map { first in first.map { $0 + Int32(numbers.lists) } }
    }

    /// Fixes the table.
    mutating func fix() {
        asked = deciders.map(\.asked)
        shares.fix()
    }

    /// The number of bytes that the lists of labels will grow by.
    var byteCountOfSides: Int { 4 * sideLabels.count * MemoryLayout<UInt32>.stride }

    /// Shows the fixed table to the loops over positions.
    func show(in reports: inout dmz_reports) { reports.shares = shares.fixed.baseAddress }

    @inline(__always)
    subscript(number: UInt32) -> Decider { deciders[Int(number)] }

    /// What is asked of positions in the cells of a decider, in the fixed table.
    @inline(__always)
    func asked(of number: UInt32) -> Decider.Asked { asked[Int(number)] }
}
