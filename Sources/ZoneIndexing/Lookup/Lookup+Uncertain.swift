import Geodesy

extension Lookup {
    /// The label of a position that may be off by up to `uncertainty` metres.
    ///
    /// - Complexity: constant where everything within the uncertainty is in cells of one label that
    ///   no distance to a line decides; elsewhere linear in the sources.
    mutating func label(_ position: Coordinate, within uncertainty: Double) -> UInt32 {
        guard let grid = index.grid else { return index.farLabel }
        if let label = grid.value.label(around: position, within: uncertainty, far: index.farLabel),
            !index.isByDistance(label)
        {
            return label
        }
        return evaluatedLabel(position, within: uncertainty)
    }

    /// The label by how the position lies to every source, by fast distances where these decide.
    private mutating func evaluatedLabel(
        _ position: Coordinate, within uncertainty: Double
    ) -> UInt32 {
        let (rows, terms) = (index.rows, index.terms)
        let point = GlobePoint(position)
        var state: Int32 = 0
        var readings: [(source: Int, reading: SourceReading)] = []
        for source in terms.sources.indices {
            if rows.sources.isFar(position, from: source, beyond: uncertainty) { continue }
            if let outcome = quickOutcome(position, point, uncertainty, source) {
                if outcome == UncertainOutcome.far { continue }
                state = outcomes.state(after: state, source: source, outcome: outcome.code)
            } else {
                readings.append(
                    (
                        source,
                        terms.reading(of: position, uncertainty: uncertainty, source: source)
                    ))
            }
        }
        if readings.isEmpty, let known = labelOfOutcomes[state] { return known }
        var parts = ZoneRowParts(terms)
        outcomes.forEachOutcome(of: state) { source, code in
            guard let thresholds = rows.sources.thresholds(of: source) else { return }
            parts.set(
                source, UncertainOutcome(code: code), thresholds,
                accuracy: rows.sources.lines[source]?.accuracy ?? 0)
        }
        for (source, reading) in readings { parts.set(source, reading, uncertainty: uncertainty) }
        let label = labels.label(for: parts.row)
        if readings.isEmpty { labelOfOutcomes[state] = label }
        return label
    }

    /// How a report lies to a line or point, when the fast distance decides it without the sides on
    /// which the report may lie.
    private func quickOutcome(
        _ position: Coordinate, _ point: GlobePoint, _ uncertainty: Double, _ source: Int
    ) -> UncertainOutcome? {
        if let there = index.rows.sources.points[source] {
            let (distance, error) = point.distance(to: there.place)
            return UncertainOutcome(
                at: distance, error: error, uncertainty: uncertainty, there.thresholds)
        }
        guard let line = index.rows.sources.lines[source],
            case .line(let told) = index.terms.sources[source],
            let foot = line.quick.foot(
                longitude: position.longitude, latitude: position.latitude, point),
            // The thresholds hold the line's accuracy already; the report's own comes on top.
            var outcome = UncertainOutcome(
                at: foot.distance, error: foot.error, uncertainty: uncertainty, line.thresholds)
        else { return nil }
        if outcome == .far { return .far }
        if told.reach.asksSides {
            for atom in index.terms.atomsOfSource[source] {
                guard case .line(_, let left, let right, let flatEnds) = index.terms.atoms[atom]
                else { continue }
                let onLeft = left.membership(outcome, line.thresholds, accuracy: line.accuracy)
                let onRight = right.membership(outcome, line.thresholds, accuracy: line.accuracy)
                guard onLeft == onRight, !flatEnds || onLeft == .outside else { return nil }
            }
        }
        guard told.number != nil else { return outcome }
        guard (foot.distance - told.toldReach).magnitude > foot.error else { return nil }
        if foot.distance < told.toldReach {
            guard let isLeft = foot.isLeft else { return nil }
            outcome.side = isLeft ? .left : .right
        }
        return outcome
    }
}
