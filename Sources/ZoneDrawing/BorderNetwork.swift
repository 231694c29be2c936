import Geodesy
import PlanarGeometry

/// The curves that part positions of two classes, found from places at which they begin and followed
/// through the places where three of them meet.
struct BorderNetwork {
    /// The line from whose places the classes come.
    let locator: LineLocator
    let border: ClassBorder
    /// Metres from the line up to which the curves are wanted.
    let reach: Double
    private(set) var chains: [[Coordinate]] = []
    private var deadEnds: [Coordinate] = []

    private var tolerance: Double { border.tolerance }

    init(
        _ locator: LineLocator, reach: Double, tolerance: Double,
        isFirst: @escaping (NearestPlace) -> Bool
    ) {
        self.locator = locator
        self.reach = reach
        var hint: Int?
        border = ClassBorder(
            isFirst: { isFirst(locator.nearest(to: $0, hint: &hint)) },
            isWanted: {
                let distance = locator.nearest(to: $0, hint: &hint).distance.metres
                return distance > 0.05 * tolerance && distance < reach + 3 * tolerance
            }, tolerance: tolerance)
    }

    /// Follows the curve from a place a tolerance away from where it begins, in a direction in degrees.
    mutating func follow(from start: Coordinate, azimuth: Double) {
        let first = Geodesic.direct(
            from: start, azimuth: Azimuth(degrees: azimuth), distance: .metres(tolerance))
        add(start, border.path(from: first.position, heading: first.azimuthAtEnd.degrees))
    }

    /// Adds a curve, with where it comes from, and the curves that go on where it ends: at a corner, or
    /// where three of them meet.
    mutating func add(_ from: Coordinate, _ path: ClassBorder.Path) {
        chains.append([from] + path.places)
        guard path.isDeadEnd, let end = path.places.last else { return }
        deadEnds.append(end)
        // Each place of the kind is where three or more others are nearest; this only ends what is lost.
        guard deadEnds.count < 1000 else { return }
        for way in border.ways(from: end) where !isKnown(way, within: tolerance) {
            let azimuth = Geodesic.inverse(from: end, to: way).azimuthAtEnd
            add(end, border.path(from: way, heading: azimuth.degrees))
        }
    }

    /// Adds the curves nearest to positions that an earlier drawing had on the wrong side.
    mutating func add(missedNear positions: [Coordinate]) {
        for position in positions {
            for place in places(near: position) where !isKnown(place, within: 2 * tolerance) {
                for way in border.ways(from: place) {
                    let azimuth = Geodesic.inverse(from: place, to: way).azimuthAtEnd
                    add(place, border.path(from: way, heading: azimuth.degrees))
                }
            }
        }
    }

    /// The places on the curves that are nearest to a position, about: where the class changes on the
    /// smallest of some circles on which it does, and not on the line itself.
    private func places(near position: Coordinate) -> [Coordinate] {
        var radius = tolerance
        while radius < 2 * reach {
            let places = border.crossings(onCircle: position, radius: radius).filter {
                let distance = locator.nearest(to: $0).distance.metres
                return distance > tolerance && distance < reach + 3 * tolerance
            }
            if !places.isEmpty { return places }
            radius *= 2
        }
        return []
    }

    /// Whether a place lies on curves that are known, within so many metres.
    func isKnown(_ place: Coordinate, within metres: Double) -> Bool {
        chains.contains { chain in
            zip(chain, chain.dropFirst()).contains { from, to in
                DrawnEdge(from, to).distance(from: place) < metres
            }
        }
    }

    /// Short pieces that join curves that end close to each other, where three of them meet.
    var joints: [[Coordinate]] {
        var joints: [[Coordinate]] = []
        for (k, end) in deadEnds.enumerated() {
            for other in deadEnds[(k + 1)...]
            where other != end
                && Geodesic.distance(from: end, to: other).metres < 20 * tolerance
            {
                joints.append([end, other])
            }
        }
        return joints
    }
}
