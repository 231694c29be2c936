/// How a position may lie to the ends of a line.
public struct LineExtents: OptionSet, Hashable, Sendable {
    /// The bits of the set.
    public let rawValue: UInt8
    /// A set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Not beyond the perpendicular at the open end that is nearest.
    public static let alongside = LineExtents(rawValue: 1)
    /// Beyond the perpendicular at an open end, that end being the nearest place on the line.
    public static let beyondEnd = LineExtents(rawValue: 2)
}
