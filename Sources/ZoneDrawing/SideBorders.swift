import Geodesy
import PlanarGeometry

/// The curves, other than the line itself, that part its left from its right: the prolongations of
/// open ends, and the places as near to a left-showing place of the line as to a right-showing one.
struct SideBorders {
    let locator: LineLocator
    /// Metres from the line up to which the curves are wanted.
    let reach: Double
    let tolerance: Double

    /// The curves, each from a little before where it begins to a little beyond the reach.
    func chains(limits: [[Coordinate]]) -> [[Coordinate]] {
        var hint: Int?
        let locator = locator
        let border = ClassBorder(
            isFirst: { locator.nearest(to: $0, hint: &hint).side == .left },
            isWanted: {
                let distance = locator.nearest(to: $0, hint: &hint).distance.metres
                return distance > 0.05 * tolerance && distance < reach + 3 * tolerance
            }, tolerance: tolerance)
        var chains: [[Coordinate]] = []
        var deadEnds: [Coordinate] = []
        func add(_ from: Coordinate, _ path: ClassBorder.Path) {
            chains.append([from] + path.places)
            if path.isDeadEnd, let end = path.places.last { deadEnds.append(end) }
        }
        for (end, heading) in openEnds {
            let start = Geodesic.direct(
                from: end, azimuth: Azimuth(degrees: heading), distance: .metres(tolerance))
            let path = border.path(from: start.position, heading: start.azimuthAtEnd.degrees)
            add(end, path)
        }
        for crossing in crossings {
            for radius in [0.3, 0.05] {
                for place in border.crossings(onCircle: crossing, radius: radius)
                where locator.nearest(to: place).distance.metres > 0.02 * radius {
                    let way = Geodesic.inverse(from: crossing, to: place)
                    let path = border.path(from: place, heading: way.azimuthAtEnd.degrees)
                    // From a little before, so that the two lines are met.
                    let before = Geodesic.direct(
                        from: crossing, azimuth: way.azimuthAtStart, distance: .metres(-0.001))
                    add(before.position, path)
                }
                if radius == 0.3 { break }
            }
        }
        for (from, path) in fromLimits(limits, border, known: chains) { add(from, path) }
        return chains + joints(deadEnds)
    }

    /// Short pieces that join curves where three of them meet, and they end close to each other.
    private func joints(_ ends: [Coordinate]) -> [[Coordinate]] {
        var chains: [[Coordinate]] = []
        for (k, end) in ends.enumerated() {
            for other in ends[(k + 1)...]
            where other != end
                && Geodesic.distance(from: end, to: other).metres < 20 * tolerance
            {
                chains.append([end, other])
            }
        }
        return chains
    }

    /// The open ends of the line, each with the direction in which it is prolonged.
    private var openEnds: [(Coordinate, Double)] {
        locator.courses.flatMap { course in
            (course.previous == nil ? [(course.start, course.startAzimuth + 180)] : [])
                + (course.next == nil ? [(course.end, course.endAzimuth)] : [])
        }
    }

    /// Where the line crosses itself.
    private var crossings: [Coordinate] {
        let chains = LineChains.chains(locator, tolerance: tolerance).flatMap {
            GlobeCut.chains($0)
        }
        return (try? PlanarShape.crossings(of: chains, GEOSContext())) ?? []
    }

    /// The curves that begin where a limit changes from one side to the other.
    private func fromLimits(
        _ rings: [[Coordinate]], _ border: ClassBorder, known: [[Coordinate]]
    ) -> [(Coordinate, ClassBorder.Path)] {
        var found: [(Coordinate, ClassBorder.Path)] = []
        // Where known curves have left the zone.
        var ends = known.compactMap(\.last)
        for ring in rings {
            guard var last = ring.last else { continue }
            var lastIsFirst = border.isFirst(last)
            for vertex in ring {
                let isFirst = border.isFirst(vertex)
                defer { (last, lastIsFirst) = (vertex, isFirst) }
                guard isFirst != lastIsFirst else { continue }
                let way = Geodesic.inverse(from: last, to: vertex)
                let middle = DrawnEdge(last, vertex).place(at: 0.5)
                guard
                    let place = border.crossing(
                        near: middle, across: way.azimuthAtStart.degrees,
                        within: way.distance.metres * 0.51)
                else { continue }
                let near = way.distance.metres * 2 + 10 * tolerance
                if ends.contains(where: {
                    Geodesic.distance(from: $0, to: place).metres < near
                }) {
                    continue
                }
                // The zone is on the left of the ring.
                let inward = way.azimuthAtStart.degrees - 90
                let path = border.path(from: place, heading: inward)
                guard path.places.count > 1 else { continue }
                let outside = Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: inward),
                    distance: .metres(-3 * tolerance))
                found.append((outside.position, path))
                ends.append(place)
                if let end = path.places.last { ends.append(end) }
            }
        }
        return found
    }
}
