import Geodesy

/// How a position lies to one source, as far as the conditions on it ask.
enum SourceReading {
    case line(LineReading)
    /// The distance to a point in metres.
    case point(Double)
    case area(AreaReading)
}

extension ZoneTerms {
    /// How a position lies to a source, by the definitions alone.
    ///
    /// - Complexity: of a line logarithmic in its vertices, of an area linear.
    func reading(
        of position: Coordinate, uncertainty: Double, source: Int
    ) -> SourceReading {
        switch sources[source] {
        case .line(let line):
            .line(
                LineReading(
                    position, uncertainty: uncertainty + line.accuracy, locator: line.locator,
                    reach: line.reach))
        case .point(let centre):
            .point(Geodesic.distance(from: position, to: centre).metres)
        case .area(let locator):
            .area(
                AreaReading(
                    position, locator, withBorder: uncertainty > 0 || usesBorder[source]))
        }
    }

    /// Membership by one condition.
    func membership(
        _ atom: ZoneAtom, _ reading: SourceReading, uncertainty: Double
    ) -> Membership {
        switch (atom, reading) {
        case (.line(_, let left, let right, let flatEnds), .line(let line)):
            let membership = line.membership(left: left, right: right)
            return flatEnds ? line.cutFlat(membership) : membership
        case (.point(_, let band), .point(let distance)):
            return band.membership(at: distance, uncertainty: uncertainty)
        case (.area, .area(let area)):
            return area.membership(uncertainty: uncertainty)
        case (.aroundArea(_, let band), .area(let area)):
            return band.membership(at: area.signedDistance, uncertainty: uncertainty)
        default:
            return .undeterminable
        }
    }

    /// The zones' memberships that follow from those of the conditions.
    func zones(from atoms: [Membership]) -> [Membership] {
        var found: [Membership] = []
        found.reserveCapacity(zones.count)
        var stack: [Membership] = []
        for steps in zones {
            for step in steps {
                switch step {
                case .atom(let atom): stack.append(atoms[atom])
                case .zone(let zone): stack.append(found[zone])
                case .constant(let membership): stack.append(membership)
                case .complement: stack.append(stack.removeLast().complement)
                case .union: stack.append(stack.removeLast().union(stack.removeLast()))
                case .intersection:
                    stack.append(stack.removeLast().intersection(stack.removeLast()))
                }
            }
            found.append(stack.removeLast())
        }
        return found
    }
}
