import Agreements
import Foundation
import Geodesy
import Testing
import TestSupport
import Zones

/// What is certain of a report holds for every place where the reported object may be.
@Suite struct CertaintyTests {
    static func agreement() throws -> Agreement {
        // A line that bends sharply both ways, ends openly and comes near itself.
        let line = try LineGeometry(
            .vertices([
                (30.0, 48.0), (30.05, 48.0), (30.05, 48.03), (30.02, 48.03), (30.02, 48.02),
                (30.10, 48.01), (30.101, 48.0101), (30.102, 48.0099), (30.14, 48.04),
            ]))
        let box = try PolygonGeometry(polygons: [
            [
                .vertices([(30.03, 48.005), (30.07, 48.01), (30.06, 48.04), (30.03, 48.005)])
            ]
        ])
        let (one, half) = (Distance.kilometres(1), Distance.metres(500))
        return Agreement(
            parties: [Party(id: "a", name: "A"), Party(id: "b", name: "B")],
            lines: [ReferenceLine(id: "line", geometry: line, left: "a", right: "b")],
            zones: [
                Zone(id: "both", .within(left: one, right: one, of: "line")),
                Zone(id: "widths", .within(left: one, right: half, of: "line")),
                Zone(id: "left", .within(left: one, right: nil, of: "line")),
                Zone(
                    id: "band",
                    .between(from: half, to: one, sides: .right, of: "line")),
                Zone(id: "flat", .within(one, of: "line", ends: .flat)),
                Zone(
                    id: "flat-widths",
                    .within(left: half, right: one, of: "line", ends: .flat)),
                Zone(id: "route", .along(route: line, halfWidth: half, ends: .flat)),
                Zone(id: "area", .area(box)),
                Zone(
                    id: "ring",
                    .aroundArea(distance: half, area: box, includingArea: false)),
                Zone(
                    id: "disc",
                    .aroundArea(distance: half, area: box, includingArea: true)),
                Zone(
                    id: "point",
                    .aroundPoint(
                        radius: one, centre: Coordinate(longitude: 30.05, latitude: 48.02))),
                Zone(
                    id: "rest",
                    .within(one, of: "line").clipped(to: box).excluding(["left", "point"])),
            ])
    }

    /// Four where the environment asks for long runs.
    private static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["DMZ_LONG"] == "1" ? [1, 2, 3, 4] : [1]

    @Test("A certain answer is right wherever the object is", arguments: seeds)
    func soundness(seed: UInt64) throws {
        let agreement = try CompiledAgreement(Self.agreement())
        var random = SeededGenerator(seed: seed)
        var certain = 0
        var open = 0
        for _ in 0..<400 {
            let position = random.position(longitude: 29.98...30.16, latitude: 47.98...48.06)
            let uncertainty = Distance.metres(.random(in: 1...400, using: &random))
            let answers = agreement.memberships(of: position, uncertainty: uncertainty)
            for _ in 0..<12 {
                // Most of the places on the rim, where it matters.
                let reach = Double.random(in: 0...1, using: &random) < 0.7 ? 1 : 0.5
                let place = position.moved((uncertainty * reach).metres, &random)
                let there = agreement.memberships(of: place)
                for (zone, (answer, truth)) in zip(answers, there).enumerated() {
                    if answer == .undeterminable {
                        open += 1
                    } else {
                        certain += 1
                        #expect(
                            answer == truth,
                            "seed \(seed): \(agreement.agreement.zones[zone].id) at \(position), \(uncertainty), \(place)"
                        )
                    }
                }
            }
        }
        // Neither answer may be the only one.
        #expect(certain > open && open > certain / 50)
    }

    @Test("Reversing a line swaps its sides and changes nothing else")
    func reversal() throws {
        let agreement = try Self.agreement()
        var reversed = agreement
        let line = agreement.lines[0]
        reversed.lines = [
            ReferenceLine(id: "line", geometry: line.geometry.reversed, left: "b", right: "a")
        ]
        reversed.zones = agreement.zones.map { zone in
            Zone(id: zone.id, zone.region.mirrored)
        }
        let (one, other) = try (CompiledAgreement(agreement), CompiledAgreement(reversed))
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let report = Report(
                position: random.position(longitude: 29.98...30.16, latitude: 47.98...48.06),
                uncertainty: .metres(Bool.random(using: &random) ? 0 : 80))
            let (a, b) = (one.judge(report), other.judge(report))
            #expect(a.zonesInside == b.zonesInside && a.side == b.side, "\(report.position)")
            #expect(a.zonesUndeterminable == b.zonesUndeterminable, "\(report.position)")
        }
    }
}

extension Region {
    /// The region with the sides of its lines swapped.
    fileprivate var mirrored: Region {
        switch self {
        case .beside(.line(let line), let left, let right, let ends):
            .beside(.line(line), left: right, right: left, ends: ends)
        case .union(let regions): .union(regions.map(\.mirrored))
        case .intersection(let regions): .intersection(regions.map(\.mirrored))
        case .difference(let region, let other): .difference(region.mirrored, other.mirrored)
        default: self
        }
    }
}
