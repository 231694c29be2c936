internal import CKernels
import Geodesy

/// For every cell of a frame, the few pieces of a line that can be nearest to positions in it.
package final class ChordGrid: Sendable {
    /// Per cell of the frame, row by row: a run, the offset of a list, or that of four quarters.
    private let cells: FixedArray<UInt32>
    private let quarters: FixedArray<UInt32>
    /// Each list: how many runs of pieces, then these.
    private let lists: FixedArray<UInt32>
    /// The most pieces that a cell's runs, or any run, have.
    let longestList: Int
    /// All of what positions are looked up in; the addresses are those of the arrays above.
    private nonisolated(unsafe) let lookup: dmz_chord_lists

    /// Halvings below the frame's cells at most.
    static let depth = 3

    /// The candidates for positions up to `reach` metres from a line.
    package init(_ chords: LineChords, frame: GridFrame, reach: Double) {
        let built = ChordGridBuilder(chords, frame: frame, reach: reach)
        cells = FixedArray(built.cells)
        quarters = FixedArray(built.quarters)
        lists = FixedArray(built.lists)
        longestList = built.longestList
        lookup = dmz_chord_lists(
            west: frame.west, south: frame.south, columns_per_degree: frame.columnScale,
            rows_per_degree: frame.rowScale, column_bits: UInt32(frame.columnBits),
            row_bits: UInt32(frame.rowBits), cells: cells.baseAddress,
            quarters: quarters.baseAddress, depth: UInt32(Self.depth), lists: lists.baseAddress)
    }

    /// The number of bytes held.
    package var byteCount: Int { cells.byteCount + quarters.byteCount + lists.byteCount }

    /// The candidates for positions, in their order; without an address for those beyond the frame.
    func find(
        _ positions: UnsafeBufferPointer<dmz_position>,
        _ candidates: UnsafeMutableBufferPointer<dmz_runs>
    ) {
        withUnsafePointer(to: lookup) {
            dmz_find_candidates(
                $0, positions.baseAddress, positions.count, candidates.baseAddress)
        }
    }
}
