/// A published agreement, or a proposal for one, that can be applied to other lines.
///
/// It holds no geometry: lines, areas and places are what somebody brings who applies it, its `needs`. What it has are the zones,
/// rules and terms of the text, and a `Figure` for each number with where it comes from.
public struct Precedent: Sendable, Identifiable {
    /// What a text is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Signed, adopted or accepted by the parties.
        case agreement
        /// Put forward by somebody.
        case proposal
    }

    /// A part of the text that no rule carries, and why.
    public struct LeftOut: Hashable, Sendable {
        /// The clause.
        public let clause: String
        /// The reason in a few words.
        public let reason: String
    }

    /// Its name in lower case, ending with the year.
    public let id: String
    /// The title of the text.
    public let title: String
    /// The year of the text.
    public let year: Int
    /// Whether it is an agreement or a proposal.
    public let kind: Kind
    /// Who monitors it; `nil` where nobody does.
    public let monitor: String?
    /// What it arranges, in a few sentences.
    public let about: String
    /// The published texts from which it is taken.
    public let sources: [String]
    /// What somebody has to bring who applies it, in the order in which it is asked for.
    public let needs: [Need]
    /// Every number of it.
    public let figures: [Figure]
    /// What of the text it does not carry.
    public let leftOut: [LeftOut]
    /// The rows of the comparative table whose numbers it has.
    package let tableRows: [String]
    /// The groups of clauses whose numbers it has.
    package let clauseGroups: [String]
    /// The agreement file, in which needs stand for what is missing.
    let template: YAMLNode
}
