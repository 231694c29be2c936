/// An angle, kept in degrees.
public struct Angle: Hashable, Comparable, Sendable {
    /// The angle in degrees.
    public let degrees: Double

    /// An angle from degrees.
    public init(degrees: Double) { self.degrees = degrees }

    /// Whether one angle is smaller than another.
    public static func < (a: Angle, b: Angle) -> Bool { a.degrees < b.degrees }
}
