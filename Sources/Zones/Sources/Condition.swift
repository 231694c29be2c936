import Geodesy

/// A condition that a zone puts on how a position lies to one source.
package enum Condition: Hashable, Sendable {
    /// On a line: the distances that belong to the zone on each side of it.
    case line(left: DistanceBand?, right: DistanceBand?, ends: Ends)
    /// On a point.
    case point(DistanceBand)
    /// In an area.
    case inside
    /// On two lines: at least as near to the one as to the other.
    case nearer(toFirst: Bool)
    /// On the distance from an area's border, negative inside.
    case outward(DistanceBand)

    /// Where the condition changes.
    package var thresholds: [Double] {
        switch self {
        case .line(let left, let right, _):
            [left, right].flatMap { $0?.thresholds ?? [] }
        case .point(let band), .outward(let band): band.thresholds
        case .inside: [0]
        case .nearer(let toFirst):
            // Differences that count as none belong to both.
            [toFirst ? coincidence : (-coincidence).nextDown]
        }
    }

    /// The farthest distance in metres from a source at which the condition may hold.
    package func reach(of source: Source) -> Double {
        switch self {
        case .line(let left, let right, _):
            var reaches = [left, right].map { $0?.greatest ?? -.infinity }
            // All that a border encloses, and what it may enclose when it is off.
            if case .line(let line) = source, let enclosed = line.enclosed {
                reaches = reaches.map { $0 < .infinity ? $0 : enclosed + 2 * line.accuracy }
            }
            return max(reaches[0], reaches[1])
        case .point(let band), .outward(let band): return band.greatest
        case .inside: return 0
        // A difference of distances is no distance.
        case .nearer: return 0
        }
    }

    /// Whether it compares two lines.
    package var isNearer: Bool { if case .nearer = self { true } else { false } }

    /// Whether the condition holds in a state of its source.
    package func holds(in state: SourceState) -> Bool {
        switch self {
        case .line(let left, let right, let ends):
            if ends == .flat, state.isBeyondEnd { return false }
            return (state.sides.contains(.left) && left?.contains(state.distance) == true)
                || (state.sides.contains(.right) && right?.contains(state.distance) == true)
        case .point(let band), .outward(let band): return band.contains(state.distance)
        case .inside: return state.distance <= 0
        case .nearer(let toFirst):
            return toFirst ? state.distance <= coincidence : state.distance >= -coincidence
        }
    }
}

/// One way in which a place may lie to a source; in each, every condition on the source plainly holds
/// or does not.
package struct SourceState: Hashable, Sendable {
    /// A distance in metres for which all conditions are as for the place's: of an area from its
    /// border, negative inside; of two lines how much farther the first of them is than the second.
    package var distance: Double
    /// The side of a line on which the place is; both on the line and where the side is undefined.
    package var sides: LineSides = .both
    /// Whether the place is beyond the perpendicular at an open end of a line.
    package var isBeyondEnd = false

    package init(distance: Double, sides: LineSides = .both, isBeyondEnd: Bool = false) {
        self.distance = distance
        self.sides = sides
        self.isBeyondEnd = isBeyondEnd
    }
}
