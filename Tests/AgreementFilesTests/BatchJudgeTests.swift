import AgreementFiles
import Agreements
import Geodesy
import Testing
import TestSupport

/// Judging in columns, with an index or without, says what judging report by report says.
@Suite struct BatchJudgeTests {
    private static let agreements = [
        "agreements/rules.yaml", "agreements/withdrawal.yaml", "agreements/meridian.yaml",
        "demo/agreement.yaml", "agreements/demands.yaml",
    ]

    @Test("Random reports of all kinds, times and bounds", arguments: agreements, [true, false])
    func agree(file: String, isIndexed: Bool) throws {
        let agreement = try AgreementFile.read(path: Fixtures.path(file)).agreement
        let plain = try CompiledAgreement(agreement)
        let judge = BatchJudge(isIndexed ? try plain.indexed(.rough) : plain)
        // Bounds near rules without end take many discs.
        let count = file == Self.agreements.last ? 100 : 400
        let reports = Array(try reports(about: plain, seed: UInt64(file.count)).prefix(count))
        let found = judge.judge(ReportColumns(reports))
        var judged = 0
        for (k, report) in reports.enumerated() {
            let expected = plain.judge(report)
            var judgement = judge.judgement(ofOutcome: found.numbers[k])
            // Distances are written to the millimetre.
            let distance = found.distances[k].metres
            let written = [expected.distance?.metres, distance.isNaN ? nil : distance].map {
                $0.map { ($0 * 1000).rounded() }
            }
            #expect(written[0] == written[1], "\(report)")
            judgement.distance = expected.distance
            #expect(judgement == expected, "\(report)")
            judged += judgement.zonesInside.count + judgement.zonesUndeterminable.count
        }
        #expect(judged > count / 4)
        #expect(judge.outcomeCount > 10)
    }

    @Test("Nearest places only when they are wanted", arguments: [true, false])
    func wanted(isIndexed: Bool) throws {
        let agreement = try AgreementFile.read(path: Fixtures.path(Self.agreements[0])).agreement
        let plain = try CompiledAgreement(agreement)
        let judge = BatchJudge(isIndexed ? try plain.indexed(.rough) : plain)
        let columns = ReportColumns(try reports(about: plain, seed: 3))
        let (all, none) = (judge.judge(columns), judge.judge(columns, wanting: []))
        #expect(none.distances.isEmpty)
        #expect(judge.judge(columns, wanting: .distance).distances.count == columns.count)
        for (one, other) in zip(all.numbers, none.numbers) {
            var judgement = judge.judgement(ofOutcome: one)
            (judgement.line, judgement.side, judgement.isSideCertain) = (nil, nil, true)
            #expect(judge.judgement(ofOutcome: other) == judgement)
        }
    }

    @Test("A bound that is no length leaves zones open, and the nearest place as it is")
    func noBound() throws {
        let agreement = try AgreementFile.read(path: Fixtures.path(Self.agreements[0])).agreement
        let plain = try CompiledAgreement(agreement)
        var reports = try reports(about: plain, seed: 9).filter(\.position.isValid)
        for k in reports.indices {
            reports[k].uncertainty = .metres([.nan, -1, .infinity][k % 3])
        }
        for compiled in [plain, try plain.indexed(.rough)] {
            let judge = BatchJudge(compiled)
            let found = judge.judge(ReportColumns(reports))
            for (k, report) in reports.enumerated() {
                var exact = report
                exact.uncertainty = .zero
                let expected = plain.judge(exact)
                let judgement = judge.judgement(ofOutcome: found.numbers[k])
                #expect(judgement.zonesInside.isEmpty)
                #expect(judgement.zonesUndeterminable == agreement.zones.map(\.id))
                #expect(judgement.line == expected.line && judgement.side == expected.side)
                #expect(!judgement.isSideCertain)
                let distance = try #require(expected.distance).metres
                #expect((found.distances[k].metres - distance).magnitude < 1e-3)
                let single = compiled.judge(report)
                #expect(!single.isSideCertain)
                let own = try #require(single.distance).metres
                #expect((own - distance).magnitude < 1e-6)
                #expect(single.zonesUndeterminable == judgement.zonesUndeterminable)
            }
        }
    }

    @Test("Numbers stay when an index comes, and kinds may be others in the next columns")
    func numbers() throws {
        let agreement = try AgreementFile.read(path: Fixtures.path(Self.agreements[0])).agreement
        let plain = try CompiledAgreement(agreement)
        let judge = BatchJudge(plain)
        let reports = try reports(about: plain, seed: 4)
        let first = judge.judge(ReportColumns(reports))
        let before = first.numbers.map { judge.judgement(ofOutcome: $0) }
        judge.adopt(try plain.indexed(.rough))
        let second = judge.judge(ReportColumns(reports.reversed()))
        #expect(first.numbers.map { judge.judgement(ofOutcome: $0) } == before)
        #expect(second.numbers.reversed().map { judge.judgement(ofOutcome: $0) } == before)
        judge.forgetOutcomes()
        #expect(judge.outcomeCount == 0)
        let third = judge.judge(ReportColumns(reports))
        #expect(third.numbers.map { judge.judgement(ofOutcome: $0) } == before)
    }

    private func reports(about compiled: CompiledAgreement, seed: UInt64) throws -> [Report] {
        var random = SeededGenerator(seed: seed)
        let agreement = compiled.agreement
        let kinds = try kinds(of: compiled, &random)
        let vertices: [Coordinate] = agreement.lines.flatMap { Array($0.geometry.parts.joined()) }
        let turns = turns(of: agreement)
        return try (0..<400).map { _ in
            var report = try #require(kinds.randomElement(using: &random))
            let near = try #require(vertices.randomElement(using: &random))
            let reaches: [Double] = [0.0005, 0.02, 0.3, 3]
            let reach = reaches.randomElement(using: &random) ?? 1
            report.position = Coordinate(
                longitude: near.longitude + Double.random(in: -reach...reach, using: &random),
                latitude: near.latitude + Double.random(in: -reach...reach, using: &random))
            let bounds: [Double] = [0, 0, 5, 120, 3000, -1, .nan]
            report.uncertainty = .metres(bounds.randomElement(using: &random) ?? 0)
            report.time = time(near: turns.randomElement(using: &random), &random)
            return report
        }
    }

    /// Reports that differ in everything but place, time and bound.
    private func kinds(
        of compiled: CompiledAgreement, _ random: inout SeededGenerator
    ) throws -> [Report] {
        let conditions = compiled.agreement.rules.flatMap(\.conditions)
        let categories = conditions.map(\.category) + ["no such thing"]
        let parties = compiled.agreement.parties.map { Optional($0.id) } + [nil]
        return (0..<40).map { number in
            var report = Report(position: Coordinate(longitude: 0, latitude: 0))
            report.category = number % 7 == 0 ? nil : categories.randomElement(using: &random)
            report.party = parties.randomElement(using: &random) ?? nil
            for name in compiled.attributeNames where Bool.random(using: &random) {
                report.attributes[name] = [
                    "50", "82", "120", "155", "200", "tracked", "", "battalion", "medevac", "given",
                    "400 ft AGL", "2 d",
                ].randomElement(using: &random)
            }
            return report
        }
    }

    /// The times at which rules begin or end.
    private func turns(of agreement: Agreement) -> [Instant] {
        (agreement.rules.flatMap { [$0.from, $0.due, $0.until] }
            + agreement.suspensions.flatMap { [$0.from, $0.until] }).compactMap { $0 }.compactMap {
                time in
                if case .at(let instant) = time { return instant }
                return agreement.zero?.resolve(time)
            }
    }

    /// Before, at or after a time at which a rule begins or ends.
    private func time(near turn: Instant?, _ random: inout SeededGenerator) -> Instant? {
        guard let turn, Int.random(in: 0..<5, using: &random) > 0 else { return nil }
        let off = [-86_400, -1, 0, 1, 86_400].randomElement(using: &random) ?? 0
        return Instant(seconds: turn.seconds + Int64(off), nanoseconds: turn.nanoseconds)
    }
}
