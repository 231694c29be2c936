import Agreements
import Foundation
import Geodesy
import TestSupport
import Zones

@testable import ZoneDrawing

/// A random plan, drawn, and what the drawings are worth.
struct DrawnPlan {
    /// What drawing one zone came to.
    enum Outcome: Equatable {
        case good
        /// It has no area, and says so.
        case empty
        /// It has one and is not drawn within the tolerance, which is said.
        case refused(String)
        /// It is drawn as if it were good, or said to have no area, and it is not so.
        case wrong(String)
    }

    let seed: UInt64
    private(set) var outcomes: [Outcome] = []
    private var random: SeededGenerator
    private let plan: RandomPlan
    private let tolerance: Double

    /// Draws some `count` zones of the plan of a seed, to an extent.
    init(seed: UInt64, count: Int, extent: ZoneExtent = .asGiven) throws {
        self.seed = seed
        random = SeededGenerator(seed: seed &+ 77)
        var plan = try RandomPlan(seed: seed)
        try plan.addHardZones(seed: seed)
        self.plan = plan
        tolerance = 100 * plan.size
        let agreement = Self.agreement(plan.plan, extent)
        // Parts that both begin at a pole.
        guard agreement.faults.isEmpty else { return }
        let compiled = try CompiledAgreement(agreement)
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(tolerance), extent: extent)
        let stride = max(1, agreement.zones.count / count)
        for (number, zone) in agreement.zones.enumerated()
        where number % stride == Int(seed) % stride {
            let result = drawer.draw([zone])[0]
            guard let known = compiled.number(ofZone: zone.id) else { continue }
            let contains = { (position: Coordinate) in
                let answer = compiled.model.memberships(of: position)[known]
                return answer == .inside || extent == .possible && answer == .undeterminable
            }
            switch result {
            case .success(let drawings): outcomes.append(outcome(drawings[0], contains))
            case .failure(let error): outcomes.append(outcome(error, contains))
            }
        }
    }

    /// The plan's lines and its zones by names; as given, without their accuracies.
    static func agreement(_ plan: ZonePlan, _ extent: ZoneExtent = .asGiven) -> Agreement {
        let isGiven = extent == .asGiven
        return Agreement(
            lines: plan.lines.enumerated().map {
                ReferenceLine(
                    id: "\($0.offset)", geometry: $0.element.geometry,
                    accuracy: isGiven ? .zero : $0.element.accuracy)
            },
            zones: plan.zones.enumerated().compactMap { number, region in
                (isGiven ? region.asGiven : region).resolved(
                    .greatest, line: { [LineForms("\($0)")] }, zone: { name, _ in "\(name)" }
                )
                .map { Zone(id: "\(number)", $0) }
            })
    }

    /// Tries 200 positions: half of them near the drawing's edges, half anywhere about.
    private mutating func outcome(
        _ drawing: ZoneDrawing, _ contains: (Coordinate) -> Bool
    ) -> Outcome {
        let name = "seed \(seed) zone \(drawing.zone)"
        guard drawing.audit.isGood(within: .metres(tolerance)) else {
            let audit = drawing.audit
            return .refused(
                "\(name) deviates by \(audit.maxDeviation), \(audit.mismatches) positions such as "
                    + "\(audit.firstMismatch.map { "\($0)" } ?? "none"), \(audit.invalidity ?? "valid")"
            )
        }
        let rings = Array(drawing.polygon.polygons.joined())
        for number in 0..<200 {
            let ring = rings[Int.random(in: 0..<rings.count, using: &random)]
            let vertex = ring[Int.random(in: 0..<ring.count, using: &random)]
            let away =
                number % 2 == 0
                ? tolerance * pow(10, .random(in: 0...4, using: &random))
                : plan.size * 111_000 * .random(in: 0...1, using: &random)
            let position = vertex.moved(away, &random)
            let belongs = contains(position)
            if drawing.polygon.contains(position) != belongs, !isNearBorder(position, contains) {
                return .wrong("\(name): \(position) belongs: \(belongs)")
            }
        }
        return .good
    }

    /// No area is there only where no position about the lines and areas belongs by more than the
    /// tolerance.
    private mutating func outcome(
        _ error: DrawingError, _ contains: (Coordinate) -> Bool
    ) -> Outcome {
        let name = "seed \(seed) error \(error)"
        guard error.code == .empty else { return .refused(name) }
        var plan = plan
        for (position, _) in plan.reports(400)
        where position.isValid && contains(position) && !isNearBorder(position, contains) {
            return .wrong("\(name): \(position) belongs")
        }
        return .empty
    }

    /// Whether a position is within the tolerance of the zone's border: others belong and it does not, or
    /// the other way round.
    private func isNearBorder(_ position: Coordinate, _ contains: (Coordinate) -> Bool) -> Bool {
        let belongs = contains(position)
        return [1, 0.8, 0.55, 0.3, 0.1].contains { share in
            (0..<48).contains { k in
                contains(position.moved(share * tolerance, towards: Double(k) * 7.5 + share))
                    != belongs
            }
        }
    }
}
