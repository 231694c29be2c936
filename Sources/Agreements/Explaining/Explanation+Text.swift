import Geodesy
import SystemFiles
import Zones

extension Explanation: CustomStringConvertible {
    /// Where the report lies and what is certain of it, in two or three sentences.
    ///
    /// `The place lies 1,937 m north of the line (Party North). Report and line are together
    /// uncertain by 150 m, so it cannot be said whether it is within 2 km.`
    public var description: String { words }

    /// All of it for a person to read, in lines: what `dmz explain` prints.
    ///
    /// Lengths are rounded to what is known; parts and segments are counted from 1. What could steer
    /// a terminal is escaped.
    public var text: String {
        var rows = AlignedRows()
        rows.line(words)
        rows.gap()
        rows.section("Position", [["\(report.position)  (longitude, latitude)"]])
        rows.section("Report", [[reported]])
        if let footprint = report.footprint {
            rows.section("Footprint", [[footprint.description]])
        }
        rows.section("Finding", [[found]])
        for (number, line) in lines.enumerated() {
            rows.gap()
            rows.section(
                number == 0 ? "Lines" : "", [[line.id + (line.isNearest ? " (nearest)" : "")]])
            rows.section("", line.rows, indent: 12)
        }
        for (number, zone) in zones.enumerated() {
            rows.gap()
            rows.section(
                number == 0 ? "Zones" : "",
                [[zone.id + ": " + (zone.isPartly ? "partly" : zone.membership.asMembership)]])
            rows.section("", zone.rows, indent: 12)
        }
        for (number, rule) in rules.enumerated() {
            rows.gap()
            let word = rule.finding?.rawValue ?? "does not apply"
            rows.section(number == 0 ? "Rules" : "", [[rule.id + ": " + word]])
            rows.section("", rule.rows, indent: 12)
        }
        return rows.text
    }

    private var reported: String {
        var parts = [
            "category \(report.category ?? "not given")", "party \(report.party ?? "not given")",
            "time \(report.span?.description ?? report.time?.description ?? "not given")",
            "uncertainty \(report.uncertainty.inWords)",
        ]
        parts += report.attributes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return parts.joined(separator: ", ")
    }

    private var found: String {
        let rules = judgement.rules.filter { $0.finding == judgement.finding }.map(\.rule)
        let names = rules.isEmpty ? "" : " (" + rules.joined(separator: ", ") + ")"
        return judgement.finding.rawValue + names
    }
}

extension NearestPlace {
    /// Where on the line the place is, parts and segments counted from 1.
    fileprivate var rows: [[String]] {
        [
            ["nearest place", "\(place.longitude.fixed(9)), \(place.latitude.fixed(9))"],
            [
                "on the line",
                "part \(part + 1), segment \(segment + 1), fraction " + fraction.fixed(6),
            ],
        ]
    }
}

extension Explanation.Line {
    fileprivate var rows: [[String]] {
        var side = nearest.side.rawValue
        if let party { side += " (\(party))" }
        if uncertainty > .zero {
            side += sides == .left || sides == .right ? ", certain" : ", uncertain"
        }
        var rows = [["distance", nearest.distance.inKnownDigits(uncertainty: uncertainty)]]
        if let version { rows.append(["version", "\(version)"]) }
        rows += nearest.rows
        rows.append(["side", side])
        if let beyond = nearest.beyondEnd {
            rows.append(["beyond the end", beyond.inKnownDigits(uncertainty: uncertainty)])
        }
        rows.append([
            "uncertainty",
            "\(uncertainty.inRoundedWords), of which the line \(accuracy.inRoundedWords)",
        ])
        return rows
    }
}

extension Citation {
    /// The place in the text and its words.
    fileprivate var rows: [[String]] {
        [clause.map { ["clause", $0] }, quote.map { ["quote", "\"\($0)\""] }].compactMap { $0 }
    }
}

extension Explanation.ZonePart {
    fileprivate var rows: [[String]] {
        var rows = [["definition", definition]] + citation.rows
        if let probability { rows.append(["probability", probability.description]) }
        for measure in measures {
            // Of several it must be said which.
            if measures.count > 1 {
                rows.append(["from", measure.from + ": " + measure.answer.asMembership])
            }
            rows += measure.rows
        }
        rows.append(["because", reason])
        return rows
    }
}

extension Explanation.Measure {
    fileprivate var rows: [[String]] {
        var rows = [
            [
                "distance",
                distance.inKnownDigits(uncertainty: uncertainty)
                    + (uncertainty > .zero ? ", uncertain by \(uncertainty.inRoundedWords)" : ""),
            ]
        ]
        rows += route?.rows ?? []
        rows += limits.map { limit in
            let side = limit.party ?? limit.side?.rawValue
            return ["limit", limit.reach + (side.map { " (\($0))" } ?? "")]
        }
        if let margin {
            rows.append(["margin", margin.inKnownDigits(uncertainty: uncertainty)])
        }
        return rows
    }
}

extension Explanation.Limit {
    fileprivate var reach: String {
        switch (from, to) {
        case (nil, nil): "none"
        case (let from?, let to?): "\(from.inWords) to \(to.inWords)"
        case (_, let to?): to.inWords
        case (let from?, nil): from.inWords
        }
    }
}

extension Explanation.RulePart {
    fileprivate var rows: [[String]] {
        var rows = [["rule", definition]]
        rows += citation.rows
        rows.append([
            "covers",
            "category \(covers.category), party \(covers.party), time \(covers.time)",
        ])
        let isZone = place == Rule.Demand.placeOfZones
        rows.append([place, isZone ? membership.asMembership : "\(membership)"])
        if let margin {
            rows.append(["margin", margin.inKnownDigits(uncertainty: .zero, most: 3)])
        }
        rows.append(["because", reason])
        return rows
    }
}
