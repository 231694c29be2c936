import Geodesy

extension LineGeometry {
    /// An edge whose course depends on what joins its vertices.
    public struct EdgeAmbiguity: Hashable, Sendable {
        /// The length of the longest edge, along the geodesic.
        public let edge: Distance
        /// How far the geodesic and the straight way in longitude and latitude are apart, at most.
        public let deviation: Distance
    }

    /// How far the line would lie elsewhere with planar edges instead of geodesic ones, or `nil`
    /// where that is at most `tolerance`.
    ///
    /// - Accuracy: of the deviation about 1 part in 100: it is taken at three places of an edge.
    public func edgeAmbiguity(beyond tolerance: Distance = .metres(1)) -> EdgeAmbiguity? {
        var longest = Distance.zero
        var deviation = Distance.zero
        for part in parts {
            for (from, to) in zip(part, part.dropFirst()) where !from.isSamePlace(as: to) {
                let length = Geodesic.distance(from: from, to: to)
                longest = max(longest, length)
                // On a parallel the two leave each other by L^2 tan(latitude) / 8 R; edges for
                // which twice that is below the tolerance are not looked at.
                let latitude = max(from.latitude.magnitude, to.latitude.magnitude)
                let slope = latitude < 89 ? latitude / (90 - latitude) * 1.6 : 100
                guard length.metres * length.metres * slope > 25_000_000 * tolerance.metres,
                    let geodesic = try? LineGeometry([from, to], edges: .geodesic)
                else { continue }
                let locator = LineLocator(geodesic)
                let span = (to.longitude - from.longitude).remainder(dividingBy: 360)
                for t in [0.25, 0.5, 0.75] {
                    let place = Coordinate(
                        longitude: (from.longitude + t * span).remainder(dividingBy: 360),
                        latitude: from.latitude + t * (to.latitude - from.latitude))
                    deviation = max(deviation, locator.nearest(to: place).distance)
                }
            }
        }
        return deviation > tolerance ? EdgeAmbiguity(edge: longest, deviation: deviation) : nil
    }

    /// How many pairs of segments cross each other, drawn straight in longitude and latitude.
    ///
    /// Segments that only touch, as neighbours do, do not count. A line may cross itself; its side
    /// is then that of the nearest place.
    /// - Complexity: n log n for lines that run on; quadratic at worst.
    public var selfCrossingCount: Int {
        var segments: [(a: (x: Double, y: Double), b: (x: Double, y: Double))] = []
        for part in parts {
            var x = part[0].longitude
            for (from, to) in zip(part, part.dropFirst()) {
                let next = x + (to.longitude - from.longitude).remainder(dividingBy: 360)
                segments.append(((x, from.latitude), (next, to.latitude)))
                x = next
            }
        }
        let xs = segments.flatMap { [$0.a.x, $0.b.x] }
        let ys = segments.flatMap { [$0.a.y, $0.b.y] }
        // Swept along the axis on which the line is longer.
        if (ys.max() ?? 0) - (ys.min() ?? 0) > (xs.max() ?? 0) - (xs.min() ?? 0) {
            segments = segments.map { (($0.a.y, $0.a.x), ($0.b.y, $0.b.x)) }
        }
        segments.sort { min($0.a.x, $0.b.x) < min($1.a.x, $1.b.x) }
        var count = 0
        var active: [Int] = []
        for (s, segment) in segments.enumerated() {
            let start = min(segment.a.x, segment.b.x)
            active.removeAll { max(segments[$0].a.x, segments[$0].b.x) < start }
            for other in active where Self.cross(segment, segments[other]) { count += 1 }
            active.append(s)
        }
        return count
    }

    private typealias Segment = (a: (x: Double, y: Double), b: (x: Double, y: Double))

    private static func cross(_ s: Segment, _ t: Segment) -> Bool {
        func turn(
            _ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double)
        ) -> Double {
            (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        guard max(s.a.y, s.b.y) >= min(t.a.y, t.b.y), max(t.a.y, t.b.y) >= min(s.a.y, s.b.y) else {
            return false
        }
        return turn(s.a, s.b, t.a) * turn(s.a, s.b, t.b) < 0
            && turn(t.a, t.b, s.a) * turn(t.a, t.b, s.b) < 0
    }
}
