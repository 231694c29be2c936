/// What is wrong with a JSON or GeoJSON text, and the byte at which.
package struct JSONFault: Error {
    /// The kind of fault.
    package enum Kind {
        /// The text is no JSON, no GeoJSON, or not in WGS 84.
        case syntax
        /// The text is GeoJSON and does not hold what was asked for.
        case content
    }

    package let kind: Kind
    /// What was found and what is wrong with it.
    package let reason: String
    /// The byte, counted from 0; `nil` where the whole text is meant.
    package let offset: Int?

    package init(_ kind: Kind = .syntax, reason: String, offset: Int?) {
        self.kind = kind
        self.reason = reason
        self.offset = offset
    }
}
