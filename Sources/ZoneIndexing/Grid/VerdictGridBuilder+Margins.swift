import Geodesy
import LineSearch

extension VerdictGridBuilder {
    /// Adds the margin of a decided cell of the frame to the threshold nearest to it, as far as that tells
    /// more than the cell's clearance.
    mutating func addMargin(_ cell: GridCell, _ open: Open, _ state: Int32, _ label: UInt32) {
        guard open.points.isEmpty else { return }
        var nearest: (line: Int, threshold: Int, gap: Double)?
        var others = open.clearanceOfOthers
        for number in open.lines {
            guard let line = sources.lines[Int(lines[number].source)],
                lines[number].least == lines[number].most,
                !line.sidesMatter[Int(lines[number].least)]
            else { return }
            for (threshold, value) in line.thresholds.values.enumerated() {
                let gap = max(lines[number].low - value, value - lines[number].high, 0)
                if let known = nearest, gap >= known.gap {
                    others = min(others, gap)
                } else {
                    if let known = nearest { others = min(others, known.gap) }
                    nearest = (number, threshold, gap)
                }
            }
        }
        guard let nearest, others > nearest.gap else { return }
        let open = lines[nearest.line]
        let isFarther = nearest.threshold < open.least
        guard let line = sources.lines[Int(open.source)],
            !line.sidesMatter[Int(open.least) + (isFarther ? -1 : 1)],
            let cut = limitCut(
                cell, line, open.candidates, nearest.threshold..<nearest.threshold + 1)
        else { return }
        let key = MarginKey(
            state: state, source: open.source, threshold: Int32(nearest.threshold))
        if marginLabels[key] == nil {
            marginLabels[key] = UInt32(grid.tables.count)
            let either = straddlingLabel(state, Int(open.source), nil, nearest.threshold)
            grid.tables += [label, label, either, either]
        }
        guard let labels = marginLabels[key] else { return }
        setMargin(cell, cut, line, nearest.threshold, labels, clearOfOthers: others)
    }

    /// Adds the margin of a cell of the frame in which a threshold of one line is all that is open.
    mutating func addMargin(_ cell: GridCell, _ open: Open) {
        guard open.points.isEmpty, open.polygons.isEmpty, open.lines.count == 1 else { return }
        let only = lines[open.lines.lowerBound]
        guard only.most == only.least + 1, only.shown >= 0,
            let line = sources.lines[Int(only.source)],
            let others = clearance(of: only, line), let cut = cut(cell, open),
            cut.isUseful(overShare: 1)
        else { return }
        let decider = entry(cell, open).number
        setMargin(
            cell, cut, line, Int(only.least), UInt32(grid.sideLabels[Int(decider)]),
            clearOfOthers: min(others, open.clearance))
    }

    /// How far the distances from a line in a cell are from thresholds that they do not pass there; `nil`
    /// where sides or ends decide.
    func clearance(of open: OpenLine, _ line: GridSources.Line) -> Double? {
        let passed = Int(open.least)...Int(open.most)
        if passed.contains(where: { line.sidesMatter[$0] }) { return nil }
        let values = line.thresholds.values
        let below = passed.lowerBound > 0 ? open.low - values[passed.lowerBound - 1] : .infinity
        let above =
            passed.upperBound < values.count ? values[passed.upperBound] - open.high : .infinity
        return max(0, min(below, above))
    }

    private mutating func setMargin(
        _ cell: GridCell, _ cut: CellCut, _ line: GridSources.Line, _ threshold: Int,
        _ labels: UInt32, clearOfOthers: Double
    ) {
        let number = cell.row << grid.frame.columnBits | cell.column
        grid.marginOfCell[number] = UInt32(grid.margins.count)
        grid.margins.append(
            cut.margin(
                share: CellCut.share(ofUncertaintyAt: line.thresholds.values[threshold]),
                labels: labels))
        grid.clearances[number] = Clearance.code(clearOfOthers)
    }
}

/// What the labels of margins depend on.
struct MarginKey: Hashable {
    let state: Int32
    let source: Int32
    let threshold: Int32
}
