import Geodesy
import LineSearch
import Zones

extension ZoneIndex {
    /// The label of a position in an open cell of the frame; `nil` where only the exact way can tell.
    ///
    /// - Parameter found: nearest places that are known already.
    func decide(
        _ position: Coordinate, inOpen open: Int, _ grid: VerdictGrid, found: FoundFeet = .none
    ) -> UInt32? {
        let entry = grid.entry(ofOpen: open)
        let decider = grid.decider(of: entry)
        guard let list = decider.list else { return nil }
        let polygons =
            entry.isLeaf
            ? grid.polygons(containing: position, leaf: entry.number, decider) : 0
        var number = 0
        var stride = 1
        for measured in decider.measured {
            let run =
                measured.source == decider.asked.line ? grid.run(ofOpen: open) : .unknown
            guard let outcome = outcome(position, measured, run, found) else { return nil }
            number += stride * outcome
            stride *= measured.outcomeCount
        }
        return grid.tables.lists.label(at: Int(list) + number + stride * Int(polygons))
    }

    /// The number of the outcome for a line, border or point by the fast distance; `nil` where only
    /// the exact one can tell.
    @inline(__always)
    private func outcome(
        _ position: Coordinate, _ measured: Decider.Measured, _ run: PieceRun,
        _ found: FoundFeet
    ) -> Int? {
        let source = Int(measured.source)
        if let line = rows.sources.lines[source] {
            if measured.shown == nil, line.sideDoubt > 0 { return nil }
            let foot =
                found.foot(onSource: source)
                ?? fastLines[source]?.foot(of: position, among: run)
            guard let foot,
                let passed = passed(foot.distance, foot.error, line.thresholds, measured)
            else { return nil }
            if measured.shown != nil { return measured.number(passed: passed) }
            guard let isLeft = foot.isLeft, let isBeyond = foot.isBeyondEnd else { return nil }
            return measured.number(
                passed: passed, ShownSide(isLeft: isLeft, isBeyondEnd: isBeyond))
        }
        guard let there = rows.sources.points[source] else { return nil }
        let (distance, error) = GlobePoint(position).distance(to: there.place)
        return passed(distance, error, there.thresholds, measured).map {
            measured.number(passed: $0)
        }
    }

    /// How many thresholds are below a distance, of which the least and greatest number possible are known;
    /// `nil` where one is too near.
    @inline(__always)
    private func passed(
        _ distance: Double, _ error: Double, _ thresholds: Thresholds,
        _ measured: Decider.Measured
    ) -> Int? {
        var k = Int(measured.least)
        while k < Int(measured.most) {
            let off = distance - thresholds.values[k]
            if off.magnitude <= error || off.isNaN { return nil }
            if off < 0 { break }
            k += 1
        }
        return k
    }
}
