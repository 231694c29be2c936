import Agreements
import Geodesy
import Testing
import TestSupport
import Zones

@testable import ZoneDrawing

/// What is in a zone for every line within its accuracy, and for some.
@Suite struct DrawingExtentTests {
    static let bound = Distance.metres(200)
    static let places = [
        Coordinate.at(37, 48), .at(37.2, 48.1), .at(37.5, 48.05), .at(37.8, 48.3),
    ]
    static let zones = [
        Zone(id: "both", .within(left: .kilometres(5), right: .kilometres(5), of: "line")),
        Zone(id: "left", .within(left: .kilometres(5), right: nil, of: "line")),
        Zone(
            id: "flat",
            .within(left: .kilometres(3), right: .kilometres(5), of: "line", ends: .flat)),
        Zone(
            id: "apart",
            .difference(
                .within(left: .kilometres(6), right: .kilometres(6), of: "line"),
                .within(left: .kilometres(2), right: .kilometres(3), of: "line"))),
    ]

    static func agreement(_ places: [Coordinate], accuracy: Distance = bound) throws -> Agreement {
        Agreement(
            lines: [
                ReferenceLine(id: "line", geometry: try LineGeometry(places), accuracy: accuracy)
            ], zones: zones)
    }

    static func drawings(_ extent: ZoneExtent) throws -> [ZoneDrawing] {
        let drawer = try ZoneDrawer(
            try agreement(places), tolerance: .metres(1), extent: extent)
        return try drawer.draw(zones).map { try $0.get()[0] }
    }

    /// Round a point the extents are circles; the area of a small circle is that of the plane less a part
    /// that is far below a millionth here.
    @Test("Round a point the extents are circles")
    func point() throws {
        let centre = Coordinate.at(37.4, 48.2)
        let zone = Zone(
            id: "zone", .around(centre, .upTo(.kilometres(2)), accuracy: .metres(300)))
        for (extent, radius) in [(ZoneExtent.certain, 1700.0), (.asGiven, 2000), (.possible, 2300)]
        {
            let drawer = try ZoneDrawer(
                Agreement(zones: [zone]), tolerance: .metres(0.01), extent: extent)
            let area = try drawer.whole(zone).area.squareMetres
            #expect((area / (.pi * radius * radius) - 1).magnitude < 2e-5, "\(extent)")
        }
    }

    @Test("Round an area the extents lie the accuracy inside and outside its border")
    func area() throws {
        let ring = [
            Coordinate.at(37, 48), .at(37.1, 48), .at(37.1, 48.1), .at(37, 48.1), .at(37, 48),
        ]
        let area = ZoneArea(
            try PolygonGeometry(polygons: [[ring]]), edges: .geodesic, accuracy: .metres(250))
        let zone = Zone(id: "zone", .inside(area))
        for (extent, away) in [(ZoneExtent.certain, -250.0), (.possible, 250)] {
            let drawing = try ZoneDrawer(
                Agreement(zones: [zone]), tolerance: .metres(0.5), extent: extent
            ).whole(zone)
            let border = LineLocator(try LineGeometry(ring))
            for vertex in drawing.polygon.polygons.joined().joined() {
                let distance = border.nearest(to: vertex).distance.metres
                #expect((distance - away.magnitude).magnitude < 0.6)
                #expect(area.geometry.contains(vertex) == (away < 0))
            }
        }
    }

    @Test("What is certain is in the zone as given, and that in what is possible")
    func order() throws {
        let all = try [ZoneExtent.certain, .asGiven, .possible].map(Self.drawings)
        for number in Self.zones.indices {
            for (smaller, greater) in zip(all, all.dropFirst()) {
                let (smaller, greater) = (smaller[number], greater[number])
                #expect(smaller.area < greater.area)
                for vertex in smaller.polygon.polygons.joined().joined() {
                    #expect(greater.polygon.contains(vertex), "\(smaller.zone)")
                }
            }
        }
    }

    /// Vertices of the line are moved within the accuracy, and the zones of the moved line are asked for by
    /// their own definition.
    @Test(
        "No line within the accuracy contradicts what is drawn",
        arguments: 1...UInt64(LongRuns.count(2, inGate: 1)))
    func displaced(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let (certain, possible) = (try Self.drawings(.certain), try Self.drawings(.possible))
        for _ in 0..<8 {
            // Half of them on the rim, where what is certain is put to the test.
            let moved = Self.places.map {
                let away =
                    Bool.random(using: &random)
                    ? Self.bound.metres : .random(in: 0...Self.bound.metres, using: &random)
                return $0.moved(away, &random)
            }
            let model = try CompiledAgreement(Self.agreement(moved, accuracy: .zero)).model
            for (number, (certain, possible)) in zip(certain, possible).enumerated() {
                let isIn = { (position: Coordinate) in
                    model.membership(of: position, inZone: number) == .inside
                }
                for (drawing, inward) in [(certain, true), (possible, false)] {
                    let rings = Array(drawing.polygon.polygons.joined())
                    for _ in 0..<40 {
                        let ring = rings[Int.random(in: 0..<rings.count, using: &random)]
                        let vertex = ring[Int.random(in: 0..<ring.count, using: &random)]
                        let position = vertex.moved(.random(in: 3...300, using: &random), &random)
                        guard drawing.polygon.contains(position) == inward else { continue }
                        // Within the tolerance of an edge either may be drawn.
                        #expect(
                            isIn(position) == inward
                                || Self.isNear(position, drawing.polygon, inward),
                            "\(drawing.zone) \(drawing.extent) \(position)")
                    }
                }
            }
        }
    }

    /// Whether a place within the tolerance lies on the other side of a drawing's edge.
    static func isNear(_ position: Coordinate, _ polygon: PolygonGeometry, _ inward: Bool) -> Bool {
        (0..<16).contains {
            polygon.contains(position.moved(1, towards: Double($0) * 22.5)) != inward
        }
    }

    @Test("Between two lines the halves overlap by what the lines leave open")
    func between() throws {
        // Two meridians a degree apart at the equator, each known to 1 km.
        let lines = try [("a", 20.0), ("b", 21)].map { id, longitude in
            ReferenceLine(
                id: id,
                geometry: try LineGeometry([.at(longitude, -1), .at(longitude, 1)]),
                accuracy: .kilometres(1))
        }
        let zone = Zone(id: "near a", .between("a", "b", half: "a"))
        let agreement = Agreement(lines: lines, zones: [zone])
        // A kilometre each way of the difference's 2 km: the distances change by 2 m for each metre across.
        let degree = Geodesic.distance(from: .at(20, 0), to: .at(21, 0)).metres
        for (extent, away) in [(ZoneExtent.certain, -1000.0), (.possible, 1000)] {
            let drawing = try ZoneDrawer(agreement, tolerance: .metres(1), extent: extent)
                .whole(zone)
            #expect(drawing.audit.isGood(within: .metres(1)), "\(drawing.audit)")
            let edge = 20.5 + away / degree
            for (longitude, isIn) in [
                (edge - 2 / degree, true), (edge + 2 / degree, false),
                (20 + 0.98 * away.magnitude / degree, extent == .possible),
                (20 + 1.02 * away.magnitude / degree, true),
            ] {
                #expect(
                    drawing.polygon.contains(.at(longitude, 0)) == isIn, "\(extent) \(longitude)")
            }
        }
    }
}
