import Geodesy

extension VerdictGrid {
    /// The one label of all cells within a distance in metres of a position; `nil` where there are
    /// several, or something is open.
    func label(around position: Coordinate, within metres: Double, far: UInt32) -> UInt32? {
        // A degree of latitude is at least 110.57 km long, one of longitude 111.3 km by the cosine.
        let height = metres / 110_570 * 1.0001
        let top = max(
            (position.latitude - height).magnitude, (position.latitude + height).magnitude)
        guard top < 89 else { return nil }
        let cosine = quickSineAndCosine(degrees: top).cosine
        let width = metres / (111_300 * cosine) * 1.0001
        var west = position.longitude - width - frame.west
        if west < 0, west + 2 * width < 0 { west += 360 }
        let (south, north) = (
            position.latitude - height - frame.south, position.latitude + height - frame.south
        )
        let east = west + 2 * width
        if south > frame.height || north < 0 { return far }
        guard west >= 0, south >= 0, north < frame.height, east < frame.width else {
            // Wholly outside, east of the frame and not yet round to its west, or across its side.
            return west > frame.width && east < 360 ? far : nil
        }
        let columns = Double(1 << frame.columnBits) / frame.width
        let rows = Double(1 << frame.rowBits) / frame.height
        // One thousandth of a cell more for rounding.
        let first = Int(max(0, west * columns - 1e-3))
        let last = min(Int(east * columns + 1e-3), 1 << frame.columnBits - 1)
        let low = Int(max(0, south * rows - 1e-3))
        let high = min(Int(north * rows + 1e-3), 1 << frame.rowBits - 1)
        guard last - first <= 16, high - low <= 16 else { return nil }
        let label = cells[low << frame.columnBits | first]
        guard label & Self.isBlock == 0 else { return nil }
        for row in low...high {
            for column in first...last where cells[row << frame.columnBits | column] != label {
                return nil
            }
        }
        return UInt32(label)
    }
}
