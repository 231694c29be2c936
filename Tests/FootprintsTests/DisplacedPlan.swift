import Foundation
import Geodesy
import TestSupport
import Zones

/// A plan whose lines, areas and points lie elsewhere within their accuracies, where they are exact.
struct DisplacedPlan {
    private var random: SeededGenerator
    private var lines: [LineGeometry: LineGeometry] = [:]
    private var areas: [ZoneArea: ZoneArea] = [:]
    private var points: [Coordinate: Coordinate] = [:]

    private init(_ seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// One of the models that a plan may stand for.
    static func model(_ plan: ZonePlan, seed: UInt64) throws -> ZoneModel {
        var displaced = DisplacedPlan(seed)
        var other = ZonePlan()
        for line in plan.lines {
            other.addLine(try displaced.line(line.geometry, line.accuracy.metres))
        }
        for zone in plan.zones {
            other.addZone(try zone.replacingLeaves { try displaced.leaf($0) })
        }
        return try ZoneModel(other)
    }

    private mutating func leaf(
        _ leaf: Region<LineNumber, ZoneNumber>
    ) throws -> Region<LineNumber, ZoneNumber> {
        switch leaf {
        case .beside(.route(let route, let accuracy), let left, let right, let ends):
            return .beside(
                .route(try line(route, accuracy.metres), accuracy: .zero), left: left,
                right: right, ends: ends)
        case .around(let centre, let band, let accuracy):
            let moved =
                points[centre]
                ?? DrawnRegion.ahead(
                    centre, .random(in: 0..<360, using: &random), 0.999 * accuracy.metres)
            points[centre] = moved
            return .around(moved, band)
        case .inside(let area): return .inside(try self.area(area))
        case .outward(let area, let band): return .outward(try self.area(area), band)
        default: return leaf
        }
    }

    private mutating func line(
        _ given: LineGeometry, _ accuracy: Double
    ) throws -> LineGeometry {
        if let known = lines[given] { return known }
        let parts = displaced(given.parts, accuracy, given.edges)
        let found = try LineGeometry(parts: parts, edges: given.edges, joins: given.joins)
        lines[given] = found
        return found
    }

    private mutating func area(_ given: ZoneArea) throws -> ZoneArea {
        if let known = areas[given] { return known }
        var found = ZoneArea(given.geometry, edges: given.edges)
        if given.accuracy > .zero {
            let rings = given.geometry.polygons.map {
                shifted($0, given.accuracy.metres, given.edges)
            }
            found = ZoneArea(
                try PolygonGeometry(polygons: rings, edges: given.edges), edges: given.edges)
        }
        areas[given] = found
        return found
    }

    /// Vertices moved each by itself where no edges cross then that did not before, or all alike.
    private mutating func displaced(
        _ parts: [[Coordinate]], _ accuracy: Double, _ edges: EdgeKind
    ) -> [[Coordinate]] {
        guard accuracy > 0 else { return parts }
        let isNearPole = parts.joined().contains { $0.latitude.magnitude > 80 }
        if edges == .geodesic, !isNearPole, Bool.random(using: &random) {
            var moved: [Coordinate: Coordinate] = [:]
            for place in parts.joined() where moved[place] == nil {
                moved[place] = DrawnRegion.ahead(
                    place, .random(in: 0..<360, using: &random), 0.999 * accuracy)
            }
            let others = parts.map { $0.map { moved[$0] ?? $0 } }
            if Self.crossings(others).isSubset(of: Self.crossings(parts)) { return others }
        }
        return shifted(parts, accuracy, edges)
    }

    /// All moved the same way; edges that are no geodesics stay near poles, where that would bend them.
    private mutating func shifted(
        _ parts: [[Coordinate]], _ accuracy: Double, _ edges: EdgeKind
    ) -> [[Coordinate]] {
        let way = Double.random(in: 0..<360, using: &random)
        let first = parts[0][0]
        if edges != .geodesic, parts.joined().contains(where: { $0.latitude.magnitude > 75 }) {
            return parts
        }
        return parts.map { part in
            part.map { place in
                let turned = (place.longitude - first.longitude).remainder(dividingBy: 360)
                return DrawnRegion.ahead(
                    place, way + turned * sin(place.latitude * .pi / 180), 0.999 * accuracy)
            }
        }
    }

    /// Pairs of segments that cross, by their numbers over all parts, in longitude and latitude.
    private static func crossings(_ parts: [[Coordinate]]) -> Set<SIMD2<Int>> {
        let origin = parts[0][0].longitude
        func flat(_ place: Coordinate) -> SIMD2<Double> {
            [(place.longitude - origin).remainder(dividingBy: 360), place.latitude]
        }
        let segments = parts.flatMap { part in
            zip(part, part.dropFirst()).map { (flat($0), flat($1)) }
        }
        func turn(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>) -> Double {
            let (p, q) = (b - a, c - a)
            return p.x * q.y - p.y * q.x
        }
        var found: Set<SIMD2<Int>> = []
        for (i, one) in segments.enumerated() {
            for (j, other) in segments.enumerated() where j > i {
                let isAcross = turn(one.0, one.1, other.0) * turn(one.0, one.1, other.1) < 0
                if isAcross, turn(other.0, other.1, one.0) * turn(other.0, other.1, one.1) < 0 {
                    found.insert([i, j])
                }
            }
        }
        return found
    }
}
