import Geodesy

/// The curves at which a zone with flat ends stops: the perpendiculars at the line's open ends, and from
/// where another place of the line becomes the nearest the border to what is nearest to that.
struct EndBorders {
    let locator: LineLocator
    /// Metres from the line up to which the curves are wanted.
    let reach: Double
    let tolerance: Double
    /// Positions near which an earlier drawing has missed curves.
    let missed: [Coordinate]

    /// The curves, those at an end each from the end to a little beyond the reach.
    var chains: [[Coordinate]] {
        var network = BorderNetwork(locator, reach: reach, tolerance: tolerance) {
            $0.beyondEnd != nil
        }
        for course in locator.courses {
            var ends: [(Coordinate, Double)] = []
            if course.previous == nil { ends.append((course.start, course.startAzimuth)) }
            if course.next == nil { ends.append((course.end, course.endAzimuth)) }
            for (end, azimuth) in ends {
                for turn in [90.0, -90] { network.follow(from: end, azimuth: azimuth + turn) }
            }
        }
        network.add(missedNear: missed)
        return network.chains + network.joints
    }
}
