import Agreements

extension AgreementReader {
    /// The keys of which one says what a rule asks, each with the keys that go with it.
    private static let demands: [(key: String, others: [String])] = [
        ("withdraw", ["behind", "of", "ends"]), ("stay", ["for", "of", "ends"]),
        ("only", ["in"]), ("reserve", ["for"]),
        ("in", ["prohibits", "limits", "per", "same", "counts"]),
    ]

    /// What a rule asks.
    mutating func demand(
        _ fields: Fields, _ what: String, _ entry: YAMLNode.Pair
    ) -> Rule.Demand? {
        guard let (key, others) = Self.demands.first(where: { fields.node($0.key) != nil }) else {
            if !fields.hasTypo {
                refuse(
                    entry.keyMark,
                    "\(what) has no 'in'; write the zone in which it holds, or 'withdraw', 'stay', 'only' or "
                        + "'reserve'")
            }
            return nil
        }
        let own = Set([key] + others)
        let all = Set(Self.demands.flatMap { [$0.key] + $0.others })
        for other in fields.present(AgreementKeys.rule)
        where all.contains(other) && !own.contains(other) {
            // A cap may stand beside whatever names zones.
            let ofCaps = ["limits", "per", "same", "counts"]
            if ofCaps.contains(other), key == "only" || key == "reserve" { continue }
            refuse(
                fields.keyMark(other),
                "'\(other)' does not go with '\(key)' in \(what); write a rule of its own")
        }
        switch key {
        case "withdraw": return withdraw(fields, what, entry)
        case "stay": return stay(fields, what, entry)
        case "only":
            let kinds = fields.node("only").flatMap { conditions($0, "only") } ?? []
            return node("in", fields, what, entry, "the zone or zones to which it is confined").map
            {
                .only(kinds, in: texts($0, "in") ?? [])
            }
        case "reserve":
            let zones = fields.node("reserve").flatMap { texts($0, "reserve") } ?? []
            return node("for", fields, what, entry, "what alone may be there").flatMap {
                conditions($0, "for")
            }.map { .reserve(zones, for: $0) }
        default:
            return .prohibits(
                fields.node("prohibits").flatMap { conditions($0, "prohibits") } ?? [],
                in: fields.node("in").flatMap { texts($0, "in") } ?? [])
        }
    }

    private mutating func withdraw(
        _ fields: Fields, _ what: String, _ entry: YAMLNode.Pair
    ) -> Rule.Demand? {
        let kinds = fields.node("withdraw").flatMap { conditions($0, "withdraw") } ?? []
        guard
            let behind = node(
                "behind", fields, what, entry, "the distance from the line, as in 'behind: 25 km'"),
            let line = line(fields, what, entry)
        else { return nil }
        if behind.mapping != nil {
            refuse(
                behind.mark,
                "'behind' is one distance, or 'own reach'; write a rule for each party that has another"
            )
            return nil
        }
        if let text = behind.scalar, !text.contains(where: \.isNumber), text != "own reach" {
            refuse(
                behind.mark, "'behind' is a distance such as 25 km, or 'own reach', not '\(text)'")
            return nil
        }
        let setback: Rule.Setback? =
            behind.scalar == "own reach"
            ? .ownReach : length(behind, "the distance behind").map { .distance($0) }
        return setback.map { .withdraw(kinds, behind: $0, of: line, ends: ends(fields)) }
    }

    private mutating func stay(
        _ fields: Fields, _ what: String, _ entry: YAMLNode.Pair
    ) -> Rule.Demand? {
        if let node = fields.node("stay"), node.scalar != "own side" {
            refuse(
                node.mark,
                "stay is 'own side': the side of the party that the rule binds, not \(node.inWords)"
            )
        }
        let kinds =
            fields.node("for").map { conditions($0, "for") ?? [] }
            ?? [CategoryCondition(CategoryCondition.any)]
        return line(fields, what, entry).map { .stay(kinds, of: $0, ends: ends(fields)) }
    }

    private mutating func line(
        _ fields: Fields, _ what: String, _ entry: YAMLNode.Pair
    ) -> ReferenceLine.ID? {
        node("of", fields, what, entry, "the line").flatMap { text($0, "of") }
    }

    private mutating func ends(_ fields: Fields) -> Rule.LineEnds {
        fields.node("ends").flatMap { word($0, "ends", Rule.LineEnds.self) } ?? .asReached
    }

    /// The value of a key that must be there; notes that it is not.
    private mutating func node(
        _ key: String, _ fields: Fields, _ what: String, _ entry: YAMLNode.Pair, _ wanted: String
    ) -> YAMLNode? {
        if let node = fields.node(key) { return node }
        if !fields.hasTypo {
            refuse(entry.keyMark, "\(what) has no '\(key)'; write \(wanted)")
        }
        return nil
    }

    /// Hours of the day.
    mutating func hours(_ node: YAMLNode) -> DailyHours? {
        guard let text = text(node, "hours") else { return nil }
        do throws(DailyHours.ParsingError) {
            return try DailyHours(parsing: text)
        } catch {
            refuse(node.mark, "hours: \(error.description)")
            return nil
        }
    }

    /// Months of the year, as numbers or runs of them: `4-9`, `[11, 12, 1]`, `11-2`.
    mutating func months(_ node: YAMLNode) -> Set<Int> {
        var months: Set<Int> = []
        for text in texts(node, "months") ?? [] {
            let ends = text.split(separator: "-").map {
                Int($0.filter { !$0.isWhitespace }).flatMap { (1...12).contains($0) ? $0 : nil }
            }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1]
            else {
                refuse(
                    node.mark,
                    "months: '\(text)' is no month; write numbers from 1 to 12, as in 4-9 or [11, 12, 1]"
                )
                continue
            }
            let count = (last - first + 12) % 12 + 1
            for k in 0..<count { months.insert((first - 1 + k) % 12 + 1) }
        }
        return months
    }
}
