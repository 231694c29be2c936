import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Verdicts next to limits against GeographicLib; `scripts/oracle/verdicts` does millions.
@Suite("Positions 0, 0.1 mm, 1 cm, 1 m and 100 m from each limit")
struct LimitOracleTests {
    @Test("of a hard line", arguments: HardLine.sample)
    func limits(hard: HardLine) throws {
        try compare(hard, .geodesic, rays: LongRuns.count(8, inGate: 5))
    }

    @Test("of a hard line with other edges", arguments: HardLine.sample)
    func otherEdges(hard: HardLine) throws {
        for edges in [EdgeKind.rhumb, .planar] {
            try compare(hard, edges, rays: LongRuns.count(2, inGate: 1))
        }
    }

    private func compare(_ hard: HardLine, _ edges: EdgeKind, rays: Int) throws {
        let line = try hard.line(edges)
        var plan = ZonePlan()
        plan.addLine(line)
        for zone in LineZone.all { plan.addZone(zone.shape) }
        let index = try ZoneIndex(plan, detail: .rough)
        let seed = hard.seed(edges) &+ 11
        var positions = LimitPositions(line, seed: seed)
        var truths: [OracleAnswer] = []
        // The line itself and each limit in turn, from another one for each line.
        let limits = [.zero] + LimitPositions.limits
        for number in 0..<rays {
            truths += positions.ray(limit: limits[(number + Int(seed % 8)) % 8].metres)
        }
        let verdicts = index.classify(truths.map(\.position))
        let places = index.nearest(to: truths.map(\.position))
        var asked = 0
        let parts = try LineZone.oracles(ofPartsOf: line)
        for (number, truth) in truths.enumerated() {
            let ofParts = parts.map { $0.nearest(to: truth.position) }
            let context: Comment = "[\(truth.position)] \(truth.distance) m, seed \(seed)"
            let inside = Set(verdicts[number].zonesInside.map(\.rawValue))
            #expect(verdicts[number].zonesUndeterminable == [], context)
            for (zone, definition) in LineZone.all.enumerated() {
                let expected = definition.contains(
                    truth, parts: ofParts, endsOnItself: hard == .switchbacks)
                guard let expected else { continue }
                asked += 1
                #expect(inside.contains(zone) == expected, "\(definition): \(context)")
            }
            #expect((places[number].distance.metres - truth.distance).magnitude < 1e-3, context)
            if truth.isSideCertain {
                #expect(places[number].side == truth.side, context)
                let side = verdicts[number].side(ofLine: 0)
                if truth.distance < 140e3 + 1e-7 { #expect(side == truth.side, context) }
                if truth.distance > 140e3 + 2e-6 { #expect(side == nil, context) }
            }
        }
        // What is left open is the exception.
        #expect(asked > truths.count * LineZone.all.count * 3 / 5)
    }
}
