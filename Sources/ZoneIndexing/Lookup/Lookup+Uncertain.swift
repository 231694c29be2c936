import Geodesy

extension Lookup {
    /// The label of a position that may be off by up to `uncertainty` metres.
    ///
    /// - Complexity: constant where everything within the uncertainty is in cells of one label;
    ///   elsewhere linear in the sources.
    mutating func label(_ position: Coordinate, within uncertainty: Double) -> UInt32 {
        guard let grid = index.grid else { return index.farLabel }
        if let label = grid.value.label(around: position, within: uncertainty, far: index.farLabel)
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
        var atoms = [Membership](repeating: .outside, count: terms.atoms.count)
        var sides = [LineSide?](repeating: nil, count: terms.lineCount)
        for source in terms.sources.indices {
            if let line = rows.sources.lines[source], case .line(let told) = terms.sources[source],
                let side = quickMemberships(
                    position, point, line, told, terms.atomsOfSource[source], uncertainty, &atoms)
            {
                if let number = told.number { sides[number] = side.told }
                continue
            }
            if let there = rows.sources.points[source] {
                let (distance, error) = point.distance(to: there.place)
                let isDecided = Self.isDecided(
                    distance, error, uncertainty, there.thresholds)
                if isDecided {
                    for atom in terms.atomsOfSource[source] {
                        guard case .point(_, let band) = terms.atoms[atom] else { continue }
                        atoms[atom] = band.membership(at: distance, uncertainty: uncertainty)
                    }
                    continue
                }
            }
            let reading = terms.reading(of: position, uncertainty: uncertainty, source: source)
            for atom in terms.atomsOfSource[source] {
                atoms[atom] = terms.membership(
                    terms.atoms[atom], reading, uncertainty: uncertainty)
            }
            if case .line(let line) = terms.sources[source], case .line(let found) = reading {
                if let number = line.number { sides[number] = line.toldSide(found.nearest) }
            }
        }
        return labels.label(for: ZoneRow(terms.zones(from: atoms), sides: sides))
    }

    /// A line's side as verdicts tell it.
    private struct Side {
        let told: LineSide?
    }

    /// Sets the memberships by conditions on a line, when the fast distance decides all of them
    /// without the sides on which the report may lie.
    private func quickMemberships(
        _ position: Coordinate, _ point: GlobePoint, _ line: GridSources.Line,
        _ source: LineSource, _ numbers: [Int], _ uncertainty: Double,
        _ atoms: inout [Membership]
    ) -> Side? {
        guard
            let foot = line.quick.foot(
                longitude: position.longitude, latitude: position.latitude, point),
            foot.error.isFinite
        else { return nil }
        // The thresholds hold the line's accuracy already; the report's own comes on top.
        guard Self.isDecided(foot.distance, foot.error, uncertainty, line.thresholds),
            (foot.distance - source.limit).magnitude > foot.error
        else { return nil }
        let isNear = foot.distance <= source.limit
        if isNear, source.number != nil, foot.isLeft == nil { return nil }
        let whole = uncertainty + line.accuracy
        for atom in numbers {
            guard case .line(_, let left, let right, let flatEnds) = index.terms.atoms[atom] else {
                continue
            }
            let onLeft = left.membership(at: foot.distance, uncertainty: whole)
            let onRight = right.membership(at: foot.distance, uncertainty: whole)
            guard onLeft == onRight, !flatEnds || onLeft == .outside else { return nil }
            atoms[atom] = onLeft
        }
        return Side(told: isNear ? foot.isLeft.map { $0 ? .left : .right } : nil)
    }

    /// Whether an error in a distance cannot change what an uncertainty makes of it.
    @inline(__always)
    private static func isDecided(
        _ distance: Double, _ error: Double, _ uncertainty: Double, _ thresholds: Thresholds
    ) -> Bool {
        guard error.isFinite else { return false }
        for threshold in thresholds.values {
            let off = (distance - threshold).magnitude - uncertainty
            if off.magnitude <= error { return false }
        }
        return true
    }
}
