/// An agreement file that was made from a precedent.
public struct AppliedPrecedent: Sendable {
    /// A part of the precedent that is not in the file, as something that it needs was not given.
    public struct LeftOut: Hashable, Sendable {
        /// The part, such as `zone 'estuary'`.
        public let part: String
        /// Why it is left out.
        public let reason: String
    }

    /// The text of the file.
    public let text: String
    /// What was understood of it, with warnings.
    public let file: AgreementFile
    /// What is not in it, in the order of the precedent's sections.
    public let leftOut: [LeftOut]
    /// The figures in it that were not yet held against the text of the agreement.
    public let unverified: [Precedent.Figure]
}
