import Agreements
import Geodesy
import Zones

/// What is noticed of rules, suspensions and zeros, and is hardly meant.
extension AgreementReader {
    /// Says which rules and suspensions do nothing, and where words and numbers do not agree.
    mutating func warnOfRules(_ agreement: Agreement) {
        let words = Set(
            agreement.categories.branches.flatMap { [$0.category] + $0.members }
                .map(CategoryTree.folded)
        ).sorted()
        // Each word is sought once, however many rules name it.
        var meant: [String: String?] = [:]
        for rule in agreement.rules {
            warnOfDeadRule(rule, agreement)
            if let line = agreement.lines.first(where: { $0.id == rule.demand.line }) {
                warnOfMissingSide(rule, line)
                warnOfNarrowRing(rule, line, agreement)
            }
            warnOfNearMisses(rule, agreement.categories, words, &meant)
        }
        warnOfQuotes(agreement)
        for (number, suspension) in agreement.suspensions.enumerated() {
            warn(of: suspension, ["suspended", "\(number + 1)"], agreement)
        }
        warnOfZeros(agreement.zeros)
    }

    /// Says of a rule that everything which it speaks of is allowed.
    private mutating func warnOfDeadRule(_ rule: Rule, _ agreement: Agreement) {
        let everything = CategoryCondition(CategoryCondition.any)
        if case .reserve(_, let kinds) = rule.demand {
            guard rule.limits.isEmpty else { return }
            if kinds.contains(where: { covers($0, everything, rule, agreement) }) {
                warn(
                    mark(of: ["rules", rule.id, "for"]),
                    "rule '\(rule.id)': nobody can break it, because 'for' lets everything into its zones; name "
                        + "what alone may be there")
            } else if rule.exempt.contains(where: { covers($0, everything, rule, agreement) }) {
                warn(
                    mark(of: ["rules", rule.id, "exempt"]),
                    "rule '\(rule.id)': nobody can break it, because everything is exempt; narrow 'exempt', or "
                        + "leave the rule out")
            }
            return
        }
        let spoken = rule.demand.conditions + rule.limits.map { CategoryCondition($0.category) }
        guard !spoken.isEmpty else { return }
        let isDead = spoken.allSatisfy { kind in
            rule.exempt.contains { covers($0, kind, rule, agreement) }
        }
        guard isDead else { return }
        warn(
            mark(of: ["rules", rule.id, "exempt"]),
            "rule '\(rule.id)': nobody can break it, because all that it speaks of is exempt; narrow 'exempt', "
                + "or leave the rule out")
    }

    /// Whether an exemption holds of all that is of a kind, whatever is reported of it.
    private func covers(
        _ exemption: CategoryCondition, _ kind: CategoryCondition, _ rule: Rule,
        _ agreement: Agreement
    ) -> Bool {
        guard exemption.from == nil, exemption.until == nil,
            Set(exemption.attributes).isSubset(of: kind.attributes)
        else { return false }
        if !exemption.parties.isEmpty {
            let everybody = agreement.parties.filter { $0.role == .party }.map(\.id)
            let bound =
                !kind.parties.isEmpty
                ? kind.parties : rule.parties.isEmpty ? everybody : rule.parties
            guard Set(bound).isSubset(of: exemption.parties) else { return false }
        }
        let (wide, narrow) = (exemption.category, kind.category)
        if wide == CategoryCondition.any { return true }
        return narrow != CategoryCondition.any
            && agreement.categories.kinds(of: narrow).contains(CategoryTree.folded(wide))
    }

    /// Says where a rule binds everybody, and one of the sides is nobody's.
    private mutating func warnOfMissingSide(_ rule: Rule, _ line: ReferenceLine) {
        guard rule.parties.isEmpty, let party = line.left ?? line.right,
            line.left == nil || line.right == nil
        else { return }
        let (own, other) =
            line.left == nil ? (LineSide.right, LineSide.left) : (LineSide.left, LineSide.right)
        warn(
            mark(of: ["rules", rule.id, "of"]),
            "rule '\(rule.id)' binds everybody, and line '\(line.id)' says only whose its \(own.rawValue) is: "
                + "nobody but \(party) has a side to be on. Add '\(other.rawValue)' to the line, or "
                + "'party: \(party)' to the rule")
    }

    /// Says of categories that `categories` has with another spelling only.
    ///
    /// - Parameter known: what was found out of categories so far.
    private mutating func warnOfNearMisses(
        _ rule: Rule, _ tree: CategoryTree, _ words: [String], _ known: inout [String: String?]
    ) {
        guard !words.isEmpty else { return }
        let key = ["prohibits", "only", "withdraw", "for"].first {
            marks[["rules", rule.id, $0]] != nil
        }
        let named =
            rule.demand.conditions.map { (key ?? "in", $0.category) }
            + rule.exempt.map { ("exempt", $0.category) }
            + rule.limits.map { ("limits", $0.category) }
        var seen: Set<String> = []
        for (key, category) in named
        where category != CategoryCondition.any && seen.insert(category).inserted {
            let found = known[category] ?? Self.meant(by: category, tree, words)
            known[category] = .some(found)
            guard let found else { continue }
            warn(
                mark(of: ["rules", rule.id, key]),
                "rule '\(rule.id)': '\(category)' is not among the words of 'categories', and '\(found)' is; did "
                    + "you mean that? If not, put '\(category)' into a category of its own")
        }
    }

    /// The word of `categories` that may be meant by one that is in none of them.
    private static func meant(
        by category: String, _ tree: CategoryTree, _ words: [String]
    ) -> String? {
        guard tree.kinds(of: category).isDisjoint(with: words) else { return nil }
        // Stricter than where a word is refused: two words of one agreement are often alike.
        return Spelling.nearest(to: CategoryTree.folded(category), in: words, share: 4)
    }

    /// Says of a suspension that it suspends everything, or nothing.
    private mutating func warn(
        of suspension: Suspension, _ path: [String], _ agreement: Agreement
    ) {
        let whom = suspension.party ?? "all parties"
        if suspension.rules.isEmpty {
            warn(
                mark(of: path),
                "suspended: without 'rules' every rule is suspended for \(whom); if only some are, name them in "
                    + "'rules'")
        }
        let role = agreement.parties.first { $0.id == suspension.party }?.role
        for id in suspension.rules {
            guard let rule = agreement.rules.first(where: { $0.id == id }) else { continue }
            let binds =
                suspension.party.map { party in
                    rule.parties.isEmpty ? role != .observer : rule.parties.contains(party)
                } ?? true
            if !binds {
                warn(
                    mark(of: path + ["rules"]),
                    "suspended: rule '\(id)' does not bind \(whom), so that nothing is suspended; "
                        + (rule.parties.isEmpty
                            ? "leave it out" : "it binds \(rule.parties.joined(separator: ", "))"))
            } else if neverMeets(suspension, rule, agreement) {
                warn(
                    mark(of: path + ["rules"]),
                    "suspended: rule '\(id)' does not hold while it is suspended, so that nothing is; check "
                        + "'from' and 'until' of both")
            }
        }
    }

    /// Whether a suspension ends before the rule begins, or begins when that has ended.
    private func neverMeets(
        _ suspension: Suspension, _ rule: Rule, _ agreement: Agreement
    ) -> Bool {
        func isOver(_ end: AgreementTime?, _ start: AgreementTime?) -> Bool {
            // A zero may be missing where the file is refused anyway.
            guard let end = end.flatMap({ agreement.resolve($0) }),
                let start = start.flatMap({ agreement.resolve($0) })
            else { return false }
            return end <= start
        }
        return isOver(suspension.until, rule.from) || isOver(rule.until, suspension.from)
    }

    /// Says of zeros whose names look the same.
    private mutating func warnOfZeros(_ zeros: [NamedZero]) {
        var seen: [String: String] = [:]
        for name in zeros.map(\.name) {
            let folded = name.lowercased()
            if let other = seen[folded] {
                warn(
                    mark(of: ["zeros", name]),
                    "zeros: '\(other)' and '\(name)' differ in letter case only, and times counted from one are "
                        + "not counted from the other; give one of them another name")
            } else {
                seen[folded] = name
            }
        }
    }
}
