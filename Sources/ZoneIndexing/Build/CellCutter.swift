import Geodesy
import LineSearch

/// Finds the cuts through cells; `docs/proofs.md` says why they hold.
struct CellCutter {
    let sources: GridSources
    let frame: GridFrame
    /// The edges of all polygons, placed in the frame.
    let edges: [PolygonEdge]

    /// The cut through a cell in which the distance from one source or the side of one line is open, or edges
    /// of polygons, and nothing else; `nil` where there is none of use.
    func cut(_ cell: GridCell, _ open: OpenSources, _ stacks: OpenStacks) -> CellCut? {
        guard open.polygons.isEmpty else {
            return open.lines.isEmpty && open.points.isEmpty ? edgeCut(cell, open, stacks) : nil
        }
        if open.lines.count == 1, open.points.isEmpty {
            let line = stacks.lines[open.lines.lowerBound]
            return line.shown != nil ? limitCut(cell, line, stacks) : sideCut(cell, line, stacks)
        }
        if open.lines.isEmpty, open.points.count == 1 {
            return limitCut(cell, stacks.points[open.points.lowerBound])
        }
        return nil
    }

    private func limitCut(
        _ cell: GridCell, _ open: OpenStacks.Line, _ stacks: OpenStacks
    ) -> CellCut? {
        guard let line = sources.lines[Int(open.source)], open.most > open.least else { return nil }
        return limitCut(
            cell, line, open.candidates, Int(open.least)..<Int(open.most), stacks)
    }

    /// The cut along thresholds of a line, from candidates that hold every piece that may be nearest.
    func limitCut(
        _ cell: GridCell, _ line: GridSources.Line, _ candidates: Range<Int>,
        _ limits: Range<Int>, _ stacks: OpenStacks
    ) -> CellCut? {
        let nearer = line.chordLimits[limits.lowerBound].below
        let farther = line.chordLimits[limits.upperBound - 1].above
        guard nearer > 0, farther < .infinity else { return nil }
        let (centre, radius) = frame.disc(of: cell)
        let slope = stacks.withNumbers(candidates) {
            line.chords.slope(of: $0, around: centre, radius: radius)
        }
        return slope.flatMap {
            limitCut(
                cell, centre, $0, nearer: nearer.squareRoot(), farther: farther.squareRoot())
        }
    }

    /// The cut along a line itself, where only the side of it is open: right of the strip that its pieces
    /// run along is lower, left upper.
    private func sideCut(
        _ cell: GridCell, _ open: OpenStacks.Line, _ stacks: OpenStacks
    ) -> CellCut? {
        guard let line = sources.lines[Int(open.source)], open.most == open.least,
            line.sideDoubt <= 0
        else { return nil }
        let (centre, _) = frame.disc(of: cell)
        let strip = stacks.withNumbers(open.candidates) {
            line.chords.strip(of: $0, around: centre)
        }
        return strip.flatMap {
            cut(cell, centre, across: $0.across, from: $0.right, to: $0.left)
        }
    }

    private func limitCut(_ cell: GridCell, _ open: OpenStacks.Point) -> CellCut? {
        guard let point = sources.points[Int(open.source)], open.most > open.least else {
            return nil
        }
        let values = point.thresholds.values
        let (centre, radius) = frame.disc(of: cell)
        return ChordSlope(from: point.place, around: centre, radius: radius).flatMap {
            limitCut(
                cell, centre, $0,
                nearer: PathBounds.leastChord(
                    ofPath: values[Int(open.least)] - PathBounds.limitSlack),
                farther: PathBounds.greatestChord(
                    ofPath: values[Int(open.most) - 1] + PathBounds.limitSlack))
        }
    }

    /// The cut between chords of less than `nearer` and of more than `farther` metres.
    private func limitCut(
        _ cell: GridCell, _ centre: GlobePoint, _ slope: ChordSlope, nearer: Double,
        farther: Double
    ) -> CellCut? {
        cut(
            cell, centre, across: slope.gradient, from: nearer - slope.above - slope.chord,
            to: farther + slope.below - slope.chord)
    }

    /// The cut between offsets from a cell's middle along a direction of length 1, in metres.
    private func cut(
        _ cell: GridCell, _ centre: GlobePoint, across: SIMD3<Double>, from least: Double,
        to most: Double
    ) -> CellCut? {
        guard let tangents = frame.tangents(of: cell, around: centre) else { return nil }
        // An offset from the middle is linear in x and y but for the bend, which is no longer than the vector
        // that it is a part of, as the direction has length 1.
        let a = (across * tangents.east).sum()
        let b = (across * tangents.north).sum()
        let (x, y) = placeInFrameCell(ofMiddleOf: cell)
        let middle = a * x + b * y
        return CellCut(
            a: a, b: b, low: least - tangents.bend + middle, high: most + tangents.bend + middle)
    }

    /// Where the middle of a cell lies in the cell of the frame that holds it.
    private func placeInFrameCell(ofMiddleOf cell: GridCell) -> (x: Double, y: Double) {
        let depth = cell.columnBits - frame.columnBits
        let (size, mask) = (1 / Double(1 << depth), 1 << depth - 1)
        return (
            (Double(cell.column & mask) + 0.5) * size, (Double(cell.row & mask) + 0.5) * size
        )
    }
}
