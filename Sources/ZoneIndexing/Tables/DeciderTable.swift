internal import CKernels

/// The deciders of open cells, by number.
struct DeciderTable: Sendable {
    private(set) var deciders: [Decider] = []
    /// Per decider what a batch needs of it most often.
    private var asked: [Decider.Asked] = []
    /// Per decider, what share of an uncertainty its cuts' distances change by at least, once that is fixed.
    private var shares = Column<Double>()
    /// Per decider the labels beside its cells' cuts; `nil` where they are not cut.
    private(set) var sideLabels: [SideLabels?] = []

    /// Adds a decider.
    ///
    /// - Parameter sides: the labels beside its cells' cuts; nothing where these are not cut.
    mutating func append(_ decider: Decider, sides: SideLabels?) {
        deciders.append(decider)
        sideLabels.append(sides)
    }

    /// Takes over the deciders of another part.
    mutating func append(_ other: DeciderTable, _ numbers: TableNumbers) {
        deciders += other.deciders.map { $0.moved(by: numbers) }
        sideLabels += other.sideLabels.map { $0?.moved(by: numbers) }
    }

    /// Fixes the table.
    mutating func fix() {
        asked = deciders.map(\.asked)
        shares = Column(sideLabels.map { $0?.share ?? 0 })
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
