import Geodesy

extension Lookup {
    /// Positions are looked up in runs of this length, each step for all of a run.
    private static let run = 1024

    /// The labels of positions, in their order.
    mutating func label(
        _ positions: UnsafeBufferPointer<Coordinate>, into found: UnsafeMutableBufferPointer<UInt32>
    ) {
        guard let grid = index.grid else {
            for i in positions.indices {
                found[i] = positions[i].isValid ? index.farLabel : ZoneLabels.unusable
            }
            return
        }
        withUnsafeTemporaryAllocation(of: Pending.self, capacity: Self.run + 1) { pending in
            var first = 0
            while first < positions.count {
                let end = min(first + Self.run, positions.count)
                let count = label(positions, first..<end, grid, into: found, pending)
                for k in 0..<count {
                    let open = pending[k]
                    let (column, row) = (Int(open.column), Int(open.row))
                    let entry = grid.entry(column: column, row: row)
                    found[first + Int(open.position)] =
                        entry.isLabel
                        ? entry.number
                        : label(
                            positions[first + Int(open.position)], entry, grid, column: column,
                            row: row)
                }
                first = end
            }
        }
    }

    /// A position whose cell holds no label.
    private struct Pending {
        let position: Int32
        let column: Int32
        let row: Int32
    }

    /// Labels the positions whose cells hold one and notes the others; returns how many.
    @inline(__always)
    private func label(
        _ positions: UnsafeBufferPointer<Coordinate>, _ run: Range<Int>, _ grid: VerdictGrid,
        into found: UnsafeMutableBufferPointer<UInt32>,
        _ pending: UnsafeMutableBufferPointer<Pending>
    ) -> Int {
        let frame = grid.frame
        let (west, south) = (frame.west, frame.south)
        let (columnScale, rowScale) = (frame.columnScale, frame.rowScale)
        let columnShift = UInt64(GridFrame.bits - frame.columnBits)
        let rowShift = UInt64(GridFrame.bits - frame.rowBits)
        let columnBits = UInt64(frame.columnBits)
        let units = Double(1 << GridFrame.bits)
        let farLabel = index.farLabel
        return grid.cells.withUnsafeBufferPointer { cells in
            var count = 0
            for i in run {
                let p = positions[i]
                var east = p.longitude - west
                east += east < 0 ? 360 : 0
                east -= east >= 360 ? 360 : 0
                let x = east * columnScale
                let y = (p.latitude - south) * rowScale
                guard x >= 0, x < units, y >= 0, y < units, p.isValid else {
                    found[i] = p.isValid ? farLabel : ZoneLabels.unusable
                    continue
                }
                // Rounded, not cut off: half a unit off at most, for which cells have room.
                let column = (x + 0x1p52).bitPattern & 0x7FFF_FFFF
                let row = (y + 0x1p52).bitPattern & 0x7FFF_FFFF
                let c = min(column, 1 << 30 - 1)
                let r = min(row, 1 << 30 - 1)
                let cell = cells[Int((r >> rowShift) << columnBits | c >> columnShift)]
                found[i] = UInt32(cell)
                pending[count] = Pending(
                    position: Int32(truncatingIfNeeded: i - run.lowerBound),
                    column: Int32(truncatingIfNeeded: c), row: Int32(truncatingIfNeeded: r))
                count += Int(cell >> 15)
            }
            return count
        }
    }
}
