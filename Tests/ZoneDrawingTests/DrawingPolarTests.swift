import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

/// Edges that wind about a pole, and limits farther from them than their centre of curvature.
@Suite struct DrawingPolarTests {
    typealias Cases = DrawingCases

    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let line: [(Double, Double)]
        let edges: EdgeKind
        let kilometres: Double
        var testDescription: String { "\(name) at \(kilometres) km" }
    }

    static let bay = [
        (55.516, -89.3336), (44.5925, -89.5168), (24.3036, -89.5002), (12.2945, -89.2597),
        (22.0484, -89.0521),
    ]
    /// The radius of curvature falls from 167 km to 11 km, or to 22 km for a rhumb line's.
    static let spiral = [(0.0, 88.5), (160, 89.8), (165, 89.9)]
    /// About 56 km from the pole.
    static let parallel = [(-20.0, 89.5), (130, 89.5)]

    static let cases: [Case] = [
        Case(name: "bay", line: bay, edges: .planar, kilometres: 67.4),
        Case(name: "planar spiral", line: spiral, edges: .planar, kilometres: 30),
        Case(name: "planar spiral", line: spiral, edges: .planar, kilometres: 70),
        Case(name: "rhumb spiral", line: spiral, edges: .rhumb, kilometres: 30),
        Case(name: "rhumb spiral", line: spiral, edges: .rhumb, kilometres: 70),
        Case(name: "parallel", line: parallel, edges: .planar, kilometres: 40),
        Case(name: "parallel", line: parallel, edges: .rhumb, kilometres: 80),
    ]

    /// Positions all about are told by the distances of GeographicLib's sampling and bisection.
    @Test("Edges that wind about a pole", arguments: cases)
    func winding(_ test: Case) throws {
        let line = [Coordinate].vertices(test.line)
        let drawing = try Cases.drawing(
            [line], .kilometres(test.kilometres), edges: test.edges, tolerance: .metres(100))
        #expect(drawing.audit.isGood(within: .metres(100)), "\(drawing.audit)")
        let oracle = OracleLine(try LineGeometry(line, edges: test.edges))
        let pole = Coordinate.at(0, line[0].latitude < 0 ? -90 : 90)
        var (inside, outside) = (0, 0)
        for k in 0..<300 {
            let position = Geodesic.direct(
                from: pole, azimuth: Azimuth(degrees: Double(k) * 137.507_764),
                distance: .kilometres(250 * (Double(k) / 300).squareRoot())
            ).position
            let excess = oracle.nearest(to: position).distance - test.kilometres * 1000
            guard excess.magnitude > 101 else { continue }
            #expect(drawing.polygon.contains(position) == (excess < 0), "\(position) \(excess)")
            if excess < 0 { inside += 1 } else { outside += 1 }
        }
        #expect(inside > 20 && outside > 20)
    }
}
