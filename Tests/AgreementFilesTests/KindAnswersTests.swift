import AgreementFiles
import Geodesy
import TestSupport
import Testing
import Zones

@testable import Agreements

/// Reports of kinds that answer alike are judged once for all of them: what that says of each is what judging it by
/// itself says.
@Suite struct KindAnswersTests {
    private static let text = """
        parties: {west: West, east: East, mission: {name: Mission, role: observer}}
        zero: 2026-12-01T00:00Z
        time-zone: UTC
        categories: {heavy: [gun, tank], transport: [truck]}
        levels: {echelon: [company, battalion, regiment]}
        lines: {l: {geometry: [[0, -1], [0, 1]], left: west, right: east, edges: geodesic}}
        zones: {near: {within: 5 km each side, of: l}, port: {within: 3 km, of: [0.02, 0]}}
        rules:
          guns: {in: near, prohibits: [{gun: {calibre: ">= 100 mm"}}], from: D+1}
          drill: {in: near, prohibits: [{exercise: {echelon: ">= battalion"}}], hours: 07:00-19:00, party: east}
          flights: {in: near, prohibits: [{aircraft: {height: "<= 500 m AGL"}}]}
          all: {in: port, prohibits: [any], exempt: [{any: {activity: [medevac, rescue]}}], unless-reported: exempt}
          heavy: {in: port, prohibits: [heavy], exempt: [{gun: {permit: [given], party: west}}], unless-reported: not-exempt}
          cap: {in: near, limits: {tank: 3, truck: 1}, party: west}
          shots: {in: port, prohibits: [shot], where: [origin, effect]}
        sites: {s: {area: {within: 1 km, of: [0.03, 0]}, inventory: {tank: 2}}}
        obligations: {visit: {act: inspection, by: mission, in: [s], every: 14 d}, list: {act: list, within: 24 h, of: capture}}
        """

    private static let attributes: [String: [String?]] = [
        "calibre": [nil, "82 mm", "122 mm", "12.2 cm", "0.152 m", "unknown", " "],
        "calibre_mm": [nil, nil, nil, "90", "122"],
        "echelon": [nil, "Company", "battalion", "regiment", "army"],
        "height": [nil, "300 m", "300 m AGL", "600 m", "FL100"],
        "height_reference": [nil, "AGL", "AMSL"],
        "activity": [nil, "medevac", "Rescue", "patrol", ""],
        "permit": [nil, "given", "none"], "act": [nil, "inspection", "List", "", "other"],
    ]

    private static func reports(_ count: Int, _ random: inout SeededGenerator) -> [Report] {
        (0..<count).map { _ in
            func one<Value>(_ values: [Value]) -> Value {
                values[Int.random(in: 0..<values.count, using: &random)]
            }
            let places = [0.0, 0.01, 0.02, 0.03, 0.044, 0.0449, 0.06, -0.02]
            func place() -> Coordinate { Coordinate(longitude: one(places), latitude: 0) }
            var report = Report(
                position: place(), uncertainty: one([.zero, .metres(30)]),
                category: one([
                    "gun", "tank", "Truck", "heavy", "transport", "exercise", "aircraft", "shot",
                    "inspection", "capture", "gun.old", "bus", nil,
                ]), party: one(["west", "East", "mission", "nobody", "", nil]),
                time: one(
                    [nil, -1, 3, 12, 40].map { (hours: Int64?) in
                        hours.map { Instant(seconds: 1_796_083_200 + $0 * 3600) }
                    }))
            for (name, values) in attributes.sorted(by: { $0.key < $1.key }) {
                report.attributes[name] = one(values)
            }
            report.count = one([1, 1, 0, 2, 4, nil])
            if one([true, false]) { report.origin = EventPosition(place()) }
            if one([true, false, false]) { report.effect = EventPosition(place()) }
            // All of what it covers, partly in zones.
            if one([false, false, true]) {
                report.footprint = try? Footprint.geometry(
                    points: [report.position, place()], means: .allOfIt)
            }
            return report
        }
    }

    @Test(
        "Judgements and what is counted, in one run and in many",
        arguments: 1...2 as ClosedRange<UInt64>)
    func alike(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let compiled = try CompiledAgreement(try AgreementFile.read(text: Self.text).agreement)
        let judge = BatchJudge(compiled)
        for count in [1, 40, 1500] {
            let reports = Self.reports(count, &random)
            let found = judge.judge(ReportColumns(reports))
            for (report, number) in zip(reports, found.numbers) {
                var expected = compiled.judge(report)
                expected.distance = nil
                #expect(judge.judgement(ofOutcome: number) == expected, "\(report)")
                let place = compiled.nearest(to: report)
                let counting = compiled.counting(
                    report, answer: compiled.answer(of: report), place: place, expected)
                #expect(judge.counting(ofOutcome: number) == counting, "\(report)")
            }
        }
    }

    @Test("What is written in another way, or asked for by no rule, is no kind of its own")
    func fewKinds() throws {
        let compiled = try CompiledAgreement(try AgreementFile.read(text: Self.text).agreement)
        func outcomes(_ category: String, _ attributes: [[String: String]]) -> Int {
            let judge = BatchJudge(compiled)
            let place = Coordinate(longitude: 0.044, latitude: 0)
            let reports = attributes.map {
                Report(position: place, category: category, party: "west", attributes: $0)
            }
            _ = judge.judge(ReportColumns(reports))
            return judge.outcomeCount
        }
        let calibres = ["122 mm", "12.2 cm", "0.152 m"].map { ["calibre": $0] }
        #expect(
            outcomes("gun", calibres + [["calibre_mm": "130"], ["calibre": "122 mm", "x": "y"]])
                == 1)
        #expect(outcomes("gun", calibres + [["calibre": "82 mm"]]) == 2)
        #expect(outcomes("exercise", calibres + [[:]]) == 1)
        #expect(outcomes("exercise", [["echelon": "company"], ["echelon": "Regiment"], [:]]) == 3)
    }
}
