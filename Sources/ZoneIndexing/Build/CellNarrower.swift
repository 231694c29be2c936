import Geodesy
import LineSearch

/// Finds what stays open in a part of a cell, of what is open in the whole.
struct CellNarrower {
    let sources: GridSources
    let frame: GridFrame
    /// The edges of all polygons, placed in the frame.
    let edges: [PolygonEdge]
    /// Per polygon whether it contains what is south of all its vertices.
    let startsInside: [Bool]
    private(set) var stacks = OpenStacks()
    /// Room for the candidates of a line while they are being narrowed, and for their distances.
    private var room: [UInt32] = []
    private var scratch: [Double]

    init(_ rows: VerdictRows, frame: GridFrame, edges: [PolygonEdge]) {
        sources = rows.sources
        self.frame = frame
        self.edges = edges
        startsInside = rows.sources.areaOfPolygon.indices.map { rows.startsInside($0) }
        let pieces = rows.sources.lines.compactMap { $0?.chords.count }.max() ?? 0
        scratch = Array(repeating: 0, count: pieces + 3)
    }

    /// Takes away from the stacks what came on top since a mark.
    mutating func release(to mark: OpenStacks.Mark) { stacks.release(to: mark) }

    /// Everything that may be open in a root cell.
    mutating func everything(at root: GridCell) -> OpenSources {
        stacks.removeAll()
        for (number, line) in sources.lines.enumerated() {
            guard let line else { continue }
            let first = stacks.numbers.count
            stacks.numbers.append(contentsOf: 0..<UInt32(line.chords.count))
            stacks.lines.append(
                OpenStacks.Line(
                    source: Int32(number), candidates: first..<stacks.numbers.count, least: 0,
                    most: Int32(line.thresholds.values.count), shown: nil))
        }
        for (number, point) in sources.points.enumerated() {
            guard let point else { continue }
            stacks.points.append(
                OpenStacks.Point(
                    source: Int32(number), least: 0, most: Int32(point.thresholds.values.count)))
        }
        // South of everything, where no edge is below: only rings round the pole contain it.
        var first = 0
        for polygon in sources.areaOfPolygon.indices {
            let start = stacks.numbers.count
            while first < edges.count, edges[first].polygon == polygon {
                stacks.numbers.append(UInt32(first))
                first += 1
            }
            let corner = frame.corner(of: root)
            var contains = startsInside[polygon]
            for number in stacks.numbers[start...] {
                let edge = edges[Int(number)]
                if CornerPath.isBelow(edge, corner) { contains.toggle() }
                if CornerPath.passesBefore(edge, corner: corner) { contains.toggle() }
            }
            stacks.polygons.append(
                OpenStacks.Polygon(
                    polygon: Int32(polygon), edges: start..<stacks.numbers.count,
                    containsCorner: contains)
            )
        }
        return OpenSources(
            state: 0, lines: 0..<stacks.lines.count, points: 0..<stacks.points.count,
            polygons: 0..<stacks.polygons.count)
    }

    /// What of the open sources of a cell stays open in a part of it.
    ///
    /// What becomes decided is added to the state; what stays open comes on top of the stacks.
    ///
    /// - Parameter keepsDecided: whether lines and points stay on the stacks that are decided, for their
    ///   clearance's sake.
    mutating func narrow(
        _ parent: OpenSources, of whole: GridCell, to cell: GridCell, keepsDecided: Bool = false,
        _ states: inout StateTrie<CellFact>, _ work: inout WorkMeter
    ) -> OpenSources {
        let (centre, radius) = frame.disc(of: cell)
        work.spend(parent.points.count)
        let mark = (stacks.lines.count, stacks.points.count, stacks.polygons.count)
        var open = OpenSources(
            state: parent.state, clearance: parent.clearance,
            clearanceOfOthers: parent.clearanceOfOthers, lines: 0..<0, points: 0..<0,
            polygons: 0..<0)
        for k in parent.lines {
            narrow(stacks.lines[k], centre, radius, keepsDecided, &open, &states, &work)
        }
        for k in parent.points {
            narrow(stacks.points[k], centre, radius, keepsDecided, &open, &states)
        }
        if !parent.polygons.isEmpty {
            let box = FrameBox(cell, frame)
            // From the corner of the whole, of which the state is known, to that of the part.
            let path = CornerPath(
                to: frame.corner(of: cell), turn: 0, south: frame.corner(of: whole).latitude)
            for k in parent.polygons {
                narrow(stacks.polygons[k], box, path, &open.state, &states)
            }
        }
        open.lines = mark.0..<stacks.lines.count
        open.points = mark.1..<stacks.points.count
        open.polygons = mark.2..<stacks.polygons.count
        return open
    }

    private mutating func narrow(
        _ open: OpenStacks.Line, _ centre: GlobePoint, _ radius: Double, _ keepsDecided: Bool,
        _ all: inout OpenSources, _ states: inout StateTrie<CellFact>, _ work: inout WorkMeter
    ) {
        guard let line = sources.lines[Int(open.source)] else { return }
        work.spend(1 + open.candidates.count / 8)
        let (kept, narrowed) = narrowCandidates(of: line, open.candidates, centre, radius)
        // By the triangle inequality no chord from the disc differs from its middle's by more than the radius.
        let range = DistanceRange(
            line.thresholds, leastChord: narrowed.least - radius,
            mostChord: narrowed.most + radius)
        let most = min(open.most, range.most)
        let least = max(open.least, range.least)
        let clearance =
            line.sidesMatter[Int(least)] ? 0 : range.clearance(line.thresholds)
        if keepsDecided {
            all.clearance = min(all.clearance, clearance)
            stacks.lines.append(
                OpenStacks.Line(
                    source: open.source, candidates: kept, least: least, most: most,
                    shown: open.shown, low: range.low, high: range.high))
            return
        }
        if least == line.thresholds.values.count {
            all.clearance = min(all.clearance, clearance)
            return
        }
        var shown = line.hasSides ? open.shown : .right
        // Many candidates are rarely of one mind, and a smaller cell has fewer; where the line passes
        // through, both sides are seen.
        if shown == nil, kept.count <= Self.mostAskedForSides, narrowed.least > radius {
            shown = certainSide(of: line, kept, centre, radius)
        }
        if least == most, let shown {
            all.state = states.state(
                after: all.state,
                .outcome(SourceOutcome(passed: least, shown: shown), source: open.source))
            all.clearance = min(all.clearance, clearance)
            return
        }
        stacks.lines.append(
            OpenStacks.Line(
                source: open.source, candidates: kept, least: least, most: most, shown: shown,
                low: range.low, high: range.high))
    }

    /// The candidates that can be nearest in a disc, among the numbers, and bounds of the chord to the line.
    private mutating func narrowCandidates(
        of line: GridSources.Line, _ candidates: Range<Int>, _ centre: GlobePoint,
        _ radius: Double
    ) -> (kept: Range<Int>, narrowed: LineChords.Narrowed) {
        if room.count < candidates.count {
            room += repeatElement(0, count: candidates.count - room.count)
        }
        let narrowed = line.chords.narrow(
            stacks.numbers, candidates, around: centre, radius: radius,
            sideDoubt: line.sideDoubt, into: &room, scratch: &scratch)
        guard !narrowed.isSame, narrowed.count < candidates.count else {
            return (candidates, narrowed)
        }
        let first = stacks.numbers.count
        stacks.numbers.append(contentsOf: room[..<narrowed.count])
        return (first..<first + narrowed.count, narrowed)
    }

    /// Lines with more candidates in a cell are not asked for what they show.
    private static let mostAskedForSides = 512

    /// What candidates show to everything in a disc; `nil` where that is not one thing.
    private func certainSide(
        of line: GridSources.Line, _ candidates: Range<Int>, _ centre: GlobePoint,
        _ radius: Double
    ) -> ShownSide? {
        // At ends the line's accuracy leaves more open than a shift.
        if line.sideDoubt > 0, hasUnsurePiece(candidates, line.chords) { return nil }
        let sides = stacks.withNumbers(candidates) {
            line.chords.sides(
                shownBy: $0, around: centre, radius: radius + max(0, line.sideDoubt))
        }
        return sides.isCertain
            ? ShownSide(isLeft: sides.left, isBeyondEnd: sides.beyond) : nil
    }

    /// Whether one of some candidates is at an end, or may be turned over.
    private func hasUnsurePiece(_ candidates: Range<Int>, _ chords: LineChords) -> Bool {
        guard let first = candidates.first, let last = candidates.last else { return false }
        let range = stacks.numbers[first]...stacks.numbers[last]
        let unsure = chords.unsurePieces
        var k = unsure.partitioningIndex { $0 >= range.lowerBound }
        while k < unsure.count, unsure[k] <= range.upperBound {
            let next = stacks.numbers[candidates].partitioningIndex { $0 >= unsure[k] }
            if next < candidates.upperBound, stacks.numbers[next] == unsure[k] { return true }
            k += 1
        }
        return false
    }

    private mutating func narrow(
        _ open: OpenStacks.Point, _ centre: GlobePoint, _ radius: Double, _ keepsDecided: Bool,
        _ all: inout OpenSources, _ states: inout StateTrie<CellFact>
    ) {
        guard let point = sources.points[Int(open.source)] else { return }
        let (x, y, z) = (
            centre.x - point.place.x, centre.y - point.place.y, centre.z - point.place.z
        )
        let chord = (x * x + y * y + z * z).squareRoot()
        let range = DistanceRange(
            point.thresholds, leastChord: chord - radius, mostChord: chord + radius)
        let clearance = range.clearance(point.thresholds)
        if keepsDecided {
            all.clearance = min(all.clearance, clearance)
            stacks.points.append(open)
            return
        }
        if range.least == point.thresholds.values.count {
            all.clearance = min(all.clearance, clearance)
            return
        }
        if range.least == range.most {
            all.state = states.state(
                after: all.state,
                .outcome(SourceOutcome(passed: range.least), source: open.source))
            all.clearance = min(all.clearance, clearance)
            return
        }
        stacks.points.append(
            OpenStacks.Point(source: open.source, least: range.least, most: range.most))
    }

    private mutating func narrow(
        _ open: OpenStacks.Polygon, _ box: FrameBox, _ path: CornerPath, _ state: inout Int32,
        _ states: inout StateTrie<CellFact>
    ) {
        let first = stacks.numbers.count
        for k in open.edges
        where edges[Int(stacks.numbers[k])].mayTouch(
            west: box.west, south: box.south, east: box.east, north: box.north)
        {
            stacks.numbers.append(stacks.numbers[k])
        }
        var contains = open.containsCorner
        for k in open.edges where path.crossing(edges[Int(stacks.numbers[k])]).isOdd {
            contains.toggle()
        }
        if stacks.numbers.count == first {
            if contains {
                state = states.state(after: state, .isInside(polygon: open.polygon))
            }
            return
        }
        for number in stacks.numbers[first...]
        where CornerPath.passesBefore(edges[Int(number)], corner: path.position) {
            contains.toggle()
        }
        stacks.polygons.append(
            OpenStacks.Polygon(
                polygon: open.polygon, edges: first..<stacks.numbers.count,
                containsCorner: contains))
    }
}

/// A cell as a box of its frame, with room for the rounding of positions.
private struct FrameBox {
    let west, south, east, north: Double

    init(_ cell: GridCell, _ frame: GridFrame) {
        let (x, y) = (3 / frame.columnScale, 3 / frame.rowScale)
        west = frame.longitude(ofColumn: cell.column, bits: cell.columnBits) - x
        east = frame.longitude(ofColumn: cell.column + 1, bits: cell.columnBits) + x
        south = frame.latitude(ofRow: cell.row, bits: cell.rowBits) - y
        north = frame.latitude(ofRow: cell.row + 1, bits: cell.rowBits) + y
    }
}
