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
}
