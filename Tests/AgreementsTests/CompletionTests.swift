import Geodesy
import Testing
import TestSupport
import Zones

@testable import Agreements

/// Findings of reports of which something is not known, held against those of all that they may be.
@Suite struct CompletionTests {
    static let categories = ["tank", "gun", "howitzer", "convoy"]
    static let parties = ["west", "east", "monitors"]
    /// A moment in each stretch between two at which something changes.
    static let times = [0, 15, 25, 35, 45, 55, 65].map { Instant(seconds: $0) }
    static let calibres = ["90 mm", "120 mm"]
    /// Metres east of the line: in each stretch between two limits.
    static let places: [Double] = [-40_000, -20_000, -5_000, -500, 500, 5_000, 20_000, 40_000]

    static func agreement(_ random: inout SeededGenerator) throws -> Agreement {
        func time(_ range: ClosedRange<Int>) -> AgreementTime? {
            Bool.random(using: &random)
                ? .at(Instant(seconds: Int64(Int.random(in: range, using: &random) * 10))) : nil
        }
        func some(_ list: [String]) -> [String] {
            list.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        }
        func kinds() -> [CategoryCondition] {
            let kind = categories.dropFirst().randomElement(using: &random) ?? "gun"
            let guns = AttributeCondition(name: "calibre", .atLeast, Quantity(100, .millimetre))
            return [CategoryCondition(kind, Bool.random(using: &random) ? [guns] : [])]
                + (Bool.random(using: &random) ? [CategoryCondition("tank")] : [])
        }
        func demand() -> Rule.Demand {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: .prohibits(kinds(), in: ["near"])
            case 1: .only(kinds(), in: ["near", "far"])
            case 2: .reserve(["near"], for: kinds())
            case 3: .stay(kinds(), of: "line")
            default: .withdraw(kinds(), behind: .distance(.kilometres(10)), of: "line")
            }
        }
        let rules = (0..<4).map { number in
            let asked = demand()
            let isSided = asked.line != nil
            return Rule(
                id: "\(number)", asked,
                exempt: Bool.random(using: &random)
                    ? [
                        CategoryCondition(
                            "any", [AttributeCondition(name: "activity", oneOf: ["medevac"])],
                            parties: some(["west"]))
                    ] : [],
                parties: some(isSided ? ["west", "east"] : parties), from: time(1...2),
                until: time(5...6), due: time(3...4))
        }
        return Agreement(
            parties: [
                Party(id: "west", name: "West"), Party(id: "east", name: "East"),
                Party(id: "monitors", name: "Monitors", role: .observer),
            ],
            categories: CategoryTree([CategoryTree.Branch("gun", ["howitzer"])]),
            others: .unregulated,
            lines: [
                ReferenceLine(
                    id: "line", geometry: try LineGeometry([.at(0, -1), .at(0, 1)]), left: "west",
                    right: "east")
            ],
            zones: [
                Zone(id: "near", .within(.kilometres(2), of: "line")),
                Zone(
                    id: "far",
                    .between(from: .kilometres(15), to: .kilometres(30), of: "line")),
            ], rules: rules,
            suspensions: Bool.random(using: &random)
                ? [Suspension(party: some(["west"]).first, rules: ["0", "1"], from: time(2...5))]
                : [])
    }

    /// All that a report may be of which some things are not known.
    static func completions(
        _ place: Double?, _ category: String?, _ party: String?, _ time: Instant?,
        _ calibre: String?, _ activity: String?
    ) -> [Report] {
        var reports: [Report] = []
        for place in place.map({ [$0] }) ?? places {
            for category in category.map({ [$0] }) ?? categories {
                for party in party.map({ [$0] }) ?? parties {
                    for time in time.map({ [$0] }) ?? times {
                        for calibre in calibre.map({ [$0] }) ?? calibres {
                            for activity in activity.map({ [$0] }) ?? ["medevac", "patrol"] {
                                reports.append(
                                    Report(
                                        position: .at(place / 111_319.490_793, 0),
                                        category: category, party: party, time: time,
                                        attributes: ["calibre": calibre, "activity": activity]))
                            }
                        }
                    }
                }
            }
        }
        return reports
    }

    @Test(
        "Certain findings hold under every completion, open ones have two that differ",
        arguments: 1...UInt64(LongRuns.count(30, inGate: 12)))
    func completed(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let compiled = try CompiledAgreement(Self.agreement(&random))
        for _ in 0..<40 {
            func known<Value>(_ values: [Value]) -> Value? {
                Int.random(in: 0..<3, using: &random) == 0
                    ? nil : values.randomElement(using: &random)
            }
            // A place that is not known is a disc that holds all of those above.
            let place = known(Self.places)
            let (category, party, time) = (
                known(Self.categories), known(Self.parties), known(Self.times)
            )
            let (calibre, activity) = (known(Self.calibres), known(["medevac", "patrol"]))
            let report = Report(
                position: .at((place ?? 0) / 111_319.490_793, 0),
                uncertainty: place == nil ? .kilometres(41) : .zero, category: category,
                party: party, time: time,
                attributes: ["calibre": calibre, "activity": activity].compactMapValues { $0 })
            let found = compiled.judge(report)
            let completed = Self.completions(place, category, party, time, calibre, activity)
                .map { compiled.judge($0) }
            for rule in compiled.agreement.rules {
                func finding(_ judgement: Judgement) -> Finding {
                    judgement.rules.first { $0.rule == rule.id }?.finding ?? .unregulated
                }
                let all = Set(completed.map(finding))
                let said = finding(found)
                // A word for several kinds is not completed here, and may leave a completion open.
                let isOpen = all.contains(.undeterminable)
                let breaches = all.contains(.apparentBreach) || isOpen
                switch said {
                case .undeterminable:
                    // Of a party that is not known one more is possible, whom no rule knows.
                    let isStranger = party == nil && breaches
                    #expect(
                        breaches && (all.count > 1 || isStranger || isOpen),
                        "\(rule) \(report): \(all)")
                case .apparentBreach: #expect(all == [.apparentBreach], "\(rule) \(report)")
                default:
                    #expect(!breaches, "\(rule) \(report): \(said), \(all)")
                    let gravest = Finding.allCases.first(where: all.contains)
                    #expect(said == gravest, "\(rule) \(report): \(said), \(all)")
                }
            }
        }
    }
}
