/// A refusal of the geometry library.
package struct GEOSError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was asked of it.
    package let operation: String
    /// Its own words.
    package let message: String

    package var description: String { "\(operation): \(message)" }
}
