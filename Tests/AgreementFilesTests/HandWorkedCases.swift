import AgreementFiles
import Agreements
import Foundation
import Geodesy
import Testing
import TestSupport
import ZoneIndexing
import Zones

@Suite struct HandWorkedCases {
    static func compiled(
        _ name: String, index: ZoneIndex.Detail? = nil
    ) throws -> CompiledAgreement {
        try CompiledAgreement(
            AgreementFile.read(path: Fixtures.path("agreements/\(name)")).agreement, index: index)
    }

    /// By the definitions and by the index, which must not differ.
    static let meridian = Result {
        [try compiled("meridian.yaml"), try compiled("meridian.yaml", index: .coarse)]
    }
    static let rules = Result {
        [try compiled("rules.yaml"), try compiled("rules.yaml", index: .rough)]
    }
    static let demands = Result {
        [try compiled("demands.yaml"), try compiled("demands.yaml", index: .rough)]
    }
    static let zoneCases = CaseTable.rows("agreements/zone-cases.txt", columns: 4)
    static let ruleCases = CaseTable.rows("agreements/rule-cases.txt", columns: 7)
    static let demandCases = CaseTable.rows("agreements/demand-cases.txt", columns: 7)

    @Test("There are as many cases as there are said to be")
    func counts() {
        #expect(Self.zoneCases.count >= 190)
        #expect(Self.ruleCases.count >= 60)
        #expect(Self.demandCases.count >= 120)
    }

    @Test("Membership in zones", arguments: zoneCases)
    func zones(_ row: CaseTable.Row) throws {
        let agreements = try Self.meridian.get()
        let report = Report(
            position: Coordinate(
                longitude: try #require(Self.longitude(row.columns[0])),
                latitude: try #require(Double(row.columns[1]))),
            uncertainty: .metres(try #require(Double(row.columns[2]))))
        try check(agreements[1].judge(report), row, agreements[1].agreement)
        // By the definitions, and explained, it takes its time where much is open.
        guard report.uncertainty == .zero || row.line % 4 == 0 || LongRuns.areAsked else { return }
        try check(agreements[0].judge(report), row, agreements[0].agreement)
        let explained = agreements[0].explain(report)
        for expectation in row.columns[3].split(separator: " ") {
            let parts = expectation.split(separator: ":").map(String.init)
            guard let zone = explained.zones.first(where: { $0.id == parts[0] }) else { continue }
            #expect(zone.membership == Self.answer(parts[1]), "\(parts[0])")
        }
    }

    private static func answer(_ word: String) -> Answer {
        ["in": .inside, "out": .outside, "open": .undeterminable][word] ?? .undeterminable
    }

    private func check(
        _ judgement: Judgement, _ row: CaseTable.Row, _ agreement: Agreement
    ) throws {
        for expectation in row.columns[3].split(separator: " ") {
            let parts = expectation.split(separator: ":").map(String.init)
            switch parts[0] {
            case "line": #expect(judgement.line == parts[1])
            case "side": #expect(judgement.side == parts[1])
            case "d":
                let metres = try #require(Double(parts[1]))
                #expect(
                    try #require(judgement.distance).metres.distance(to: metres).magnitude < 1e-6)
            default:
                #expect(agreement.zones.contains { $0.id == parts[0] }, "\(parts[0])")
                let expected = Self.answer(parts[1])
                #expect(judgement.zonesInside.contains(parts[0]) == (expected == .inside))
                #expect(
                    judgement.zonesUndeterminable.contains(parts[0])
                        == (expected == .undeterminable))
            }
        }
    }

    @Test("Findings under rules", arguments: ruleCases)
    func rules(_ row: CaseTable.Row) throws {
        let places: [String: (east: Double, uncertainty: Double)] = [
            "in": (500, 0), "out": (9000, 0), "open": (1990, 20), "site": (11_131.949, 0),
        ]
        let place = try #require(places[row.columns[0]])
        try check(
            row, Self.rules,
            Report(
                position: Coordinate(longitude: place.east / Self.metresPerDegree, latitude: 0),
                uncertainty: .metres(place.uncertainty)))
    }

    @Test("Findings under rules of every kind", arguments: demandCases)
    func demands(_ row: CaseTable.Row) throws {
        let place = row.columns[0].split(separator: "~").map { CaseTable.trimmed($0) }
        let (east, latitude) = try #require(Self.place(place[0]))
        try check(
            row, Self.demands,
            Report(
                position: Coordinate(longitude: east / Self.metresPerDegree, latitude: latitude),
                uncertainty: .metres(place.count > 1 ? try #require(Double(place[1])) : 0)))
    }

    /// What is said of a report with the other columns of a row, by the definitions and by the index.
    private func check(
        _ row: CaseTable.Row, _ agreements: Result<[CompiledAgreement], any Error>, _ report: Report
    ) throws {
        let (agreement, indexed) = (try agreements.get()[0], try agreements.get()[1])
        func given(_ text: String) -> String? { text == "-" ? nil : text }
        var report = report
        (report.category, report.party) = (given(row.columns[1]), given(row.columns[2]))
        report.time = try given(row.columns[3]).map { try Instant(parsing: $0) }
        for attribute in given(row.columns[4])?.split(separator: ",") ?? [] {
            let parts = attribute.split(separator: "=").map { CaseTable.trimmed($0) }
            report.attributes[parts[0]] = parts[1]
            #expect(agreement.attributeNames.contains(parts[0]))
        }
        let words = ["breach": "apparent_breach", "open": "undeterminable"]
        let expected = row.columns[5].split(separator: " ").filter { $0 != "-" }.map {
            let parts = $0.split(separator: ":").map(String.init)
            return "\(parts[0]):\(words[parts[1]] ?? parts[1])"
        }
        let judgement = agreement.judge(report)
        #expect(judgement.rules.map { "\($0.rule):\($0.finding.rawValue)" } == expected)
        #expect(judgement.finding.rawValue == words[row.columns[6]] ?? row.columns[6])
        #expect(indexed.judge(report).rules == judgement.rules)
        let judge = BatchJudge(agreement)
        let numbers = judge.judge(ReportColumns([report])).numbers
        #expect(judge.judgement(ofOutcome: numbers[0]).rules == judgement.rules)
        let explained = agreement.explain(report)
        #expect(explained.judgement == judgement)
        for rule in explained.rules {
            #expect(
                rule.finding == judgement.rules.first { $0.rule == rule.id }?.finding, "\(rule.id)")
        }
    }

    /// Metres east and a latitude from `-25000 @ 0`.
    static func place(_ text: String) -> (east: Double, latitude: Double)? {
        let parts = text.split(separator: "@").map { Double(CaseTable.trimmed($0)) }
        guard parts.count == 2, let east = parts[0], let latitude = parts[1] else { return nil }
        return (east, latitude)
    }

    /// 6378137 m * pi / 180.
    static let metresPerDegree = 111_319.49079327358

    /// A sum of degrees and metres along the equator, in degrees.
    static func longitude(_ text: String) -> Double? {
        var degrees: Double?
        for term in text.split(separator: "+") {
            let words = term.split(separator: " ")
            guard words.count == 2, let number = Double(words[0]) else { return nil }
            let value = words[1] == "m" ? number / metresPerDegree : number
            degrees = degrees.map { $0 + value } ?? value
        }
        return degrees
    }
}
