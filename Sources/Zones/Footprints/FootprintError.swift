/// Why something is no footprint.
public struct FootprintError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was found and what was expected.
    public let description: String

    init(_ description: String) { self.description = description }
}
