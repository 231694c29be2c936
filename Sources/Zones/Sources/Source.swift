import Geodesy

/// Something that zones are measured from, made ready once for everybody.
package enum Source: Sendable {
    case line(LineSource)
    case point(PointSource)
    case area(AreaLocator)
    /// How much farther one line is than another, by the numbers of their sources and of the border
    /// of the area between them, if it is that which is parted.
    case pair(first: Int, second: Int, border: Int?)
}

extension Source {
    /// How far the source may be from where it is given, in metres.
    package var accuracy: Double {
        switch self {
        case .line(let line): line.accuracy
        case .point(let point): point.accuracy
        case .area(let area): area.accuracy
        // By its lines.
        case .pair: 0
        }
    }

    /// The same with an accuracy that is smaller by so many metres, not below zero.
    func narrowed(by metres: Double) -> Source {
        let accuracy = max(0, accuracy - metres)
        switch self {
        case .line(let line): return .line(line.with(accuracy: accuracy))
        case .point(let point):
            return .point(PointSource(centre: point.centre, accuracy: accuracy))
        case .area(let area): return .area(area.with(accuracy: accuracy))
        case .pair: return self
        }
    }
}

/// A point.
package struct PointSource: Hashable, Sendable {
    package let centre: Coordinate
    /// The point's accuracy in metres.
    package let accuracy: Double
}

/// A line or route.
package struct LineSource: Sendable {
    package let locator: LineLocator
    /// The line's accuracy in metres.
    package let accuracy: Double
    /// The number of the line in the plan when verdicts tell its side.
    package let number: Int?
    /// Whether the line is one of those among which the nearest is looked for.
    package let isForNearest: Bool
    /// The greatest distance in metres of a place that the line encloses on its left, where it is the
    /// border of an area.
    package var enclosed: Double?

    func with(accuracy: Double) -> LineSource {
        LineSource(
            locator: locator, accuracy: accuracy, number: number, isForNearest: isForNearest,
            enclosed: enclosed)
    }
}
