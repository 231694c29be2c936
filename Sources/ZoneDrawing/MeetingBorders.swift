import Geodesy
import PlanarGeometry
import Zones

/// The curves at which a stretch of a line stops to be the nearest, and the rest of the line begins to be.
///
/// From where the two meet they run along the perpendiculars of the edges there, or between these, and on
/// wherever the stretch and the rest are as near.
struct MeetingBorders {
    let stretch: LineLocator
    let rest: LineLocator
    /// How much farther the stretch may be, in metres, and still count as the nearest: one length, or two where
    /// the line is not known exactly; ascending.
    let differences: [Double]

    init(_ stretch: LineSource, _ rest: LineSource, isClosed: Bool) {
        self.stretch = stretch.locator
        self.rest = rest.locator
        let limit = isClosed ? coincidence : -coincidence
        let accuracy = stretch.accuracy + rest.accuracy
        differences = accuracy > 0 ? [limit - accuracy, limit + accuracy] : [limit]
    }

    /// The curves, each from a little before where it begins to a little beyond the reach.
    ///
    /// - Parameters:
    ///   - limits: rings at the zone's distances, by which curves are found that do not begin where the two meet.
    ///   - reach: metres from the stretch up to which the curves are wanted.
    ///   - missed: positions near which an earlier drawing has missed curves.
    func chains(
        limits: [[Coordinate]], reach: Double, tolerance: Double, missed: [Coordinate]
    ) -> [[Coordinate]] {
        var hintOfRest: Int?
        var network = BorderNetwork(stretch, reach: reach, tolerance: tolerance) { place, hint in
            let own = stretch.nearest(to: place, hint: &hint).distance
            let difference = (own - rest.nearest(to: place, hint: &hintOfRest).distance).metres
            return differences.count { difference > $0 }
        }
        if differences.count == 1 {
            for place in meetings { network.follow(about: place) }
        }
        for ring in limits { network.add(from: ring) }
        network.add(missedNear: missed)
        return network.chains + network.joints
    }

    /// Where the stretch and the rest meet.
    private var meetings: [Coordinate] {
        stretch.openEnds.map(\.place).filter {
            rest.nearest(to: $0).distance <= DistanceBand.coincidence
        }
    }
}
