internal import CKernels

/// The margins of cells of the frame: cuts that tell of reports that may be off; the first is none.
struct MarginTable: Sendable {
    private var margins = Column([
        CellCut(a: 0, b: 0, low: -.infinity, high: .infinity).margin(
            SideLabels(first: 0, share: 0))
    ])

    /// Adds a margin.
    ///
    /// - Returns: its number.
    mutating func append(_ margin: dmz_margin) -> UInt32 {
        margins.append(margin)
        return UInt32(margins.count - 1)
    }

    /// By how much the numbers of another part's margins become greater.
    var offset: UInt32 { UInt32(margins.count) - 1 }

    /// Takes over the margins of another part.
    mutating func append(_ other: MarginTable, _ numbers: TableNumbers) {
        margins += other.margins.elements.dropFirst().map {
            var margin = $0
            margin.labels += numbers.lists
            return margin
        }
    }

    /// Fixes the table.
    mutating func fix() { margins.fix() }

    /// The number of bytes held.
    var byteCount: Int { margins.byteCount }

    /// Shows the fixed table to the loops over positions.
    func show(in reports: inout dmz_reports) { reports.margins = margins.fixed.baseAddress }
}
