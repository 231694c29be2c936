import Geodesy
import Zones

/// An agreement in neutral clauses, as a person drafts and proof-reads it.
///
///     print(AgreementWords(agreement).markdown)
///     print(AgreementWords(agreement).markdown(against: AgreementWords(older)))
///
/// Nothing reads it back; the file is what counts.
public struct AgreementWords: Sendable {
    let agreement: Agreement
    /// The clauses, section by section, in the order of the file.
    public let clauses: [WordedClause]

    /// The words of an agreement.
    public init(_ agreement: Agreement) {
        self.agreement = agreement
        let speech = ClauseSpeech(agreement)
        func clause(
            _ section: WordedClause.Section, _ id: String, _ sentence: String,
            _ citation: Citation = Citation()
        ) -> WordedClause {
            WordedClause(section: section, id: id, sentence: sentence, citation: citation)
        }
        var clauses = speech.preamble.map { clause(.preamble, $0.id, $0.sentence) }
        clauses += speech.definitions.map { clause(.definitions, $0.id, $0.sentence) }
        clauses += agreement.lines.map { clause(.lines, $0.id, speech.sentence($0), $0.citation) }
        clauses += agreement.zones.map { clause(.zones, $0.id, speech.sentence($0), $0.citation) }
        clauses += agreement.rules.map { clause(.rules, $0.id, speech.sentence($0), $0.citation) }
        clauses += agreement.sites.map { clause(.sites, $0.id, speech.sentence($0), $0.citation) }
        clauses += agreement.obligations.map {
            clause(.obligations, $0.id, speech.sentence($0), $0.citation)
        }
        clauses += agreement.suspensions.enumerated().map { number, suspension in
            clause(.suspensions, "\(number + 1)", speech.sentence(suspension))
        }
        self.clauses = clauses
    }

    var title: String { agreement.title.isEmpty ? "Agreement without a title" : agreement.title }

    /// The document, as Markdown.
    public var markdown: String {
        var text = "# \(MarkdownText.plain(title))\n"
        if let source = agreement.source {
            let parts = [source.title, source.date, source.status, source.url].compactMap { $0 }
            if !parts.isEmpty {
                text += "\n" + MarkdownText.plain(parts.joined(separator: ", ")) + "\n"
            }
        }
        for section in WordedClause.Section.allCases {
            let own = clauses.filter { $0.section == section }
            if own.isEmpty { continue }
            text += "\n## \(section.rawValue)\n\n"
            for (number, clause) in own.enumerated() {
                text += "\(number + 1). " + Self.item(clause) + "\n"
            }
        }
        return text
    }

    /// A clause with its identifier and its place in the text.
    static func item(_ clause: WordedClause) -> String {
        MarkdownText.bold(clause.id) + ": "
            + MarkdownText.plain(clause.sentence + clause.citation.inParentheses)
    }
}
