import AgreementFiles
import Agreements
import Geodesy
import Testing
import TestSupport

@Suite struct ReadingTests {
    static let path = Fixtures.path("agreements/withdrawal.yaml")

    @Test("The example of the documentation is read as it is meant")
    func example() throws {
        let file = try AgreementFile.read(path: Self.path)
        let agreement = file.agreement
        #expect(agreement.title == "Two-sided withdrawal (illustration)")
        #expect(agreement.source?.status == "illustration")
        #expect(
            agreement.parties == [
                Party(id: "north", name: "Party North"), Party(id: "south", name: "Party South"),
            ])
        let line = try #require(agreement.lines.first)
        #expect(line.left == "north" && line.right == "south")
        #expect(line.accuracy == .metres(50) && line.geometry.vertexCount == 6)
        #expect(line.geometry.edges == .geodesic)
        #expect(
            agreement.zones.map(\.id) == [
                "dmz", "artillery", "restricted", "plant", "town", "corridor",
            ])
        #expect(
            agreement.zones[0].region
                == .within(left: .kilometres(2), right: .kilometres(2), of: "contact"))
        #expect(
            agreement.zones[1].region
                == .within(left: .kilometres(25), right: .kilometres(35), of: "contact"))
        #expect(
            agreement.zones[2].region
                == .between(
                    from: .kilometres(10), to: .kilometres(20), sides: .left, of: "contact"))
        #expect(
            agreement.zones[3].region
                == .aroundPoint(
                    radius: .kilometres(5), centre: Coordinate(longitude: 34.585, latitude: 47.512))
        )
        guard
            case .difference(.beside(.route(let route, _), let left, _, _), let town) =
                agreement.zones[5].region
        else {
            Issue.record("the corridor is not along a route")
            return
        }
        #expect(route.vertexCount == 7 && left == .upTo(.metres(2500)))
        #expect(town == .union([.zone("town")]))
        #expect(agreement.rules[0].from == .days(3) && agreement.rules[0].quote == "…")
        #expect(
            agreement.rules[1].demand.conditions == [
                CategoryCondition(
                    "artillery",
                    [AttributeCondition(name: "calibre", .atLeast, Quantity(100, .millimetre))])
            ])
        #expect(agreement.rules[2].limits == [Rule.Cap(category: "tank", count: 75)])
        #expect(agreement.rules[2].parties == ["north"])
        #expect(file.warnings.isEmpty)
    }

    @Test("The example is judged")
    func judging() throws {
        let agreement = try CompiledAgreement(AgreementFile.read(path: Self.path).agreement)
        // 0.009 degrees north of the line are 1,000.7 m by the meridian's radius there.
        let report = Report(
            position: Coordinate(longitude: 34.25, latitude: 47.509), category: "military",
            party: "north", time: try Instant(parsing: "2026-12-04T00:00:00+02:00"))
        let judgement = agreement.judge(report)
        #expect(judgement.line == "contact" && judgement.side == "north")
        #expect(judgement.zonesInside == ["dmz", "artillery"])
        #expect(judgement.finding == .apparentBreach)
        #expect(
            judgement.rules == [Judgement.RuleFinding(rule: "no-forces", finding: .apparentBreach)])
    }
}
