/// What a report may say, whatever the agreement: the members that the program reads, and what may stand in each.
///
/// `docs/report.schema.json` is made of it, and `dmz validate --reports` checks by it.
package enum ReportSchema {
    /// A member.
    package struct Member: Hashable, Sendable {
        /// The name that is usual; options and profiles name others.
        package let name: String
        /// What it says.
        package let meaning: String
        /// What may stand in it.
        package let kind: Kind
    }

    /// What may stand in a member.
    package enum Kind: Hashable, Sendable {
        /// Any words or number.
        case text
        /// A whole number from 0 on.
        case count
        /// A number between two, the lesser included, the greater too.
        case number(ClosedRange<Double>)
    }

    /// All members, in the order of the schema.
    package static let members: [Member] =
        common + footprint
        + ["origin", "effect"].flatMap { place in
            let what = place == "origin" ? "of where it came from" : "of where it took effect"
            return [
                member("\(place)_longitude", "Longitude \(what).", .number(-180...180)),
                member("\(place)_latitude", "Latitude \(what).", .number(-90...90)),
                member("\(place)_position", "The position \(what), in any notation.", .text),
                member("\(place)_uncertainty_m", "A bound on its error, in metres.", length),
            ]
        }

    private static func member(_ name: String, _ meaning: String, _ kind: Kind) -> Member {
        Member(name: name, meaning: meaning, kind: kind)
    }

    private static let length = Kind.number(0...Double.greatestFiniteMagnitude)

    private static let common = [
        member("id", "The number of the report, used once.", .text),
        member(
            "time", "When it was observed, with its offset from UTC: 2026-12-01T14:30+02:00.", .text
        ),
        member("longitude", "Degrees east on WGS 84.", .number(-180...180)),
        member("latitude", "Degrees north on WGS 84.", .number(-90...90)),
        member("position", "The whole position in one text, in any notation.", .text),
        member("uncertainty_m", "A bound on the position's error, in metres.", length),
        member(
            "category", "What was observed, in the agreement's words.", .text),
        member("party", "Whose it is, by the agreement's identifier.", .text),
        member("count", "How many objects it tells of; 1 unless said.", .count),
        member("visit", "The same for all that was there at once.", .text),
        member("act", "The act of an obligation of which it tells.", .text),
        member("class", "Incident, complaint and the like, which tables keep apart.", .text),
        member("note", "Anything else; nothing follows from it.", .text),
    ]

    private static let footprint: [Member] = FootprintFields.Part.allCases.map { part in
        let name = part.usualName
        switch part {
        case .level:
            return member(
                name,
                "How much of what is possible the uncertainty or ellipse holds: bound, CEP, CE90 or 90 %.",
                .text)
        case .semiMajor:
            return member(name, "The longer semi-axis of an ellipse, in metres.", length)
        case .semiMinor: return member(name, "The shorter one.", length)
        case .azimuth:
            return member(name, "The azimuth of the longer one, in degrees.", .number(-360...360))
        case .width:
            return member(name, "The side of a rectangle across its heading, in metres.", length)
        case .length: return member(name, "The side along it.", length)
        case .heading:
            return member(name, "The heading, in degrees; north unless said.", .number(-360...360))
        case .bearing:
            return member(
                name, "In which direction from the position it was seen, in degrees.",
                .number(-360...360))
        case .bearingError:
            return member(name, "How far the direction may be off, in degrees.", .number(0...180))
        case .compass:
            return member(
                name, "The direction as one of 16 points of the compass, such as NW or NNE.", .text)
        case .range: return member(name, "How far off it was, in metres.", length)
        case .rangeError: return member(name, "How far the distance may be off, in metres.", length)
        case .rangeMin:
            return member(name, "The least that the distance may be, in metres.", length)
        case .rangeMax:
            return member(name, "The greatest that the distance may be, in metres.", length)
        }
    }

    /// Why a member's text does not fit; `nil` where it does, and where it says nothing.
    package static func fault(_ member: Member, _ text: String) -> String? {
        let trimmed = text.trimmingSpaces
        if trimmed.isEmpty { return nil }
        let expected: String
        switch member.kind {
        case .text: return nil
        case .count:
            if let number = Int(trimmed), number >= 0 { return nil }
            expected = "a whole number of 0 or more"
        case .number(let range):
            let number = Double(trimmed.replacing(",", with: "."))
            if let number, range.contains(number) { return nil }
            let isLength = range.upperBound == Double.greatestFiniteMagnitude
            expected =
                isLength
                ? "a number of 0 or more"
                : "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
        }
        return "'\(member.name)' is '\(text)', expected \(expected)"
    }
}
