import Geodesy
import Testing
import TestSupport
import Zones

@testable import Agreements
@testable import ZoneDrawing

/// Zones whose widths differ along a line, drawn.
@Suite struct DrawingStretchTests {
    private static let vertices = [
        Coordinate.at(126.7, 37.9), .at(127.1, 38.2), .at(127.5, 38.3), .at(128.0, 38.3),
        .at(128.3, 38.6),
    ]

    private static func agreement(accuracy: Distance = .zero) throws -> Agreement {
        var line = ReferenceLine(
            id: "line", geometry: try LineGeometry(vertices), left: "a", right: "b",
            accuracy: accuracy)
        line.markers = [LineMarker(id: "m", position: vertices[2])]
        func zone(
            _ id: String, _ first: (Double?, Double?), _ second: (Double?, Double?),
            _ ends: Ends = .round
        ) -> Zone {
            func band(_ width: Double?) -> DistanceBand? { width.map { .upTo(.kilometres($0)) } }
            return Zone(
                id: id,
                .stretches(
                    "line",
                    [
                        LineStretch(
                            from: .start, to: .marker("m"), left: band(first.0),
                            right: band(first.1)),
                        LineStretch(
                            from: .marker("m"), to: .end, left: band(second.0),
                            right: band(second.1)),
                    ], ends: ends))
        }
        return Agreement(
            parties: [Party(id: "a", name: "A"), Party(id: "b", name: "B")], lines: [line],
            zones: [
                zone("wide", (20, 20), (40, 40)), zone("sides", (12, 10), (15, 15)),
                zone("flat", (20, 20), (40, 40), .flat), zone("one", (5, 5), (nil, nil)),
            ])
    }

    @Test("What is drawn is what belongs to the zone")
    func drawn() throws {
        let agreement = try Self.agreement()
        let compiled = try CompiledAgreement(agreement)
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(20))
        var random = SeededGenerator(seed: 9)
        for (zone, result) in zip(agreement.zones, drawer.draw(agreement.zones)) {
            let drawing = try result.get()[0]
            #expect(drawing.audit.isGood(within: .metres(20)), "\(zone.id)")
            var known = 0
            for _ in 0..<300 {
                let place = random.position(longitude: 126.3...128.9, latitude: 37.5...39.1)
                let memberships = [0.0, 25].map {
                    compiled.memberships(of: place, uncertainty: .metres($0))[
                        agreement.zones.firstIndex { $0.id == zone.id } ?? 0]
                }
                // Close to the border a drawing may be off by the tolerance.
                guard memberships[1] != .undeterminable else { continue }
                known += 1
                #expect(
                    drawing.polygon.contains(place) == (memberships[0] == .inside),
                    "\(zone.id) at \(place)")
            }
            #expect(known > 250)
        }
    }

    @Test("The certain lies within the possible")
    func extents() throws {
        let agreement = try Self.agreement(accuracy: .metres(300))
        let zone = agreement.zones[3]
        let areas = try [ZoneExtent.certain, .asGiven, .possible].map {
            let drawer = try ZoneDrawer(agreement, tolerance: .metres(100), extent: $0)
            let drawing = try drawer.whole(zone)
            #expect(drawing.audit.isGood(within: .metres(100)))
            return drawing.area.squareMetres
        }
        #expect(areas[0] < areas[1] && areas[1] < areas[2])
    }

    @Test("Of widths that are not known the least and the greatest are drawn")
    func widths() throws {
        let centre = Coordinate.at(34.5, 47.5)
        let agreement = Agreement(zones: [
            Zone(id: "z", .around(centre, .upTo(between: .kilometres(15), and: .kilometres(20)))),
            Zone(id: "u", .around(centre, .unknown(upTo: .kilometres(3)))),
        ])
        for (extent, radius) in [
            (ZoneExtent.certain, 15_000.0), (.asGiven, 20_000), (.possible, 20_000),
        ] {
            let drawer = try ZoneDrawer(agreement, tolerance: .metres(0.1), extent: extent)
            let area = try drawer.whole(agreement.zones[0]).area.squareMetres
            #expect((area / (.pi * radius * radius) - 1).magnitude < 3e-5)
        }
        let certain = try ZoneDrawer(agreement, extent: .certain)
        #expect(throws: DrawingError.self) { try certain.whole(agreement.zones[1]) }
    }

    @Test("A moment picks the version that is drawn")
    func versions() throws {
        func circle(_ radius: Double) -> Zone.Definition {
            .aroundPoint(radius: .kilometres(radius), centre: .at(34.5, 47.5))
        }
        let turn = AgreementTime.at(Instant(seconds: 100))
        let zone = Zone(
            id: "z", versions: [Version(circle(2), until: turn), Version(circle(1), from: turn)])
        let agreement = Agreement(zones: [zone])
        for (moment, radius) in [
            (Instant(seconds: 99), 2000.0), (Instant(seconds: 100), 1000), (nil, 1000),
        ] {
            let drawer = try ZoneDrawer(agreement, tolerance: .metres(0.1), at: moment)
            let area = try drawer.whole(zone).area.squareMetres
            #expect((area / (.pi * radius * radius) - 1).magnitude < 3e-4)
        }
    }
}
