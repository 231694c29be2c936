import Geodesy
import TestSupport
import Testing
import Zones

@testable import Agreements

@Suite struct AgreementTests {
    static func line(_ id: String = "line") throws -> ReferenceLine {
        ReferenceLine(
            id: id,
            geometry: try LineGeometry([
                Coordinate(longitude: 0, latitude: -1), Coordinate(longitude: 0, latitude: 1),
            ]), left: "west", right: "east")
    }

    static let parties = [Party(id: "west", name: "West"), Party(id: "east", name: "East")]

    static func zone(_ id: String, except: [Zone.ID] = [], of line: String = "line") -> Zone {
        Zone(id: id, Region.within(.kilometres(2), of: line).excluding(except))
    }

    @Test("An agreement is built and judged without a file")
    func withoutFile() throws {
        let agreement = Agreement(
            title: "An agreement in Swift", parties: Self.parties, lines: [try Self.line()],
            zones: [Self.zone("dmz")],
            rules: [Rule(id: "no-tanks", zones: ["dmz"], prohibits: [CategoryCondition("tank")])])
        let compiled = try CompiledAgreement(agreement)
        let judgement = compiled.judge(
            Report(position: Coordinate(longitude: 0.01, latitude: 0), category: "tank"))
        #expect(judgement.zonesInside == ["dmz"] && judgement.finding == .apparentBreach)
        #expect(judgement.side == "east" && judgement.line == "line")
    }

    @Test(
        "Identifiers that would break lists are faults, whatever they name",
        arguments: ["a;b", "a\nb", "a\r\nb", "\ta", "a\u{7F}", "a\u{85}b", "a\u{2028}b", "a\0"])
    func identifiers(id: String) throws {
        let agreement = Agreement(
            parties: Self.parties + [Party(id: id, name: "P")],
            lines: [try Self.line(), try Self.line(id)], zones: [Self.zone("dmz"), Self.zone(id)],
            rules: [Rule(id: id, zones: ["dmz"], prohibits: [CategoryCondition("tank")])])
        let found = agreement.faults.filter { $0.code == .badIdentifier }
        #expect(found.map(\.path) == ["parties", "lines", "zones", "rules"].map { [$0, id] })
        #expect(throws: AgreementError.self) { try CompiledAgreement(agreement) }
        // Words of any script, with spaces and other marks, are identifiers.
        for good in ["зона 1", "a-b_c.d/e:f", "=1", "中立区", "a,b", "naïve é"] {
            let agreement = Agreement(parties: [Party(id: good, name: "P")])
            #expect(!agreement.faults.contains { $0.code == .badIdentifier }, "\(good)")
        }
    }

    /// A ring that crosses itself.
    static func bowTie() throws -> PolygonGeometry {
        let corners = [(0.0, 0.0), (1, 1), (1, 0), (0, 1), (0, 0)]
        return try PolygonGeometry(
            drawn: [[.vertices(corners)]])
    }

    @Test("Contradictions are found, each at its place")
    func faults() throws {
        let agreement = Agreement(
            parties: Self.parties + [Self.parties[0]],
            lines: [
                try Self.line(),
                ReferenceLine(
                    id: "other", geometry: try Self.line().geometry, left: "west", right: "west",
                    accuracy: .metres(-1)),
            ],
            zones: [
                Self.zone("a", except: ["b"]), Self.zone("b", except: ["a"]),
                Self.zone("c", except: ["d"], of: "nowhere"),
                Zone(
                    id: "e",
                    .between(
                        from: .metres(2), to: .metres(1), sides: .both, of: "line")),
                Zone(
                    id: "f",
                    .aroundPoint(
                        radius: .metres(1), centre: Coordinate(longitude: 181, latitude: 0))),
                Zone(id: "g", .area(try Self.bowTie(), accuracy: .metres(-1))),
                Zone(
                    id: "h",
                    .aroundArea(
                        distance: .metres(1), area: try Self.bowTie(), includingArea: true,
                        edges: .geodesic, accuracy: .metres(.nan))),
                Zone(
                    id: "i",
                    .along(
                        route: try Self.line().geometry, halfWidth: .metres(1),
                        accuracy: .metres(.infinity))),
            ],
            rules: [
                Rule(id: "r", zones: ["a"], parties: ["north"], from: .days(1)),
                Rule(
                    id: "s", zones: [], prohibits: [CategoryCondition("x")],
                    from: .at(Instant(seconds: 5)), until: .at(Instant(seconds: 5))),
            ])
        #expect(
            agreement.faults.map { ([$0.code.rawValue] + $0.path).joined(separator: " ") } == [
                "duplicate parties west", "sameSides lines other right",
                "badLength lines other accuracy", "unknown zones c of", "unknown zones c except",
                "badLength zones e between", "badLength zones f of",
                "badLength zones g accuracy", "badArea zones g polygon",
                "badLength zones h accuracy", "badArea zones h of",
                "badLength zones i accuracy", "zoneCycle zones a except",
                "zoneCycle zones b except", "unknown rules r party", "emptyRule rules r",
                "noZero rules r from", "emptyRule rules s in", "endsBeforeItBegins rules s until",
            ])
        #expect(throws: AgreementError.self) { try CompiledAgreement(agreement) }
    }

    @Test(
        "A report without a usable position is undeterminable everywhere, and nothing traps",
        arguments: [
            (Double.nan, 0.0, 0.0), (0, .infinity, 0), (200, 0, 0), (0, 91, 0), (0, 0, -1),
            (0, 0, .nan), (0, 0, .infinity),
        ])
    func unusable(longitude: Double, latitude: Double, uncertainty: Double) throws {
        let compiled = try CompiledAgreement(
            Agreement(
                parties: Self.parties, lines: [try Self.line()], zones: [Self.zone("dmz")],
                rules: [Rule(id: "r", zones: ["dmz"], prohibits: [CategoryCondition("any")])]))
        let report = Report(
            position: Coordinate(longitude: longitude, latitude: latitude),
            uncertainty: .metres(uncertainty))
        let judgement = compiled.judge(report)
        #expect(judgement.zonesUndeterminable == ["dmz"])
        // A bound that is none spoils no distance.
        #expect((judgement.line == nil) == !report.position.isValid)
        #expect((judgement.distance == nil) == !report.position.isValid)
        #expect(judgement.finding == .undeterminable)
        #expect(compiled.explain(report).zones[0].measures.isEmpty)
    }

    @Test("Zones between two lines: words, faults and reasons")
    func between() throws {
        func line(_ id: String, _ longitude: Double) throws -> ReferenceLine {
            ReferenceLine(
                id: id,
                geometry: try LineGeometry([
                    Coordinate(longitude: longitude, latitude: -1),
                    Coordinate(longitude: longitude, latitude: 1),
                ]))
        }
        var agreement = Agreement(
            lines: [try line("a", 0), try line("b", 1)],
            zones: [
                Zone(id: "all", .between("a", "b", half: nil)),
                Zone(id: "half", .between("b", "a", half: "b")),
            ])
        #expect(agreement.inWords(agreement.zones[0]) == "between a and b")
        #expect(
            agreement.inWords(agreement.zones[1])
                == "the half of the area between b and a nearer to b")
        let compiled = try CompiledAgreement(agreement)
        func reason(_ longitude: Double, _ bound: Distance = .zero) -> String {
            compiled.explain(
                Report(
                    position: Coordinate(longitude: longitude, latitude: 0), uncertainty: bound)
            ).zones[1].reason
        }
        #expect(
            reason(0.6).hasSuffix("its border included, and it is at least as near to b as to a"))
        #expect(reason(0.4).hasSuffix("but it is nearer to a than to b"))
        #expect(reason(0.5, .metres(5)).hasSuffix("but either of b and a may be the nearer"))
        #expect(reason(1.1).hasPrefix("the position is outside the area"))
        let measures = compiled.explain(
            Report(position: Coordinate(longitude: 0.6, latitude: 0))
        ).zones[1].measures
        #expect(measures.map(\.from) == ["an area", "a less that from b"])
        // Half of the difference, 0.2 degrees along the equator.
        #expect(
            (try #require(measures[1].margin).metres - 11_131.949_079).magnitude < 1e-3)

        agreement.zones = [
            Zone(id: "u", .between("a", "c", half: nil)),
            Zone(id: "v", .between("a", "a", half: nil)),
            Zone(id: "w", .between("a", "b", half: "u")),
        ]
        #expect(
            agreement.faults.map(\.path) == [
                ["zones", "u", "between"], ["zones", "v", "between"], ["zones", "w", "half"],
            ])
        #expect(agreement.faults.map(\.code) == [.unknown, .noAreaBetween, .noAreaBetween])
    }

    @Test("Of lines equally near the first is the nearest")
    func nearestLine() throws {
        let compiled = try CompiledAgreement(
            Agreement(parties: Self.parties, lines: [try Self.line("b"), try Self.line("a")]))
        let judgement = compiled.judge(Report(position: Coordinate(longitude: 1, latitude: 0)))
        #expect(judgement.line == "b" && judgement.finding == .unregulated)
    }

    @Test("An agreement without lines names none")
    func noLines() throws {
        let judgement = try CompiledAgreement(Agreement()).judge(
            Report(position: Coordinate(longitude: 1, latitude: 0)))
        #expect(judgement.line == nil && judgement.distance == nil && judgement.side == nil)
    }

    @Test(
        "Self-crossings are counted",
        arguments: [
            ([(0, 0), (1, 1), (1, 0), (0, 1)], 1), ([(0, 0), (1, 0), (1, 1)], 0),
            // A closed line touches itself where it closes.
            ([(0, 0), (1, 0), (1, 1), (0, 0)], 0), ([(0, 0), (0, 4), (1, 4), (1, 3), (-1, 3)], 1),
            // Over the antimeridian.
            ([(179, 0), (-179, 1), (-179, 0), (179, 1)], 1),
        ] as [([(Double, Double)], Int)])
    func crossings(vertices: [(Double, Double)], count: Int) throws {
        let line = try LineGeometry(
            .vertices(vertices), edges: .planar)
        #expect(line.selfCrossingCount == count)
    }
}
