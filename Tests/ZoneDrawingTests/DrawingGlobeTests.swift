import Agreements
import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

@Suite struct DrawingGlobeTests {
    typealias Cases = DrawingCases

    @Test func aLineOverTheAntimeridianIsDrawnInTwoPartsOfTheSameAreaAsElsewhere() throws {
        let over = try Cases.drawing(
            [[Coordinate.at(179.8, 10), Coordinate.at(-179.9, 10.1)]], .kilometres(5))
        let elsewhere = try Cases.drawing(
            [[Coordinate.at(49.8, 10), Coordinate.at(50.1, 10.1)]], .kilometres(5))
        #expect(over.partCount == 2)
        #expect(elsewhere.partCount == 1)
        #expect(over.audit.isGood(within: .metres(1)), "\(over.audit)")
        let difference = over.area.squareMetres - elsewhere.area.squareMetres
        #expect(difference.magnitude < 1 * over.perimeter.metres)
        #expect((over.perimeter - elsewhere.perimeter).metres.magnitude < 10)
        for ring in over.polygon.polygons.joined() {
            for (from, to) in zip(ring, ring.dropFirst()) {
                #expect((to.longitude - from.longitude).magnitude < 180)
            }
        }
    }

    @Test(arguments: [90.0, -90])
    func aZoneRoundAPoleRunsAlongTheAntimeridianToIt(_ latitude: Double) throws {
        let zone = Zone(
            id: "zone",
            .aroundPoint(radius: .kilometres(100), centre: Coordinate.at(0, latitude)))
        let drawing = try ZoneDrawer(Agreement(zones: [zone]), tolerance: .metres(10)).whole(zone)
        #expect(drawing.partCount == 1)
        #expect(drawing.audit.isGood(within: .metres(10)), "\(drawing.audit)")
        let ring = drawing.polygon.polygons[0][0]
        #expect(ring.contains(Coordinate.at(180, latitude)))
        #expect(ring.contains(Coordinate.at(-180, latitude)))
        // A cap of the polar radius of curvature, a^2 / b.
        let radius = 6_399_593.6258
        let cap = 2 * Double.pi * radius * radius * (1 - cosine(100_000 / radius))
        #expect((drawing.area.squareMetres / cap - 1).magnitude < 3e-4)
        #expect((drawing.perimeter.metres - 628_292).magnitude < 100)
    }

    private func cosine(_ x: Double) -> Double { 1 - x * x / 2 + x * x * x * x / 24 }

    @Test func aLineRoundThePoleHasTheHoleInWhichThePoleLiesUntilItIsClosed() throws {
        let line = stride(from: -180.0, through: 180, by: 10).map { Coordinate.at($0, 89) }
        // 111 km from the pole, less the sagitta of the edges.
        let open = try Cases.drawing([line], .kilometres(40), tolerance: .metres(5))
        #expect(open.audit.isGood(within: .metres(5)), "\(open.audit)")
        #expect(!open.polygon.contains(Coordinate.at(0, 90)))
        #expect(open.polygon.contains(Coordinate.at(5, 89.2)))
        let closed = try Cases.drawing([line], .kilometres(120), tolerance: .metres(5))
        #expect(closed.audit.isGood(within: .metres(5)), "\(closed.audit)")
        #expect(closed.polygon.contains(Coordinate.at(0, 90)))
        #expect(closed.holeCount == 0)
    }

    @Test(arguments: [2.0, 15, 50, 140])
    func thirteenVerticesWithLongEdgesKeepTheTolerance(_ width: Double) throws {
        var line = [Coordinate.at(30, 48)]
        for k in 1...12 {
            let azimuth = Azimuth(degrees: 100 + Double((k * 67) % 90) - 45)
            line.append(
                Geodesic.direct(
                    from: line[k - 1], azimuth: azimuth, distance: .kilometres(100)
                ).position)
        }
        let drawing = try Cases.drawing([line], .kilometres(width), tolerance: .metres(0.1))
        #expect(drawing.audit.isGood(within: .metres(0.1)), "\(drawing.audit)")
        #expect(drawing.holeCount == 0)
        #expect(drawing.partCount == 1)
    }

    @Test(arguments: EdgeKind.allCases)
    func everyKindOfEdgeIsFollowed(_ edges: EdgeKind) throws {
        let drawing = try Cases.drawing(
            [[Coordinate.at(10, 60), Coordinate.at(12, 60.5), Coordinate.at(11, 61)]],
            .kilometres(5),
            edges: edges, tolerance: .metres(0.1))
        #expect(drawing.audit.isGood(within: .metres(0.1)), "\(drawing.audit)")
    }
}
