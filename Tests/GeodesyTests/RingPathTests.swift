import Foundation
import TestSupport
import Testing

@testable import Geodesy

@Suite struct RingPathTests {
    /// The integral of the sine of the latitude over the longitude along a rhumb line, in degrees:
    /// longitude grows with isometric latitude q, and the integral of sin over q has a closed form.
    private static func turn(_ from: Coordinate, _ to: Coordinate) -> Double {
        let e2 = 2 / 298.257223563 - 1 / (298.257223563 * 298.257223563)
        let e = e2.squareRoot()
        let (s, t) = (sin(from.latitude * .pi / 180), sin(to.latitude * .pi / 180))
        let span = to.longitude - from.longitude
        if from.latitude == to.latitude { return span * s }
        func q(_ s: Double) -> Double { atanh(s) - e * atanh(e * s) }
        func integral(_ s: Double) -> Double { log((1 - e2 * s * s) / (1 - s * s)) / 2 }
        return span * (integral(t) - integral(s)) / (q(t) - q(s))
    }

    @Test(
        "The share of the globe left of rhumb lines is that of the closed form, long or short",
        arguments: [
            [(0, 10), (40, 12), (20, 55)], [(0, 0), (0.7, 0.1), (0.3, 0.9)],
            [(-80, -60), (75, -50), (60, 70), (-85, 40)], [(10, 84), (12, 85), (8, 86.5)],
            [(0, 0), (3, -70), (1, 89)],
        ] as [[(Double, Double)]])
    func left(corners: [(Double, Double)]) throws {
        let places = [Coordinate].vertices(corners)
        let around = zip(places, places.dropFirst() + places.prefix(1))
        let path = try RingPath(around.map { RingPath.Edge(from: $0, to: $1) }, .rhumb)
        // On Mercator's map, which keeps angles, the corners turn once round in all.
        let share = -around.reduce(0) { $0 + Self.turn($1.0, $1.1) } / 720
        #expect(share > 0 && (path.left - share).magnitude < 1e-4 * max(1, share / 0.1))
        #expect((path.left - share).magnitude < 0.02 * share, "\(path.left) \(share)")
    }
}
