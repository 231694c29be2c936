extension AgreementWords {
    /// What differs from an older agreement, in words, as Markdown.
    ///
    /// Clauses with the same identifier are the same clause. What differs in coordinates only is said so.
    public func markdown(against old: AgreementWords) -> String {
        var text = "# Changes in \(MarkdownText.plain(title))\n"
        if old.title != title { text += "\nUntil now: \(MarkdownText.plain(old.title))\n" }
        var unchanged = 0
        for section in WordedClause.Section.allCases {
            var items: [String] = []
            let (before, now) = (old.own(section), own(section))
            for clause in now {
                guard let other = before.first(where: { $0.id == clause.id }) else {
                    items.append("Added: " + Self.item(clause))
                    continue
                }
                if let change = Self.change(from: other, to: clause) {
                    items.append(change)
                } else if let change = change(ofCoordinates: clause, from: old) {
                    items.append("Changed: " + MarkdownText.bold(clause.id) + ": \(change)")
                } else {
                    unchanged += 1
                }
            }
            for clause in before where !now.contains(where: { $0.id == clause.id }) {
                items.append("Removed: " + Self.item(clause))
            }
            if items.isEmpty { continue }
            text += "\n## \(section.rawValue)\n\n" + items.map { "- \($0)\n" }.joined()
        }
        let count = "\(unchanged) clause\(unchanged == 1 ? " is" : "s are")"
        return text + "\n\(count) as before.\n"
    }

    private func own(_ section: WordedClause.Section) -> [WordedClause] {
        clauses.filter { $0.section == section }
    }

    private static func change(from old: WordedClause, to new: WordedClause) -> String? {
        if old.sentence == new.sentence, old.citation == new.citation { return nil }
        if old.sentence == new.sentence {
            return "Changed in its place in the text or its words: " + item(new)
        }
        return "Changed: " + item(new) + "\n  Until now: "
            + MarkdownText.plain(old.sentence + old.citation.inParentheses)
    }

    /// What the sentence does not say of a line or zone, since it is coordinates.
    private func change(ofCoordinates clause: WordedClause, from old: AgreementWords) -> String? {
        switch clause.section {
        case .lines:
            let (a, b) = (old.agreement.lines, agreement.lines)
            guard let before = a.first(where: { $0.id == clause.id }),
                let now = b.first(where: { $0.id == clause.id })
            else { return nil }
            if before.geometries != now.geometries {
                return "it runs along other coordinates than until now."
            }
            return before.markers == now.markers
                ? nil : "its markers are other ones than until now."
        case .zones:
            let (a, b) = (old.agreement.zones, agreement.zones)
            let isSame =
                a.first { $0.id == clause.id }?.regions == b.first { $0.id == clause.id }?.regions
            return isSame ? nil : "the coordinates are other ones than until now."
        default: return nil
        }
    }
}
