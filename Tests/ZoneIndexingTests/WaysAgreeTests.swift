import Foundation
import Geodesy
import Testing
import ZoneIndexing

/// Every way of asking an index says what the definitions say, looked at one by one.
@Suite struct WaysAgreeTests {
    /// How many plans: 24, or as many as the environment says.
    private static let plans =
        ProcessInfo.processInfo.environment["RANDOM_PLANS"].flatMap { UInt64($0) } ?? 24

    @Test(
        "Batches, single positions and reports with bounds",
        arguments: 1...plans)
    func agree(seed: UInt64) throws {
        var source = try RandomPlan(seed: seed)
        let index = try ZoneIndex(source.plan, detail: .rough)
        let reports = source.reports(48)
        let positions = reports.map(\.position)
        let plain = index.classify(positions)
        let bounded = index.classify(positions, uncertainties: reports.map(\.uncertainty))
        for (number, report) in reports.enumerated() {
            let (position, bound) = report
            let exact = index.exactVerdict(position)
            #expect(plain[number] == exact, "\(position)")
            #expect(index.classify(position) == exact, "\(position)")
            let possible = index.exactVerdict(position, uncertainty: bound)
            #expect(bounded[number] == possible, "\(position) within \(bound)")
            #expect(
                index.classify(position, uncertainty: bound) == possible,
                "\(position) within \(bound)")
        }
    }
}
