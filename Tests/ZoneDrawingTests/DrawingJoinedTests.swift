import Agreements
import Geodesy
import TestSupport
import Testing
import Zones

@testable import ZoneDrawing

/// Lines that come in parts are drawn as the one line that they are.
@Suite struct DrawingJoinedTests {
    static let vertices = [Coordinate].vertices([
        (30.0, 48.0), (30.1, 48.02), (30.2, 48.0), (30.3, 48.03),
    ])

    static func areas(_ parts: [[Coordinate]]) throws -> [Double] {
        let agreement = Agreement(
            lines: [ReferenceLine(id: "l", geometry: try LineGeometry(parts: parts))],
            zones: [
                Zone(id: "round", .within(.kilometres(2), of: "l")),
                Zone(id: "flat", .within(.kilometres(2), of: "l", ends: .flat)),
                Zone(id: "left", .within(left: .kilometres(2), right: nil, of: "l")),
            ])
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(1))
        return try agreement.zones.map { zone in
            let drawing = try drawer.whole(zone)
            #expect(drawing.audit.isGood(within: .metres(1)), "\(zone.id): \(drawing.audit)")
            return drawing.area.squareKilometres
        }
    }

    @Test("Whatever the order of the parts")
    func order() throws {
        let v = Self.vertices
        let whole = try Self.areas([v])
        for parts in [
            [[v[0], v[1]], [v[1], v[2], v[3]]], [[v[1], v[2], v[3]], [v[0], v[1]]],
            [[v[2], v[3]], [v[0], v[1]], [v[1], v[2]]],
        ] {
            for (one, other) in zip(whole, try Self.areas(parts)) {
                #expect((one - other).magnitude < 1e-3 * one)
            }
        }
    }
}
