import Geodesy
import LineSearch

/// The leaves: open cells through which edges of polygons pass.
struct LeafTable: Sendable {
    /// Each leaf: a decider, the row of its cell and the bits of the row, then per polygon how many
    /// edges of it there are, doubled, with the parity at the cell's corner, and their numbers.
    private var leaves: [UInt32] = []
    /// The edges of all polygons; the same in all parts.
    let edges: [PolygonEdge]

    init(edges: [PolygonEdge]) { self.edges = edges }

    /// A polygon with edges in a leaf's cell.
    struct Polygon {
        let edges: ArraySlice<UInt32>
        /// Whether it contains the cell's south-western corner, counted by the rule of `CornerPath`.
        let containsCorner: Bool
    }

    /// Where the next leaf will begin.
    var end: Int { leaves.count }

    /// Adds the leaf of a cell.
    ///
    /// - Returns: where it begins.
    mutating func append(_ cell: GridCell, decider: Int, _ polygons: [Polygon]) -> Int {
        let offset = leaves.count
        leaves += [UInt32(decider), UInt32(cell.row), UInt32(cell.rowBits)]
        for polygon in polygons {
            leaves.append(UInt32(polygon.edges.count) << 1 | (polygon.containsCorner ? 1 : 0))
            leaves += polygon.edges
        }
        return offset
    }

    /// Takes over the leaves of another part, of which the deciders are given.
    mutating func append(_ other: LeafTable, of deciders: DeciderTable, _ numbers: TableNumbers) {
        var leaf = 0
        while leaf < other.leaves.count {
            let number = other.leaves[leaf]
            var end = leaf + 3
            for _ in deciders[number].polygons { end += 1 + Int(other.leaves[end] >> 1) }
            leaves.append(number + numbers.deciders)
            leaves += other.leaves[leaf + 1..<end]
            leaf = end
        }
    }

    /// The number of bytes held.
    var byteCount: Int {
        leaves.count * MemoryLayout<UInt32>.stride
            + edges.count * MemoryLayout<PolygonEdge>.stride
    }

    /// The number of a leaf's decider.
    @inline(__always)
    func decider(ofLeaf leaf: UInt32) -> UInt32 { leaves[Int(leaf)] }

    /// The polygons of a leaf that contain a position, as bits in the decider's order; exact.
    @inline(__always)
    func polygons(
        containing position: Coordinate, leaf: Int, _ decider: Decider, _ frame: GridFrame
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
