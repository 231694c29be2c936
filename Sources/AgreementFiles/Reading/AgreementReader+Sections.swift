import Agreements

/// The small sections beside lines, zones and rules.
extension AgreementReader {
    /// A zero with a name.
    mutating func namedZero(_ entry: YAMLNode.Pair) -> NamedZero? {
        let name = entry.key
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber || $0 == "h" }.count
        let sign = name.dropLast(digits).last
        if name == "D" || digits > 0 && (sign == "+" || sign == "-") {
            refuse(
                entry.keyMark,
                "'\(name)' cannot be the name of a zero: \(name == "D" ? "D is the agreement's own zero" : "it reads like a time that is counted from one")"
            )
            return nil
        }
        if entry.value.scalar == "unknown" { return NamedZero(name, nil) }
        if let text = entry.value.scalar, !text.contains(where: \.isNumber) {
            refuse(
                entry.value.mark,
                "the zero '\(name)' is a moment such as 2026-12-01T00:00+02:00 Europe/Kyiv, or 'unknown', not "
                    + "'\(text)'")
            return nil
        }
        return zero(entry.value).map { NamedZero(name, $0) }
    }

    /// Words in an order, from the least.
    mutating func levels(_ entry: YAMLNode.Pair) -> OrderedLevels? {
        guard let words = texts(entry.value, "the levels of '\(entry.key)'") else { return nil }
        let folded = words.map { $0.lowercased() }
        if words.count < 2 || Set(folded).count < words.count {
            refuse(
                entry.value.mark,
                "the levels of '\(entry.key)' are two or more words from the least to the greatest, each once, "
                    + "as in [platoon, company, battalion]")
            return nil
        }
        return OrderedLevels(entry.key, words)
    }

    /// How far what is of a category reaches.
    mutating func reach(_ entry: YAMLNode.Pair) -> Agreement.Reach? {
        let before = errors.count
        let distance = length(entry.value, "the reach of '\(entry.key)'")
        if errors.count == before { marks[["reach", entry.key]] = entry.value.mark }
        return distance.map { Agreement.Reach(entry.key, $0) }
    }

    /// Suspensions, one or a list of them.
    mutating func suspensions(_ node: YAMLNode) -> [Suspension] {
        var found: [Suspension] = []
        for entry in node.list ?? [node] {
            guard let fields = fields(entry, "a suspension", keys: AgreementKeys.suspension) else {
                continue
            }
            let suspension = Suspension(
                rules: fields.node("rules").flatMap { texts($0, "rules") } ?? [],
                from: fields.node("from").flatMap { time($0, "from") },
                until: fields.node("until").flatMap { time($0, "until") })
            let parties: [Party.ID?] =
                fields.node("party").map { texts($0, "party") ?? [] } ?? [nil]
            for party in parties {
                var own = suspension
                own.party = party
                found.append(own)
                // One entry may be several suspensions, each with a number of its own.
                let path = ["suspended", "\(found.count)"]
                marks[path] = entry.mark
                for key in AgreementKeys.suspension {
                    if let mark = fields.node(key)?.mark { marks[path + [key]] = mark }
                }
            }
        }
        return found
    }
}
