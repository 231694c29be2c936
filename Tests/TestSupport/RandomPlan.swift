import Foundation
public import Geodesy
public import Zones

/// A plan of lines, areas, points and zones made of them, somewhere on the globe, and reports there.
public struct RandomPlan {
    /// Where the numbers come from.
    public var random: SeededGenerator
    /// The lines and zones.
    public internal(set) var plan = ZonePlan()
    /// Where things lie.
    public let middle: Coordinate
    /// How far things lie around the middle, in degrees of latitude.
    public let size: Double
    private var vertices: [Coordinate] = []

    /// The plan of a seed.
    public init(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let latitudes = [0.0, 12, 48, -33, 71, -84, 89.7, -89.9]
        let longitudes = [0.0, 37, -118, 179.9, -179.95]
        middle = Coordinate(
            longitude: longitudes.randomElement(using: &random) ?? 0,
            latitude: latitudes.randomElement(using: &random) ?? 0)
        size = [0.01, 0.1, 1, 4].randomElement(using: &random) ?? 1
        self.random = random
        for _ in 0..<Int.random(in: 1...2, using: &self.random) { try addLine() }
        for _ in 0..<Int.random(in: 3...9, using: &self.random) { addZone(try shape(depth: 0)) }
    }

    /// Reports anywhere near, at vertices and beside them, with bounds of all sizes.
    public mutating func reports(_ count: Int) -> [(position: Coordinate, uncertainty: Distance)] {
        (0..<count).map { number in
            var position = place(within: 2.5)
            if number % 5 == 0, let vertex = vertices.randomElement(using: &random) {
                position = number % 2 == 0 ? vertex : near(vertex)
            }
            let scale = size * 111_000
            let bounds: [Double] = [
                0, 0.3, 0.001 * scale, 0.01 * scale, 0.1 * scale, 0.6 * scale,
            ]
            var bound = bounds.randomElement(using: &random) ?? 0
            if number % 16 == 3 { bound = number % 32 == 3 ? -1 : .nan }
            if number % 16 == 7 { position = offGlobe(position) }
            return (position, .metres(bound > 150_000 ? 150_000 : bound))
        }
    }

    /// Numbers that name no position, some by very little.
    private func offGlobe(_ position: Coordinate) -> Coordinate {
        let (x, y) = (position.longitude, position.latitude)
        let others = [
            Coordinate(longitude: x < 0 ? x + 360 : x - 360, latitude: y),
            Coordinate(longitude: x, latitude: y < 0 ? -90.001 : 90.001),
            Coordinate(longitude: .nan, latitude: y), Coordinate(longitude: x, latitude: .infinity),
        ]
        return others[Int(x.magnitude) % 4]
    }

    private mutating func addLine() throws {
        let parts = (0..<Int.random(in: 1...2, using: &random)).map { _ in walk() }
        vertices += parts.joined()
        let kinds: [EdgeKind] = [.geodesic, .geodesic, .geodesic, .rhumb, .planar]
        // Rhumb lines do not reach a pole aslant.
        let kind = kinds.randomElement(using: &random) ?? .geodesic
        let line = try (try? LineGeometry(parts: parts, edges: kind)) ?? LineGeometry(parts: parts)
        plan.addLine(
            line, accuracy: Bool.random(using: &random) ? .zero : .metres(size * 500))
    }

    mutating func walk() -> [Coordinate] {
        var at = place(within: 0.7)
        var heading = Double.random(in: 0..<360, using: &random)
        return (0..<Int.random(in: 2...25, using: &random)).map { _ in
            let vertex = at
            heading += .random(in: -80...80, using: &random)
            at = at.moved(
                Double.random(in: 0.02...0.3, using: &random) * size * 111_000, towards: heading)
            return vertex
        }
    }

    mutating func addZone(_ shape: Region<LineNumber, ZoneNumber>) { plan.addZone(shape) }

    private mutating func shape(depth: Int) throws -> Region<LineNumber, ZoneNumber> {
        let line = LineNumber(rawValue: .random(in: 0..<plan.lines.count, using: &random))
        let isFlat = Int.random(in: 0..<4, using: &random) == 0
        switch Int.random(in: 0..<(depth < 2 ? 12 : 8), using: &random) {
        case 0:
            return .within(left: width(), right: width(), of: line, ends: isFlat ? .flat : .round)
        case 1:
            let isLeft = Bool.random(using: &random)
            return .within(
                left: isLeft ? width() : nil, right: isLeft ? nil : width(), of: line,
                ends: isFlat ? .flat : .round)
        case 2:
            let width = width()
            return .within(left: width, right: width, of: line, ends: isFlat ? .flat : .round)
        case 3:
            let from = width()
            return .between(
                from: from, to: from + width(),
                sides: [.both, .left, .right].randomElement(using: &random) ?? .both, of: line,
                ends: isFlat ? .flat : .round)
        case 4:
            let centre = place(within: 1)
            vertices.append(centre)
            return .aroundPoint(radius: width(), centre: centre)
        case 5:
            let area = try area()
            return .area(area, edges: edges(for: area), accuracy: accuracy())
        case 6:
            let area = try area()
            return .aroundArea(
                distance: width(), area: area, includingArea: Bool.random(using: &random),
                edges: edges(for: area), accuracy: accuracy())
        case 7:
            return .along(
                route: try LineGeometry(walk()), halfWidth: width(), ends: isFlat ? .flat : .round,
                accuracy: accuracy())
        case 8: return .union([try shape(depth: depth + 1), try shape(depth: depth + 1)])
        case 9: return .intersection([try shape(depth: depth + 1), try shape(depth: depth + 1)])
        case 10: return .difference(try shape(depth: depth + 1), try shape(depth: depth + 1))
        default:
            guard !plan.zones.isEmpty else { return .area(try area()) }
            return .zone(ZoneNumber(rawValue: .random(in: plan.zones.indices, using: &random)))
        }
    }

    /// Edges that the rings of an area can have.
    private mutating func edges(for area: PolygonGeometry) -> EdgeKind {
        let kind = [EdgeKind.planar, .geodesic, .geodesic, .rhumb].randomElement(using: &random)
        return kind.flatMap { ZoneArea(area, edges: $0).fault == nil ? $0 : nil } ?? .planar
    }

    private mutating func accuracy() -> Distance {
        .metres([0, 0, 20, 500].randomElement(using: &random).map { $0 * size } ?? 0)
    }

    mutating func width() -> Distance {
        .metres(.random(in: 0.02...0.8, using: &random) * size * 111_000)
    }

    /// A star, sometimes with a hole.
    private mutating func area() throws -> PolygonGeometry {
        let centre = place(within: 1)
        let radius = Double.random(in: 0.1...0.6, using: &random) * size * 111_000
        var rings: [[Coordinate]] = []
        for scale in Bool.random(using: &random) ? [1.0] : [1, 0.3] {
            let count = Int.random(in: 3...14, using: &random)
            var ring: [Coordinate] = []
            for corner in 0..<count {
                let share = Double.random(in: 0.5...1, using: &random)
                let heading = -360 * Double(corner) / Double(count)
                ring.append(centre.moved(radius * scale * share, towards: heading))
            }
            ring.append(ring[0])
            rings.append(ring)
        }
        // A hole of few corners may reach over its border.
        let area =
            try (try? PolygonGeometry(polygons: [rings]))
            ?? PolygonGeometry(polygons: [[rings[0]]])
        vertices += area.polygons[0].joined()
        return area
    }

    mutating func place(within reach: Double) -> Coordinate {
        let (east, north) = (
            Double.random(in: -reach...reach, using: &random) * size,
            Double.random(in: -reach...reach, using: &random) * size
        )
        let latitude = max(-90, min(90, middle.latitude + north))
        let cosine = max(cos(middle.latitude * .pi / 180), 0.02)
        let longitude = (middle.longitude + east / cosine).remainder(dividingBy: 360)
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private mutating func near(_ vertex: Coordinate) -> Coordinate {
        let off = Double.random(in: -1e-5...1e-5, using: &random) * size
        return Coordinate(
            longitude: vertex.longitude, latitude: max(-90, min(90, vertex.latitude + off)))
    }
}
