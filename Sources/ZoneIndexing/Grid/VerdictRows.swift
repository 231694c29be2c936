import Geodesy

/// Makes verdicts of outcomes.
final class VerdictRows: Sendable {
    let terms: ZoneTerms
    let sources: GridSources

    init(terms: ZoneTerms, sources: GridSources) {
        self.terms = terms
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
            measured: Array(repeating: -1, count: terms.sources.count),
            polygons: Array(repeating: false, count: sources.areaOfPolygon.count))
    }

    /// Polygons are numbered after the sources.
    func set(_ source: Int, _ outcome: SourceOutcome, in outcomes: inout Outcomes) {
        if source < terms.sources.count {
            outcomes.measured[source] = outcome
        } else {
            outcomes.polygons[source - terms.sources.count] = outcome == 1
        }
    }

    /// The verdict of outcomes, but for the sources whose readings are given.
    func row(_ outcomes: Outcomes, readings: [(source: Int, reading: SourceReading)] = [])
        -> ZoneRow
    {
        var parts = parts(outcomes)
        for (source, reading) in readings { parts.set(source, reading, uncertainty: 0) }
        return parts.row
    }

    /// The verdict of outcomes on a report that may be off so far that it may be nearer than a threshold
    /// of one source or farther, and no other source's outcome differs.
    func row(
        _ outcomes: Outcomes, straddling threshold: Int, of source: Int, _ thresholds: Thresholds
    ) -> ZoneRow {
        var parts = parts(outcomes)
        let side = source < terms.lineCount ? parts.sides[source] : nil
        parts.set(
            source, UncertainOutcome(low: threshold, high: threshold + 1, side: side),
            thresholds, accuracy: sources.lines[source]?.accuracy ?? 0)
        return parts.row
    }

    private func parts(_ outcomes: Outcomes) -> ZoneRowParts {
        ZoneRowParts(
            terms, atoms: terms.atoms.map { membership($0, outcomes) },
            sides: (0..<terms.lineCount).map { side(ofLine: $0, outcomes) })
    }

    /// Whether an area contains the position.
    func isContained(_ source: Int, _ outcomes: Outcomes) -> Bool {
        sources.polygonsOfArea[source].contains { outcomes.polygons[$0] }
    }

    /// Whether one polygon of an area contains a position; linear in its vertices.
    func contains(_ position: Coordinate, polygon: Int) -> Bool {
        let source = sources.areaOfPolygon[polygon]
        guard case .area(let locator) = terms.sources[source] else { return false }
        return locator.area.contains(
            position, polygon: polygon - sources.polygonsOfArea[source].lowerBound)
    }

    private func membership(_ atom: ZoneAtom, _ outcomes: Outcomes) -> Membership {
        switch atom {
        case .line(let source, let left, let right, let flatEnds):
            let outcome = outcomes.measured[source]
            guard outcome >= 0, let line = sources.lines[source] else { return .outside }
            if flatEnds, outcome & 1 == 1 { return .outside }
            let distance = line.thresholds.distance(between: Int(outcome >> 2))
            return (outcome & 2 == 2 ? left : right)
                .membership(at: distance, uncertainty: line.accuracy)
        case .point(let source, let band):
            let outcome = outcomes.measured[source]
            guard outcome >= 0, let point = sources.points[source] else { return .outside }
            return band.membership(
                at: point.thresholds.distance(between: Int(outcome >> 2)), uncertainty: 0)
        case .area(let source):
            return isContained(source, outcomes) ? .inside : .outside
        case .aroundArea(let source, let band):
            let isContained = isContained(source, outcomes)
            guard let border = sources.lines[source] else {
                return band.membership(
                    at: isContained ? -.infinity : .infinity, uncertainty: 0)
            }
            let outcome = outcomes.measured[source]
            let k = outcome >= 0 ? Int(outcome >> 2) : border.thresholds.values.count
            let distance = border.thresholds.distance(between: k)
            return band.membership(at: isContained ? -distance : distance, uncertainty: 0)
        }
    }

    private func side(ofLine source: Int, _ outcomes: Outcomes) -> LineSide? {
        let outcome = outcomes.measured[source]
        guard case .line(let line) = terms.sources[source], line.number != nil, outcome >= 0,
            let thresholds = sources.lines[source]?.thresholds,
            thresholds.distance(between: Int(outcome >> 2)) <= line.toldReach
        else { return nil }
        return outcome & 2 == 2 ? .left : .right
    }
}
