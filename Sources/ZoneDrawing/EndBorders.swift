import Geodesy

/// The curves at which a zone with flat ends stops: the perpendiculars at the line's open ends, up
/// to where another place of the line becomes the nearest.
struct EndBorders {
    let locator: LineLocator
    /// Metres from the line up to which the curves are wanted.
    let reach: Double
    let tolerance: Double

    /// Two curves for each open end, each from the end to a little beyond the reach.
    var chains: [[Coordinate]] {
        var hint: Int?
        let locator = locator
        let border = ClassBorder(
            isFirst: { locator.nearest(to: $0, hint: &hint).beyondEnd != nil },
            isWanted: {
                let distance = locator.nearest(to: $0, hint: &hint).distance.metres
                return distance > 0.05 * tolerance && distance < reach + 3 * tolerance
            }, tolerance: tolerance)
        var chains: [[Coordinate]] = []
        for course in locator.courses {
            var ends: [(Coordinate, Double)] = []
            if course.previous == nil { ends.append((course.start, course.startAzimuth)) }
            if course.next == nil { ends.append((course.end, course.endAzimuth)) }
            for (end, azimuth) in ends {
                for turn in [90.0, -90] {
                    let start = Geodesic.direct(
                        from: end, azimuth: Azimuth(degrees: azimuth + turn),
                        distance: .metres(tolerance))
                    chains.append(
                        [end]
                            + border.path(
                                from: start.position, heading: start.azimuthAtEnd.degrees
                            ).places)
                }
            }
        }
        return chains
    }
}
