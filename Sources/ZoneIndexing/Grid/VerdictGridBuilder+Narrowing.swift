import Geodesy
import LineSearch
import Zones

extension VerdictGridBuilder {
    /// Distances found for a disc are taken this much wider, in metres.
    private static let slack = 1e-4

    /// Whether building stopped because it took too many steps.
    var isTooCostly: Bool { work > mostWork }

    func corner(of cell: GridCell) -> Coordinate {
        Coordinate(
            longitude: grid.frame.longitude(ofColumn: cell.column, bits: cell.columnBits),
            latitude: grid.frame.latitude(ofRow: cell.row, bits: cell.rowBits))
    }

    /// What of the open sources of a cell stays open in a part of it.
    mutating func narrow(_ parent: Open, of whole: GridCell, to cell: GridCell) -> Open {
        let (centre, radius) = grid.frame.disc(of: cell)
        work += parent.points.count
        var open = Open(
            state: parent.state, clearance: parent.clearance,
            clearanceOfOthers: parent.clearanceOfOthers, lines: lines.count..<lines.count,
            points: points.count..<points.count, polygons: polygons.count..<polygons.count)
        for k in parent.lines { narrow(lines[k], centre, radius, &open) }
        for k in parent.points { narrow(points[k], centre, radius, &open) }
        if !parent.polygons.isEmpty {
            let box = Box(cell, grid.frame)
            // From the corner of the whole, of which the state is known, to that of the part.
            let corner = corner(of: cell)
            let path = CornerPath(to: corner, turn: 0, south: self.corner(of: whole).latitude)
            for k in parent.polygons { narrow(polygons[k], box, path, &open.state) }
        }
        open.lines = open.lines.lowerBound..<lines.count
        open.points = open.points.lowerBound..<points.count
        open.polygons = open.polygons.lowerBound..<polygons.count
        return open
    }

    private mutating func narrow(
        _ open: OpenLine, _ centre: GlobePoint, _ radius: Double, _ all: inout Open
    ) {
        guard let line = rows.sources.lines[Int(open.source)] else { return }
        work += 1 + open.candidates.count / 8
        let first = arena.count
        while room.count < open.candidates.count { room.append(0) }
        let narrowed = room.withUnsafeMutableBufferPointer { room in
            arena.withUnsafeMutableBufferPointer { arena in
                scratch.withUnsafeMutableBufferPointer { scratch -> LineChords.Narrowed? in
                    guard let base = room.baseAddress, let numbers = scratch.baseAddress else {
                        return nil
                    }
                    return line.chords.narrow(
                        UnsafeBufferPointer(rebasing: UnsafeBufferPointer(arena)[open.candidates]),
                        around: centre, radius: radius, margin: line.margin, into: base,
                        scratch: numbers)
                }
            }
        }
        guard let narrowed else { return }
        var kept = open.candidates
        if !narrowed.isSame, narrowed.count < kept.count {
            kept = first..<first + narrowed.count
            arena.append(contentsOf: room[..<narrowed.count])
        }
        let range = thresholds(
            line.thresholds, least: narrowed.least - radius, most: narrowed.most + radius)
        let most = min(open.most, range.most)
        let least = max(open.least, range.least)
        let clearance =
            line.sidesMatter[Int(least)] ? 0 : range.clearance(line.thresholds)
        if keepsDecided {
            all.clearance = min(all.clearance, clearance)
            lines.append(
                OpenLine(
                    source: open.source, candidates: kept, least: least, most: most,
                    shown: open.shown, low: range.low, high: range.high))
            return
        }
        if least == line.thresholds.values.count {
            all.clearance = min(all.clearance, clearance)
            return
        }
        var shown = line.hasSides ? open.shown : 0
        // Many candidates are rarely of one mind, and a smaller cell has fewer; where the line passes
        // through, both sides are seen.
        // At ends the line's accuracy leaves more open than a shift.
        if shown < 0, kept.count <= 512, narrowed.least > radius,
            line.margin <= 0 || !hasUnsurePiece(kept, line.chords)
        {
            let sides = arena.withUnsafeBufferPointer {
                line.chords.sides(
                    shownBy: UnsafeBufferPointer(rebasing: $0[kept]), around: centre,
                    radius: radius + max(0, line.margin))
            }
            if sides.isCertain { shown = (sides.left ? 2 : 0) + (sides.beyond ? 1 : 0) }
        }
        if least == most, shown >= 0 {
            all.state = grid.trie.state(
                after: all.state, source: Int(open.source), outcome: 4 * least + shown)
            all.clearance = min(all.clearance, clearance)
            return
        }
        lines.append(
            OpenLine(
                source: open.source, candidates: kept, least: least, most: most, shown: shown,
                low: range.low, high: range.high))
    }

    /// Whether one of some candidates is at an end, or may be turned over.
    private func hasUnsurePiece(_ candidates: Range<Int>, _ chords: LineChords) -> Bool {
        guard let first = candidates.first, let last = candidates.last else { return false }
        let range = arena[first]...arena[last]
        let unsure = chords.unsurePieces
        var k = unsure.partitioningIndex { $0 >= range.lowerBound }
        while k < unsure.count, unsure[k] <= range.upperBound {
            let next = arena[candidates].partitioningIndex { $0 >= unsure[k] }
            if next < candidates.upperBound, arena[next] == unsure[k] { return true }
            k += 1
        }
        return false
    }

    private mutating func narrow(
        _ open: OpenPoint, _ centre: GlobePoint, _ radius: Double, _ all: inout Open
    ) {
        guard let point = rows.sources.points[Int(open.source)] else { return }
        let (x, y, z) = (
            centre.x - point.place.x, centre.y - point.place.y, centre.z - point.place.z
        )
        let chord = (x * x + y * y + z * z).squareRoot()
        let range = thresholds(point.thresholds, least: chord - radius, most: chord + radius)
        let clearance = range.clearance(point.thresholds)
        if keepsDecided {
            all.clearance = min(all.clearance, clearance)
            points.append(open)
            return
        }
        if range.least == point.thresholds.values.count {
            all.clearance = min(all.clearance, clearance)
            return
        }
        if range.least == range.most {
            all.state = grid.trie.state(
                after: all.state, source: Int(open.source), outcome: 4 * range.least)
            all.clearance = min(all.clearance, clearance)
            return
        }
        points.append(OpenPoint(source: open.source, least: range.least, most: range.most))
    }

    /// Bounds of the distances from a cell, in metres, and how many thresholds are below all and
    /// below any of them.
    struct DistanceRange {
        let low: Double
        let high: Double
        let least: Int32
        let most: Int32

        /// How much smaller and greater all of the distances can become without passing a threshold.
        func clearance(_ thresholds: Thresholds) -> Double {
            guard least == most else { return 0 }
            let k = Int(least)
            let below = k > 0 ? low - thresholds.values[k - 1] : .infinity
            let above = k < thresholds.values.count ? thresholds.values[k] - high : .infinity
            return min(below, above)
        }
    }

    /// The range of distances whose chords are bounded.
    func thresholds(
        _ thresholds: Thresholds, least: Double, most: Double
    ) -> DistanceRange {
        let near = max(0, least - Self.slack)
        // A path is at least its chord's on the flattest sphere, at most that on the most curved.
        let low = near + near * near * near * 9.8e-16
        let high = LineChords.greatestPath(ofChord: most + Self.slack) ?? .infinity
        return DistanceRange(
            low: low, high: high, least: Int32(thresholds.count(below: low)),
            most: Int32(thresholds.count(below: high)))
    }

    /// A cell as a box of the frame, with room for the rounding of places.
    private struct Box {
        let west, south, east, north: Double

        init(_ cell: GridCell, _ frame: GridFrame) {
            let (x, y) = (3 / frame.columnScale, 3 / frame.rowScale)
            west = frame.longitude(ofColumn: cell.column, bits: cell.columnBits) - x
            east = frame.longitude(ofColumn: cell.column + 1, bits: cell.columnBits) + x
            south = frame.latitude(ofRow: cell.row, bits: cell.rowBits) - y
            north = frame.latitude(ofRow: cell.row + 1, bits: cell.rowBits) + y
        }
    }

    private mutating func narrow(
        _ open: OpenPolygon, _ box: Box, _ path: CornerPath, _ state: inout Int32
    ) {
        let first = arena.count
        for k in open.edges
        where grid.edges[Int(arena[k])].mayTouch(
            west: box.west, south: box.south, east: box.east, north: box.north)
        {
            arena.append(arena[k])
        }
        var contains = open.containsCorner
        for k in open.edges where path.crossing(grid.edges[Int(arena[k])]).isOdd {
            contains.toggle()
        }
        if arena.count == first {
            if contains {
                state = grid.trie.state(
                    after: state, source: rows.model.sources.count + Int(open.polygon), outcome: 1
                )
            }
            return
        }
        for number in arena[first...]
        where CornerPath.passesBefore(grid.edges[Int(number)], corner: path.position) {
            contains.toggle()
        }
        polygons.append(
            OpenPolygon(
                polygon: open.polygon, edges: first..<arena.count, containsCorner: contains))
    }
}
