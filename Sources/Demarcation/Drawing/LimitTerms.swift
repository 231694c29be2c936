import Geodesy

/// What the border of a zone is made of, and who belongs to the zone: the definition against which
/// a drawing is audited.
struct LimitTerms {
    /// A curve that may be border.
    enum Term {
        /// Places at given distances from a line; at 0 the line itself.
        case levels(LineLocator, [Double])
        /// Places at a distance from a point.
        case circle(Coordinate, Double)
        /// Places from which something else measures its distance in metres to the border.
        case other(@Sendable (Coordinate) -> Double)
    }

    var terms: [Term]
    /// Whether a position belongs to the zone, exactly.
    var contains: @Sendable (Coordinate) -> Bool

    /// The least distance in metres of a position from the curves.
    ///
    /// The difference to a level is at most the distance to it, and equal near a smooth limit.
    func deviation(of position: Coordinate, _ hints: inout [Int?]) -> Double {
        var least = Double.infinity
        if hints.count < terms.count { hints = Array(repeating: nil, count: terms.count) }
        for (k, term) in terms.enumerated() {
            switch term {
            case .levels(let locator, let levels):
                let distance = locator.nearest(to: position, hint: &hints[k]).distance.metres
                for level in levels { least = min(least, (distance - level).magnitude) }
            case .circle(let centre, let radius):
                let distance = Geodesic.distance(from: centre, to: position).metres
                least = min(least, (distance - radius).magnitude)
            case .other(let measure): least = min(least, measure(position))
            }
        }
        return least
    }
}
