extension Agreement {
    /// How reports count towards a rule's caps, in words.
    public func countingInWords(_ rule: Rule) -> String {
        let objects =
            rule.same.map { "objects by their '\($0)'" }
            ?? "reports, which may be of the same objects"
        let together =
            rule.counts == .inWindow ? "all of a window together" : "those of one visit together"
        let windows = rule.per.map { " in windows of \($0)" } ?? ""
        return "counted over all reports\(windows): \(objects), \(together)"
    }

    /// A site in words, with its times on the clock of the zero.
    public func inWords(_ site: Site) -> String {
        var parts: [String] = []
        if !site.inventory.isEmpty {
            parts.append(
                site.inventory.map { "\($0.count) \($0.category)" }.joined(separator: ", "))
        }
        if let party = site.party { parts.append("of \(party)") }
        parts += inWords(from: site.from, until: site.until)
        if let same = site.same { parts.append("told apart by their '\(same)'") }
        return parts.joined(separator: " ") + site.citation.inBrackets
    }

    /// An obligation in words, with its times on the clock of the zero.
    public func inWords(_ obligation: Obligation) -> String {
        var parts = [obligation.act]
        if !obligation.parties.isEmpty {
            parts.append("by " + obligation.parties.joined(separator: " or "))
        }
        if !obligation.zones.isEmpty {
            parts.append("in each of " + obligation.zones.joined(separator: ", "))
        }
        switch obligation.term {
        case .every(let period): parts.append("every \(period)")
        case .due(let time): parts.append("due \(inWords(time))")
        case .within(let period, let event): parts.append("within \(period) of each \(event)")
        }
        parts += inWords(from: obligation.from, until: obligation.until)
        return parts.joined(separator: " ") + obligation.citation.inBrackets
    }

    private func inWords(from: AgreementTime?, until: AgreementTime?) -> [String] {
        [from.map { "from \(inWords($0))" }, until.map { "until \(inWords($0))" }].compactMap { $0 }
    }
}
