import Geodesy
import Testing
import TestSupport
import Zones

@testable import Agreements

/// Zones of which not all is known, held against those that they may be.
@Suite struct UnknownExtentTests {
    /// Metres north of the parallel at 47 degrees, which the line follows; limits and what lies beside them.
    private static let offsets: [Double] = [
        -25_000, -20_000.001, -19_999.999, -17_000, -15_000.001, -14_999.999, -8_000, -1, 1, 8_000,
        14_999.999, 15_000.001, 17_000, 19_999.999, 20_000.001, 25_000,
    ]
    private static let widths: [Double] = [15_000, 16_000, 17_000.5, 18_000, 20_000]

    private static let line: LineGeometry = {
        do {
            return try LineGeometry(
                [Coordinate(longitude: 34, latitude: 47), Coordinate(longitude: 36, latitude: 47)],
                edges: .rhumb)
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private static func place(_ metres: Double) -> Coordinate {
        Geodesic.direct(
            from: Coordinate(longitude: 35, latitude: 47),
            azimuth: Azimuth(degrees: metres > 0 ? 0 : 180), distance: .metres(metres.magnitude)
        ).position
    }

    /// An agreement about one width, of which zones are put together.
    private static func agreement(_ band: DistanceBand?) -> Agreement {
        let belt: Zone.Definition =
            band.map {
                .beside(.line("line"), left: nil, right: $0, ends: .round)
            } ?? .nowhere
        return Agreement(
            parties: [Party(id: "a", name: "A")],
            lines: [ReferenceLine(id: "line", geometry: line)],
            zones: [
                Zone(id: "belt", belt),
                Zone(id: "near", .within(.kilometres(10), of: "line")),
                Zone(id: "only", .difference(.zone("belt"), .zone("near"))),
                Zone(id: "rest", .difference(.zone("near"), .zone("belt"))),
                Zone(id: "both", .intersection([.zone("belt"), .zone("near")])),
                Zone(id: "any", .union([.zone("belt"), .zone("near")])),
                Zone(id: "again", .difference(.zone("any"), .zone("rest"))),
            ],
            rules: [
                Rule(id: "not in", .prohibits([CategoryCondition("tank")], in: ["only"])),
                Rule(id: "only in", .only([CategoryCondition("tank")], in: ["any"])),
            ])
    }

    @Test(
        "A width between two is as all widths between them",
        arguments: [
            (DistanceBand.upTo(between: .kilometres(15), and: .kilometres(20)), false),
            (.unknown(upTo: .kilometres(20)), true),
        ])
    func widths(band: DistanceBand, mayBeNone: Bool) throws {
        let compiled = try CompiledAgreement(Self.agreement(band))
        let indexed = try compiled.indexed()
        // Of a width that is not known all are possible, and that there is no zone.
        let widths = mayBeNone ? [0.5, 5_000, 9_000, 12_000] + Self.widths : Self.widths
        var possible = try widths.map {
            try CompiledAgreement(Self.agreement(.upTo(.metres($0))))
        }
        if mayBeNone { possible.append(try CompiledAgreement(Self.agreement(nil))) }
        var open = 0
        for metres in Self.offsets {
            let report = Report(position: Self.place(metres), category: "tank", party: "a")
            var found = compiled.judge(report)
            var fast = indexed.judge(report)
            // An index tells distances to the millimetre.
            (found.distance, fast.distance) = (nil, nil)
            #expect(fast == found)
            let all = possible.map { $0.judge(report) }
            for zone in compiled.agreement.zones.map(\.id) {
                let answers = Set(all.map { $0.zonesInside.contains(zone) })
                let isOpen = found.zonesUndeterminable.contains(zone)
                #expect(isOpen == (answers.count == 2), "\(zone) at \(metres)")
                if !isOpen { #expect(answers == [found.zonesInside.contains(zone)]) }
                open += isOpen ? 1 : 0
            }
            for (number, rule) in found.rules.enumerated() {
                let findings = Set(all.map { $0.rules[number].finding })
                #expect(
                    findings.count == 2
                        ? rule.finding == .undeterminable : findings == [rule.finding],
                    "\(rule.rule) at \(metres)")
            }
        }
        #expect(open > 5)
    }

    @Test("A plan of zones has to know its widths")
    func plan() throws {
        var plan = ZonePlan()
        let line = plan.addLine(Self.line)
        plan.addZone(
            .beside(.line(line), left: .unknown(upTo: .kilometres(1)), right: nil, ends: .round))
        #expect(throws: ZonePlanError.self) { try ZoneModel(plan) }
    }

    // MARK: - Versions

    private static func moved(_ degrees: Double) throws -> LineGeometry {
        try LineGeometry(
            parts: line.parts.map { part in
                part.map {
                    Coordinate(longitude: $0.longitude, latitude: $0.latitude + degrees)
                }
            }, edges: .rhumb)
    }

    private static func agreement(
        _ lines: [Version<LineGeometry>], _ areas: [Version<Zone.Definition>]
    )
        -> Agreement
    {
        let isMoving = lines.count > 1
        return Agreement(
            parties: [Party(id: "a", name: "A"), Party(id: "b", name: "B")],
            unattributed: .bySide,
            lines: [
                isMoving
                    ? ReferenceLine(id: "line", versions: lines, left: "a", right: "b")
                    : ReferenceLine(id: "line", geometry: lines[0].form, left: "a", right: "b")
            ],
            zones: [
                Zone(id: "near", .within(.kilometres(6), of: "line")),
                areas.count > 1
                    ? Zone(id: "area", versions: areas) : Zone(id: "area", areas[0].form),
                Zone(id: "rest", .difference(.zone("near"), .zone("area"))),
            ],
            rules: [
                Rule(id: "in", .prohibits([CategoryCondition("tank")], in: ["rest"])),
                Rule(
                    id: "behind",
                    .withdraw(
                        [CategoryCondition("tank")], behind: .distance(.kilometres(10)), of: "line"
                    )),
                Rule(id: "stay", .stay([CategoryCondition("tank")], of: "line")),
            ])
    }

    @Test("The time of a report picks the version; without one all of them count")
    func versions() throws {
        func at(_ seconds: Int64) -> AgreementTime { .at(Instant(seconds: seconds)) }
        let lines = [
            Version(Self.line, until: at(100)), Version(try Self.moved(0.1), from: at(100)),
        ]
        let areas: [Version<Zone.Definition>] = [
            Version(.aroundPoint(radius: .kilometres(3), centre: Self.place(1)), until: at(200)),
            Version(.aroundPoint(radius: .kilometres(3), centre: Self.place(9_000)), from: at(200)),
        ]
        let compiled = try CompiledAgreement(Self.agreement(lines, areas))
        let indexed = try compiled.indexed()
        let judge = BatchJudge(indexed)
        func plain(_ line: Int, _ area: Int) throws -> CompiledAgreement {
            try CompiledAgreement(Self.agreement([lines[line]], [areas[area]]))
        }
        let epochs = [try plain(0, 0), try plain(1, 0), try plain(1, 1)]
        let moments: [(Int64?, [Int])] = [
            (50, [0]), (100, [1]), (150, [1]), (200, [2]), (900, [2]), (nil, [0, 1, 2]),
        ]
        var open = 0
        for metres in stride(from: -12_500.0, to: 25_000, by: 1_250) {
            for (seconds, possible) in moments {
                for party in ["a", "b", nil] {
                    let report = Report(
                        position: Self.place(metres), category: "tank", party: party,
                        time: seconds.map { Instant(seconds: $0) })
                    let found = compiled.judge(report)
                    #expect(indexed.judge(report) == found)
                    let number = judge.judge(ReportColumns([report])).numbers[0]
                    var batched = judge.judgement(ofOutcome: number)
                    batched.distance = found.distance
                    #expect(batched == found)
                    let all = possible.map { epochs[$0].judge(report) }
                    for zone in ["near", "area", "rest"] {
                        let answers = Set(all.map { $0.zonesInside.contains(zone) })
                        let isOpen = found.zonesUndeterminable.contains(zone)
                        #expect(isOpen == (answers.count == 2), "\(zone) at \(metres) \(possible)")
                        if !isOpen { #expect(answers == [found.zonesInside.contains(zone)]) }
                        open += isOpen ? 1 : 0
                    }
                    let lines = Set(all.map { [$0.distance?.metres.description, $0.side] })
                    #expect(
                        lines.count == 1 ? found.distance == all[0].distance : found.distance == nil
                    )
                    // Whose a report is that names no party may depend on the version too.
                    guard party != nil || possible.count == 1 else { continue }
                    for (number, rule) in found.rules.enumerated() {
                        let findings = Set(all.map { $0.rules[number].finding })
                        #expect(
                            findings.count > 1
                                ? rule.finding == .undeterminable : findings == [rule.finding],
                            "\(rule.rule) at \(metres) \(possible) \(party ?? "")")
                    }
                }
            }
        }
        #expect(open > 20)
    }

    @Test("Where no version holds, and where several do, only what is certain is said")
    func gapsAndOverlaps() throws {
        func at(_ seconds: Int64) -> AgreementTime { .at(Instant(seconds: seconds)) }
        let lines = [
            Version(Self.line, until: at(100)), Version(try Self.moved(0.1), from: at(200)),
            Version(Self.line, from: at(300)),
        ]
        let area: [Version<Zone.Definition>] = [Version(.nowhere)]
        let compiled = try CompiledAgreement(Self.agreement(lines, area))
        func memberships(_ metres: Double, at seconds: Int64) -> [String] {
            let found = compiled.judge(
                Report(
                    position: Self.place(metres), category: "tank", party: "a",
                    time: Instant(seconds: seconds)))
            return found.zonesInside + found.zonesUndeterminable.map { $0 + "?" }
        }
        #expect(memberships(0, at: 50) == ["near", "rest"])
        #expect(memberships(0, at: 150) == ["near?", "rest?"])
        #expect(memberships(500_000, at: 150) == ["near?", "rest?"])
        #expect(memberships(0, at: 250) == [])
        // Two versions: within 6 km of both, of one, of none.
        #expect(memberships(5_500, at: 350) == ["near", "rest"])
        #expect(memberships(0, at: 350) == ["near?", "rest?"])
        #expect(memberships(-7_000, at: 350) == [])
    }
}
