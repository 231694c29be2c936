import Geodesy
import Testing
import TestSupport
import Zones

@testable import Agreements

/// Rules to withdraw behind a line and to stay on one side of it, against signed distances.
@Suite struct WithdrawalTests {
    /// A line of random vertices: open, closed, or in two parts.
    static func line(_ seed: UInt64, _ random: inout SeededGenerator) throws -> LineGeometry {
        func walk(_ from: Coordinate, _ count: Int) -> [Coordinate] {
            var (at, heading) = (from, Double.random(in: 0..<360, using: &random))
            return (0..<count).map { _ in
                defer {
                    heading += .random(in: -70...70, using: &random)
                    at = at.moved(.random(in: 2_000...15_000, using: &random), towards: heading)
                }
                return at
            }
        }
        let start = Coordinate(
            longitude: [30, 179.9, -60][Int(seed) % 3], latitude: [48, -3, 71][Int(seed / 3) % 3])
        switch seed % 4 {
        case 0:
            // A ring of arms of random lengths.
            var ring = (0..<9).map {
                start.moved(.random(in: 12_000...30_000, using: &random), towards: Double($0) * 40)
            }
            ring.append(ring[0])
            return try LineGeometry(ring)
        case 1:
            return try LineGeometry(
                parts: [walk(start, 6), walk(start.moved(60_000, towards: 80), 4)])
        default: return try LineGeometry(walk(start, 8))
        }
    }

    /// What a rule says of a party's tank at a place, from the place's own distance and side.
    static func expected(
        _ place: NearestPlace, own: LineSide, behind: Double?, isProlonged: Bool
    ) -> Finding {
        let isBeyond = place.beyondEnd != nil && !isProlonged
        let isOwn = place.side == own || place.side == .on || place.side == .none
        guard let behind else {
            if isBeyond { return .unregulated }
            return isOwn ? .compliant : .apparentBreach
        }
        let signed = isOwn || isBeyond ? place.distance.metres : -place.distance.metres
        return signed >= behind ? .compliant : .apparentBreach
    }

    @Test("Exact positions", arguments: 1...24 as ClosedRange<UInt64>)
    func exact(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let line = try Self.line(seed, &random)
        let own: LineSide = seed % 2 == 0 ? .left : .right
        let ends: Rule.LineEnds = seed % 5 < 2 ? .prolonged : .asReached
        let behind = Double.random(in: 500...40_000, using: &random)
        let agreement = Agreement(
            parties: [Party(id: "a", name: "A"), Party(id: "b", name: "B")],
            lines: [
                ReferenceLine(
                    id: "line", geometry: line, left: own == .left ? "a" : "b",
                    right: own == .left ? "b" : "a")
            ],
            rules: [
                Rule(
                    id: "withdraw",
                    .withdraw(
                        [CategoryCondition("tank")], behind: .distance(.metres(behind)),
                        of: "line", ends: ends), parties: ["a"]),
                Rule(id: "stay", .stay([CategoryCondition("tank")], of: "line", ends: ends)),
            ])
        let plain = try CompiledAgreement(agreement)
        let indexed = try plain.indexed(.rough)
        let locator = LineLocator(line)
        let vertices = Array(line.parts.joined())
        var seen: Set<Finding> = []
        for number in 0..<160 {
            let vertex = try #require(vertices.randomElement(using: &random))
            let reach = [100.0, behind, 3 * behind, 400_000][number % 4]
            let position = vertex.moved(.random(in: 0...reach, using: &random), &random)
            let place = locator.nearest(to: position)
            // Within a micrometre of a limit the distance counts as on it.
            if (place.distance.metres - behind).magnitude < 2e-6 { continue }
            for (party, side) in [("a", own), ("b", own.reversed)] {
                let report = Report(position: position, category: "tank", party: party)
                let wanted = [
                    party == "a"
                        ? Self.expected(
                            place, own: side, behind: behind, isProlonged: ends == .prolonged)
                        : .unregulated,
                    Self.expected(place, own: side, behind: nil, isProlonged: ends == .prolonged),
                ]
                for compiled in [plain, indexed] {
                    let judgement = compiled.judge(report)
                    let found = ["withdraw", "stay"].map { id in
                        judgement.rules.first { $0.rule == id }?.finding ?? .unregulated
                    }
                    #expect(
                        found == wanted,
                        "\(party) at \(position), \(place.distance), indexed: \(compiled.hasIndex)")
                    seen.formUnion(found)
                }
            }
        }
        #expect(seen.isSuperset(of: [.apparentBreach, .compliant, .unregulated]))
    }

    @Test(
        "Reports with bounds are certain only where every place is",
        arguments: 1...8 as ClosedRange<UInt64>)
    func bounded(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed + 100)
        let line = try Self.line(seed, &random)
        let agreement = Agreement(
            parties: [Party(id: "a", name: "A"), Party(id: "b", name: "B")],
            lines: [ReferenceLine(id: "line", geometry: line, left: "a", right: "b")],
            rules: [
                Rule(
                    id: "withdraw",
                    .withdraw(
                        [CategoryCondition("tank")], behind: .distance(.kilometres(8)),
                        of: "line")),
                Rule(id: "stay", .stay([CategoryCondition("tank")], of: "line")),
            ])
        let compiled = try CompiledAgreement(agreement)
        let indexed = try compiled.indexed(.rough)
        let vertices = Array(line.parts.joined())
        var (certain, open) = (0, 0)
        for number in 0..<120 {
            let vertex = try #require(vertices.randomElement(using: &random))
            let bound = [30.0, 500, 4_000][number % 3]
            let position = vertex.moved(.random(in: 0...12_000, using: &random), &random)
            let report = Report(
                position: position, uncertainty: .metres(bound), category: "tank", party: "a")
            let found = compiled.judge(report).rules
            #expect(indexed.judge(report).rules == found, "\(position) within \(bound)")
            var breaches: [Rule.ID: Set<Bool>] = [:]
            for _ in 0..<24 {
                let reach =
                    Bool.random(using: &random) ? bound : .random(in: 0...bound, using: &random)
                let place = Report(
                    position: position.moved(reach * 0.999_999, &random), category: "tank",
                    party: "a")
                for rule in compiled.agreement.rules {
                    let finding = compiled.judge(place).rules.first { $0.rule == rule.id }?.finding
                    breaches[rule.id, default: []].insert(finding == .apparentBreach)
                }
            }
            for rule in compiled.agreement.rules {
                switch found.first(where: { $0.rule == rule.id })?.finding {
                case .apparentBreach:
                    certain += 1
                    #expect(breaches[rule.id] == [true], "\(rule.id) \(position) within \(bound)")
                case .undeterminable: open += 1
                default:
                    certain += 1
                    #expect(breaches[rule.id] == [false], "\(rule.id) \(position) within \(bound)")
                }
            }
        }
        #expect(certain > 60 && open > 5)
    }

    /// On the equator the distance from a meridian is the number of metres east.
    @Test(
        "Margins are distances from the limit that decides, positive on the safe side",
        arguments: [
            ("withdraw", -30_000.0, "west", 5_000.0), ("withdraw", -10_000, "west", -15_000),
            ("withdraw", 10_000, "west", -35_000), ("withdraw", 40_000, "east", 15_000),
            ("stay", -300, "west", 300), ("stay", 300, "west", -300), ("stay", 0, "west", 0),
            ("zone", 500, "west", -1_500), ("zone", -2_400, "west", 400),
            ("only", 500, "west", 1_500), ("only", 5_000, "west", -3_000),
            ("ring", 15_000, "west", -5_000), ("ring", 11_000, "west", -1_000),
            ("ring", 1_000, "west", 9_000), ("left", 700, "west", 700),
            ("left", -700, "west", -700),
        ])
    func margin(rule: String, east: Double, party: String, expected: Double) throws {
        let tank = [CategoryCondition("tank")]
        let demands: [String: Rule.Demand] = [
            "withdraw": .withdraw(tank, behind: .distance(.kilometres(25)), of: "line"),
            "stay": .stay(tank, of: "line"), "zone": .prohibits(tank, in: ["near"]),
            "only": .only(tank, in: ["near"]), "ring": .prohibits(tank, in: ["ring"]),
            "left": .prohibits(tank, in: ["left"]),
        ]
        let compiled = try CompiledAgreement(
            Agreement(
                parties: [Party(id: "west", name: "W"), Party(id: "east", name: "E")],
                lines: [
                    ReferenceLine(
                        id: "line", geometry: try LineGeometry([.at(0, -1), .at(0, 1)]),
                        left: "west", right: "east")
                ],
                zones: [
                    Zone(id: "near", .within(.kilometres(2), of: "line")),
                    Zone(
                        id: "ring",
                        .between(from: .kilometres(10), to: .kilometres(30), of: "line")),
                    Zone(id: "left", .within(left: .kilometres(5), right: nil, of: "line")),
                ], rules: [Rule(id: rule, try #require(demands[rule]))]))
        let report = Report(
            position: .at(east / 111_319.490_793_273_58, 0), category: "tank", party: party)
        let margin = try #require(compiled.margin(of: report, underRule: 0))
        #expect((margin.metres - expected).magnitude < 1e-4, "\(margin)")
        let isBreach = compiled.judge(report).finding == .apparentBreach
        #expect(isBreach == (expected < 0))
        let judge = BatchJudge(compiled)
        let found = judge.judge(ReportColumns([report]), wanting: .margins)
        #expect((found.margins[0].metres - expected).magnitude < 1e-4)
    }
}
