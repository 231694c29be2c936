import Geodesy

/// A line made ready for the fast distance within a reach of it, and for the exact one everywhere.
package final class FastLine: Sendable {
    package let locator: LineLocator
    package let chords: LineChords
    package let grid: ChordGrid
    let tree: ChordTree
    let sideCells: SideCells

    /// A line made ready for positions up to `reach` metres away, with at most `2^most` cells.
    package convenience init(_ locator: LineLocator, reach: Double, bits most: Int) {
        self.init(locator, LineChords(locator), reach: reach, bits: most)
    }

    /// The same of a line whose chords are known.
    package init(_ locator: LineLocator, _ chords: LineChords, reach: Double, bits most: Int) {
        self.locator = locator
        self.chords = chords
        tree = ChordTree(chords.pieces)
        sideCells = SideCells(chords, reach: max(reach, Self.leastReach))
        // About eight cells a piece keep the lists short where lines are simple; beyond 65,536 cells,
        // which take their time to build, two a piece.
        var bits = min(8, most)
        while bits < most, 1 << bits < (bits < 16 ? 8 : 2) * chords.count { bits += 1 }
        grid = ChordGrid(
            chords, frame: GridFrame(chords.extent(reach: reach), cellBits: bits),
            reach: max(reach, Self.leastReach))
    }

    /// So far in metres the fast distance serves where it is not for limits.
    package static let leastReach = 300_000.0

    /// The number of bytes held beside the locator.
    package var byteCount: Int {
        grid.byteCount + chords.byteCount + tree.byteCount
    }

    /// Whether the distance of a place has the same third decimal as the exact one.
    package func isSureToMillimetres(_ foot: FastFoot) -> Bool {
        let thousandths = foot.distance * 1000
        let half = (thousandths - thousandths.rounded(.down) - 0.5).magnitude
        let longest = 2 * chords.longestHalf
        let error =
            FastDistance.likelyError(at: foot.distance, longest: longest)
            + FastDistance.departure(ofPiecesUpTo: longest, areBent: chords.isBent)
        return half > 1000 * error
    }
}
