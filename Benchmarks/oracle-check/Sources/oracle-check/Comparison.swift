import Foundation
import Geodesy
import ZoneIndexing
import Zones

/// An index's answers compared with what is true.
struct Comparison {
    let index: ZoneIndex
    let zones: [CheckedZone]
    let limits: [Double]
    /// Metres about a limit within which the answer is not asked, except on it.
    let tolerance: Double
    private(set) var tallies = [Tally](repeating: Tally(), count: Offset.allCases.count)
    private(set) var worstDistance = 0.0
    private(set) var wrongNearestSides = 0
    private(set) var shown: [String] = []

    init(line: LineGeometry, zones: [CheckedZone], limits: [Double], tolerance: Double) throws {
        var plan = ZonePlan()
        plan.addLine(line)
        for zone in zones { plan.addZone(zone.shape) }
        index = try ZoneIndex(plan)
        self.zones = zones
        self.limits = limits
        self.tolerance = tolerance
    }

    var wrong: Int {
        tallies.reduce(wrongNearestSides) { $0 + $1.wrongVerdicts + $1.wrongSides }
    }

    mutating func compare(_ truths: [TruthRecord], withNearest: Bool) {
        let verdicts = index.classify(truths.map(\.position))
        // Equal labels have equal verdicts, so that each is spelt out once.
        var zonesOfLabel: [UInt32: [Bool]] = [:]
        for (number, truth) in truths.enumerated() {
            let verdict = verdicts[number]
            let label = verdicts.labels[number]
            let found: [Bool]
            if let known = zonesOfLabel[label] {
                found = known
            } else {
                found = zones.indices.map {
                    verdict.membership(inZone: ZoneNumber(rawValue: $0)) == .inside
                }
                zonesOfLabel[label] = found
                if !verdict.zonesUndeterminable.isEmpty { note("undeterminable", truth) }
            }
            judge(truth, found, verdict)
        }
        guard withNearest else { return }
        for (truth, place) in zip(truths, index.nearest(to: truths.map(\.position)))
        where !truth.distance.isNaN {
            let error = (place.distance.metres - truth.distance).magnitude
            worstDistance = max(worstDistance, error.isNaN ? .infinity : error)
            if !truth.sideInDoubt, place.side != truth.side {
                wrongNearestSides += 1
                note("nearest(to:) has side \(place.side)", truth)
            }
        }
    }

    /// Whether the line has more than one part.
    var hasParts = false

    private mutating func judge(_ truth: TruthRecord, _ found: [Bool], _ verdict: ZoneVerdict) {
        var tally = Tally(positions: 1)
        var isExempt = false
        for (number, zone) in zones.enumerated() {
            guard
                let expected = zone.contains(
                    truth, tolerance: tolerance, hasParts: hasParts)
            else {
                isExempt = true
                continue
            }
            if expected != found[number] {
                tally.wrongVerdicts = 1
                note("\(expected ? "is in" : "is not in") zone \(number), \(zone.name)", truth)
            }
        }
        let farthest = limits.last ?? 0
        let atFarthest = (truth.distance - farthest).magnitude
        if truth.sideInDoubt || (atFarthest < tolerance && atFarthest > 0.5e-6) {
            isExempt = true
        } else {
            let expected: LineSide? = truth.distance <= farthest + 1e-6 ? truth.side : nil
            let side = verdict.side(ofLine: 0)
            if side != expected {
                tally.wrongSides = 1
                note("side \(side.map(\.rawValue) ?? "nil")", truth)
            }
        }
        if isExempt { tally.exempt = 1 }
        tallies[Offset(truth.distance, limits: limits).rawValue] += tally
    }

    private mutating func note(_ fault: String, _ truth: TruthRecord) {
        guard shown.count < 8 else { return }
        shown.append(
            "[\(truth.position)] distance \(truth.distance), side \(truth.side)"
                + "\(truth.isBeyondEnd ? ", beyond an end" : ""): \(fault)")
    }
}
