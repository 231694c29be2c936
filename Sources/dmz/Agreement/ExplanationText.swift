import Agreements
import Geodesy

/// An explanation for a person to read.
enum ExplanationText {
    static func text(_ explanation: Explanation, _ agreement: Agreement) -> String {
        var rows = AlignedRows()
        let report = explanation.report
        rows.section("Position", [["\(report.position)  (longitude, latitude)"]])
        rows.section("Report", [[reported(report)]])
        rows.section("Finding", [[finding(explanation.judgement)]])
        for (number, line) in explanation.lines.enumerated() {
            rows.gap()
            rows.section(
                number == 0 ? "Lines" : "", [[line.id + (line.isNearest ? " (nearest)" : "")]])
            rows.section("", self.rows(line), indent: 12)
        }
        for (number, zone) in explanation.zones.enumerated() {
            rows.gap()
            rows.section(
                number == 0 ? "Zones" : "", [[zone.id + ": " + zone.membership.asMembership]])
            rows.section("", self.rows(zone), indent: 12)
        }
        for (number, rule) in explanation.rules.enumerated() {
            rows.gap()
            let word = rule.finding?.rawValue ?? "does not apply"
            rows.section(number == 0 ? "Rules" : "", [[rule.id + ": " + word]])
            let words = agreement.rules.first { $0.id == rule.id }.map { agreement.inWords($0) }
            rows.section("", self.rows(rule, words ?? ""), indent: 12)
        }
        return rows.text
    }

    private static func reported(_ report: Report) -> String {
        var parts = [
            "category \(report.category ?? "not given")", "party \(report.party ?? "not given")",
            "time \(report.time?.description ?? "not given")",
            "uncertainty \(report.uncertainty.inWords)",
        ]
        parts += report.attributes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return parts.joined(separator: ", ")
    }

    private static func finding(_ judgement: Judgement) -> String {
        let rules = judgement.rules.filter { $0.finding == judgement.finding }.map(\.rule)
        let names = rules.isEmpty ? "" : " (" + rules.joined(separator: ", ") + ")"
        return judgement.finding.rawValue + names
    }

    private static func metres(_ distance: Distance, _ decimals: Int = 6) -> String {
        distance.metres.isFinite ? distance.metres.fixed(decimals) + " m" : "none"
    }

    private static func place(_ nearest: NearestPlace) -> [[String]] {
        [
            [
                "nearest place",
                "\(nearest.place.longitude.fixed(9)), \(nearest.place.latitude.fixed(9))",
            ],
            [
                "on the line",
                "part \(nearest.part), segment \(nearest.segment), fraction "
                    + nearest.fraction.fixed(6),
            ],
        ]
    }

    private static func rows(_ line: Explanation.Line) -> [[String]] {
        var side = line.nearest.side.rawValue
        if let party = line.party { side += " (\(party))" }
        if line.uncertainty > .zero {
            let sides = line.sides
            side += sides == .left || sides == .right ? ", certain" : ", uncertain"
        }
        var rows = [["distance", metres(line.nearest.distance)]] + place(line.nearest)
        rows.append(["side", side])
        if let beyond = line.nearest.beyondEnd {
            rows.append(["beyond the end", metres(beyond)])
        }
        rows.append([
            "uncertainty",
            "\(metres(line.uncertainty, 3)), of which the line \(metres(line.accuracy, 3))",
        ])
        return rows
    }

    private static func rows(_ zone: Explanation.ZonePart) -> [[String]] {
        var rows = [["definition", zone.definition]]
        for measure in zone.measures {
            // Of several it must be said which.
            if zone.measures.count > 1 {
                rows.append(["from", measure.from + ": " + measure.answer.asMembership])
            }
            rows += self.rows(measure)
        }
        rows.append(["because", zone.reason])
        return rows
    }

    private static func rows(_ measure: Explanation.Measure) -> [[String]] {
        var rows = [
            [
                "distance",
                "\(metres(measure.distance)), uncertain by \(metres(measure.uncertainty, 3))",
            ]
        ]
        rows += measure.route.map(place) ?? []
        for limit in measure.limits {
            let side = limit.party ?? limit.side?.rawValue
            let reach =
                switch (limit.from, limit.to) {
                case (nil, nil): "none"
                case (let from?, let to?): "\(metres(from, 3)) to \(metres(to, 3))"
                case (_, let to?): metres(to, 3)
                case (let from?, nil): metres(from, 3)
                }
            rows.append(["limit", reach + (side.map { " (\($0))" } ?? "")])
        }
        if let margin = measure.margin { rows.append(["margin", metres(margin)]) }
        return rows
    }

    private static func rows(_ rule: Explanation.RulePart, _ words: String) -> [[String]] {
        var rows = [["rule", words]]
        if let clause = rule.clause { rows.append(["clause", clause]) }
        if let quote = rule.quote { rows.append(["quote", "\"\(quote)\""]) }
        rows.append([
            "covers",
            "category \(rule.covers.category), party \(rule.covers.party), time "
                + "\(rule.covers.time)",
        ])
        rows.append(["in its zones", rule.membership.asMembership])
        rows.append(["because", rule.reason])
        return rows
    }
}
