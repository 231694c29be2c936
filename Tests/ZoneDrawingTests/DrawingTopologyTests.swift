import Agreements
import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

@Suite struct DrawingTopologyTests {
    typealias Cases = DrawingCases

    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let parts: [[Coordinate]]
        let kilometres: Double
        let holes: Int
        let polygons: Int
        var testDescription: String { "\(name) at \(kilometres) km" }
    }

    static let centre = Coordinate.at(20, 45)
    /// The gap between the ends of this C is 3 km: it is closed at 2 km and open at 1 km.
    static let letterC = Cases.arc(
        about: centre, radius: .kilometres(6), from: 14.5, to: 345.5)
    static let ring = Cases.circle(about: centre, radius: .kilometres(5))
    static func strands(_ apart: Double) -> [[Coordinate]] {
        let other = Geodesic.direct(
            from: centre, azimuth: Azimuth(degrees: 90), distance: .kilometres(apart)
        ).position
        return [centre, other].map { [$0, Coordinate.at($0.longitude, 45.1)] }
    }

    static let cases: [Case] = [
        Case(name: "C", parts: [letterC], kilometres: 1, holes: 0, polygons: 1),
        Case(name: "C", parts: [letterC], kilometres: 2, holes: 1, polygons: 1),
        Case(name: "C", parts: [letterC], kilometres: 6.1, holes: 0, polygons: 1),
        Case(name: "ring", parts: [ring], kilometres: 1, holes: 1, polygons: 1),
        Case(name: "ring", parts: [ring], kilometres: 4.9, holes: 1, polygons: 1),
        Case(name: "ring", parts: [ring], kilometres: 5.1, holes: 0, polygons: 1),
        Case(name: "strands", parts: strands(1.9), kilometres: 1, holes: 0, polygons: 1),
        Case(name: "strands", parts: strands(2.1), kilometres: 1, holes: 0, polygons: 2),
        Case(name: "spiral", parts: [Cases.spiral], kilometres: 1.5, holes: 0, polygons: 1),
        Case(name: "spiral", parts: [Cases.spiral], kilometres: 2.5, holes: 1, polygons: 1),
        Case(
            name: "hairpin",
            parts: [[centre, Coordinate.at(20.2, 45), Coordinate.at(20, 45.0001)]],
            kilometres: 3, holes: 0, polygons: 1),
        Case(
            name: "out and back",
            parts: [
                [
                    centre, Coordinate.at(20.1, 45), Coordinate.at(20.2, 45),
                    Coordinate.at(20.1, 45), centre,
                ]
            ],
            kilometres: 3, holes: 0, polygons: 1),
        Case(
            name: "duplicates",
            parts: [
                [
                    centre, centre, Coordinate.at(20.1, 45), Coordinate.at(20.1, 45),
                    Coordinate.at(20.1, 45.1),
                ]
            ],
            kilometres: 3, holes: 0, polygons: 1),
        Case(
            name: "eight",
            parts: [
                [
                    centre, Coordinate.at(20.2, 45.2), Coordinate.at(20.2, 45),
                    Coordinate.at(20, 45.2), centre,
                ]
            ], kilometres: 1, holes: 2, polygons: 1),
    ]

    @Test(arguments: cases)
    func holesAndPartsAreThoseKnownByHand(_ known: Case) throws {
        let drawing = try Cases.drawing(
            known.parts, .kilometres(known.kilometres), tolerance: .metres(5))
        #expect(drawing.holeCount == known.holes)
        #expect(drawing.partCount == known.polygons)
        #expect(drawing.audit.isGood(within: drawing.tolerance), "\(drawing.audit)")
    }

    /// The cases whose gaps and holes a grid of some 200 m can see.
    static let coarse = cases.filter {
        ["C", "ring", "spiral", "eight"].contains($0.name) && $0.kilometres < 4
    }

    @Test(arguments: coarse)
    func holesAreThoseThatAFloodOfTheExactDistanceLeaves(_ known: Case) throws {
        let line = try LineGeometry(parts: known.parts)
        let flood = FloodedGrid(LineLocator(line), width: .kilometres(known.kilometres))
        #expect(flood.holes == known.holes)
        #expect(flood.parts == known.polygons)
    }
}
