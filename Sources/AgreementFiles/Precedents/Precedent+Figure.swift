extension Precedent {
    /// A number of the text with its unit, and where it comes from.
    public struct Figure: Hashable, Sendable {
        /// What a figure says.
        public enum Kind: String, Sendable, CaseIterable {
            /// How wide a zone is, or how far something has to be.
            case width
            /// Which objects are meant, such as calibres.
            case category
            /// When something begins or has to be done.
            case schedule
            /// How many there may be.
            case cap
            /// Anything that no rule says.
            case fact
        }

        /// How a figure was taken from the text.
        public enum Provenance: String, Sendable, CaseIterable {
            /// From a published copy of the text.
            case sourced
            /// From press or other secondary copies.
            case secondary
            /// Not yet held against the text.
            case unverified
        }

        /// The number with its unit, as the text has it.
        public let text: String
        /// What it says.
        public let kind: Kind
        /// The keys that lead to it in the agreement file; empty where it stands nowhere there.
        public let path: [String]
        /// What it is of, in a few words.
        public let about: String
        /// How it was taken from the text.
        public let provenance: Provenance
        /// The place in the text.
        public let clause: String?
        /// Where it was published, where that is not among the precedent's sources.
        public let source: String?
    }
}
