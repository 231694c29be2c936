import Foundation
import Geodesy
import TestSupport
import Testing

/// What lies beyond an open end whose last edge may turn.
@Suite struct EndTurnTests {
    static let both: LineExtents = [.alongside, .beyondEnd]

    /// The last edge is 1 km long and known to 50 m.
    static let line = [Coordinate].vertices([(-0.5, 0.0), (0.0, 0.0), (0.009, 0.0)])

    private func answers(_ longitude: Double, _ latitude: Double, accuracy: Double) throws
        -> (LineSides, LineExtents)
    {
        let locator = LineLocator(try LineGeometry(Self.line))
        let position = Coordinate(longitude: longitude, latitude: latitude)
        return (
            locator.possibleSides(of: position, within: .zero, accuracy: .metres(accuracy)),
            locator.possibleExtents(of: position, within: .zero, accuracy: .metres(accuracy))
        )
    }

    @Test("Beside the prolongation the side is open, beside the end the extent is")
    func turned() throws {
        // 80 m beside the prolongation, 4 km beyond.
        #expect(try answers(0.045, 0.00072, accuracy: 50) == (.both, .beyondEnd))
        #expect(try answers(0.045, 0.00072, accuracy: 0) == (.left, .beyondEnd))
        // 4.4 km beside, 60 m to either side of the end.
        #expect(try answers(0.0085, 0.04, accuracy: 50) == (.left, Self.both))
        #expect(try answers(0.0095, 0.04, accuracy: 50) == (.left, Self.both))
        // The other end's edge is 55 km long and turns by a fifth of a percent.
        #expect(try answers(-0.501, 0.04, accuracy: 50) == (.left, .beyondEnd))
        // An edge no longer than twice the accuracy points anywhere.
        #expect(try answers(0.03, 0.02, accuracy: 501) == (.both, Self.both))
    }

    @Test("The tangents about the vertices bound the sides, to a metre")
    func tangents() throws {
        let length = Exact.distance(Self.line[1], Self.line[2])
        for beyond in [100.0, 1000, 10_000] {
            let sine = 2 * 50 / length
            let limit = (beyond + length / 2) * sine / (1 - sine * sine).squareRoot()
            let longitude = 0.009 + beyond / 111_319.490793
            for (more, sides) in [(1.0, LineSides.left), (-1, .both)] {
                let latitude = (limit + more) / 110_574.275822
                #expect(try answers(longitude, latitude, accuracy: 50).0 == sides)
            }
        }
    }

    @Test("Open ends are those that no part goes on from")
    func openEnds() throws {
        let locator = LineLocator(
            try LineGeometry(parts: [Self.line, [Self.line[2], Self.line[0]]]))
        #expect(locator.openEnds.isEmpty)
        let open = LineLocator(try LineGeometry(Self.line)).openEnds
        #expect(open.map(\.place) == [Self.line[0], Self.line[2]])
        #expect(open.map(\.isStart) == [true, false])
        #expect(open.map(\.edge) == [0, 1])
    }

    @Test("A tail along the strand before it may lie on the strand's other side")
    func looseTail() throws {
        // Out 10 km and back, 55 m apart.
        let hook = [Coordinate].vertices([(0.0, 0.0), (0.09, 0.0), (0.0, 0.0005)])
        let position = Coordinate(longitude: 0.095, latitude: 0.0002)
        let line = try LineGeometry(hook)
        // Closed, it may be turned inside out as a whole.
        let ring = try LineGeometry(hook + hook[...0])
        for (line, accuracy, sides) in [
            (line, 20.0, LineSides.right), (line, 50, .both), (ring, 20, .right),
            (ring, 50, .both), (line.reversed, 20, .left), (line.reversed, 50, .both),
        ] {
            // Made ready for the accuracy or not.
            for known in [0, accuracy] {
                let locator = LineLocator(line, accuracy: .metres(known))
                let found = locator.possibleSides(
                    of: position, within: .zero, accuracy: .metres(accuracy))
                #expect(found == sides, "\(accuracy)")
            }
        }
    }

    /// Far from the equator, over long distances, for all kinds of edges: the oracle judges lines
    /// whose last two vertices lie on the rim of what the accuracy allows.
    @Test("The oracle finds no turned end on the other side", arguments: EdgeKind.allCases)
    func oracle(edges: EdgeKind) throws {
        var random = SeededGenerator(seed: 21)
        for trial in 0..<LongRuns.count(24, inGate: 10) {
            let accuracy = [10.0, 1000][trial % 2]
            let inner = random.position(longitude: -180...180, latitude: -65...65)
            let heading = Double.random(in: 0...360, using: &random)
            let length = accuracy * random.logarithmic(exp(1), exp(6))
            let end = Exact.direct(inner, azimuth: heading, length)
            let first = Exact.direct(inner, azimuth: heading + 170, 40 * accuracy)
            let locator = LineLocator(
                try LineGeometry([first, inner, end], edges: edges),
                accuracy: .metres(accuracy))
            let onward = OracleLine(locator.line).place(part: 0, segment: 1, fraction: 1).azimuth
            for _ in 0..<4 {
                let far = accuracy * random.logarithmic(exp(1), exp(5.5))
                let turn = asin(min(1, 2 * accuracy / length)) * 180 / .pi
                let wobble = Double.random(in: 0.8...1.6, using: &random)
                let square = Bool.random(using: &random) ? 90.0 : 0
                let position = Exact.direct(end, azimuth: onward + square + turn * wobble, far)
                let sides = locator.possibleSides(
                    of: position, within: .zero, accuracy: .metres(accuracy))
                let extents = locator.possibleExtents(
                    of: position, within: .zero, accuracy: .metres(accuracy))
                guard sides != .both || extents != Self.both else { continue }
                for k in 0..<100 {
                    let (one, other) = (Double(k % 10) * 36, Double(k / 10) * 36)
                    let moved = [
                        first,
                        Exact.direct(inner, azimuth: heading + one, accuracy * 0.9999),
                        Exact.direct(end, azimuth: heading + other, accuracy * 0.9999),
                    ]
                    let truth = OracleLine(try LineGeometry(moved, edges: edges))
                        .nearest(to: position)
                    let side: LineSides =
                        truth.side == .left ? .left : truth.side == .right ? .right : []
                    #expect(sides.isSuperset(of: side), "\(trial), \(position), \(moved)")
                    let extent: LineExtents = truth.beyond > 0 ? .beyondEnd : .alongside
                    #expect(extents.isSuperset(of: extent), "\(trial), \(position), \(moved)")
                }
            }
        }
    }
}
