import CGeographicLib
import Foundation
import Geodesy
import TestSupport
import Zones

@testable import Notations

/// A footprint with places drawn from what a model says of it, by GeographicLib.
struct ModelledRegion {
    enum Kind: String, CaseIterable {
        case normalCircle = "normal circle"
        case normalEllipse = "normal ellipse"
        case circle = "uniform circle"
        case ellipse = "uniform ellipse of a level"
        case rectangle, sector, cell
        case degrees = "box of degrees"
    }

    let footprint: Footprint
    let model: PositionModel
    /// A place, as likely as the model says.
    let draw: (inout SeededGenerator) -> Coordinate

    /// A region about a place, `size` metres to either side.
    init(
        _ kind: Kind, at centre: Coordinate, size: Double, _ random: inout SeededGenerator
    ) throws {
        let turn = Double.random(in: 0..<360, using: &random)
        let share = Double.random(in: 0.1...1, using: &random)
        let level = Double.random(in: 0.3...0.98, using: &random)
        let isNormal = kind == .normalCircle || kind == .normalEllipse
        model = try PositionModel(isNormal ? .normal : .uniform)
        func place(_ along: Double, _ across: Double) -> Coordinate {
            DrawnRegion.ahead(
                centre, turn + atan2(across, along) * 180 / .pi,
                (along * along + across * across).squareRoot())
        }
        switch kind {
        case .normalCircle, .normalEllipse:
            let minor = kind == .normalCircle ? size : size * share
            footprint =
                try kind == .normalCircle
                ? .circle(
                    about: centre, radius: .metres(size), level: Footprint.Level(share: level))
                : .ellipse(
                    about: centre, semiMajor: .metres(size), semiMinor: .metres(minor),
                    azimuth: Azimuth(degrees: turn), level: Footprint.Level(share: level))
            // So many standard deviations is the radius that holds the level.
            let deviations = (-2 * log(1 - level)).squareRoot()
            draw = { random in
                let radius =
                    (-2 * log(1 - Double.random(in: 0..<1, using: &random))).squareRoot()
                    / deviations
                let angle = Double.random(in: 0..<2 * .pi, using: &random)
                return place(size * radius * cos(angle), minor * radius * sin(angle))
            }
        case .circle, .ellipse:
            let minor = kind == .circle ? size : size * share
            let growth = kind == .circle ? 1 : 1 / level.squareRoot()
            footprint =
                try kind == .circle
                ? .circle(about: centre, radius: .metres(size))
                : .ellipse(
                    about: centre, semiMajor: .metres(size), semiMinor: .metres(minor),
                    azimuth: Azimuth(degrees: turn), level: Footprint.Level(share: level))
            draw = { random in
                let radius = growth * Double.random(in: 0...1, using: &random).squareRoot()
                let angle = Double.random(in: 0..<2 * .pi, using: &random)
                return place(size * radius * cos(angle), minor * radius * sin(angle))
            }
        case .rectangle:
            footprint = try .rectangle(
                about: centre, width: .metres(2 * size * share), length: .metres(2 * size),
                heading: Azimuth(degrees: turn))
            draw = { random in
                let (x, y) = (
                    Double.random(in: -1...1, using: &random),
                    Double.random(in: -1...1, using: &random)
                )
                return place(x * size, y * size * share)
            }
        case .sector:
            let eitherWay = 2 + 100 * share
            footprint = try .sector(
                from: centre, bearing: Azimuth(degrees: turn),
                eitherWay: Angle(degrees: eitherWay), nearest: .metres(0.5 * size * share),
                farthest: .metres(size))
            let least = 0.25 * share * share
            draw = { random in
                let radius = Double.random(in: least...1, using: &random).squareRoot()
                return DrawnRegion.ahead(
                    centre, turn + .random(in: -eitherWay...eitherWay, using: &random),
                    size * radius)
            }
        case .cell:
            let grid = DrawnRegion.gridPlace(centre)
            guard let cell = GridCell(about: grid, halfEasting: size, halfNorthing: size),
                cell.isInRange
            else { throw DrawnRegion.None() }
            footprint = try .grid(cell)
            draw = { random in
                DrawnRegion.place(
                    grid, .random(in: -size...size, using: &random),
                    .random(in: -size...size, using: &random))
            }
        case .degrees:
            let half = size / 111_000
            let eastward = half / max(0.02, cos(centre.latitude * .pi / 180))
            let (south, north) = (
                max(-90, centre.latitude - half * share), min(90, centre.latitude + half * share)
            )
            footprint = try .degrees(
                west: Angle(degrees: centre.longitude - eastward), south: Angle(degrees: south),
                east: Angle(degrees: centre.longitude + eastward), north: Angle(degrees: north))
            let sines = (sin(south * .pi / 180), sin(north * .pi / 180))
            draw = { random in
                let sine = Double.random(in: sines.0...sines.1, using: &random)
                let longitude =
                    centre.longitude + .random(in: -eastward...eastward, using: &random)
                return Coordinate(
                    longitude: longitude.remainder(dividingBy: 360),
                    latitude: asin(sine) * 180 / .pi)
            }
        }
    }
}
