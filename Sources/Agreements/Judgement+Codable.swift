/// Written as their words: `"apparent_breach"`.
extension Finding: Codable {}

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
