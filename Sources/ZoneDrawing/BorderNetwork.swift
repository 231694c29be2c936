import Geodesy
import PlanarGeometry

/// The curves that part positions of different classes, found from places at which they begin and followed
/// through the places where three of them meet.
struct BorderNetwork {
    /// The line from which the classes come.
    let locator: LineLocator
    let border: ClassBorder
    /// Metres from the line up to which the curves are wanted.
    let reach: Double
    private(set) var chains: [[Coordinate]] = []
    private var deadEnds: [Coordinate] = []
    /// Where curves end at the line or so near to it that they were not followed farther.
    private var endsAtLine: [Coordinate] = []

    var tolerance: Double { border.tolerance }

    init(
        _ locator: LineLocator, reach: Double, tolerance: Double,
        classOf: @escaping (Coordinate, _ hint: inout Int?) -> Int
    ) {
        self.locator = locator
        self.reach = reach
        var hint: Int?
        border = ClassBorder(
            classOf: { classOf($0, &hint) },
            isWanted: {
                let distance = locator.nearest(to: $0, hint: &hint).distance.metres
                return distance > 0.05 * tolerance && distance < reach + 3 * tolerance
            }, tolerance: tolerance)
    }

    /// Follows the curve from a place a tolerance away from where it begins, in a direction in degrees,
    /// unless that is known.
    mutating func follow(from start: Coordinate, azimuth: Double) {
        let first = Geodesic.direct(
            from: start, azimuth: Azimuth(degrees: azimuth), distance: .metres(tolerance))
        guard !isKnown(first.position, within: 0.5 * tolerance) else { return }
        add(start, border.path(from: first.position, heading: first.azimuthAtEnd.degrees))
    }

    /// Adds a curve, with where it comes from, and the curves that go on where it ends: at a corner, or
    /// where three of them meet.
    mutating func add(_ from: Coordinate, _ path: ClassBorder.Path) {
        chains.append([from] + path.places)
        guard let end = path.places.last else { return }
        guard path.isDeadEnd else {
            if locator.nearest(to: end).distance.metres < tolerance { endsAtLine.append(end) }
            return
        }
        deadEnds.append(end)
        // Each place of the kind is where three or more others are nearest; this only ends what is lost.
        guard deadEnds.count < 1000 else { return }
        follow(about: end)
    }

    /// Follows the curves that pass through a place or begin there, each way, but for those that are known.
    mutating func follow(about place: Coordinate) {
        for way in border.ways(from: place) where !isKnown(way, within: tolerance) {
            let azimuth = Geodesic.inverse(from: place, to: way).azimuthAtEnd
            add(place, border.path(from: way, heading: azimuth.degrees))
        }
    }

    /// Adds the curves nearest to positions that an earlier drawing had on the wrong side.
    mutating func add(missedNear positions: [Coordinate]) {
        for position in positions {
            for place in places(near: position) where !isKnown(place, within: 2 * tolerance) {
                follow(about: place)
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

    /// Short pieces that join curves that end close to each other or to another one, where three of them meet,
    /// or close to a vertex of the line, where they run into a narrow angle between two of its edges or come
    /// upon its end.
    var joints: [[Coordinate]] {
        var joints: [[Coordinate]] = []
        func join(_ end: Coordinate, to others: [Coordinate]) {
            for other in others
            where other != end
                && Geodesic.distance(from: end, to: other).metres < 20 * tolerance
            {
                joints.append([end, other])
            }
        }
        for (k, end) in deadEnds.enumerated() {
            join(end, to: Array(deadEnds[(k + 1)...]))
            joints += chains.filter { $0.first != end && $0.last != end }
                .compactMap { joint(from: end, through: $0) }
        }
        for end in deadEnds + endsAtLine { join(end, to: verticesOfLine(near: end)) }
        return joints
    }

    /// The way from a dead end over a curve that passes close to it.
    private func joint(from end: Coordinate, through chain: [Coordinate]) -> [Coordinate]? {
        let edges = zip(chain, chain.dropFirst()).map(DrawnEdge.init)
        guard let edge = edges.min(by: { $0.distance(from: end) < $1.distance(from: end) }) else {
            return nil
        }
        let nearest = edge.nearest(to: end)
        guard nearest.distance < 5 * tolerance else { return nil }
        let way = Geodesic.inverse(from: end, to: edge.place(at: nearest.t))
        let beyond = Geodesic.direct(
            from: end, azimuth: way.azimuthAtStart,
            distance: way.distance + .metres(0.1 * tolerance))
        return [end, beyond.position]
    }

    /// The ends of the edge that is nearest to a position.
    private func verticesOfLine(near position: Coordinate) -> [Coordinate] {
        let place = locator.nearest(to: position)
        guard place.distance.metres < 20 * tolerance,
            let course = locator.courses.first(where: {
                $0.part == place.part && $0.segment == place.segment
            })
        else { return [] }
        return [course.start, course.end]
    }
}
