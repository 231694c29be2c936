import Geodesy

/// Written as their words: `"apparent_breach"`.
extension Finding: Codable {}

extension Judgement {
    private enum Key: String, CodingKey {
        case zonesInside, zonesUndeterminable, zonesPartly, line, distance, side, isSideCertain
        case finding, rules, deepestRule
    }

    /// A judgement from its properties; zones that hold a part may be missing.
    ///
    /// - Throws: `DecodingError` when another one is missing or is not of its kind.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        zonesInside = try container.decode([Zone.ID].self, forKey: .zonesInside)
        zonesUndeterminable = try container.decode([Zone.ID].self, forKey: .zonesUndeterminable)
        zonesPartly = try container.decodeIfPresent([Zone.ID].self, forKey: .zonesPartly) ?? []
        line = try container.decodeIfPresent(ReferenceLine.ID.self, forKey: .line)
        distance = try container.decodeIfPresent(Distance.self, forKey: .distance)
        side = try container.decodeIfPresent(Party.ID.self, forKey: .side)
        isSideCertain = try container.decode(Bool.self, forKey: .isSideCertain)
        finding = try container.decode(Finding.self, forKey: .finding)
        rules = try container.decode([RuleFinding].self, forKey: .rules)
        deepestRule = try container.decodeIfPresent(Rule.ID.self, forKey: .deepestRule)
    }

    /// Writes the properties; those that are `nil`, and no zones that hold a part, are left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(zonesInside, forKey: .zonesInside)
        try container.encode(zonesUndeterminable, forKey: .zonesUndeterminable)
        if !zonesPartly.isEmpty { try container.encode(zonesPartly, forKey: .zonesPartly) }
        try container.encodeIfPresent(line, forKey: .line)
        try container.encodeIfPresent(distance, forKey: .distance)
        try container.encodeIfPresent(side, forKey: .side)
        try container.encode(isSideCertain, forKey: .isSideCertain)
        try container.encode(finding, forKey: .finding)
        try container.encode(rules, forKey: .rules)
        try container.encodeIfPresent(deepestRule, forKey: .deepestRule)
    }
}

extension Judgement.RuleFinding: Codable {
    private enum Key: String, CodingKey {
        case rule, finding
    }

    /// What a rule says from `{"rule": "no-forces", "finding": "compliant"}`.
    ///
    /// - Throws: `DecodingError` when one is missing, or the finding is none or `unregulated`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            rule: try container.decode(String.self, forKey: .rule),
            finding: try container.decode(Finding.self, forKey: .finding))
        guard finding != .unregulated else {
            throw DecodingError.dataCorruptedError(
                forKey: .finding, in: container,
                debugDescription: "a rule that says something is not unregulated")
        }
    }

    /// Writes what the rule says as `{"rule": "no-forces", "finding": "compliant"}`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(rule, forKey: .rule)
        try container.encode(finding, forKey: .finding)
    }
}
