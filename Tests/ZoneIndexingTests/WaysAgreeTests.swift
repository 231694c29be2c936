import Foundation
import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Every way of asking an index says what the definitions say, looked at one by one.
@Suite struct WaysAgreeTests {
    /// How many plans: 24, in the gate 12, or as many as the environment says.
    private static let plans =
        ProcessInfo.processInfo.environment["RANDOM_PLANS"].flatMap { UInt64($0) }
        ?? UInt64(LongRuns.count(24, inGate: 12))

    @Test(
        "Batches, single positions and reports with bounds",
        arguments: 1...plans)
    func agree(seed: UInt64) throws { try check(try RandomPlan(seed: seed)) }

    @Test("The same of zones without end, near and far", arguments: 1...plans / 2)
    func endless(seed: UInt64) throws {
        var source = try RandomPlan(seed: seed)
        source.addEndlessZones()
        try check(source)
    }

    private func check(_ source: RandomPlan) throws {
        var source = source
        let index = try ZoneIndex(source.plan, detail: .rough)
        let reports = source.reports(48)
        let positions = reports.map(\.position)
        let plain = index.classify(positions)
        let bounded = index.discVerdicts(positions, uncertainties: reports.map(\.uncertainty))
        for (number, report) in reports.enumerated() {
            let (position, bound) = report
            let exact = index.exactVerdict(position)
            #expect(plain[number] == exact, "\(position)")
            #expect(index.classify(position) == exact, "\(position)")
            let possible = index.exactVerdict(position, uncertainty: bound)
            let defined = index.model.memberships(of: position, within: bound)
            #expect(
                defined
                    == defined.indices.map { possible.membership(inZone: ZoneNumber(rawValue: $0)) },
                "\(position) within \(bound)")
            #expect(bounded[number] == possible, "\(position) within \(bound)")
            #expect(
                index.discVerdict(position, uncertainty: bound) == possible,
                "\(position) within \(bound)")
        }
    }

    @Test("Reports about few lines, and about more than are asked together", arguments: [3, 18])
    func manyLines(count: Int) throws {
        var plan = ZonePlan()
        for number in 0..<count {
            let east = Double(number) * 0.07
            let line = plan.addLine(
                try LineGeometry([
                    Coordinate(longitude: east, latitude: 45),
                    Coordinate(longitude: east + 0.05, latitude: 45.1),
                    Coordinate(longitude: east + 0.02, latitude: 45.2),
                ]))
            plan.addZone(.within(.kilometres(2), of: line))
            plan.addZone(.within(.kilometres(9), of: line))
        }
        let index = try ZoneIndex(plan, detail: .rough)
        var random = SeededGenerator(seed: 3)
        let positions = (0..<200).map { _ in
            random.position(longitude: -0.3...1.6, latitude: 44.8...45.4)
        }
        let bounds = positions.map { _ in
            Distance.metres(.random(in: 0...3000, using: &random))
        }
        let bounded = index.discVerdicts(positions, uncertainties: bounds)
        for (number, position) in positions.enumerated() {
            let exact = index.exactVerdict(position, uncertainty: bounds[number])
            #expect(bounded[number] == exact, "\(position) within \(bounds[number])")
        }
    }
}
