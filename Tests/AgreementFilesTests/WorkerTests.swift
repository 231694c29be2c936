import AgreementFiles
import Demarcation
import Geodesy
import TestSupport
import Testing

/// A worker, which looks positions up and remembers judgements, says what judging report by report
/// by the definitions says.
@Suite struct WorkerTests {
    private static let agreements = [
        "agreements/rules.yaml", "agreements/withdrawal.yaml", "agreements/meridian.yaml",
        "demo/agreement.yaml",
    ]

    @Test("Random reports of all kinds, times and bounds", arguments: agreements)
    func agree(file: String) throws {
        let agreement = try AgreementFile.read(path: Fixtures.path(file)).agreement
        let plain = try CompiledAgreement(agreement)
        let worker = try #require(
            try AgreementWorker(CompiledAgreement(agreement, index: .rough)))
        var random = SeededGenerator(seed: UInt64(file.count))
        let kinds = try kinds(of: plain, &random)
        let vertices: [Coordinate] = agreement.lines.flatMap { Array($0.geometry.parts.joined()) }
        let turns = turns(of: agreement)
        var reports: [Report] = []
        var numbers: [Int] = []
        for _ in 0..<400 {
            let kind = Int.random(in: 0..<kinds.count, using: &random)
            var report = kinds[kind]
            let near = try #require(vertices.randomElement(using: &random))
            let reaches: [Double] = [0.0005, 0.02, 0.3, 3]
            let reach = reaches.randomElement(using: &random) ?? 1
            report.position = Coordinate(
                longitude: near.longitude + Double.random(in: -reach...reach, using: &random),
                latitude: near.latitude + Double.random(in: -reach...reach, using: &random))
            let bounds: [Double] = [0, 0, 5, 120, 3000, -1, .nan]
            report.uncertainty = .metres(bounds.randomElement(using: &random) ?? 0)
            report.time = time(near: turns.randomElement(using: &random), &random)
            reports.append(report)
            numbers.append(kind)
        }
        let found = judge(reports, kinds: numbers, worker)
        var judged = 0
        for (report, found) in zip(reports, found) {
            let expected = plain.judge(report)
            var judgement = worker.judgements[found.number]
            // Distances are written to the millimetre.
            let written = [expected.distance, found.distance].map {
                $0.map { ($0.metres * 1000).rounded() }
            }
            #expect(written[0] == written[1], "\(report)")
            judgement.distance = expected.distance
            #expect(judgement == expected, "\(report)")
            judged += judgement.zonesInside.count + judgement.zonesUndeterminable.count
        }
        #expect(judged > 100)
        #expect(worker.judgements.count > 10)
    }

    /// Reports that differ in everything but place, time and bound.
    private func kinds(
        of compiled: CompiledAgreement, _ random: inout SeededGenerator
    ) throws -> [Report] {
        let conditions = compiled.agreement.rules.flatMap { $0.prohibits + $0.exempt }
        let categories = conditions.map(\.category) + ["no such thing"]
        let parties = compiled.agreement.parties.map { Optional($0.id) } + [nil]
        return (0..<40).map { number in
            var report = Report(position: Coordinate(longitude: 0, latitude: 0))
            report.category = number % 7 == 0 ? nil : categories.randomElement(using: &random)
            report.party = parties.randomElement(using: &random) ?? nil
            for name in compiled.attributeNames where Bool.random(using: &random) {
                report.attributes[name] = ["50", "82", "120", "155", "200", "tracked", ""]
                    .randomElement(using: &random)
            }
            return report
        }
    }

    private func judge(
        _ reports: [Report], kinds: [Int], _ worker: AgreementWorker
    ) -> [(number: Int, distance: Distance?)] {
        var found: [(number: Int, distance: Distance?)] = []
        let bounds = reports.map(\.uncertainty.metres)
        reports.map(\.position).withUnsafeBufferPointer { positions in
            bounds.withUnsafeBufferPointer { bounds in
                reports.map(\.time).withUnsafeBufferPointer { times in
                    kinds.withUnsafeBufferPointer { kinds in
                        worker.judge(
                            positions, within: bounds, times: times, kinds: kinds,
                            report: { reports[$0] }
                        ) { found.append(($0, $1)) }
                    }
                }
            }
        }
        return found
    }

    /// The times at which rules begin or end.
    private func turns(of agreement: Agreement) -> [Instant] {
        agreement.rules.flatMap { [$0.from, $0.until].compactMap { $0 } }.compactMap { time in
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
