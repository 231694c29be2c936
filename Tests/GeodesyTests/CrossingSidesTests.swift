import Geodesy
import TestSupport
import Testing

/// Lines that cross themselves: a side that is certain is that of every place around.
@Suite struct CrossingSidesTests {
    @Test("Two lines, found by trial, whose crossing brings the other side near")
    func found() throws {
        let cases: [(line: [(Double, Double)], position: (Double, Double), bound: Double)] = [
            (
                [(0.05, 0.07), (0.05, 0.05), (0, 0.08), (0, 0.07), (0.03, 0.07)], (0.0087, 0.0592),
                800
            ),
            (
                [
                    (0.008, 0.0446), (0.0453, -0.0035), (0.0609, -0.0973), (0.0586, -0.0246),
                    (0.0363, 0.008),
                ], (0.0506, -0.0016), 400
            ),
        ]
        for (line, position, bound) in cases {
            let locator = LineLocator(
                try LineGeometry(
                    parts: [.vertices(line)],
                    edges: .geodesic))
            let place = Coordinate(longitude: position.0, latitude: position.1)
            #expect(locator.possibleSides(of: place, within: .metres(bound)) == .both)
            #expect(locator.possibleSides(of: place, within: .metres(1)) != .both)
        }
    }

    @Test("Random lines that cross themselves", arguments: [1, 2, 3])
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var (certain, open) = (0, 0)
        for _ in 0..<150 {
            let vertices = (0..<Int.random(in: 4...7, using: &random)).map { _ in
                Coordinate(
                    longitude: Double.random(in: 0...0.1, using: &random),
                    latitude: 50 + Double.random(in: 0...0.07, using: &random))
            }
            let locator = LineLocator(try LineGeometry(parts: [vertices], edges: .geodesic))
            for _ in 0..<6 {
                let position = Coordinate(
                    longitude: Double.random(in: -0.02...0.12, using: &random),
                    latitude: 50 + Double.random(in: -0.015...0.085, using: &random))
                let bound =
                    Double.random(in: 0.2...1, using: &random)
                    * locator.nearest(to: position).distance.metres
                let sides = locator.possibleSides(of: position, within: .metres(bound))
                guard sides != .both else {
                    open += 1
                    continue
                }
                certain += 1
                for _ in 0..<60 {
                    let other = position.moved(
                        bound * Double.random(in: 0...1, using: &random).squareRoot() * 0.999,
                        towards: Double.random(in: 0..<360, using: &random))
                    let side = locator.nearest(to: other).side
                    #expect(
                        side == (sides == .left ? .left : .right),
                        "\(vertices), \(position) within \(bound): \(other)")
                }
            }
        }
        #expect(certain > 100 && open > 100)
    }
}
