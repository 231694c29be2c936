import Agreements
import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

/// Zones that were drawn wrongly once, or not at all.
@Suite struct DrawingFoundTests {
    typealias Cases = DrawingCases

    static func area(_ rings: [[(Double, Double)]]) throws -> PolygonGeometry {
        try PolygonGeometry(
            polygons: rings.map { ring in [.vertices(ring)] })
    }

    static func drawings(_ zones: [Zone], tolerance: Distance) throws -> [ZoneDrawing] {
        let drawings = try ZoneDrawer(Agreement(zones: zones), tolerance: tolerance)
            .draw(zones).map { try $0.get()[0] }
        for drawing in drawings {
            #expect(drawing.audit.isGood(within: tolerance), "\(drawing.zone): \(drawing.audit)")
        }
        return drawings
    }

    /// The land beyond the parallel of 80 degrees is 3,908,572.76 km2, by the closed formula of zones of
    /// an ellipsoid.
    @Test(
        "A cap whose ring runs round the pole, either way, in edges of any width, and the ring about it",
        arguments: [
            [(-180, 80), (-90, 80), (0, 80), (90, 80), (-180, 80)],
            [(180, 80), (90, 80), (0, 80), (-90, 80), (180, 80)],
            [(-180, 80), (180, 80), (180, 90), (-180, 90), (-180, 80)],
            [(-180, 80), (0, 80), (180, 80), (180, 90), (-180, 90), (-180, 80)],
        ] as [[(Double, Double)]])
    func cap(ring: [(Double, Double)]) throws {
        let cap = try Self.area([ring])
        let drawings = try Self.drawings(
            [
                Zone(id: "cap", .area(cap)),
                Zone(
                    id: "ring",
                    .aroundArea(distance: .kilometres(5), area: cap, includingArea: false)),
                Zone(
                    id: "with",
                    .aroundArea(distance: .kilometres(5), area: cap, includingArea: true)),
            ], tolerance: .metres(1))
        let areas = drawings.map(\.area.squareKilometres)
        #expect((areas[0] - 3_908_572.76).magnitude < 0.1)
        #expect((areas[2] - areas[0] - areas[1]).magnitude < 10)
        // The parallel is 6,981.65 km long: less than a kilometre of the band is due to its bend.
        #expect((areas[1] / (6_985.5 * 5) - 1).magnitude < 2e-3)
        #expect(drawings[2].polygon.contains(Coordinate.at(12, 90)))
        #expect(!drawings[1].polygon.contains(Coordinate.at(12, 81)))
    }

    /// Two degrees of the belt from 1 degree south to 1 degree north are 49,233.856 km2.
    @Test("Districts that share a border, and polygons that overlap, are one area")
    func districts() throws {
        func box(_ west: Double, _ east: Double) -> [(Double, Double)] {
            [(west, -1), (east, -1), (east, 1), (west, 1), (west, -1)]
        }
        let adjacent = try Self.area([box(9, 10), box(10, 11)])
        let overlapping = try Self.area([box(9, 11), box(10.5, 12)])
        let drawings = try Self.drawings(
            [
                Zone(id: "adjacent", .area(adjacent)),
                Zone(id: "overlapping", .area(overlapping)),
                Zone(
                    id: "around",
                    .aroundArea(
                        distance: .kilometres(5), area: overlapping, includingArea: false)),
            ], tolerance: .metres(1))
        #expect((drawings[0].area.squareKilometres - 49_233.855).magnitude < 0.01)
        #expect((drawings[1].area.squareKilometres - 73_850.783).magnitude < 0.01)
        #expect(drawings.map(\.partCount) == [1, 1, 1])
        #expect(drawings.map(\.holeCount) == [0, 0, 1])
        // The perimeter is 1,110.11 km, and there are four quarters of a disc.
        let band = 1_110.11 * 5 + 25 * Double.pi
        #expect((drawings[2].area.squareKilometres / band - 1).magnitude < 1e-3)
    }

    @Test("A band about a point is a ring")
    func annulus() throws {
        let (near, far) = (Distance.kilometres(3), Distance.kilometres(5))
        let drawing = try Self.drawings(
            [Zone(id: "ring", .around(Coordinate.at(20, 45), .between(near, far)))],
            tolerance: .metres(1))[0]
        #expect(drawing.holeCount == 1)
        #expect((drawing.area.squareKilometres - 16 * Double.pi).magnitude < 0.02)
        #expect(!drawing.polygon.contains(Coordinate.at(20, 45)))
    }

    @Test("Sides of a line in parts change on the way from gap to gap")
    func gaps() throws {
        // The prolongations of the parts meet others before they leave the zone.
        let parts = [
            [(46.727, 40.413), (46.905, 40.305)], [(46.161, 40.260), (46.315, 40.243)],
            [(47.018, 40.247), (47.234, 39.756)], [(47.234, 39.756), (47.324, 39.406)],
        ].map { [Coordinate].vertices($0) }
        let zone = Zone(
            id: "party", .within(left: .kilometres(5), right: .kilometres(10), of: "line"))
        let agreement = try Cases.agreement(parts, [zone])
        let drawing = try ZoneDrawer(agreement, tolerance: .metres(10)).whole(zone)
        #expect(drawing.audit.isGood(within: .metres(10)), "\(drawing.audit)")
        // Right of the southern parts, which run south, is the west.
        #expect(drawing.polygon.contains(Coordinate.at(47.15, 39.7)))
        #expect(!drawing.polygon.contains(Coordinate.at(47.32, 39.78)))
    }

    @Test("Flat ends of a line that turns back to its own end")
    func hook() throws {
        let line = [Coordinate].vertices([
            (20, 45), (20.02, 45), (20.03, 45.015), (20.015, 45.02), (20, 45.012),
        ])
        let zone = Zone(id: "flat", .within(.kilometres(2), of: "line", ends: .flat))
        let drawing = try ZoneDrawer(try Cases.agreement([line], [zone]), tolerance: .metres(1))
            .whole(zone)
        #expect(drawing.audit.isGood(within: .metres(1)), "\(drawing.audit)")
        // Beyond both ends, nearer to the first, and beside the first edge.
        #expect(!drawing.polygon.contains(Coordinate.at(19.99, 44.999)))
        #expect(drawing.polygon.contains(Coordinate.at(20.01, 44.99)))
    }

    @Test("A line that ends at a pole leaves no edge along it that is read the other way round")
    func pole() throws {
        let line = [Coordinate.at(130, -87), Coordinate.at(-64, -89), Coordinate.at(-64, -90)]
        let zone = Zone(
            id: "party", .within(left: .kilometres(90), right: .kilometres(50), of: "line"))
        let drawing = try ZoneDrawer(
            try Cases.agreement([line], [zone]), tolerance: .metres(100)
        ).whole(zone)
        #expect(drawing.audit.isGood(within: .metres(100)), "\(drawing.audit)")
        for ring in drawing.polygon.polygons.joined() {
            for (from, to) in zip(ring, ring.dropFirst()) {
                let span = (to.longitude - from.longitude).magnitude
                #expect(span < 180 || span == 360, "\(from) \(to)")
            }
        }
        // More than 250 km from the line.
        for longitude in stride(from: -180.0, through: 180, by: 15) {
            #expect(!drawing.polygon.contains(Coordinate.at(longitude, -84)))
        }
    }
}
