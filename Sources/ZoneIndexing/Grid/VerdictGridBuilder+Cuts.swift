internal import CKernels
import Geodesy
import LineSearch

extension VerdictGridBuilder {
    /// The cut through a cell in which the distance from one source or the side of one line is open, or edges
    /// of polygons, and nothing else; `nil` where there is none of use.
    func cut(_ cell: GridCell, _ open: Open) -> CellCut? {
        guard open.polygons.isEmpty else {
            return open.lines.isEmpty && open.points.isEmpty ? edgeCut(cell, open) : nil
        }
        if open.lines.count == 1, open.points.isEmpty {
            let line = lines[open.lines.lowerBound]
            return line.shown >= 0 ? limitCut(cell, line) : sideCut(cell, line)
        }
        if open.lines.isEmpty, open.points.count == 1 {
            return limitCut(cell, points[open.points.lowerBound])
        }
        return nil
    }

    /// An open cell, with its cut.
    mutating func openCell(
        _ cell: GridCell, _ open: Open, _ cut: CellCut?
    ) -> (cell: dmz_open_cell, clearance: Double) {
        let entry = entry(cell, open)
        var run = PieceRun.unknown
        if let first = lines[open.lines].first, let line = sources.lines[Int(first.source)] {
            run = arena.withUnsafeBufferPointer {
                PieceRun(
                    covering: UnsafeBufferPointer(rebasing: $0[first.candidates]),
                    of: line.chords)
            }
        }
        // Of too many outcomes there is no table, and so no label for a side.
        guard let cut, entry.isLeaf || grid.deciders[Int(entry.number)].isCut else {
            return (CellCut.none(entry: entry, run: run.bits), 0)
        }
        guard entry.isLeaf else {
            var clearance = 0.0
            if let only = lines[open.lines].first, only.shown >= 0,
                let line = sources.lines[Int(only.source)]
            {
                clearance = min(open.clearance, self.clearance(of: only, line) ?? 0)
            }
            return (
                cut.cell(unit: grid.metresInUnit, entry: entry, run: run.bits), clearance
            )
        }
        guard let pair = pair(cell, open, cut, entry) else {
            return (CellCut.none(entry: entry, run: 0), 0)
        }
        let unit = (cut.a.magnitude + cut.b.magnitude) / CellCut.greatestSlope
        return (cut.cell(unit: unit, entry: entry, run: pair), 0)
    }

    /// A unit in which the slopes of limits fit everywhere: no limit's distance changes by more than
    /// the way.
    var metresInUnit: Double {
        let frame = grid.frame
        let width = frame.width / Double(1 << frame.columnBits)
        let height = frame.height / Double(1 << frame.rowBits)
        return (width + height) * (.pi / 180) * 6_400_000 / CellCut.greatestSlope
    }

    private func limitCut(_ cell: GridCell, _ open: OpenLine) -> CellCut? {
        guard let line = sources.lines[Int(open.source)], open.most > open.least else { return nil }
        return limitCut(cell, line, open.candidates, Int(open.least)..<Int(open.most))
    }

    /// The cut along thresholds of a line, from candidates that hold every piece that may be nearest.
    func limitCut(
        _ cell: GridCell, _ line: GridSources.Line, _ candidates: Range<Int>,
        _ limits: Range<Int>
    ) -> CellCut? {
        let nearer = line.chordLimits[limits.lowerBound].below
        let farther = line.chordLimits[limits.upperBound - 1].above
        guard nearer > 0, farther < .infinity else { return nil }
        let (centre, radius) = grid.frame.disc(of: cell)
        let slope = arena.withUnsafeBufferPointer {
            line.chords.slope(
                of: UnsafeBufferPointer(rebasing: $0[candidates]), around: centre, radius: radius)
        }
        return slope.flatMap {
            limitCut(
                cell, centre, $0, nearer: nearer.squareRoot(), farther: farther.squareRoot())
        }
    }

    /// The cut along a line itself, where only the side of it is open: right of the strip that its pieces
    /// run along is lower, left upper.
    private func sideCut(_ cell: GridCell, _ open: OpenLine) -> CellCut? {
        guard let line = sources.lines[Int(open.source)], open.most == open.least,
            line.margin <= 0
        else { return nil }
        let (centre, _) = grid.frame.disc(of: cell)
        let strip = arena.withUnsafeBufferPointer {
            line.chords.strip(
                of: UnsafeBufferPointer(rebasing: $0[open.candidates]), around: centre)
        }
        return strip.flatMap {
            cut(cell, centre, across: $0.across, from: $0.right, to: $0.left)
        }
    }

    private func limitCut(_ cell: GridCell, _ open: OpenPoint) -> CellCut? {
        guard let point = sources.points[Int(open.source)], open.most > open.least else {
            return nil
        }
        let values = point.thresholds.values
        let (centre, radius) = grid.frame.disc(of: cell)
        return ChordSlope(from: point.place, around: centre, radius: radius).flatMap {
            limitCut(
                cell, centre, $0,
                nearer: LineChords.leastChord(ofPath: values[Int(open.least)] - 1e-3),
                farther: LineChords.greatestChord(ofPath: values[Int(open.most) - 1] + 1e-3))
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
        guard let tangents = grid.frame.tangents(of: cell, around: centre) else { return nil }
        let a = (across * tangents.east).sum()
        let b = (across * tangents.north).sum()
        let (x, y) = placeInFrameCell(ofMiddleOf: cell)
        let middle = a * x + b * y
        return CellCut(
            a: a, b: b, low: least - tangents.bend + middle, high: most + tangents.bend + middle)
    }

    /// Where the middle of a cell lies in the cell of the frame that holds it.
    private func placeInFrameCell(ofMiddleOf cell: GridCell) -> (x: Double, y: Double) {
        let depth = cell.columnBits - grid.frame.columnBits
        let (size, mask) = (1 / Double(1 << depth), 1 << depth - 1)
        return (
            (Double(cell.column & mask) + 0.5) * size, (Double(cell.row & mask) + 0.5) * size
        )
    }
}
