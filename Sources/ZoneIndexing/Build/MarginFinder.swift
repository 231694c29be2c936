import Geodesy
import LineSearch

/// Finds the margins of cells of the frame: cuts that tell of reports that may be off.
struct MarginFinder {
    let cutter: CellCutter

    /// A cut along one threshold of a line, in a cell in which everything else is clear.
    struct Found {
        let cut: CellCut
        let line: GridSources.Line
        let source: Int32
        let threshold: Int
        /// How far reports may be off without a distance passing any other threshold, in metres.
        let clearOfOthers: Double

        /// The share of an uncertainty by which chords change about the threshold.
        var share: Double { CellCut.share(ofUncertaintyAt: line.thresholds.values[threshold]) }
    }

    /// The margin of a decided cell to the threshold nearest to it, as far as that tells more than the cell's
    /// clearance; lines are on the stacks though decided.
    func margin(
        besideDecided cell: GridCell, _ open: OpenSources, _ stacks: OpenStacks
    ) -> Found? {
        guard open.points.isEmpty else { return nil }
        var nearest: (line: Int, threshold: Int, gap: Double)?
        var others = open.clearanceOfOthers
        for number in open.lines {
            let own = stacks.lines[number]
            guard let line = cutter.sources.lines[Int(own.source)], own.least == own.most,
                !line.sidesMatter[Int(own.least)]
            else { return nil }
            for (threshold, value) in line.thresholds.values.enumerated() {
                let gap = max(own.low - value, value - own.high, 0)
                if let known = nearest, gap >= known.gap {
                    others = min(others, gap)
                } else {
                    if let known = nearest { others = min(others, known.gap) }
                    nearest = (number, threshold, gap)
                }
            }
        }
        guard let nearest, others > nearest.gap else { return nil }
        let own = stacks.lines[nearest.line]
        let isFarther = nearest.threshold < own.least
        guard let line = cutter.sources.lines[Int(own.source)],
            !line.sidesMatter[Int(own.least) + (isFarther ? -1 : 1)],
            let cut = cutter.limitCut(
                cell, line, own.candidates, nearest.threshold..<nearest.threshold + 1, stacks)
        else { return nil }
        return Found(
            cut: cut, line: line, source: own.source, threshold: nearest.threshold,
            clearOfOthers: others)
    }

    /// The margin of a cell in which a threshold of one line is all that is open.
    func margin(
        in cell: GridCell, _ open: OpenSources, _ stacks: OpenStacks
    ) -> Found? {
        guard open.points.isEmpty, open.polygons.isEmpty, open.lines.count == 1 else { return nil }
        let only = stacks.lines[open.lines.lowerBound]
        guard only.most == only.least + 1, only.shown != nil,
            let line = cutter.sources.lines[Int(only.source)],
            let others = line.clearance(of: only), let cut = cutter.cut(cell, open, stacks),
            cut.isUseful(overShare: 1)
        else { return nil }
        return Found(
            cut: cut, line: line, source: only.source, threshold: Int(only.least),
            clearOfOthers: min(others, open.clearance))
    }
}

extension GridSources.Line {
    /// How far the distances from the line in a cell are from thresholds that they do not pass there; `nil`
    /// where sides or ends decide.
    func clearance(of open: OpenStacks.Line) -> Double? {
        let passed = Int(open.least)...Int(open.most)
        if passed.contains(where: { sidesMatter[$0] }) { return nil }
        let values = thresholds.values
        let below = passed.lowerBound > 0 ? open.low - values[passed.lowerBound - 1] : .infinity
        let above =
            passed.upperBound < values.count ? values[passed.upperBound] - open.high : .infinity
        return max(0, min(below, above))
    }
}
