import CGeographicLib
import Foundation
import Geodesy
import TestSupport
import Zones

@testable import Notations

/// A footprint that can be made larger and smaller, and its places by GeographicLib, without its tiles.
struct DrawnRegion: Sendable {
    let kind: RegionKind
    let centre: Coordinate
    /// How far it reaches from the centre, in metres, or from the observer; of rectangles along either side.
    var size: Double
    /// A direction in degrees, and how wide it is to how long.
    let turn: Double
    let share: Double
    /// How much of a sector's range, or of a polygon, is left out in the middle.
    let inner: Double
    /// Of a sector, in degrees.
    let eitherWay: Double
    /// What may be added to the size, as a share of it.
    let boundShare: Double
    /// Distances of vertices from the centre, as shares of the size.
    let radii: [Double]
    private let grid: GridPlace

    /// A region about a place.
    init(
        _ kind: RegionKind, at centre: Coordinate, size: Double, _ random: inout SeededGenerator
    ) {
        (self.kind, self.centre, self.size) = (kind, centre, size)
        grid = Self.gridPlace(centre)
        turn = .random(in: 0..<360, using: &random)
        let angles: [Double] = kind == .rangeInterval ? [0.5, 2, 5, 11.25] : [20, 60, 120, 180]
        eitherWay = angles.randomElement(using: &random) ?? 5
        radii = (0..<5).map { _ in .random(in: 0.4...1, using: &random) }
        switch kind {
        case .pixel: share = .random(in: 0.7...1, using: &random)
        case .smallCell, .largeCell: share = 1
        default: share = random.logarithmic(0.03, 1)
        }
        switch kind {
        case .rangeInterval: inner = .random(in: 0.7...0.99, using: &random)
        case .annularSector: inner = Bool.random(using: &random) ? 0 : share
        default: inner = .random(in: 0.2...0.7, using: &random)
        }
        let isLoose = Int.random(in: 0..<5, using: &random) == 0
        switch kind {
        case .circleAsBound: boundShare = 0
        case .circleAndBound: boundShare = random.logarithmic(0.01, 1)
        default: boundShare = isLoose ? 0.1 : 0
        }
    }

    /// How far beyond the footprint the object may be, in metres.
    var bound: Double { boundShare * size }

    /// The same region, so many times as large.
    func scaled(_ factor: Double) -> DrawnRegion {
        var other = self
        other.size *= factor
        return other
    }

    /// How many parts spots tell apart.
    var parts: Int {
        switch kind {
        case .line: radii.count - 1
        case .points: radii.count
        case .collection: 4
        default: 1
        }
    }

    /// The place of a spot, or one up to `room` metres from it in its direction.
    func place(_ spot: Spot, room: Double = 0) -> Coordinate {
        let place = inside(spot)
        let off = spot.off * (bound + room)
        return off > 0 ? Self.ahead(place, 360 * spot.turn, off) : place
    }

    private func inside(_ spot: Spot) -> Coordinate {
        let (x, y) = (2 * spot.u - 1, 2 * spot.v - 1)
        switch kind {
        case .circleAsBound, .circleAndBound:
            return Self.ahead(centre, 360 * spot.u, size * spot.v.squareRoot())
        case .ellipse:
            let (angle, radius) = (2 * Double.pi * spot.u, size * spot.v.squareRoot())
            return moved(along: radius * cos(angle), across: radius * share * sin(angle))
        case .rectangle, .pixel:
            return moved(along: x * size, across: y * size * share)
        case .annularSector, .rangeInterval:
            return Self.ahead(
                centre, turn + x * eitherWay, size * (inner + (1 - inner) * spot.v))
        case .smallCell, .largeCell:
            return Self.place(grid, x * size, y * size * share)
        case .degrees:
            let box = box
            return Self.coordinate(
                [
                    centre.longitude + x * box.eastward,
                    box.south + spot.v * (box.north - box.south),
                ])
        case .line:
            let line = vertices
            return Self.coordinate(
                line[spot.part] + spot.u * (line[spot.part + 1] - line[spot.part]))
        case .polygonWithHole:
            return fan(vertices, spot.u, inner + (1 - inner) * spot.v)
        case .points: return Self.coordinate(vertices[spot.part])
        case .collection:
            let all = vertices
            switch spot.part {
            case 0: return fan(Array(all[0..<3]), spot.u, spot.v)
            case 1: return Self.coordinate(all[3] + spot.u * (all[4] - all[3]))
            case 2: return Self.coordinate(apart[0])
            default: return Self.coordinate(apart[1])
            }
        }
    }

    /// The spots of all corners; none of what is round.
    var corners: [Spot] {
        func ring(_ count: Int, _ v: Double) -> [Spot] {
            (0..<count).map { Spot(u: Double($0) / Double(count), v: v) }
        }
        let ends = [0.0, 1]
        switch kind {
        case .circleAsBound, .circleAndBound, .ellipse: return []
        case .line: return (0..<parts).flatMap { part in ends.map { Spot(part: part, u: $0) } }
        case .polygonWithHole: return ends.flatMap { ring(radii.count, $0) }
        case .points: return (0..<parts).map { Spot(part: $0) }
        case .collection:
            return ring(3, 1) + ends.map { Spot(part: 1, u: $0) } + [2, 3].map { Spot(part: $0) }
        default: return ends.flatMap { u in ends.map { Spot(u: u, v: $0) } }
        }
    }

    /// The footprint, which may be none at a pole.
    func footprint() throws -> Footprint {
        switch kind {
        case .circleAsBound, .circleAndBound:
            return try .circle(about: centre, radius: .metres(size))
        case .ellipse:
            return try .ellipse(
                about: centre, semiMajor: .metres(size), semiMinor: .metres(size * share),
                azimuth: Azimuth(degrees: turn))
        case .rectangle, .pixel:
            return try .rectangle(
                about: centre, width: .metres(2 * size * share), length: .metres(2 * size),
                heading: Azimuth(degrees: turn))
        case .annularSector, .rangeInterval:
            return try .sector(
                from: centre, bearing: Azimuth(degrees: turn),
                eitherWay: Angle(degrees: eitherWay), nearest: .metres(inner * size),
                farthest: .metres(size))
        case .smallCell, .largeCell:
            guard
                let cell = GridCell(
                    about: grid, halfEasting: size, halfNorthing: size * share),
                cell.isInRange
            else { throw None() }
            return try .grid(cell)
        case .degrees:
            let box = box
            return try .degrees(
                west: Angle(degrees: centre.longitude - box.eastward),
                south: Angle(degrees: box.south),
                east: Angle(degrees: centre.longitude + box.eastward),
                north: Angle(degrees: box.north))
        case .line:
            return try .geometry(lines: [drawable(vertices)])
        case .polygonWithHole:
            let outer = try drawable(vertices)
            let hole = vertices.map { Self.coordinate(Self.mean(middle, $0, inner)) }
            return try .geometry(polygons: [[outer + [outer[0]], hole + [hole[0]]]])
        case .points: return try .geometry(points: drawable(vertices))
        case .collection:
            let all = try drawable(vertices)
            return try .geometry(
                points: drawable(apart), lines: [[all[3], all[4]]],
                polygons: [[[all[0], all[1], all[2], all[0]]]])
        }
    }

    /// There is no such footprint at that place.
    struct None: Error {}

    /// Vertices one after the other about the centre, as degrees that run on beyond 180.
    private var vertices: [SIMD2<Double>] {
        let count = kind == .collection ? 3 : radii.count
        return radii.indices.map { vertex in
            // The last two of a collection are a line beside its triangle.
            let angle = vertex < count ? -360 * Double(vertex) / Double(count) : 30 * Double(vertex)
            return continued(Self.ahead(centre, turn + angle, size * radii[vertex]))
        }
    }

    /// Single places of a collection.
    private var apart: [SIMD2<Double>] {
        [45.0, 250].map { continued(Self.ahead(centre, turn + $0, size * share)) }
    }

    private var middle: SIMD2<Double> { [centre.longitude, centre.latitude] }

    private func continued(_ place: Coordinate) -> SIMD2<Double> {
        [
            centre.longitude + (place.longitude - centre.longitude).remainder(dividingBy: 360),
            place.latitude,
        ]
    }

    /// Places that lie to all sides of the centre without a pole among them.
    private func drawable(_ places: [SIMD2<Double>]) throws -> [Coordinate] {
        for place in places where (place.x - centre.longitude).magnitude > 60 { throw None() }
        return places.map(Self.coordinate)
    }

    /// A place of a star about the centre: so far round its ring and so far out to it.
    private func fan(_ ring: [SIMD2<Double>], _ round: Double, _ out: Double) -> Coordinate {
        let at = round * Double(ring.count)
        let first = min(Int(at), ring.count - 1)
        let edge = Self.mean(ring[first], ring[(first + 1) % ring.count], at - Double(first))
        return Self.coordinate(Self.mean(middle, edge, out))
    }

    private var box: (eastward: Double, south: Double, north: Double) {
        let half = size / 111_000
        return (
            half / max(cos(centre.latitude * .pi / 180), 0.02),
            max(-90, centre.latitude - half * share), min(90, centre.latitude + half * share)
        )
    }

    private func moved(along: Double, across: Double) -> Coordinate {
        Self.ahead(
            centre, turn + atan2(across, along) * 180 / .pi,
            (along * along + across * across).squareRoot())
    }

    private static func mean(
        _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ share: Double
    ) -> SIMD2<Double> { a + share * (b - a) }

    private static func coordinate(_ degrees: SIMD2<Double>) -> Coordinate {
        Coordinate(longitude: degrees.x.remainder(dividingBy: 360), latitude: degrees.y)
    }

    /// The place so many metres of the grid from another one.
    static func place(_ middle: GridPlace, _ east: Double, _ north: Double) -> Coordinate {
        var (latitude, longitude) = (0.0, 0.0)
        oracle_grid_place(
            middle.zone, middle.isNorth ? 1 : 0, middle.easting + east, middle.northing + north,
            &latitude, &longitude)
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    /// A place in the grid.
    static func gridPlace(_ place: Coordinate) -> GridPlace {
        var (zone, isNorth) = (Int32(0), Int32(0))
        var (easting, northing) = (0.0, 0.0)
        oracle_grid(place.latitude, place.longitude, &zone, &isNorth, &easting, &northing)
        return GridPlace(
            zone: zone, isNorth: isNorth != 0, easting: easting, northing: northing)
    }

    static func ahead(_ place: Coordinate, _ azimuth: Double, _ metres: Double) -> Coordinate {
        var (latitude, longitude) = (0.0, 0.0)
        oracle_direct(place.latitude, place.longitude, azimuth, metres, &latitude, &longitude)
        return Coordinate(longitude: longitude, latitude: latitude)
    }
}
