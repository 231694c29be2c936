import Geodesy
import Zones

/// What a verdict is made of: the states that are possible of each source, and the sides of lines.
struct RowStates {
    private let rows: VerdictRows
    /// Nothing where a position is beyond all conditions.
    private var states: [SourceStates?]
    private(set) var sides: [LineSide?]

    /// Far from everything.
    init(_ rows: VerdictRows) {
        self.rows = rows
        states = Array(repeating: nil, count: rows.model.sources.count)
        sides = Array(repeating: nil, count: rows.model.lineCount)
        // Cells know nothing of differences; `Lookup.settle` asks where that leaves a zone open.
        for (source, kind) in rows.model.sources.enumerated() {
            guard case .pair = kind else { continue }
            states[source] = SourceStates(
                conditions(on: source), rows.model.thresholds[source], from: -.infinity,
                to: .infinity)
        }
    }

    /// The verdict.
    var row: ZoneRow { ZoneRow(rows.model.memberships(states), sides: sides) }

    private func conditions(on source: Int) -> [Condition] {
        rows.model.conditionsOfSource[source].map { rows.model.conditions[$0] }
    }

    /// Takes how a position lies to a source, by the definitions.
    mutating func set(_ source: Int, _ reading: SourceReading, within bound: Double) {
        states[source] = rows.model.states(of: source, reading, within: bound)
        guard case .line(let found) = reading, source < sides.count,
            rows.model.line(source).number != nil
        else { return }
        let isTold = found.nearest.distance.metres <= rows.model.reach[source]
        sides[source] = isTold ? found.nearest.side : nil
    }

    /// Takes how a report lies to a line or point as far as distances and certain sides tell, no end
    /// being in reach.
    mutating func set(_ source: Int, _ outcome: UncertainOutcome) {
        guard let thresholds = rows.sources.thresholds(of: source) else { return }
        let off = rows.sources.lines[source]?.accuracy ?? 0
        states[source] = SourceStates(
            conditions(on: source), rows.model.thresholds[source],
            from: thresholds.distance(between: Int(outcome.low)) - off,
            to: thresholds.distance(between: Int(outcome.high)) + off, sides: outcome.sides,
            areSidesUndefined: false)
        if source < sides.count { sides[source] = outcome.side }
    }

    /// Takes the outcome of a source in a cell.
    mutating func set(_ source: Int, _ outcomes: VerdictRows.Outcomes) {
        let outcome = outcomes.measured[source]
        let model = rows.model
        switch model.sources[source] {
        case .line(let line):
            guard let outcome, let own = rows.sources.lines[source] else { return }
            let distance = own.thresholds.distance(between: Int(outcome.passed))
            let isLeft = outcome.shown.isLeft
            states[source] = SourceStates(
                conditions(on: source), model.thresholds[source],
                from: distance - line.accuracy, to: distance + line.accuracy,
                sides: isLeft ? .left : .right,
                extents: outcome.shown.isBeyondEnd ? .beyondEnd : .alongside)
            if line.number != nil, source < sides.count, distance <= own.toldReach {
                sides[source] = isLeft ? .left : .right
            }
        case .pair: break
        case .point:
            guard let outcome, let point = rows.sources.points[source] else { return }
            let distance = point.thresholds.distance(between: Int(outcome.passed))
            set(source, measure: distance)
        case .area(let locator):
            let isContained = rows.isContained(source, outcomes)
            var distance = Double.infinity
            if let border = rows.sources.lines[source] {
                let k = outcome.map { Int($0.passed) } ?? border.thresholds.values.count
                distance = border.thresholds.distance(between: k)
            }
            set(
                source, measure: isContained ? -distance : distance, within: locator.accuracy)
        }
    }

    private mutating func set(_ source: Int, measure: Double, within off: Double = 0) {
        states[source] = SourceStates(
            conditions(on: source), rows.model.thresholds[source], from: measure - off,
            to: measure + off)
    }
}
