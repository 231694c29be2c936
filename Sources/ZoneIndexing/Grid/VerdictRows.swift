import Geodesy
import Zones

/// Makes verdicts of outcomes.
final class VerdictRows: Sendable {
    let model: ZoneModel
    let sources: GridSources

    init(model: ZoneModel, sources: GridSources) {
        self.model = model
        self.sources = sources
    }

    /// The outcomes of all sources, those not decided being what most are.
    struct Outcomes {
        /// Of lines, borders and points; -1 beyond all thresholds.
        var measured: [SourceOutcome]
        /// Whether polygons contain the position.
        var polygons: [Bool]
    }

    var nothing: Outcomes {
        Outcomes(
            measured: Array(repeating: -1, count: model.sources.count),
            polygons: Array(repeating: false, count: sources.areaOfPolygon.count))
    }

    /// Polygons are numbered after the sources.
    func set(_ source: Int, _ outcome: SourceOutcome, in outcomes: inout Outcomes) {
        if source < model.sources.count {
            outcomes.measured[source] = outcome
        } else {
            outcomes.polygons[source - model.sources.count] = outcome == 1
        }
    }

    /// The verdict of outcomes, but for the sources whose readings are given.
    func row(_ outcomes: Outcomes, readings: [(source: Int, reading: SourceReading)] = [])
        -> ZoneRow
    {
        var states = states(outcomes)
        for (source, reading) in readings { states.set(source, reading, within: 0) }
        return states.row
    }

    /// The verdict of outcomes on a report that may be off so far that it may be nearer than a threshold
    /// of one source or farther, and no other source's outcome differs.
    func row(_ outcomes: Outcomes, straddling threshold: Int, of source: Int) -> ZoneRow {
        var states = states(outcomes)
        let side = source < model.lineCount ? states.sides[source] : nil
        states.set(
            source, UncertainOutcome(low: threshold, high: threshold + 1, side: side))
        return states.row
    }

    /// Whether an area contains the position.
    func isContained(_ source: Int, _ outcomes: Outcomes) -> Bool {
        sources.polygonsOfArea[source].contains { outcomes.polygons[$0] }
    }

    /// Whether one polygon of an area contains a position; linear in its vertices.
    func contains(_ position: Coordinate, polygon: Int) -> Bool {
        let source = sources.areaOfPolygon[polygon]
        guard case .area(let locator) = model.sources[source] else { return false }
        return locator.area.contains(
            position, polygon: polygon - sources.polygonsOfArea[source].lowerBound)
    }

    private func states(_ outcomes: Outcomes) -> RowStates {
        var states = RowStates(self)
        for source in model.sources.indices { states.set(source, outcomes) }
        return states
    }
}
