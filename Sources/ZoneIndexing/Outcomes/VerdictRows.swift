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

    /// How a position lies to all sources, as far as that is decided.
    struct Outcomes {
        /// Of lines, borders and points; nothing beyond all thresholds.
        var measured: [SourceOutcome?]
        /// Whether polygons contain the position.
        var polygons: [Bool]

        mutating func take(_ fact: CellFact) {
            switch fact {
            case .outcome(let outcome, let source): measured[Int(source)] = outcome
            case .isInside(let polygon): polygons[Int(polygon)] = true
            }
        }
    }

    /// The outcomes of what is far from everything.
    var nothing: Outcomes {
        Outcomes(
            measured: Array(repeating: nil, count: model.sources.count),
            polygons: Array(repeating: false, count: sources.areaOfPolygon.count))
    }

    /// The outcomes of a state.
    func outcomes(of state: Int32, _ states: StateTrie<CellFact>) -> Outcomes {
        var outcomes = nothing
        states.forEachFact(of: state) { outcomes.take($0) }
        return outcomes
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
            source,
            UncertainOutcome(low: UInt16(threshold), high: UInt16(threshold + 1), side: side))
        return states.row
    }

    /// Whether a polygon contains what is south of all its vertices: only rings round the pole do.
    func startsInside(_ polygon: Int) -> Bool {
        let source = sources.areaOfPolygon[polygon]
        guard case .area(let locator) = model.sources[source] else { return false }
        let rings = locator.area.polygons[polygon - sources.polygonsOfArea[source].lowerBound]
        return rings.count {
            PolygonGeometry.windsRoundPole($0) && PolygonGeometry.isSouthern($0)
        } % 2 == 1
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
