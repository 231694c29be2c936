public import Geodesy

/// Two made-up lines with land between them, and that land as a polygon of many vertices, by the oracle.
public struct LinePair: Sendable {
    /// The line farther west, in either direction.
    public let first: LineGeometry
    /// The line farther east.
    public let second: LineGeometry
    /// The ways from ends to ends, those that are not shared.
    public let ways: [LineGeometry]
    /// The border in latitude and in longitude counted on from the first vertex.
    private let ring: [(x: Double, y: Double)]
    /// Where the pair is.
    public let middle: Coordinate

    /// A pair somewhere, with any kinds of edges; every third shares an end or two.
    public init(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let west = [20, -110.3, 179.7, -179.95][Int.random(in: 0..<4, using: &random)]
        let south = Double.random(in: -78...76, using: &random)
        let isShared = seed % 3 == 0
        func vertices(_ longitude: Double) -> [Coordinate] {
            let count = Int.random(in: 2...9, using: &random)
            return (0..<count).map { k in
                Coordinate(
                    longitude: (west + longitude + .random(in: -0.2...0.2, using: &random))
                        .remainder(dividingBy: 360),
                    latitude: south + Double(k) / Double(count - 1))
            }
        }
        let a = vertices(0)
        var b = vertices(0.9)
        if isShared { b[b.count - 1] = a[a.count - 1] }
        if isShared, seed % 2 == 0 { b[0] = a[0] }
        func line(_ vertices: [Coordinate]) throws -> LineGeometry {
            let edges = [EdgeKind.geodesic, .rhumb, .planar][Int.random(in: 0..<3, using: &random)]
            let line = try LineGeometry(vertices, edges: edges)
            return Bool.random(using: &random) ? line : line.reversed
        }
        (first, second) = (try line(a), try line(b))
        middle = Coordinate(
            longitude: (west + 0.45).remainder(dividingBy: 360), latitude: south + 0.5)

        // The ends lie so that north goes with north.
        ways = try [(a[a.count - 1], b[b.count - 1]), (b[0], a[0])]
            .filter { $0.0 != $0.1 }.map { try LineGeometry([$0.0, $0.1]) }
        func northward(_ line: LineGeometry) -> [Coordinate] {
            let places = Self.places(line)
            return places[0].latitude < places[places.count - 1].latitude
                ? places : places.reversed()
        }
        var places = northward(first)
        if a.last != b.last, let way = ways.first { places += Self.places(way) }
        places += northward(second).reversed()
        if a[0] != b[0], let way = ways.last { places += Self.places(way) }
        var x = 0.0
        var last = places[0]
        ring = places.map { place in
            x += (place.longitude - last.longitude).remainder(dividingBy: 360)
            last = place
            return (x, place.latitude)
        }
        start = places[0].longitude
        oracles = ([first, second] + ways).map { OracleLine($0) }
    }

    private let start: Double
    private let oracles: [OracleLine]

    /// Many places along a line, by the oracle.
    private static func places(_ line: LineGeometry) -> [Coordinate] {
        let oracle = OracleLine(line)
        let count = 500
        return (0..<line.parts[0].count - 1).flatMap { segment in
            (0...count).map {
                oracle.place(part: 0, segment: segment, fraction: Double($0) / Double(count)).0
            }
        }
    }

    /// Whether the polygon contains a position, by counting the edges to the east of it.
    public func contains(_ position: Coordinate) -> Bool {
        let (x, y) = ((position.longitude - start).remainder(dividingBy: 360), position.latitude)
        var isInside = false
        for (from, to) in zip(ring, ring.dropFirst() + [ring[0]])
        where (from.y > y) != (to.y > y) {
            if from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x) > x { isInside.toggle() }
        }
        return isInside
    }

    /// The distances in metres to both lines and to the whole border, by the oracle.
    public func distances(
        from position: Coordinate
    ) -> (first: Double, second: Double, border: Double) {
        let all = oracles.map { $0.nearest(to: position).distance }
        return (all[0], all[1], all.min() ?? .infinity)
    }

    /// A position in and about the land between.
    public func position(_ random: inout SeededGenerator) -> Coordinate {
        Coordinate(
            longitude: (middle.longitude + .random(in: -0.9...0.9, using: &random))
                .remainder(dividingBy: 360),
            latitude: middle.latitude + .random(in: -0.6...0.6, using: &random))
    }
}
