import Geodesy

extension Lookup {
    /// The label of a position in a cell that is not decided as a whole.
    mutating func label(
        _ position: Coordinate, _ entry: VerdictGrid.Entry, _ grid: VerdictGrid, column: Int,
        row: Int
    ) -> UInt32 {
        let decider: Decider
        var polygons: UInt64 = 0
        if entry.isLeaf {
            let leaf = Int(entry.number)
            decider = grid.deciders[Int(grid.leaves[leaf])]
            guard decider.polygons.count <= 64 else {
                return exactLabel(position, decider, containing: nil, grid)
            }
            polygons = grid.polygons(containing: position, leaf: leaf, decider, row: row)
        } else {
            decider = grid.deciders[Int(entry.number)]
        }
        guard decider.table >= 0 else {
            return exactLabel(position, decider, containing: polygons, grid)
        }
        var number = 0
        var stride = 1
        if !decider.measured.isEmpty {
            let point = GlobePoint(position)
            for measured in decider.measured {
                guard let outcome = outcome(position, point, measured) else {
                    return exactLabel(position, decider, containing: polygons, grid)
                }
                number += stride * outcome
                stride *= measured.outcomes
            }
        }
        return grid.tables[Int(decider.table) + number + stride * Int(polygons)]
    }

    /// The number of the outcome for a line, border or point by the fast distance; `nil` where only
    /// the exact one can tell.
    @inline(__always)
    private func outcome(
        _ position: Coordinate, _ point: GlobePoint, _ measured: Decider.Measured
    ) -> Int? {
        let source = Int(measured.source)
        if let line = index.rows.sources.lines[source] {
            if measured.shown < 0, line.margin > 0 { return nil }
            guard
                let foot = line.quick.foot(
                    longitude: position.longitude, latitude: position.latitude, point),
                let k = number(foot.distance, foot.error, line.thresholds, measured)
            else { return nil }
            if measured.shown >= 0 { return k }
            guard let isLeft = foot.isLeft, let isBeyond = foot.isBeyondEnd else { return nil }
            return 4 * k + (isLeft ? 2 : 0) + (isBeyond ? 1 : 0)
        }
        guard let there = index.rows.sources.points[source] else { return nil }
        let (distance, error) = point.distance(to: there.place)
        guard let k = number(distance, error, there.thresholds, measured) else { return nil }
        return k
    }

    /// How many thresholds beyond the least possible ones are below a distance; `nil` where one is
    /// too near.
    @inline(__always)
    private func number(
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
        return k - Int(measured.least)
    }

    /// The label by exact readings of what is open in a cell.
    private mutating func exactLabel(
        _ position: Coordinate, _ decider: Decider, containing polygons: UInt64?,
        _ grid: VerdictGrid
    ) -> UInt32 {
        let rows = index.rows
        var outcomes = rows.nothing
        grid.trie.forEachOutcome(of: decider.state) { rows.set($0, $1, in: &outcomes) }
        for (bit, polygon) in decider.polygons.enumerated() {
            outcomes.polygons[Int(polygon)] =
                polygons.map { $0 >> UInt64(bit) & 1 == 1 }
                ?? rows.contains(position, polygon: Int(polygon))
        }
        let readings = decider.measured.map { measured -> (Int, SourceReading) in
            let source = Int(measured.source)
            if case .area(let locator) = rows.terms.sources[source] {
                return (
                    source,
                    .area(
                        AreaReading(
                            isContained: rows.isContained(source, outcomes),
                            border: locator.distanceToBorder(from: position).metres))
                )
            }
            return (source, rows.terms.reading(of: position, uncertainty: 0, source: source))
        }
        return labels.label(for: rows.row(outcomes, readings: readings))
    }
}
