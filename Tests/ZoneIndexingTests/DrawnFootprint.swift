import CGeographicLib
import Foundation
import Geodesy
import TestSupport
import Zones

/// A footprint with places drawn from it by GeographicLib, without the tiles of the footprint.
struct DrawnFootprint {
    enum Kind: CaseIterable {
        case bound, circle, ellipse, rectangle, sector, degrees, polygon, line, points, somewhere
    }

    let footprint: Footprint
    /// How far beyond it the object may be, in metres.
    let bound: Double
    /// Half of its greatest extent in metres.
    let size: Double
    /// A place of the region; of one that is so much larger, in metres, for `room`.
    let draw: (_ room: Double, inout SeededGenerator) -> Coordinate

    /// A footprint about a place.
    init(
        _ kind: Kind, at place: Coordinate, size: Double, _ random: inout SeededGenerator
    ) throws {
        self.size = size
        bound = kind == .bound || Int.random(in: 0..<4, using: &random) > 0 ? 0 : size / 10
        let extra = bound
        let azimuth = Double.random(in: 0..<360, using: &random)
        let share = Double.random(in: 0.05...1, using: &random)
        switch kind {
        case .bound, .circle:
            footprint = try .circle(about: place, radius: .metres(size))
            draw = { room, random in
                Self.inDisc(place, size + extra + room, &random)
            }
        case .ellipse:
            footprint = try .ellipse(
                about: place, semiMajor: .metres(size), semiMinor: .metres(size * share),
                azimuth: Azimuth(degrees: azimuth))
            draw = { room, random in
                let radius = Self.radius(&random)
                let turn = Double.random(in: 0..<2 * .pi, using: &random)
                let (along, across) = (
                    radius * size * cos(turn), radius * size * share * sin(turn)
                )
                return Self.inDisc(
                    Self.moved(place, along, across, azimuth), extra + room, &random)
            }
        case .rectangle:
            let (length, width) = (size, size * share)
            footprint = try .rectangle(
                about: place, width: .metres(2 * width), length: .metres(2 * length),
                heading: Azimuth(degrees: azimuth))
            draw = { room, random in
                Self.inDisc(
                    Self.moved(
                        place, Self.side(length, &random), Self.side(width, &random), azimuth),
                    extra + room, &random)
            }
        case .sector:
            let eitherWay: Double = [5.0, 11.25, 60, 180].randomElement(using: &random) ?? 5
            let nearest = Bool.random(using: &random) ? 0 : share * size
            footprint = try .sector(
                from: place, bearing: Azimuth(degrees: azimuth),
                eitherWay: Angle(degrees: eitherWay), nearest: .metres(nearest),
                farthest: .metres(size))
            draw = { room, random in
                Self.inDisc(
                    Self.ahead(
                        place, azimuth + Self.side(eitherWay, &random),
                        nearest + (size - nearest) * Self.unit(&random)),
                    extra + room, &random)
            }
        case .degrees:
            let (x, y) = (
                size / 111_000 / max(cos(place.latitude * .pi / 180), 0.02) / 2,
                size / 111_000 * share / 2
            )
            let (south, north) = (max(-90, place.latitude - y), min(90, place.latitude + y))
            footprint = try .degrees(
                west: Angle(degrees: place.longitude - x),
                south: Angle(degrees: south), east: Angle(degrees: place.longitude + x),
                north: Angle(degrees: north))
            draw = { room, random in
                let longitude = place.longitude + Self.side(x, &random)
                return Self.inDisc(
                    Coordinate(
                        longitude: longitude.remainder(dividingBy: 360),
                        latitude: south + (north - south) * Self.unit(&random)),
                    extra + room, &random)
            }
        case .polygon, .somewhere:
            // A triangle, whose places are means of its corners in degrees.
            let corners = (0..<3).map { corner in
                Self.ahead(
                    place, azimuth - 120 * Double(corner),
                    size * Double.random(in: 0.3...1, using: &random))
            }
            footprint = try .geometry(
                polygons: [[corners + [corners[0]]]],
                means: kind == .somewhere ? .somewhere : .allOfIt)
            draw = { room, random in
                var (u, v) = (Self.unit(&random), Self.unit(&random))
                if u + v > 1 { (u, v) = (1 - u, 1 - v) }
                return Self.inDisc(
                    Self.mean(corners, [1 - u - v, u, v]), extra + room, &random)
            }
        case .line:
            let ends = [-1.0, 0.2, 1].map {
                Self.ahead(place, azimuth + 30 * $0 * share, size * $0)
            }
            footprint = try .geometry(lines: [ends])
            draw = { room, random in
                let first = Int.random(in: 0...1, using: &random)
                let t = Self.unit(&random)
                return Self.inDisc(
                    Self.mean([ends[first], ends[first + 1]], [1 - t, t]), extra + room, &random)
            }
        case .points:
            let places = (0..<5).map { _ in
                Self.inDisc(place, size, &random)
            }
            footprint = try .geometry(points: places)
            draw = { room, random in
                Self.inDisc(
                    places.randomElement(using: &random) ?? place, extra + room, &random)
            }
        }
    }

    /// A number from 0 to 1, often one of them.
    private static func unit(_ random: inout SeededGenerator) -> Double {
        let drawn = Double.random(in: -0.15...1.15, using: &random)
        return min(max(drawn, 0), 1)
    }

    private static func side(_ half: Double, _ random: inout SeededGenerator) -> Double {
        half * (2 * unit(&random) - 1)
    }

    /// The radius of a place in the unit disc, often that of its edge.
    private static func radius(_ random: inout SeededGenerator) -> Double {
        unit(&random).squareRoot()
    }

    private static func inDisc(
        _ centre: Coordinate, _ radius: Double, _ random: inout SeededGenerator
    ) -> Coordinate {
        guard radius > 0 else { return centre }
        return ahead(
            centre, .random(in: 0..<360, using: &random), radius * self.radius(&random))
    }

    private static func moved(
        _ place: Coordinate, _ along: Double, _ across: Double, _ azimuth: Double
    ) -> Coordinate {
        ahead(
            place, azimuth + atan2(across, along) * 180 / .pi,
            (along * along + across * across).squareRoot())
    }

    private static func ahead(
        _ place: Coordinate, _ azimuth: Double, _ metres: Double
    ) -> Coordinate {
        var (latitude, longitude) = (0.0, 0.0)
        oracle_direct(
            place.latitude, place.longitude, azimuth, metres, &latitude, &longitude)
        return Coordinate(longitude: longitude, latitude: latitude)
    }

    private static func mean(_ places: [Coordinate], _ weights: [Double]) -> Coordinate {
        var (longitude, latitude) = (0.0, 0.0)
        for (place, weight) in zip(places, weights) {
            let turned =
                places[0].longitude
                + (place.longitude - places[0].longitude).remainder(dividingBy: 360)
            longitude += weight * turned
            latitude += weight * place.latitude
        }
        return Coordinate(
            longitude: longitude.remainder(dividingBy: 360), latitude: latitude)
    }
}
