/// The sides of a line on which a position may lie.
public struct LineSides: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The left side.
    public static let left = LineSides(rawValue: 1)
    /// The right side.
    public static let right = LineSides(rawValue: 2)
    /// Both sides.
    public static let both: LineSides = [.left, .right]
}
