import Demarcation
import Geodesy
import Testing
import Zones

@testable import ZoneDrawing

/// Lines that run back along themselves: drawn, or refused with a reason; the walk along their limits comes
/// to stretches that walks before it left unfinished.
@Suite struct DrawingSpursTests {
    static let lines: [[(Double, Double)]] = [
        [(10, 20.02), (10, 20.03), (10, 20.01)], [(10.02, 20), (10, 20.01), (10.02, 20)],
        [(10, 20), (10.01, 20), (10.02, 20.01), (10.01, 20)],
        [(10, 20.02), (10, 20.03), (10, 20.01), (10.04, 20.01)],
    ]

    @Test("Nothing traps", arguments: lines, [50.0, 500, 1_000])
    func spurs(line: [(Double, Double)], width: Double) throws {
        let vertices = line.map { Coordinate(longitude: $0.0, latitude: $0.1) }
        let agreement = Agreement(
            lines: [ReferenceLine(id: "l", geometry: try LineGeometry(parts: [vertices]))],
            zones: [
                Zone(id: "round", .within(.metres(width), of: "l")),
                Zone(id: "left", .within(left: .metres(width), right: nil, of: "l")),
            ])
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(1))
        for zone in agreement.zones {
            do throws(DrawingError) {
                let drawing = try drawer.whole(zone)
                // A drawing that is not good says so.
                let isGood = drawing.audit.isGood(within: .metres(1))
                #expect(drawing.audit.positions > 0)
                if isGood { #expect(drawing.area.squareMetres > width * width) }
            } catch {
                #expect(!error.description.isEmpty)
            }
        }
    }
}
