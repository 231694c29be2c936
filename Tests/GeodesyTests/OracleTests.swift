import Geodesy
import TestSupport
import Testing

/// The oracle on cases whose answers are known without it.
@Suite struct OracleTests {
    // Meridian arcs of WGS 84 by quadrature with 40 digits.
    static let arc0to1 = 110_574.388557798796
    static let arc50to60 = 1_113_225.77780636304
    static let arc60to70 = 1_114_907.90827968198
    static let arc60to90 = 3_347_892.90982221107
    static let degreeOfEquator = 6_378_137 * Double.pi / 180

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var line: [(Double, Double)]
        var edges: EdgeKind
        var position: (Double, Double)
        var distance: Double
        var side: LineSide
        var place: (Double, Double)?
        var testDescription: String { "\(name), \(edges)" }
    }

    static let cases: [Case] =
        EdgeKind.allCases.flatMap { edges in
            [
                Case(
                    name: "north of the equator", line: [(0, 0), (10, 0)], edges: edges,
                    position: (4, 1), distance: arc0to1, side: .left, place: (4, 0)),
                Case(
                    name: "south of a westward equator", line: [(10, 0), (0, 0)], edges: edges,
                    position: (4, -1), distance: arc0to1, side: .left, place: (4, 0)),
                Case(
                    name: "ahead on the equator", line: [(170, 0), (-178, 0)], edges: edges,
                    position: (-176, 0), distance: 2 * degreeOfEquator, side: .none,
                    place: (-178, 0)),
                Case(
                    name: "behind on the equator", line: [(1, 0), (10, 0)], edges: edges,
                    position: (0, 0), distance: degreeOfEquator, side: .none, place: (1, 0)),
                Case(
                    name: "ahead on a meridian", line: [(20, 0), (20, 50)], edges: edges,
                    position: (20, 60), distance: arc50to60, side: .none, place: (20, 50)),
                Case(
                    name: "west of a meridian at the equator", line: [(20, -5), (20, 5)],
                    edges: edges, position: (18, 0), distance: 2 * degreeOfEquator, side: .left,
                    place: (20, 0)),
                Case(
                    name: "on a meridian", line: [(20, -5), (20, 5)], edges: edges,
                    position: (20, 1.25), distance: 0, side: .on, place: (20, 1.25)),
                Case(
                    name: "at the antimeridian by its other name", line: [(180, -5), (-180, 5)],
                    edges: edges, position: (-180, 1), distance: 0, side: .on, place: (180, 1)),
                Case(
                    name: "a right turn seen from its left", line: [(0, -1), (0, 0), (1, 0)],
                    edges: edges, position: (-1, 0), distance: degreeOfEquator, side: .left,
                    place: (0, 0)),
                Case(
                    name: "an exact switchback", line: [(0, 0), (2, 0), (0, 0)], edges: edges,
                    position: (1, 1), distance: arc0to1, side: .none),
            ]
        }
        + [EdgeKind.rhumb, .planar].flatMap { edges in
            [
                Case(
                    name: "north of a parallel", line: [(0, 60), (90, 60)], edges: edges,
                    position: (45, 70), distance: arc60to70, side: .left, place: (45, 60)),
                Case(
                    name: "the pole from a parallel", line: [(0, 60), (90, 60)], edges: edges,
                    position: (0, 90), distance: arc60to90, side: .left),
                Case(
                    name: "on a parallel", line: [(0, 60), (90, 60)], edges: edges,
                    position: (33, 60), distance: 0, side: .on, place: (33, 60)),
            ]
        }

    private func check(_ answer: (distance: Double, side: LineSide, place: Coordinate), _ c: Case) {
        #expect((answer.distance - c.distance).magnitude < 2e-8)
        #expect(answer.side == c.side)
        if let place = c.place {
            let expected = Coordinate(longitude: place.0, latitude: place.1)
            #expect(Exact.distance(answer.place, expected) < 1e-5)
        }
    }

    @Test("The oracle knows the places that need no oracle", arguments: cases)
    func oracle(_ c: Case) throws {
        let line = OracleLine(try LineGeometry(.vertices(c.line), edges: c.edges))
        let answer = line.nearest(to: .at(c.position.0, c.position.1))
        let place = line.place(
            part: Int(answer.part), segment: Int(answer.segment), fraction: answer.fraction
        ).0
        check((answer.distance, answer.side, place), c)
    }

    @Test("So does the locator", arguments: cases)
    func locator(_ c: Case) throws {
        let line = try LineGeometry(.vertices(c.line), edges: c.edges)
        let found = LineLocator(line).nearest(to: .at(c.position.0, c.position.1))
        check((found.distance.metres, found.side, found.place), c)
    }

    /// By rhumb formulas in 40 digits (isometric latitude and quadrature of the meridian).
    @Test func `A long rhumb line along a parallel`() throws {
        let ends = [Coordinate].vertices([(0, 70), (170, 70.0001)])
        let line = OracleLine(try LineGeometry(ends, edges: .rhumb))
        #expect((line.length - 6_491_696.4643626341365).magnitude < 1e-8)
        let quarter = Coordinate(longitude: 42.4999236357206288, latitude: 70.0000250000001071)
        let (place, azimuth) = line.place(part: 0, segment: 0, fraction: 0.25)
        #expect(Exact.distance(place, quarter) < 1e-8)
        #expect((azimuth - 89.99990153524176855).magnitude < 1e-13)
    }

    /// The same, for an edge of a metre, where latitudes subtracted in radians lose six digits.
    @Test func `A short rhumb line`() throws {
        let ends = [Coordinate].vertices([(35.9, -33.1), (35.90000912345, -33.1000043)])
        let line = OracleLine(try LineGeometry(ends, edges: .rhumb))
        #expect((line.length - 0.97608540306833138).magnitude < 1e-15)
        let azimuth = line.place(part: 0, segment: 0, fraction: 0).azimuth
        #expect((azimuth - 119.24736010657216).magnitude < 1e-13)
    }

    @Test(
        "Every edge ends at its vertices", arguments: HardLine.allCases, EdgeKind.allCases)
    func ends(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        let oracle = OracleLine(line)
        for (p, part) in line.parts.enumerated() {
            for s in 0..<part.count - 1 {
                for (fraction, vertex) in [(0.0, part[s]), (1.0, part[s + 1])] {
                    let place = oracle.place(part: p, segment: s, fraction: fraction).0
                    #expect(Exact.distance(place, vertex) < 5e-8, "part \(p), segment \(s)")
                }
            }
        }
    }
}
