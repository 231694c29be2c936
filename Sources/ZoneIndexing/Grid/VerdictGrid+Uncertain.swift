import Geodesy

extension VerdictGrid {
    /// The label of a position that may be off by up to `metres`, where its cell's label holds for
    /// reports so far off.
    @inline(__always)
    func label(of position: Coordinate, within metres: Double) -> UInt32? {
        guard let cell = cell(of: position), cells[cell] & Self.isBlock == 0,
            metres <= Clearance.metres[Int(clearances[cell])]
        else { return nil }
        return UInt32(cells[cell])
    }

    /// The number of the cell of the frame that holds a position; `nil` outside the frame.
    @inline(__always)
    private func cell(of position: Coordinate) -> Int? {
        var east = position.longitude - frame.west
        if east < 0 { east += 360 }
        if east >= 360 { east -= 360 }
        let x = east * cellsPerDegree.east
        let y = (position.latitude - frame.south) * cellsPerDegree.north
        guard x >= 0, x < Double(1 << frame.columnBits), y >= 0, y < Double(1 << frame.rowBits)
        else { return nil }
        return Int(y) << frame.columnBits | Int(x)
    }

    private var cellsPerDegree: (east: Double, north: Double) {
        (
            Double(1 << frame.columnBits) / frame.width,
            Double(1 << frame.rowBits) / frame.height
        )
    }
}
