import Agreements
import Geodesy
import TestSupport
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

    @Test("A zone with area is not said to have none")
    func members() throws {
        let hook = [Coordinate].vertices([(10, 20), (10.01, 20), (10.01, 20.01)])
        let agreement = Agreement(
            lines: [ReferenceLine(id: "l", geometry: try LineGeometry(parts: [hook]))],
            zones: [
                Zone(
                    id: "corner",
                    .within(left: .kilometres(3), right: nil, of: "l", ends: .flat)),
                Zone(
                    id: "none",
                    .intersection([
                        .around(Coordinate(longitude: 10, latitude: 20), .upTo(.metres(100))),
                        .around(Coordinate(longitude: 11, latitude: 20), .upTo(.metres(100))),
                    ])),
            ])
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(1))
        let member = Report(position: Coordinate(longitude: 10.005, latitude: 20.005))
        #expect(try CompiledAgreement(agreement).judge(member).zonesInside == ["corner"])
        // Drawn, or said why not; but it has area.
        do throws(DrawingError) {
            let drawing = try drawer.whole(agreement.zones[0])
            #expect(drawing.area.squareMetres > 0)
        } catch {
            #expect(error.code == .lost && error.position != nil)
        }
        do throws(DrawingError) {
            _ = try drawer.whole(agreement.zones[1])
            Issue.record("two discs far from each other have no area in common")
        } catch {
            #expect(error.code == .empty)
        }
    }

    @Test("A zone narrower than the tolerance is not said to have no area", arguments: [10.0, 1])
    func narrow(tolerance: Double) throws {
        let bend = [Coordinate].vertices([(10, 20), (10.01, 20.002), (10.02, 20)])
        func band(_ from: Double, _ to: Double) -> DistanceBand {
            DistanceBand(from: .metres(from), to: .metres(to))
        }
        let regions: [Region<ReferenceLine.ID, Zone.ID>] = [
            .within(left: .metres(0.04), right: nil, of: "l"),
            .within(left: .metres(0.04), right: .metres(0.02), of: "l"),
            .within(left: .metres(0.4), right: .metres(0.2), of: "l", ends: .flat),
            .beside(.line("l"), left: band(5, 5.02), right: nil, ends: .round),
            .beside(.line("l"), left: nil, right: band(3_000, 3_000.02), ends: .flat),
        ]
        let agreement = Agreement(
            lines: [ReferenceLine(id: "l", geometry: try LineGeometry(parts: [bend]))],
            zones: regions.enumerated().map { Zone(id: "z\($0)", $1) })
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(tolerance))
        for zone in agreement.zones {
            do throws(DrawingError) {
                let drawing = try drawer.whole(zone)
                #expect(drawing.audit.isGood(within: .metres(tolerance)))
            } catch {
                #expect(error.code == .lost, "\(zone.id): \(error)")
            }
        }
    }

    @Test("Nothing traps", arguments: zip(lines, [500.0, 50, 500, 500]))
    func spurs(line: [(Double, Double)], width: Double) throws {
        let vertices = [Coordinate].vertices(line)
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
