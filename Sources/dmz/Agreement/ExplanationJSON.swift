import Agreements
import Geodesy

/// An explanation as JSON; lengths in metres, members always in the same order.
enum ExplanationJSON {
    static func text(_ explanation: Explanation) -> String {
        let judgement = explanation.judgement
        return JSONValue.object([
            ("report", report(explanation.report)),
            ("finding", .string(judgement.finding.rawValue)),
            ("zones_inside", .array(judgement.zonesInside.map { .string($0) })),
            ("zones_undeterminable", .array(judgement.zonesUndeterminable.map { .string($0) })),
            ("line", .optional(judgement.line)),
            ("distance_m", .metres(judgement.distance?.metres)),
            ("side", .optional(judgement.side)),
            ("side_is_certain", .bool(judgement.isSideCertain)),
            ("lines", .array(explanation.lines.map(line))),
            ("zones", .array(explanation.zones.map(zone))),
            ("rules", .array(explanation.rules.map(rule))),
        ]).text() + "\n"
    }

    private static func report(_ report: Report) -> JSONValue {
        .object([
            ("longitude", .number(report.position.longitude)),
            ("latitude", .number(report.position.latitude)),
            ("uncertainty_m", .number(report.uncertainty.metres)),
            ("category", .optional(report.category)),
            ("party", .optional(report.party)),
            ("time", .optional(report.time?.description)),
            (
                "attributes",
                .object(
                    report.attributes.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
                )
            ),
        ])
    }

    private static func place(_ nearest: NearestPlace) -> [(String, JSONValue)] {
        [
            ("nearest_longitude", .decimal(nearest.place.longitude, 9)),
            ("nearest_latitude", .decimal(nearest.place.latitude, 9)),
            ("part", .integer(nearest.part)),
            ("segment", .integer(nearest.segment)),
            ("fraction", .decimal(nearest.fraction, 9)),
            ("beyond_end_m", .metres(nearest.beyondEnd?.metres)),
        ]
    }

    private static func line(_ line: Explanation.Line) -> JSONValue {
        let sides: [JSONValue] =
            (line.sides.contains(.left) ? [.string("left")] : [])
            + (line.sides.contains(.right) ? [.string("right")] : [])
        return .object(
            [
                ("id", .string(line.id)),
                ("is_nearest", .bool(line.isNearest)),
                ("distance_m", .metres(line.nearest.distance.metres)),
            ] + place(line.nearest) + [
                ("side", .string(line.nearest.side.rawValue)),
                ("party", .optional(line.party)),
                ("possible_sides", .array(sides)),
                ("accuracy_m", .metres(line.accuracy.metres)),
                ("uncertainty_m", .metres(line.uncertainty.metres)),
            ])
    }

    private static func zone(_ zone: Explanation.ZonePart) -> JSONValue {
        .object([
            ("id", .string(zone.id)),
            ("membership", .string(zone.membership.asMembership)),
            ("definition", .string(zone.definition)),
            ("measures", .array(zone.measures.map(measure))),
            ("reason", .string(zone.reason)),
        ])
    }

    private static func measure(_ measure: Explanation.Measure) -> JSONValue {
        .object(
            [
                ("from", .string(measure.from)),
                ("membership", .string(measure.answer.asMembership)),
                ("distance_m", .metres(measure.distance.metres)),
                ("uncertainty_m", .metres(measure.uncertainty.metres)),
                (
                    "limits",
                    .array(
                        measure.limits.map { limit in
                            .object([
                                ("side", .optional(limit.side?.rawValue)),
                                ("party", .optional(limit.party)),
                                ("from_m", .metres(limit.from?.metres)),
                                ("to_m", .metres(limit.to?.metres)),
                            ])
                        })
                ),
                ("margin_m", .metres(measure.margin?.metres)),
                ("reason", .string(measure.reason)),
            ] + (measure.route.map { [("route", .object(place($0)))] } ?? []))
    }

    private static func rule(_ rule: Explanation.RulePart) -> JSONValue {
        .object([
            ("id", .string(rule.id)),
            ("finding", .optional(rule.finding?.rawValue)),
            ("covers_category", .string(rule.covers.category.description)),
            ("covers_party", .string(rule.covers.party.description)),
            ("covers_time", .string(rule.covers.time.description)),
            ("membership", .string(rule.membership.asMembership)),
            ("from", .optional(rule.from)),
            ("until", .optional(rule.until)),
            ("clause", .optional(rule.clause)),
            ("quote", .optional(rule.quote)),
            ("reason", .string(rule.reason)),
        ])
    }
}
