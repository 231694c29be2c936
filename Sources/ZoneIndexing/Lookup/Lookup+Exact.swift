import Geodesy
import Zones

extension Lookup {
    /// The label of a position in an open cell of the frame, by exact readings of what is open there.
    mutating func exactLabel(
        _ position: Coordinate, _ entry: OpenEntry, _ grid: VerdictGrid
    ) -> UInt32 {
        let rows = index.rows
        let decider = grid.decider(of: entry)
        var polygons: UInt64?
        if entry.isLeaf, decider.polygons.count <= 64 {
            polygons = grid.polygons(containing: position, leaf: entry.number, decider)
        }
        var outcomes = rows.outcomes(of: decider.state, grid.tables.states)
        for (bit, polygon) in decider.polygons.enumerated() {
            let contains =
                polygons.map { $0 >> UInt64(bit) & 1 == 1 }
                ?? rows.contains(position, polygon: Int(polygon))
            if contains { outcomes.add(insideOf: Int(polygon)) }
        }
        let readings = decider.measured.map { measured -> (Int, SourceReading) in
            let source = Int(measured.source)
            if case .area(let locator) = rows.model.sources[source] {
                return (
                    source,
                    .area(
                        isContained: rows.isContained(source, outcomes),
                        border: locator.distanceToBorder(from: position).metres,
                        accuracy: locator.accuracy)
                )
            }
            return (source, rows.model.reading(of: position, within: 0, source: source))
        }
        possible.set(outcomes)
        for (source, reading) in readings { possible.set(source, reading, within: 0) }
        return labels.label(for: possible.takeRow())
    }
}
