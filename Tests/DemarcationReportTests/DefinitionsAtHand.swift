import Agreements
import Geodesy
import TestSupport
import Zones

/// An agreement by hand that has zones and rules of every kind.
enum DefinitionsAtHand {
    typealias Definition = Zone.Definition

    static func agreement() throws -> Agreement {
        let line = ReferenceLine(
            id: "contact", geometry: try LineGeometry([.at(30, 49), .at(30, 51)]), left: "west",
            right: "east")
        let bare = ReferenceLine(
            id: "road", geometry: try LineGeometry([.at(31, 49), .at(31, 51)]))
        let zero = try ZeroDay(parsing: "2026-12-01T00:00+02:00")
        var agreement = Agreement(
            title: "By hand", zero: zero,
            zeros: [NamedZero("zolote", zero), NamedZero("later", nil)], lines: [line, bare])
        agreement.zones = try zones()
        agreement.rules = try rules()
        return agreement
    }

    private static func area(
        _ edges: EdgeKind = .planar, _ accuracy: Distance = .zero, polygons: Int = 1
    ) throws -> ZoneArea {
        let rings = (0..<polygons).map { k -> [[Coordinate]] in
            let west = 30 + Double(k)
            return [
                [.at(west, 50), .at(west + 0.5, 50), .at(west + 0.5, 50.5), .at(west, 50)]
            ]
        }
        return ZoneArea(
            try PolygonGeometry(polygons: rings, edges: edges), edges: edges, accuracy: accuracy)
    }

    /// Within so far, by what is known of it.
    private static let near = DistanceBand.upTo(.kilometres(25))
    private static let band = DistanceBand.between(.metres(500), .kilometres(2.5))
    private static let vague = DistanceBand.upTo(between: .kilometres(10), and: .kilometres(20))
    private static let unknown = DistanceBand.unknown(upTo: .kilometres(5))

    static func zones() throws -> [Zone] {
        func beside(
            _ left: DistanceBand?, _ right: DistanceBand?, of line: String = "contact",
            ends: Ends = .round
        ) -> Definition { .beside(.line(line), left: left, right: right, ends: ends) }
        let route = try LineGeometry([.at(30, 49), .at(30, 50)])
        func along(_ from: LineMark, _ to: LineMark) -> LineStretch {
            LineStretch(from: from, to: to, left: near, right: near)
        }
        let regions: [Definition] = [
            beside(near, near), beside(band, band), beside(vague, vague),
            beside(unknown, unknown), beside(near, nil), beside(nil, band), beside(near, vague),
            beside(band, near), beside(near, nil, of: "road", ends: .flat),
            beside(nil, near, of: "road"), beside(nil, nil),
            .beside(
                .route(route, accuracy: .metres(20)), left: near, right: near, ends: .round),
            .beside(.route(route, accuracy: .zero), left: nil, right: nil, ends: .round),
            .around(.at(30, 50), near, accuracy: .metres(7.5)), .around(.at(30, 50), band),
            .inside(try area()), .inside(try area(.geodesic, .metres(30), polygons: 2)),
            .inside(try area(.rhumb)), .outward(try area(), near),
            .outward(try area(.planar, .metres(30)), near),
            .outward(try area(), DistanceBand(from: .zero, to: .kilometres(5))),
            .outward(
                try area(.planar, .metres(30)), DistanceBand(from: .zero, to: .kilometres(5))),
            .stretches("contact", [along(.start, .marker("M1"))], ends: .flat, meeting: .union),
            .stretches(
                "contact", [along(.start, .near(.at(30, 50))), along(.marker("M1"), .end)],
                ends: .round),
            .nearer("contact", than: "road"), .between("contact", "road", half: nil),
            .between("contact", "road", half: "road"),
            .union([.zone("a"), .zone("b"), beside(near, near)]),
            .intersection([.zone("a"), .zone("b"), .zone("c")]),
            .intersection([beside(near, near), .inside(try area())]),
            .difference(.zone("a"), .zone("b")),
            .difference(beside(near, near), .union([.zone("a"), .zone("b")])),
        ]
        var zones = regions.enumerated().map { Zone(id: "z\($0.offset)", $0.element) }
        var first = Version(Definition.zone("a"), until: .days(3), status: "suspected")
        first.citation = Citation(clause: "4", source: "annex", provenance: "secondary")
        zones.append(
            Zone(
                id: "versions",
                versions: [first, Version(.zone("b"), from: .daysAfter("later", 1))]))
        zones.append(Zone(id: "status", .zone("a"), status: "cleared"))
        zones[0].size = .sides(.kilometres(3), .kilometres(2))
        zones[1].size = .area(.squareMetres(2_500_000))
        return zones
    }

    static func rules() throws -> [Rule] {
        let tank = CategoryCondition("tank")
        let gun = CategoryCondition(
            "artillery", [AttributeCondition(name: "calibre", .atLeast, Quantity(100, .millimetre))]
        )
        let notice = AttributeCondition(name: "notice", .above, Quantity(1.5, .day))
        var demands: [Rule.Demand] = [
            .prohibits([tank], in: ["a"]), .prohibits([tank, gun], in: ["a", "b", "c"]),
            .prohibits([], in: ["a"]), .prohibits([], in: ["a", "b"]), .only([tank], in: ["a"]),
            .only([tank, gun], in: ["a", "b"]), .reserve(["a"], for: [tank]),
            .reserve(["a", "b"], for: [tank, gun]),
            .withdraw([gun], behind: .distance(.kilometres(15)), of: "contact"),
            .withdraw(
                [tank, gun], behind: .distance(.kilometres(0.5)), of: "contact", ends: .prolonged),
            .withdraw([tank], behind: .ownReach, of: "contact"),
            .withdraw([tank, gun], behind: .ownReach, of: "contact"),
            .stay([tank], of: "contact"), .stay([tank, gun], of: "contact", ends: .prolonged),
        ]
        // Each unit, reference of heights and comparison once.
        let heights = Quantity.HeightReference.allCases.map { Quantity(10_000, .foot, from: $0) }
        let quantities = Quantity.Unit.allCases.map { Quantity(1.5, $0) } + heights
        let conditions =
            quantities.enumerated().map { number, quantity in
                let all = AttributeCondition.Comparison.allCases
                return AttributeCondition(name: "size", all[number % all.count], quantity)
            } + [
                AttributeCondition(
                    name: "echelon", .atMost,
                    .level("company", OrderedLevels("echelon", ["company", "regiment"]))),
                AttributeCondition(name: "activity", oneOf: ["medevac", "rescue", "repair"]),
            ]
        demands.append(.prohibits(conditions.map { CategoryCondition("x", [$0]) }, in: ["a"]))
        var rules = demands.enumerated().map { Rule(id: "r\($0.offset)", $0.element) }
        let caps = [
            Rule.Cap(category: "tank", count: 12_000), Rule.Cap(category: "apc", count: 3),
        ]
        for (k, demand) in [demands[0], demands[1], demands[2], demands[3], demands[4]].enumerated()
        {
            rules.append(Rule(id: "cap\(k)", demand, limits: caps))
        }
        let exempt = [
            CategoryCondition(
                CategoryCondition.any, [notice, conditions[0], conditions[1]],
                parties: ["west"], from: .days(3), until: .days(-3)),
            CategoryCondition("bus", parties: ["west", "east", "un"]),
        ]
        for unreported in Rule.Unreported.allCases {
            rules.append(
                Rule(
                    id: unreported.rawValue, demands[0], exempt: exempt,
                    unlessReported: unreported, parties: ["west"]))
        }
        let times: [AgreementTime] = [
            .at(try Instant(parsing: "2026-12-24T18:30:15Z")), .days(0), .hours(72), .hours(-6),
            .daysAfter("zolote", 14), .hoursAfter("later", 12),
        ]
        for (k, time) in times.enumerated() {
            rules.append(
                Rule(
                    id: "t\(k)", demands[0], parties: ["west", "east"], from: time, until: time,
                    due: time))
        }
        var events = Rule(
            id: "events", demands[0], hours: try DailyHours(parsing: "22:00-05:00"),
            months: [5, 4, 12])
        events.places = [.origin, .effect]
        events.bindsObservers = true
        return rules + [events]
    }
}
