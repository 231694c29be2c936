import Geodesy

extension VerdictGrid {
    /// The polygons of a leaf that contain a position, as bits in the decider's order; exact.
    @inline(__always)
    func polygons(
        containing position: Coordinate, leaf: Int, _ decider: Decider
    ) -> UInt64 {
        let south = frame.latitude(
            ofRow: Int(leaves[leaf + 1]), bits: Int(leaves[leaf + 2]))
        var turn = position.longitude < frame.west ? 360.0 : 0
        if position.longitude - frame.west >= 360 { turn = -360 }
        let path = CornerPath(to: position, turn: turn, south: south)
        var found: UInt64 = 0
        var next = leaf + 3
        for bit in decider.polygons.indices {
            let head = leaves[next]
            var contains = head & 1 == 1
            let end = next + 1 + Int(head >> 1)
            next += 1
            while next < end {
                let crossing = path.crossing(edges[Int(leaves[next])])
                if crossing.isOn {
                    contains = true
                    break
                }
                if crossing.isOdd { contains.toggle() }
                next += 1
            }
            next = end
            if contains { found |= 1 << UInt64(bit) }
        }
        return found
    }
}
