extension Precedent {
    /// Something that the text names and does not give, such as a line.
    public struct Need: Hashable, Sendable, Identifiable {
        /// What is needed.
        public enum Kind: String, Sendable, CaseIterable {
            /// A line, in a GeoJSON file.
            case line
            /// An area, in a GeoJSON file.
            case area
            /// A place.
            case point
            /// A length or width.
            case length
            /// A moment.
            case moment

            /// The kind with its article.
            package var inWords: String { self == .area ? "an area" : "a \(rawValue)" }
        }

        /// Its name in the precedent.
        public let id: String
        /// What it is.
        public let kind: Kind
        /// What it stands for in the text.
        public let about: String
        /// Whether the precedent can be applied without it, to less.
        public let isOptional: Bool
    }
}
