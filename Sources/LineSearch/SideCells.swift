import Geodesy
import Synchronization

/// Cells around a line in which reports that do not reach the line lie on one side of it for certain.
///
/// What is known of a cell is worked out when it is first asked for, by whoever asks.
final class SideCells: Sendable {
    /// Cells are good for reports that are off by no more than so many metres, the line included.
    static let greatestOffset = 250.0

    private enum State {
        static let unknown: UInt8 = 0
        static let oneSide: UInt8 = 1
        static let open: UInt8 = 2
    }

    private let frame: GridFrame
    // Sendable as all that is in it is atomic, and it is let go of with the cells.
    nonisolated(unsafe) private let states: UnsafeMutablePointer<Atomic<UInt8>>
    private let count: Int

    init(_ chords: LineChords, reach: Double) {
        frame = GridFrame(chords.extent(reach: reach), cellBits: 14)
        count = 1 << (frame.columnBits + frame.rowBits)
        states = .allocate(capacity: count)
        for cell in 0..<count { (states + cell).initialize(to: Atomic(State.unknown)) }
    }

    deinit {
        states.deinitialize(count: count)
        states.deallocate()
    }

    /// Whether everything of a line within so many metres around a position, farther from the line than
    /// that, is on one side of it; false also where that is not known.
    func areOneSided(
        _ position: Coordinate, within off: Double, of locator: LineLocator
    ) -> Bool {
        guard off <= Self.greatestOffset, let cell = cell(of: position) else { return false }
        let number = cell.row << frame.columnBits | cell.column
        let known = states[number].load(ordering: .relaxed)
        if known != State.unknown { return known == State.oneSide }
        let isOneSided = isOneSided(cell, locator)
        // Others who work it out at the same time find the same.
        states[number].store(isOneSided ? State.oneSide : State.open, ordering: .relaxed)
        return isOneSided
    }

    private func isOneSided(_ cell: GridCell, _ locator: LineLocator) -> Bool {
        let (centre, radius) = frame.disc(of: cell)
        let point = SIMD3(centre.x, centre.y, centre.z)
        let nearest = locator.chordToNearest(from: point)
        // Of any place in the cell: no nearer to the line than that, and what may be nearest to a report.
        let reach = nearest + 2 * (radius + Self.greatestOffset) + 10
        return locator.isOnOneStrand(
            point, reach: reach * 1.001, slack: 2 * (radius + Self.greatestOffset) + 10)
    }

    private func cell(of position: Coordinate) -> GridCell? {
        var east = position.longitude - frame.west
        if east < 0 { east += 360 }
        let north = position.latitude - frame.south
        guard east >= 0, north >= 0, east < frame.width, north < frame.height else { return nil }
        let column = Int(east / frame.width * Double(1 << frame.columnBits))
        let row = Int(north / frame.height * Double(1 << frame.rowBits))
        guard column < 1 << frame.columnBits, row < 1 << frame.rowBits else { return nil }
        return GridCell(
            column: column, row: row, columnBits: frame.columnBits, rowBits: frame.rowBits)
    }
}
