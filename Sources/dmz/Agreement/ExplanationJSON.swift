import Agreements
import Datums
import Geodesy

/// An explanation as JSON; lengths in metres, members always in the same order.
struct ExplanationJSON {
    private let explanation: Explanation
    /// What the uncertainties are made of, where that is known.
    private let shares: UncertaintyShares?

    init(_ explanation: Explanation, _ shares: UncertaintyShares?) {
        (self.explanation, self.shares) = (explanation, shares)
    }

    /// The text, with a newline behind it.
    var text: String {
        let judgement = explanation.judgement
        return JSONValue.object([
            ("report", report(explanation.report)),
            ("finding", .string(judgement.finding.rawValue)),
            ("zones_inside", .array(judgement.zonesInside.map { .string($0) })),
            ("zones_undeterminable", .array(judgement.zonesUndeterminable.map { .string($0) })),
            ("zones_partly", .array(judgement.zonesPartly.map { .string($0) })),
            ("line", .optional(judgement.line)),
            ("distance_m", .metres(judgement.distance?.metres)),
            ("side", .optional(judgement.side)),
            ("side_is_certain", .bool(judgement.isSideCertain)),
            ("lines", .array(explanation.lines.map(line))),
            ("zones", .array(explanation.zones.map(zone))),
            ("rules", .array(explanation.rules.map(Self.rule))),
        ]).text() + "\n"
    }

    private func report(_ report: Report) -> JSONValue {
        .object([
            ("longitude", .number(report.position.longitude)),
            ("latitude", .number(report.position.latitude)),
            ("uncertainty_m", .number(report.uncertainty.metres)),
            ("footprint", .optional(report.footprint?.description)),
            ("uncertainty_stated_m", .metres(shares?.stated.metres)),
            ("uncertainty_digits_m", .metres(shares?.position.digits.metres)),
            (
                "uncertainty_datum_m",
                .metres(shares.map { $0.position.datum?.use?.accuracy.metres ?? 0 })
            ),
            ("notation", .optional(shares?.position.notation?.rawValue)),
            (
                "crs",
                shares?.position.datum.map { Self.system($0.system, [$0.use].compactMap { $0 }) }
                    ?? .null
            ),
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

    private static func system(_ system: ReferenceSystem, _ uses: [DatumUse]) -> JSONValue {
        .object([
            ("code", .optional(system.code)), ("name", .string(system.name)),
            (
                "operations",
                .array(
                    uses.map { use in
                        .object([
                            ("code", .optional(use.operation.code)),
                            ("name", .string(use.operation.name)),
                            ("accuracy_m", .metres(use.accuracy.metres)),
                            ("accuracy_is_known", .bool(use.operation.accuracy == use.accuracy)),
                        ])
                    })
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

    private func line(_ line: Explanation.Line) -> JSONValue {
        let sides: [JSONValue] =
            (line.sides.contains(.left) ? [.string("left")] : [])
            + (line.sides.contains(.right) ? [.string("right")] : [])
        let written = shares?.system(ofLine: line.id)
        return .object(
            [
                ("id", .string(line.id)),
                ("is_nearest", .bool(line.isNearest)),
                ("distance_m", .metres(line.nearest.distance.metres)),
            ] + Self.place(line.nearest) + [
                ("side", .string(line.nearest.side.rawValue)),
                ("party", .optional(line.party)),
                ("possible_sides", .array(sides)),
                ("accuracy_m", .metres(line.accuracy.metres)),
                ("accuracy_stated_m", .metres(shares?.stated(of: line).metres)),
                ("accuracy_datum_m", .metres((written?.accuracy ?? .zero).metres)),
                ("crs", written.map { Self.system($0.system, $0.uses) } ?? .null),
                ("uncertainty_m", .metres(line.uncertainty.metres)),
            ])
    }

    private func zone(_ zone: Explanation.ZonePart) -> JSONValue {
        let written = shares?.system(ofZone: zone.id)
        return .object([
            ("id", .string(zone.id)),
            ("membership", .string(zone.membership.asMembership)),
            ("is_partly", .bool(zone.isPartly)),
            (
                "probability",
                zone.probability.map {
                    .array([.decimal($0.least, 3), .decimal($0.greatest, 3)])
                } ?? .null
            ),
            ("definition", .string(zone.definition)),
            ("clause", .optional(zone.citation.clause)),
            ("quote", .optional(zone.citation.quote)),
            ("accuracy_datum_m", .metres((written?.accuracy ?? .zero).metres)),
            ("crs", written.map { Self.system($0.system, $0.uses) } ?? .null),
            ("measures", .array(zone.measures.map(Self.measure))),
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
            ("margin_m", .metres(rule.margin?.metres)),
            ("from", .optional(rule.from)),
            ("until", .optional(rule.until)),
            ("clause", .optional(rule.citation.clause)),
            ("quote", .optional(rule.citation.quote)),
            ("reason", .string(rule.reason)),
        ])
    }
}
