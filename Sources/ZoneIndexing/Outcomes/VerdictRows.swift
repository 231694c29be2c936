import Geodesy
import Zones

/// What verdicts are made of, for all cells and positions.
final class VerdictRows: Sendable {
    let model: ZoneModel
    let sources: GridSources
    /// The states of sources and the memberships in zones of what is far from everything.
    let far: (states: [SourceStates?], answers: [Answer])
    /// Per source the zones that are measured from it alone, and those that are from others too.
    let zones: [(own: [Int], mixed: [Int])]

    init(model: ZoneModel, sources: GridSources) {
        self.model = model
        self.sources = sources
        var states = [SourceStates?](repeating: nil, count: model.sources.count)
        // Cells know nothing of differences, nor far away of the sides of what goes on without end;
        // `Lookup.settle` asks where that leaves a zone open.
        for source in model.sources.indices where model.isSettledExactly(source) {
            let isLine = if case .line = model.sources[source] { true } else { false }
            states[source] = SourceStates(
                model.conditionsOfSource[source].map { model.conditions[$0] },
                model.thresholds[source],
                from: isLine ? (model.thresholds[source].values.last ?? 0) + 1 : -.infinity,
                to: .infinity, sides: .both, areSidesUndefined: !isLine,
                extents: isLine ? [.alongside, .beyondEnd] : .alongside)
        }
        far = (states, model.memberships(states))
        zones = model.zonesOfSource.map { all in
            (
                all.filter { model.sourcesOfZone[$0].count == 1 },
                all.filter { model.sourcesOfZone[$0].count > 1 }
            )
        }
    }

    /// How a position lies to sources, as far as that is decided and not as most positions do.
    struct Outcomes {
        /// Of lines, borders and points, each at most once.
        private(set) var measured: [(source: Int, outcome: SourceOutcome)] = []
        /// The polygons that contain the position.
        private(set) var inside: [Int] = []

        mutating func add(_ outcome: SourceOutcome, source: Int) {
            measured.append((source, outcome))
        }

        mutating func add(insideOf polygon: Int) { inside.append(polygon) }
    }

    /// The outcomes of a state.
    func outcomes(of state: Int32, _ states: StateTrie<CellFact>) -> Outcomes {
        var outcomes = Outcomes()
        states.forEachFact(of: state) { fact in
            switch fact {
            case .outcome(let outcome, let source):
                outcomes.add(outcome, source: Int(source))
            case .isInside(let polygon): outcomes.add(insideOf: Int(polygon))
            }
        }
        return outcomes
    }

    /// What follows when these are the states of a source.
    func consequences(
        of states: SourceStates, _ source: Int, side: LineSide?
    ) -> Consequences {
        Consequences(
            states: states, side: side,
            answers: zones[source].own.map {
                ($0, model.membership(inZone: $0, ofSource: source, states))
            },
            isMixed: !zones[source].mixed.isEmpty)
    }

    /// What follows from how all of a cell lies to a source, and whether its polygons contain it.
    func consequences(
        of outcome: SourceOutcome, _ source: Int, isInside: Bool
    ) -> Consequences? {
        let shown = outcome.shown
        var side: LineSide?
        let measure: Double
        var off = 0.0
        let thresholds = sources.thresholds(of: source)
        let distance = thresholds?.distance(between: Int(outcome.passed)) ?? .infinity
        switch model.sources[source] {
        case .line(let line):
            guard let own = sources.lines[source] else { return nil }
            (measure, off) = (distance, line.accuracy)
            if line.number != nil, distance <= own.toldReach {
                side = shown.isLeft ? .left : .right
            }
        case .point(let point): (measure, off) = (distance, point.accuracy)
        case .area(let locator):
            (measure, off) = (isInside ? -distance : distance, locator.accuracy)
        case .pair: return nil
        }
        let states = SourceStates(
            conditions(on: source), model.thresholds[source], from: measure - off,
            to: measure + off, sides: shown.isLeft ? .left : .right,
            extents: shown.isBeyondEnd ? .beyondEnd : .alongside)
        return consequences(of: states, source, side: side)
    }

    /// What follows from how a report that may be off lies to a line or point.
    func consequences(of outcome: UncertainOutcome, _ source: Int) -> Consequences? {
        guard let thresholds = sources.thresholds(of: source) else { return nil }
        let off = sources.accuracy(of: source)
        let states = SourceStates(
            conditions(on: source), model.thresholds[source],
            from: thresholds.distance(between: Int(outcome.low)) - off,
            to: thresholds.distance(between: Int(outcome.high)) + off, sides: outcome.sides,
            areSidesUndefined: false)
        return consequences(of: states, source, side: outcome.side)
    }

    private func conditions(on source: Int) -> [Condition] {
        model.conditionsOfSource[source].map { model.conditions[$0] }
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
        outcomes.inside.contains { sources.areaOfPolygon[$0] == source }
    }

    /// Whether one polygon of an area contains a position; linear in its vertices.
    func contains(_ position: Coordinate, polygon: Int) -> Bool {
        let source = sources.areaOfPolygon[polygon]
        guard case .area(let locator) = model.sources[source] else { return false }
        return locator.area.contains(
            position, polygon: polygon - sources.polygonsOfArea[source].lowerBound)
    }
}
