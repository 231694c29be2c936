import Geodesy

extension VerdictGrid {
    /// The label of a position that may be off by up to `metres`, where its cell's label holds for
    /// reports so far off.
    @inline(__always)
    func label(of position: Coordinate, within metres: Double) -> UInt32? {
        guard
            let place = frame.place(longitude: position.longitude, latitude: position.latitude)
        else { return nil }
        let column = place.column >> (GridFrame.bits - frame.columnBits)
        let row = place.row >> (GridFrame.bits - frame.rowBits)
        let cell = row << frame.columnBits | column
        return metres <= Clearance.metres[Int(clearances[cell])] ? UInt32(cells[cell]) : nil
    }
}
