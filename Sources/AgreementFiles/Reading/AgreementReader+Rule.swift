import Agreements

extension AgreementReader {
    /// A rule.
    mutating func rule(_ entry: YAMLNode.Pair) -> Rule? {
        let what = "rule '\(entry.key)'"
        let before = errors.count
        guard let fields = fields(entry.value, what, keys: AgreementKeys.rule) else { return nil }
        note(fields, ["rules", entry.key])
        guard let demand = demand(fields, what, entry) else { return nil }
        defer { if errors.count > before { broken.insert(["rules", entry.key]) } }
        if let begin = fields.node("begin"), fields.node("from") != nil {
            refuse(begin.mark, "'begin' and 'from' are the same moment; write one of them")
        }
        if fields.node("limits") == nil {
            for key in fields.present(["per", "same", "counts"]) {
                refuse(
                    fields.keyMark(key),
                    "'\(key)' says how a number is counted, and \(what) limits none; add 'limits', as in "
                        + "limits: {tank: 75}")
            }
        }
        var rule = Rule(
            id: entry.key, demand,
            exempt: fields.node("exempt").flatMap { conditions($0, "exempt") } ?? [],
            unlessReported: fields.node("unless-reported").flatMap {
                word($0, "unless-reported", Rule.Unreported.self)
            } ?? .undeterminable,
            limits: fields.node("limits").flatMap { caps($0) } ?? [],
            per: fields.node("per").flatMap { period($0, "per") },
            same: fields.node("same").flatMap { property($0) },
            counts: fields.node("counts").flatMap { word($0, "counts", Rule.Counts.self) }
                ?? .atOnce,
            parties: fields.node("party").flatMap { texts($0, "party") } ?? [],
            from: (fields.node("from") ?? fields.node("begin")).flatMap { time($0, "from") },
            until: fields.node("until").flatMap { time($0, "until") },
            due: fields.node("due").flatMap { time($0, "due") },
            hours: fields.node("hours").flatMap { hours($0) },
            months: fields.node("months").map { months($0) } ?? [])
        // A party of that name is meant where there is one.
        if rule.parties == [Rule.anyParty], declared["parties"]?.contains(Rule.anyParty) != true {
            (rule.parties, rule.bindsObservers) = ([], true)
        }
        rule.places = fields.node("where").map { places($0) } ?? []
        rule.citation = citation(fields)
        return rule
    }

    /// The places of an event: one word or a list.
    private mutating func places(_ node: YAMLNode) -> [EventPlace] {
        (node.list ?? [node]).compactMap { word($0, "where", EventPlace.self) }
    }

    mutating func time(_ node: YAMLNode, _ what: String) -> AgreementTime? {
        guard let text = text(node, what) else { return nil }
        do throws(Instant.ParsingError) {
            return try AgreementTime(parsing: text, local: clock, zeros: zeros)
        } catch {
            let known =
                zeros.isEmpty ? "" : ", or counted from one of " + zeros.joined(separator: ", ")
            refuse(
                node.mark,
                "\(what): \(error.description) (a time is D+14, D-1, D+72h\(known) or "
                    + "2026-12-15T00:00:00+02:00)")
            return nil
        }
    }

    mutating func conditions(_ node: YAMLNode, _ what: String) -> [CategoryCondition]? {
        let nodes = node.list ?? [node]
        if nodes.isEmpty { refuse(node.mark, "\(what) is an empty list; name a category") }
        return nodes.flatMap { condition($0, what) }
    }

    private mutating func condition(_ node: YAMLNode, _ what: String) -> [CategoryCondition] {
        switch node.content {
        case .scalar(let text):
            if text.isEmpty { refuse(node.mark, "\(what) has no value; name a category") }
            return [CategoryCondition(text)]
        case .mapping(let pairs) where !pairs.isEmpty:
            return pairs.map { condition($0) }
        default:
            refuse(
                node.mark,
                "\(what): a category is a word, or a word with conditions as in "
                    + "{artillery: {calibre: \">= 100 mm\"}}, not \(node.inWords)")
            return []
        }
    }

    /// A category with its conditions, its parties and the window in which it is meant.
    private mutating func condition(_ entry: YAMLNode.Pair) -> CategoryCondition {
        guard let pairs = entry.value.mapping, !pairs.isEmpty else {
            refuse(
                entry.value.mark,
                "the conditions on '\(entry.key)' are a mapping such as {calibre: \">= 100 mm\"}, "
                    + "not \(entry.value.inWords)")
            return CategoryCondition(entry.key)
        }
        var conditions: [AttributeCondition] = []
        var parties: [Party.ID] = []
        var (from, until): (AgreementTime?, AgreementTime?) = (nil, nil)
        for pair in pairs {
            switch pair.key {
            case "party": parties = texts(pair.value, "party") ?? []
            case "from": from = time(pair.value, "from")
            case "until": until = time(pair.value, "until")
            default: conditions += attribute(pair).map { [$0] } ?? []
            }
        }
        return CategoryCondition(
            entry.key, conditions, parties: parties, from: from, until: until)
    }

    private mutating func attribute(_ pair: YAMLNode.Pair) -> AttributeCondition? {
        if AgreementKeys.rule.contains(pair.key) {
            refuse(
                pair.keyMark,
                "'\(pair.key)' is a key of rules, not a property of reports; in a condition only 'party', 'from' "
                    + "and 'until' are")
            return nil
        }
        if pair.value.list != nil {
            guard let words = texts(pair.value, "the words of '\(pair.key)'") else { return nil }
            do throws(AttributeCondition.ParsingError) {
                return try AttributeCondition(name: pair.key, oneOf: words, levels: levels)
            } catch {
                refuse(pair.value.mark, "\(pair.key): \(error.description)")
                return nil
            }
        }
        guard let text = text(pair.value, "the condition '\(pair.key)'") else { return nil }
        do throws(AttributeCondition.ParsingError) {
            return try AttributeCondition(name: pair.key, parsing: text, levels: levels)
        } catch {
            refuse(pair.value.mark, "\(pair.key): \(error.description)")
            return nil
        }
    }

    private mutating func caps(_ node: YAMLNode) -> [Rule.Cap]? {
        guard let pairs = node.mapping, !pairs.isEmpty else {
            refuse(
                node.mark,
                "limits is a mapping from categories to numbers, such as {tank: 75}, not "
                    + node.inWords)
            return nil
        }
        var caps: [Rule.Cap] = []
        for pair in pairs {
            // As JSON writes a whole number, `1e2` too.
            guard let number = pair.value.scalar.flatMap({ Self.number($0) }),
                let count = Int(exactly: number), count >= 0
            else {
                refuse(
                    pair.value.mark,
                    "the limit of '\(pair.key)' is a whole number of 0 or more, not "
                        + pair.value.inWords)
                continue
            }
            caps.append(Rule.Cap(category: pair.key, count: count))
        }
        return caps
    }
}
