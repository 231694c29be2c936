import Foundation
import Geodesy
import TestSupport
import Testing

/// Whether this run is to write the fixtures anew.
let writesFixtures = ProcessInfo.processInfo.environment["WRITE_ORACLE_FIXTURES"] != nil

@Suite struct LineLocatorOracleTests {
    static let lines = HardLine.allCases
    static let kinds = EdgeKind.allCases

    private func compare(_ fixture: OracleFixture, _ hard: HardLine) -> Faults {
        let comparison = OracleComparison(
            oracle: OracleLine(fixture.line), hasEndOnItself: hard == .switchbacks)
        let locator = LineLocator(fixture.line)
        var faults = Faults()
        // In the gate every third.
        for k in stride(from: 0, to: fixture.answers.count, by: LongRuns.areAsked ? 1 : 3) {
            let truth = fixture.answers[k]
            let found = locator.nearest(to: truth.position)
            if let fault = comparison.fault(in: found, against: truth) {
                faults.add("[\(truth.position)] \(truth.distance) m: \(fault)")
            }
        }
        return faults
    }

    @Test("Stored answers of the oracle", .disabled(if: writesFixtures), arguments: lines, kinds)
    func stored(hard: HardLine, edges: EdgeKind) throws {
        let fixture = try OracleFixture(reading: hard, edges)
        #expect(fixture.answers.count == OracleFixture.positionsPerLine)
        let faults = compare(fixture, hard)
        #expect(faults.count == 0, "\(faults.text)")
    }

    @Test("The oracle asked anew, about other positions", arguments: HardLine.sample, kinds)
    func live(hard: HardLine, edges: EdgeKind) throws {
        let seed = hard.seed(edges) &+ 1
        let fixture = try OracleFixture(computing: hard, edges, count: 72, seed: seed)
        let faults = compare(fixture, hard)
        #expect(faults.count == 0, "seed \(seed): \(faults.text)")
    }

    @Test(
        "Stored answers are still what the oracle says", .disabled(if: writesFixtures),
        arguments: HardLine.sample, kinds)
    func fresh(hard: HardLine, edges: EdgeKind) throws {
        let fixture = try OracleFixture(reading: hard, edges)
        let oracle = OracleLine(fixture.line)
        for stored in fixture.answers.prefix(24) {
            let again = oracle.nearest(to: stored.position)
            #expect((again.distance - stored.distance).magnitude < 1e-7)
            #expect(again.side == stored.side || stored.sideMargin < 1.2e-6)
        }
    }

    @Test("The length is the oracle's", arguments: lines, kinds)
    func length(hard: HardLine, edges: EdgeKind) throws {
        let line = try hard.line(edges)
        let truth = OracleLine(line).length
        let difference = (line.length.metres - truth).magnitude
        #expect(difference <= max(1e-6, 1e-12 * truth), "\(line.length) against \(truth) m")
    }

    /// Replaces the stored answers.
    ///
    ///     WRITE_ORACLE_FIXTURES=1 swift test --filter LineLocatorOracleTests.write
    @Test("Write the fixtures anew", .enabled(if: writesFixtures), arguments: lines, kinds)
    func write(hard: HardLine, edges: EdgeKind) throws {
        try OracleFixture(
            computing: hard, edges, count: OracleFixture.positionsPerLine, seed: hard.seed(edges)
        ).write(as: hard)
    }
}
