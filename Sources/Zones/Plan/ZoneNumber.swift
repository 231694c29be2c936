/// The number of a zone in a plan, counted from 0; a literal stands for one.
public struct ZoneNumber: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number.
    public let rawValue: Int

    /// A zone by its number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Whether one zone comes before another.
    public static func < (a: ZoneNumber, b: ZoneNumber) -> Bool { a.rawValue < b.rawValue }
}

extension ZoneNumber: ExpressibleByIntegerLiteral {
    /// A zone by its number.
    public init(integerLiteral value: Int) { self.init(rawValue: value) }
}

extension ZoneNumber: CustomStringConvertible {
    /// The number in decimal.
    public var description: String { "\(rawValue)" }
}
