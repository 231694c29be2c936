import Foundation
import Geodesy

/// A line that is hard to measure a distance to; what it is follows from its name alone.
public enum HardLine: String, CaseIterable, Sendable {
    case overAntimeridian, aroundNorthPole, throughNorthPole, nearSouthPole, alongAntimeridian
    case spiral, switchbacks, closedRing, twoStrands, metreVertices, longEdges, manyParts
    case duplicateVertices, fractal, alongHighParallels

    /// Every third of them, or all where the environment asks for long runs: for what takes long.
    public static let sample: [HardLine] =
        LongRuns.areAsked
        ? allCases : stride(from: 0, to: allCases.count, by: 3).map { allCases[$0] }

    /// Its parts, the same for every kind of edge.
    public var parts: [[Coordinate]] {
        switch self {
        case .overAntimeridian: [Self.zigzag()]
        case .aroundNorthPole:
            [Self.around(latitude: 83, swing: 3, from: -170, to: 175, steps: 40)]
        case .throughNorthPole: Self.throughNorthPoleParts
        case .nearSouthPole: Self.nearSouthPoleParts
        case .alongAntimeridian:
            [
                .vertices([
                    (180, 10), (-180, 20), (-180, 20.5), (180, 30), (179, 35), (-180, 40),
                    (-179, 45), (-180, 50), (180, 60.25), (-180, 60), (180, 66),
                ])
            ]
        case .spiral: [Self.spiral()]
        case .switchbacks: Self.switchbackParts
        case .closedRing: [Self.ring()]
        case .twoStrands: [Self.strands()]
        case .metreVertices: [Self.metres()]
        case .longEdges: [Self.long()]
        case .manyParts: Self.manyPartsParts
        case .duplicateVertices: Self.duplicateParts
        case .fractal: [Self.fractalVertices()]
        case .alongHighParallels: Self.highParallelParts
        }
    }

    /// The line with edges of the given kind; its parts stay apart, as the oracle takes them,
    /// unless said otherwise.
    public func line(
        _ edges: EdgeKind, joins: LineGeometry.Joins = .asDrawn
    ) throws -> LineGeometry {
        try LineGeometry(parts: parts, edges: edges, joins: joins)
    }

    /// A seed of its own for what is drawn at random about it.
    public func seed(_ edges: EdgeKind) -> UInt64 {
        (rawValue + edges.rawValue).utf8.reduce(0xCBF2_9CE4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
    }
}

extension HardLine {
    private static func wrapped(_ longitude: Double, _ latitude: Double) -> Coordinate {
        Coordinate(longitude: longitude.remainder(dividingBy: 360), latitude: latitude)
    }

    private static func zigzag() -> [Coordinate] {
        (0...40).map { i in
            wrapped(168 + 0.6 * Double(i), 20 * sin(Double(i) / 3) + (i % 2 == 0 ? 1.5 : -1.5))
        }
    }

    private static func around(
        latitude: Double, swing: Double, from: Double, to: Double, steps: Int
    ) -> [Coordinate] {
        (0...steps).map { i in
            wrapped(
                from + (to - from) * Double(i) / Double(steps),
                latitude + swing * sin(Double(i) * 1.7))
        }
    }

    private static func spiral() -> [Coordinate] {
        (0...480).map { i in
            let turn = Double(i) * 2 * Double.pi / 60
            let radius = 0.05 + 0.3 * turn / (2 * Double.pi)
            return Coordinate(
                longitude: 34 + radius * cos(turn) / cos(48 * Double.pi / 180),
                latitude: 48 + radius * sin(turn))
        }
    }

    private static func ring() -> [Coordinate] {
        var ring = (0..<60).map { i in
            let angle = Double(i) * Double.pi / 30
            let radius = 1.5 + 0.5 * sin(Double(i) * 2.3) + (i % 5 == 0 ? 0.9 : 0)
            return Coordinate(
                longitude: -74 + radius * cos(angle), latitude: 4 + radius * sin(angle))
        }
        ring.append(ring[0])
        return ring
    }

    /// Out and back, 1.9 km apart.
    private static func strands() -> [Coordinate] {
        let out = (0...100).map { i in
            Coordinate(
                longitude: 126.6 + 0.012 * Double(i),
                latitude: 37.9 + 0.02 * sin(Double(i) / 4))
        }
        let back = out.reversed().map {
            Coordinate(longitude: $0.longitude, latitude: $0.latitude + 1.9 / 111)
        }
        return out + back
    }

    private static func metres() -> [Coordinate] {
        var random = SeededGenerator(seed: 8)
        var place = (35.9, -33.1)
        return (0...600).map { i in
            let heading = 0.4 * sin(Double(i) / 40) + Double.random(in: -1...1, using: &random)
            place.0 += cos(heading) / 93_000
            place.1 += sin(heading) / 111_000
            return Coordinate(longitude: place.0, latitude: place.1)
        }
    }

    private static func long() -> [Coordinate] {
        (0...12).map { i in
            Coordinate(
                longitude: -10 + 3.4 * Double(i) + (i % 3 == 0 ? 0.7 : 0),
                latitude: 47 + 4 * sin(Double(i) * 1.1))
        }
    }

    private static func fractalVertices() -> [Coordinate] {
        var random = SeededGenerator(seed: 12)
        var heights = [0.0, 0.3]
        var spread = 1.2
        while heights.count < 4097 {
            var finer = [heights[0]]
            for (low, high) in zip(heights, heights.dropFirst()) {
                let middle = (low + high) / 2 + spread * Double.random(in: -1...1, using: &random)
                finer += [middle, high]
            }
            heights = finer
            spread *= 0.62
        }
        return heights.enumerated().map { i, height in
            Coordinate(
                longitude: 20 + 8 * Double(i) / 4096 + height / 3, latitude: 61 + height / 2)
        }
    }

    private static let throughNorthPoleParts: [[Coordinate]] = [
        .vertices([
            (10, 80), (10, 89.999), (10, 90), (100, 90), (100, 85), (-120, 89.999), (-60, 84),
            (-58, 86), (60, 89.999), (70, 88),
        ]),
        .vertices([(-30, 89.5), (-30, 90), (45, 90), (45, 70)]),
    ]

    private static let nearSouthPoleParts: [[Coordinate]] = [
        .vertices([
            (0, -89.99), (70, -89.995), (150, -89.9), (-150, -89.999), (-80, -89.9), (-20, -89),
        ]),
        .vertices([(30, -70), (120, -85), (-160, -78), (-90, -88), (-90, -90)]),
    ]

    /// Exact retraces, a near one, and a spike back to a place on the way out.
    private static let switchbackParts: [[Coordinate]] = [
        .vertices([(30, 45), (31, 45.5), (30, 45), (29, 45.25), (29.5, 46)]),
        .vertices([(33, 47), (33, 48), (33, 47.25), (34, 47.25)]),
        .vertices([(36, 44), (37, 44.5), (36.2, 44.1000001), (36.9, 43.8)]),
        .vertices([(40, 0), (41, 0), (40.5, 0), (42, 0)]),
    ]

    /// Parts that touch end to end, cross, and lie far from each other.
    private static let manyPartsParts: [[Coordinate]] = [
        .vertices([(44, 40), (45, 40.5), (46, 40.2)]),
        .vertices([(46, 40.2), (47, 41), (48, 40.9)]),
        .vertices([(45.5, 39), (45.5, 42)]),
        .vertices([(50, 38), (51, 39), (52, 38), (50, 38)]),
        .vertices([(-120, -10), (-119, -11)]),
        .vertices([(170, 60), (-170, 61), (-160, 50)]),
        .vertices([(48, 40.9), (44, 40)]),
    ]

    private static let duplicateParts: [[Coordinate]] = [
        .vertices([
            (73, 34), (73, 34), (73, 34), (74, 34.5), (74, 34.5), (75, 34), (75.5, 35), (75.5, 35),
        ]),
        .vertices([
            (77, 33), (77, 33), (78, 33), (78, 34), (78, 34), (77, 34), (77, 33), (77, 33),
        ]),
    ]

    private static let highParallelParts: [[Coordinate]] = [
        .vertices([(-60, 75), (40, 75), (70, 78), (-175, 78.5), (-100, 76)]),
        .vertices([(0, 70), (170, 70.0001)]),
        .vertices([(-150, 85), (-10, 85)]),
    ]
}
