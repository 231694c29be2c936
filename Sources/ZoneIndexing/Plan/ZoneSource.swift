import Geodesy

/// Something that zones are measured from.
enum ZoneSource: Sendable {
    case line(LineSource)
    case point(Coordinate)
    case area(AreaLocator)
}

/// A line with what zones ask of it.
struct LineSource: Sendable {
    let locator: LineLocator
    /// The line's accuracy in metres.
    let accuracy: Double
    /// How far from it zones ask for more than the distance.
    var reach = LineReading.Reach()
    /// The farthest limit of any zone, in metres; negative infinity when there is none.
    var limit = -Double.infinity
    /// The number of the line in the plan when verdicts tell its side.
    let number: Int?
}

/// A condition on one source.
enum ZoneAtom: Sendable {
    case line(Int, left: DistanceBand, right: DistanceBand, flatEnds: Bool)
    case point(Int, DistanceBand)
    case area(Int)
    /// By the distance to the border, negative inside.
    case aroundArea(Int, DistanceBand)

    /// The source's number.
    var source: Int {
        switch self {
        case .line(let source, _, _, _), .point(let source, _), .area(let source),
            .aroundArea(let source, _):
            source
        }
    }
}

/// A step of a zone's definition on a stack of memberships.
enum ZoneStep: Sendable {
    case atom(Int)
    case zone(Int)
    case constant(Membership)
    case union
    case intersection
    case complement
}
