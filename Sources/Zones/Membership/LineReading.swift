import Geodesy

/// How a report lies to a line or route.
package struct LineReading: Sendable {
    package let nearest: NearestPlace
    /// The bound on the report's own error, in metres.
    package let bound: Double
    /// The line's accuracy in metres.
    package let accuracy: Double
    /// The sides on which the report may lie; both where nobody asked.
    package let sides: LineSides
    /// How the report may lie to the line's open ends.
    package let extents: LineExtents

    /// What the distance may be off by, in metres.
    package var uncertainty: Double { bound + accuracy }
    /// Whether the report is a point and the line known, so that sides that are both are undefined.
    package var isExact: Bool { uncertainty == 0 }

    /// What is asked of a line besides the distance.
    package struct Wanted: Sendable {
        package var sides: Bool
        package var ends: Bool

        package var isNothing: Bool { !sides && !ends }

        package init(sides: Bool, ends: Bool) {
            self.sides = sides
            self.ends = ends
        }
    }

    /// Measures by the definition; `wanted` is asked with the least and the greatest distance.
    package init(
        _ position: Coordinate, bound: Double, line: LineSource,
        wanted: (_ least: Double, _ most: Double) -> Wanted
    ) {
        let nearest = line.locator.nearest(to: position)
        self.nearest = nearest
        self.bound = bound
        accuracy = line.accuracy
        let uncertainty = bound + line.accuracy
        let metres = nearest.distance.metres
        guard uncertainty > 0 else {
            switch nearest.side {
            case .left: sides = .left
            case .right: sides = .right
            case .on, .none: sides = .both
            }
            extents = nearest.beyondEnd == nil ? .alongside : .beyondEnd
            return
        }
        let wanted = wanted(metres - uncertainty, metres + uncertainty)
        if wanted.sides {
            let possible = line.locator.possibleSides(
                of: position, within: .metres(bound), accuracy: .metres(line.accuracy))
            sides = possible.isEmpty ? .both : possible
        } else {
            sides = .both
        }
        if wanted.ends {
            extents = line.locator.possibleExtents(
                of: position, within: .metres(bound), accuracy: .metres(line.accuracy))
        } else {
            extents = .alongside
        }
    }
}
