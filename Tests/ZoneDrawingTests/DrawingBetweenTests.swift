import Agreements
import Geodesy
import Testing
import TestSupport
import Zones

@testable import ZoneDrawing

@Suite struct DrawingBetweenTests {
    typealias Cases = DrawingCases

    static let area = Zone(id: "area", .between("a", "b", half: nil))
    static let nearA = Zone(id: "near a", .between("a", "b", half: "a"))
    static let nearB = Zone(id: "near b", .between("b", "a", half: "b"))

    static func agreement(_ a: LineGeometry, _ b: LineGeometry) -> Agreement {
        Agreement(
            lines: [ReferenceLine(id: "a", geometry: a), ReferenceLine(id: "b", geometry: b)],
            zones: [area, nearA, nearB])
    }

    @Test(
        "The halves make up the area, and what parts them is as far from both",
        arguments: 1...UInt64(LongRuns.count(8, inGate: 4)))
    func halves(seed: UInt64) throws {
        let pair = try LinePair(seed: seed)
        let agreement = Self.agreement(pair.first, pair.second)
        guard agreement.faults.isEmpty else { return }
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(0.1))
        let drawings = try drawer.draw(agreement.zones).map { try $0.get()[0] }
        for drawing in drawings {
            #expect(
                drawing.audit.isGood(within: .metres(0.1)), "\(drawing.zone): \(drawing.audit)")
        }
        let areas = drawings.map(\.area.squareMetres)
        #expect(areas[1] > 0 && areas[2] > 0)
        // Lines that share an end may both be nearest there in the same places.
        #expect(areas[1] + areas[2] > areas[0] * (1 - 1e-7))
        if pair.ways.count == 2 { #expect(areas[1] + areas[2] < areas[0] * (1 + 1e-6)) }
        let border = try AreaBetween(pair.first, pair.second).border
        var count = 0
        for vertex in drawings[1].polygon.polygons.joined().joined()
        where border.nearest(to: vertex).distance.metres > 1 && vertex.longitude.magnitude < 180 {
            let (first, second, _) = pair.distances(from: vertex)
            #expect((first - second).magnitude < 0.01, "\(vertex)")
            count += 1
        }
        #expect(count > 2)
    }

    @Test("Between two meridians the halves meet on the meridian in the middle")
    func meridians() throws {
        let agreement = Self.agreement(
            try LineGeometry([Coordinate.at(20, -1), Coordinate.at(20, 1)]),
            try LineGeometry([Coordinate.at(21, -1), Coordinate.at(21, 1)]))
        let half = try ZoneDrawer(agreement).whole(Self.nearA)
        let inner = half.polygon.polygons.joined().joined().filter { $0.longitude > 20.4 }
        #expect(inner.count >= 2)
        #expect(inner.filter { ($0.longitude - 20.5).magnitude < 1e-7 }.count >= 2)
        #expect(inner.allSatisfy { $0.longitude < 20.5 + 1e-7 })
    }
}
