import Foundation
import Geodesy
import TestSupport
import Testing

/// The sides that positions about a reported one may show.
@Suite struct PossibleSidesTests {
    @Test(
        "No position within the uncertainty shows a side that was ruled out",
        arguments: HardLine.allCases, EdgeKind.allCases)
    func sound(hard: HardLine, edges: EdgeKind) throws {
        let seed = hard.seed(edges) &+ 2
        var random = SeededGenerator(seed: seed)
        let line = try hard.line(edges)
        let locator = LineLocator(line)
        var positions = HardPositions(OracleLine(line), seed: seed)
        for index in 0..<48 {
            let position = positions.position(index)
            let radius = [0.01, 10, 1000, 30e3][index % 4 ^ index / 24]
            let possible = locator.possibleSides(of: position, within: .metres(radius))
            #expect(!possible.isEmpty, "[\(position)], \(radius) m")
            guard possible != .both else { continue }
            for _ in 0..<6 {
                let other = Exact.direct(
                    position, azimuth: Double.random(in: 0...360, using: &random),
                    radius * Double.random(in: 0...1, using: &random).squareRoot())
                let side = locator.nearest(to: other).side
                let allowed: LineSide = possible == .left ? .left : .right
                #expect(side == allowed, "\(other), \(radius) m from \(position), seed \(seed)")
            }
        }
    }

    @Test("A position far from a straight line has one side", arguments: EdgeKind.allCases)
    func single(edges: EdgeKind) throws {
        let line = try LineGeometry(
            [Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 4, latitude: 0)],
            edges: edges)
        let locator = LineLocator(line)
        let north = Coordinate(longitude: 2, latitude: 0.5)
        let south = Coordinate(longitude: 2, latitude: -0.5)
        #expect(locator.possibleSides(of: north, within: .kilometres(50)) == .left)
        #expect(locator.possibleSides(of: south, within: .kilometres(50)) == .right)
        #expect(locator.possibleSides(of: north, within: .kilometres(56)) == .both)
        #expect(locator.possibleSides(of: north, within: .zero) == .left)
        let on = Coordinate(longitude: 2, latitude: 0)
        #expect(locator.possibleSides(of: on, within: .zero) == .both)
    }

    @Test("From well inside a slight turn only that side is possible", arguments: EdgeKind.allCases)
    func insideTurn(edges: EdgeKind) throws {
        // Half a degree to the left: 100 km away both edges lie square within 0.9 km.
        let locator = LineLocator(
            try LineGeometry(
                [
                    Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 2, latitude: 0),
                    Coordinate(longitude: 4, latitude: 0.01745),
                ], edges: edges))
        for longitude in [1.99, 1.9999, 2, 2.0001, 2.01] {
            let north = Coordinate(longitude: longitude, latitude: 0.9)
            let south = Coordinate(longitude: longitude, latitude: -0.9)
            #expect(locator.possibleSides(of: north, within: .kilometres(1)) == .left)
            #expect(locator.possibleSides(of: south, within: .kilometres(1)) == .right)
        }
    }

    /// Lines with two places about 10 km from one position, of which the farther shows the other side.
    static let rivals: [(name: String, degreesApart: Double, isEdge: Bool)] = [
        ("ends side by side", 8, false), ("an end and an edge behind it", 0, true),
        ("ends far apart", 70, false), ("an edge far from an end", 50, true),
    ]

    @Test(
        "A place that is farther by more than the way towards it can tell is none",
        arguments: rivals.indices, EdgeKind.allCases)
    func farther(number: Int, edges: EdgeKind) throws {
        let rival = Self.rivals[number]
        let position = Coordinate(longitude: 20, latitude: 40)
        func place(_ azimuth: Double, _ metres: Double) -> Coordinate {
            Exact.direct(position, azimuth: azimuth, metres)
        }
        let near = place(0, 10_000)
        // Leads straight away, a little to the left: the position is beyond its beginning, on its left.
        let first = [near, Exact.direct(near, azimuth: 1, 3000)]
        let away = 10_000.5
        let far = place(rival.degreesApart, away)
        let second =
            rival.isEdge
            ? [
                Exact.direct(far, azimuth: rival.degreesApart - 90, 2000),
                Exact.direct(far, azimuth: rival.degreesApart + 90, 2000),
            ]
            : [far, Exact.direct(far, azimuth: rival.degreesApart - 1, 3000)]
        let line = try LineGeometry(parts: [first, second], edges: edges)
        let locator = LineLocator(line)
        let own = locator.nearest(to: position).side
        let allowed: LineSides = own == .left ? .left : .right
        // The distances differ by half a metre less or more where both have been moved towards by so much.
        let turn = rival.degreesApart * .pi / 180
        let gap = locator.nearest(to: position, onEdge: 1).map { $0.distance.metres - 10_000 } ?? 0
        var certain = 0
        for radius in [0.2, 0.24, 0.3, 0.4, 0.6, 1, 2, 3, 4, 6, 20, 100] {
            let sides = locator.possibleSides(of: position, within: .metres(radius))
            let reach = 2 * radius * sin(turn / 2)
            // Two hundredths and what directions turn by are left to rounding and bends.
            if 1.05 * reach + 3 * radius * radius / 10_000 < gap {
                #expect(sides == allowed, "\(radius) m")
            }
            certain += sides == allowed ? 1 : 0
            var seen: LineSides = []
            for azimuth in stride(from: 0.0, to: 360, by: 5) {
                let there = Exact.direct(position, azimuth: azimuth, radius)
                switch locator.nearest(to: there).side {
                case .left: seen.formUnion(.left)
                case .right: seen.formUnion(.right)
                case .on, .none: seen.formUnion(.both)
                }
            }
            #expect(sides.isSuperset(of: seen), "\(radius) m")
            #expect(sides == allowed || seen == .both || radius > 5, "\(radius) m, needless")
        }
        #expect(certain > 1)
    }
}
