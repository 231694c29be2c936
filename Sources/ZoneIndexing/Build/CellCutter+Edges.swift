import Geodesy
import LineSearch

extension CellCutter {
    /// The cut along the edges of polygons that pass through a cell: on either side of a strip that
    /// holds all of them nothing changes.
    ///
    /// A cell is convex and so is what lies beyond the strip: no edge parts two places there.
    func edgeCut(
        _ cell: GridCell, _ open: OpenSources, _ stacks: OpenStacks
    ) -> CellCut? {
        guard stacks.polygons[open.polygons].count <= Decider.mostPolygonsInList else { return nil }
        let frame = frame
        let place = FramePlace(frame, cell)
        var longest = (squared: 0.0, x: 0.0, y: 0.0)
        var ends: [SIMD2<Double>] = []
        for polygon in stacks.polygons[open.polygons] {
            for number in stacks.numbers[polygon.edges] {
                let edge = edges[Int(number)]
                guard !edge.isOnlyTouched, ends.count < 32 else { return nil }
                guard let part = place.clip(edge) else { continue }
                ends += [part.from, part.to]
                let (x, y) = (part.to.x - part.from.x, part.to.y - part.from.y)
                if x * x + y * y > longest.squared { longest = (x * x + y * y, x, y) }
            }
        }
        guard longest.squared > 0 else { return nil }
        let (a, b) = (-longest.y, longest.x)
        let values = ends.map { a * $0.x + b * $0.y }
        // Clipping is off by some units in the last place of numbers about 1, some 1e-15; a million
        // times as much is still nothing on a cell.
        let slack = 1e-9 * (a.magnitude + b.magnitude)
        return CellCut(
            a: a, b: b, low: (values.min() ?? 0) - slack, high: (values.max() ?? 0) + slack)
    }

    /// Which polygons contain what lies beyond a cut along edges, below and above it, as bits in the decider's
    /// order.
    ///
    /// No edge crosses what lies beyond the cut on either side, so that the corner of the cell that lies
    /// farthest there tells.
    func polygonsBeside(
        _ cut: CellCut, _ cell: GridCell, _ open: OpenSources, _ stacks: OpenStacks
    ) -> (lower: Int, upper: Int) {
        let (east, north) = (cut.a > 0 ? 1 : 0, cut.b > 0 ? 1 : 0)
        return (
            containing(cell, open, stacks, cornerEast: 1 - east, north: 1 - north),
            containing(cell, open, stacks, cornerEast: east, north: north)
        )
    }

    /// Which polygons contain a corner of a cell, as bits in the decider's order.
    private func containing(
        _ cell: GridCell, _ open: OpenSources, _ stacks: OpenStacks, cornerEast: Int, north: Int
    ) -> Int {
        var other = cell
        other.column += cornerEast
        other.row += north
        let path = CornerPath(
            to: frame.corner(of: other), turn: 0, south: frame.corner(of: cell).latitude)
        var found = 0
        for (bit, polygon) in stacks.polygons[open.polygons].enumerated() {
            var contains = polygon.containsCorner
            for number in stacks.numbers[polygon.edges]
            where path.crossing(edges[Int(number)]).isOdd {
                contains.toggle()
            }
            if contains { found |= 1 << bit }
        }
        return found
    }
}

/// A cell within the cell of the frame that holds it, over which x and y run from 0 to 1.
private struct FramePlace {
    private let west, south, columnWidth, rowHeight: Double
    /// The cell's own sides, with room for the rounding of places.
    private let least: SIMD2<Double>
    private let most: SIMD2<Double>

    init(_ frame: GridFrame, _ cell: GridCell) {
        let depth = cell.columnBits - frame.columnBits
        west = frame.longitude(ofColumn: cell.column >> depth, bits: frame.columnBits)
        south = frame.latitude(ofRow: cell.row >> depth, bits: frame.rowBits)
        columnWidth = frame.width / Double(1 << frame.columnBits)
        rowHeight = frame.height / Double(1 << frame.rowBits)
        let (size, mask) = (1 / Double(1 << depth), 1 << depth - 1)
        let corner = SIMD2(Double(cell.column & mask), Double(cell.row & mask)) * size
        least = corner - 1e-5
        most = corner + size + 1e-5
    }

    private func place(_ end: Coordinate, turn: Double) -> SIMD2<Double> {
        SIMD2(
            (end.longitude + turn - west) / columnWidth, (end.latitude - south) / rowHeight)
    }

    /// What of an edge lies in the cell; `nil` where nothing does.
    func clip(_ edge: PolygonEdge) -> (from: SIMD2<Double>, to: SIMD2<Double>)? {
        let from = place(edge.from, turn: edge.turnFrom)
        let way = place(edge.to, turn: edge.turnTo) - from
        var (first, last) = (0.0, 1.0)
        for axis in 0..<2 {
            if way[axis] == 0 {
                if from[axis] < least[axis] || from[axis] > most[axis] { return nil }
                continue
            }
            let one = (least[axis] - from[axis]) / way[axis]
            let other = (most[axis] - from[axis]) / way[axis]
            first = max(first, min(one, other))
            last = min(last, max(one, other))
        }
        return first <= last ? (from + first * way, from + last * way) : nil
    }
}
