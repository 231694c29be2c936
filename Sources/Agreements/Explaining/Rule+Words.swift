extension Agreement {
    /// A rule in words, with its times on the clock of the zero.
    public func inWords(_ rule: Rule) -> String {
        var parts: [String] = []
        if !rule.prohibits.isEmpty {
            parts.append("no " + rule.prohibits.map(\.description).joined(separator: ", no "))
        }
        if !rule.limits.isEmpty {
            parts.append(
                "at most "
                    + rule.limits.map { "\($0.count) \($0.category)" }.joined(separator: ", "))
        }
        parts.append("in " + rule.zones.joined(separator: " or "))
        if !rule.parties.isEmpty { parts.append("for " + rule.parties.joined(separator: ", ")) }
        for (word, time) in [("from", rule.from), ("until", rule.until)] {
            guard let time else { continue }
            parts.append("\(word) \(inWords(time))")
        }
        if !rule.exempt.isEmpty {
            parts.append(
                "exempt " + rule.exempt.map(\.description).joined(separator: ", "))
        }
        return parts.joined(separator: " ")
    }

    private func inWords(_ time: AgreementTime) -> String {
        guard !time.isCountedFromZero else {
            return zero.map { "\(time) (\($0.written($0.resolve(time))))" } ?? time.description
        }
        return zero?.written(resolve(time)) ?? time.description
    }
}
