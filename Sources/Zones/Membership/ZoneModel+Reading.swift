import Geodesy

/// Measuring by the definitions.
extension ZoneModel {
    /// How a report lies to a source, by the definitions alone.
    ///
    /// `isInFull` takes numbers that no condition needs.
    ///
    /// - Complexity: of a line logarithmic in its vertices, of an area linear.
    package func reading(
        of position: Coordinate, within bound: Double, source: Int, isInFull: Bool = false
    ) -> SourceReading {
        switch sources[source] {
        case .line(let line):
            return .line(
                LineReading(position, bound: bound, line: line) { least, most in
                    isInFull
                        ? LineReading.Wanted(sides: true, ends: true)
                        : wanted(ofLine: source, from: least, to: most)
                })
        case .point(let point):
            return .point(
                Geodesic.distance(from: position, to: point.centre).metres, accuracy: point.accuracy
            )
        case .pair(let first, let second, _):
            let (first, second) = (line(first), line(second))
            let difference =
                first.locator.nearest(to: position).distance
                - second.locator.nearest(to: position).distance
            // Both distances change by as much as the report is off, in opposite ways at worst.
            return .pair(
                difference.metres, uncertainty: 2 * bound + first.accuracy + second.accuracy)
        case .area(let locator):
            let needsBorder =
                isInFull || bound + locator.accuracy > 0 || asksBorder(ofArea: source)
            return .area(
                isContained: locator.contains(position),
                border: needsBorder ? locator.distanceToBorder(from: position).metres : .nan,
                accuracy: locator.accuracy)
        }
    }

    /// What conditions on a line ask besides the distance, of places at distances between two.
    package func wanted(
        ofLine source: Int, from least: Double, to most: Double
    ) -> LineReading.Wanted {
        var wanted = LineReading.Wanted(sides: false, ends: false)
        // Beyond its reach nothing holds, wherever that is.
        if least > reach[source] { return wanted }
        let thresholds = thresholds[source]
        let low = thresholds.count(below: least)
        let high = max(low, thresholds.count(below: most))
        for number in conditionsOfSource[source] {
            guard case .line(let left, let right, let ends) = conditions[number] else { continue }
            for k in low...high {
                let distance = low == high ? most : thresholds.distance(between: k)
                let isLeft = left?.contains(distance) == true
                let isRight = right?.contains(distance) == true
                if isLeft != isRight { wanted.sides = true }
                if ends == .flat, isLeft || isRight { wanted.ends = true }
            }
        }
        return wanted
    }

    /// Whether conditions ask for the distance to an area's border.
    package func asksBorder(ofArea source: Int) -> Bool {
        conditionsOfSource[source].contains {
            if case .outward = conditions[$0] { true } else { false }
        }
    }

    /// The states that a reading leaves possible.
    package func states(
        of source: Int, _ reading: SourceReading, within bound: Double
    ) -> SourceStates {
        let own = conditionsOfSource[source].map { conditions[$0] }
        switch reading {
        case .line(let line):
            let (distance, off) = (line.nearest.distance.metres, line.uncertainty)
            if distance - off > reach[source] { return SourceStates(noneOf: own) }
            return SourceStates(
                own, thresholds[source], from: distance - off, to: distance + off,
                sides: line.sides, areSidesUndefined: line.isExact, extents: line.extents)
        case .point(let distance, let accuracy):
            let off = bound + accuracy
            return SourceStates(own, thresholds[source], from: distance - off, to: distance + off)
        case .pair(let difference, let off):
            return SourceStates(
                own, thresholds[source], from: difference - off, to: difference + off)
        case .area(let isContained, let border, let accuracy):
            // Of a position the numbers as given decide, not the distance to the border.
            let off = bound + accuracy
            if off == 0 {
                let measure =
                    border.isNaN
                    ? (isContained ? -1 : 1)
                    : isContained ? -border : max(border, .leastNormalMagnitude)
                return SourceStates(own, thresholds[source], from: measure, to: measure)
            }
            let measure = isContained ? -border : border
            return SourceStates(
                own, thresholds[source], from: measure - off, to: measure + off)
        }
    }
}
