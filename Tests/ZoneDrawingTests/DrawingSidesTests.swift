import Agreements
import Geodesy
import Testing
import TestSupport
import Zones

@testable import ZoneDrawing

@Suite struct DrawingSidesTests {
    typealias Cases = DrawingCases

    static let lines: [[Coordinate]] = [
        [
            Coordinate.at(20, 45), Coordinate.at(20.1, 45.05), Coordinate.at(20.15, 45),
            Coordinate.at(20.3, 45.02),
        ],
        Cases.circle(about: Coordinate.at(20, 45), radius: .kilometres(5)),
        Cases.spiral,
        // Crosses itself once, in a loop.
        [
            Coordinate.at(20, 45), Coordinate.at(20.1, 45), Coordinate.at(20.1, 45.05),
            Coordinate.at(20.05, 45.05),
            Coordinate.at(20.05, 44.95),
        ],
    ]

    @Test(arguments: lines)
    func theHalvesMakeUpTheWholeAndShareTheLine(_ line: [Coordinate]) throws {
        let zone = Cases.within(.kilometres(1))
        let drawings = try ZoneDrawer(
            try Cases.agreement([line], [zone]), tolerance: .metres(0.5)
        ).withHalves(zone)
        try #require(drawings.count == 3)
        #expect(drawings.map(\.sideName) == [nil, "west", "east"])
        for drawing in drawings {
            #expect(drawing.audit.isGood(within: .metres(0.5)), "\(drawing.audit)")
        }
        let areas = drawings.map(\.area.squareMetres)
        #expect((areas[0] - areas[1] - areas[2]).magnitude < 1e-9 * areas[0] + 1)
        // Every vertex of the line, bit for bit, is a vertex of both halves.
        for half in drawings.dropFirst() {
            let vertices = Set(half.polygon.polygons.joined().joined())
            #expect(line.allSatisfy(vertices.contains))
        }
    }

    @Test func reversingTheLineSwapsTheHalves() throws {
        let zone = Cases.within(.kilometres(2))
        func areas(_ line: [Coordinate]) throws -> [Double] {
            try ZoneDrawer(try Cases.agreement([line], [zone]), tolerance: .metres(0.5))
                .withHalves(zone).map(\.area.squareMetres)
        }
        let (there, back) = (
            try areas(Self.lines[0]), try areas(Self.lines[0].reversed())
        )
        #expect((there[1] - back[2]).magnitude < 10_000)
        #expect((there[2] - back[1]).magnitude < 10_000)
        #expect((there[1] - there[2]).magnitude > 100_000)
    }

    @Test func widthsOfTheirOwnBandsFlatEndsClipsAndExceptionsKeepTheTolerance() throws {
        let clip = try PolygonGeometry(polygons: [
            [
                [
                    Coordinate.at(19, 44), Coordinate.at(20.2, 44), Coordinate.at(20.2, 46),
                    Coordinate.at(19, 46),
                    Coordinate.at(19, 44),
                ]
            ]
        ])
        let two = Distance.kilometres(2)
        let zones = [
            Zone(id: "widths", .within(left: two, right: two * 2, of: "line")),
            Zone(id: "one", .within(left: nil, right: two, of: "line")),
            Zone(id: "flat", .within(two, of: "line", ends: .flat)),
            Zone(
                id: "band",
                .between(from: two, to: two * 2, sides: .both, of: "line")),
            Zone(
                id: "left band",
                .between(from: two, to: two * 2, sides: .left, of: "line")),
            Zone(
                id: "clipped", .within(two, of: "line").clipped(to: clip)),
            Zone(
                id: "less", .within(two * 2, of: "line").excluding(["flat"])),
            Zone(
                id: "round area",
                .aroundArea(distance: two, area: clip, includingArea: false)),
            Zone(
                id: "with area",
                .aroundArea(distance: two, area: clip, includingArea: true)),
            Zone(id: "area", .area(clip)),
        ]
        let drawer = try ZoneDrawer(
            try Cases.agreement([Self.lines[0]], zones + [Cases.within(two)]),
            tolerance: .metres(0.5))
        var areas: [String: Double] = [:]
        for zone in zones {
            let drawing = try drawer.whole(zone)
            #expect(drawing.audit.isGood(within: .metres(0.5)), "\(zone.id): \(drawing.audit)")
            areas[zone.id] = drawing.area.squareKilometres
        }
        func area(_ id: String) -> Double { areas[id] ?? .nan }
        #expect(area("flat") < area("widths"))
        #expect((area("with area") - area("round area") - area("area")).magnitude < 0.01)
        // Both round ends together are a disc of 2 km.
        let round = try drawer.whole(Cases.within(two))
        let disc = round.area.squareKilometres - area("flat")
        #expect((disc - 4 * Double.pi).magnitude < 0.01)
    }

    @Test("Areas with geodesic edges, as given and without their accuracy")
    func bentAreas() throws {
        let area = try PolygonGeometry(
            polygons: [[.box(10, 60, 12, 61)]])
        let known = Distance.metres(30)
        let two = Distance.kilometres(2)
        let zones = [
            Zone(id: "area", .area(area, edges: .geodesic, accuracy: known)),
            Zone(
                id: "ring",
                .aroundArea(
                    distance: two, area: area, includingArea: false, edges: .geodesic,
                    accuracy: known)),
            Zone(
                id: "both",
                .aroundArea(distance: two, area: area, includingArea: true, edges: .geodesic)),
            Zone(id: "planar", .area(area, accuracy: known)),
        ]
        let drawer = try ZoneDrawer(Agreement(zones: zones), tolerance: .metres(0.5))
        var areas: [String: Double] = [:]
        for zone in zones {
            let drawing = try drawer.whole(zone)
            #expect(drawing.audit.isGood(within: .metres(0.5)), "\(zone.id): \(drawing.audit)")
            areas[zone.id] = drawing.area.squareKilometres
        }
        func size(_ id: String) -> Double { areas[id] ?? .nan }
        // By GeographicLib; drawn to 0.5 m around 440 km, and half of that at most on one side.
        #expect((size("area") - 12_244.699_988_9).magnitude < 0.1, "\(size("area"))")
        #expect((size("both") - size("ring") - size("area")).magnitude < 0.1)
    }

    @Test func aWiderZoneContainsANarrowerOne() throws {
        let narrow = try Cases.drawing([Self.lines[0]], .kilometres(1))
        let wide = try Cases.drawing([Self.lines[0]], .kilometres(1.01))
        #expect(narrow.polygon.polygons.joined().joined().allSatisfy(wide.polygon.contains))
    }

    @Test func positionsAreInThePolygonAsTheyAreInTheZone() throws {
        let zone = Cases.within(.kilometres(1))
        let agreement = try Cases.agreement([Cases.spiral], [zone])
        let compiled = try CompiledAgreement(agreement)
        let drawing = try ZoneDrawer(agreement, tolerance: .metres(0.5)).whole(zone)
        let locator = LineLocator(agreement.lines[0].geometry)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            let position = Coordinate.at(
                .random(in: 19.8...20.2, using: &random), .random(in: 44.85...45.15, using: &random)
            )
            let distance = locator.nearest(to: position).distance
            guard (distance - .kilometres(1)).metres.magnitude > 0.5 else { continue }
            let isInside = compiled.memberships(of: position) == [.inside]
            #expect(drawing.polygon.contains(position) == isInside)
        }
    }

    @Test func aPointsZoneIsADisc() throws {
        let zone = Zone(
            id: "zone", .aroundPoint(radius: .kilometres(5), centre: Coordinate.at(20, 45)))
        let drawing = try ZoneDrawer(Agreement(zones: [zone]), tolerance: .metres(0.01)).whole(zone)
        #expect(drawing.audit.isGood(within: .metres(0.01)), "\(drawing.audit)")
        #expect((drawing.area.squareKilometres - 25 * Double.pi).magnitude < 1e-3)
        let text = ZoneDrawing.featureCollection([drawing], order: ["zone"])
        #expect(text.contains("\"zone\":\"zone\",\"side\":null,\"tolerance_m\":0.01"))
    }
}
