/// A part of an agreement as a sentence, for drafting and proof-reading.
public struct WordedClause: Hashable, Sendable {
    /// Where in the document it stands.
    public let section: Section
    /// The identifier of what it says.
    public let id: String
    /// The sentence, in English, without its place in the text.
    public let sentence: String
    /// Where in the agreement's text it stands.
    public let citation: Citation

    /// The sections of the document, in their order.
    public enum Section: String, CaseIterable, Hashable, Sendable {
        /// Whom it binds, and from when days count.
        case preamble = "Parties and times"
        /// What words mean.
        case definitions = "Definitions"
        /// The lines that are measured from.
        case lines = "Lines"
        /// The areas in which rules hold.
        case zones = "Zones"
        /// What the parties undertake.
        case rules = "Undertakings"
        /// Where objects are kept whose number is known.
        case sites = "Storage sites"
        /// What has to be done.
        case obligations = "Obligations"
        /// What does not bind meanwhile.
        case suspensions = "Suspensions"
    }
}

extension Citation {
    /// The place in the text, and from where and how it was taken, as in ` (para 2; secondary)`.
    var inParentheses: String {
        let parts = [clause, source, provenance].compactMap { $0 }
        return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
    }
}
