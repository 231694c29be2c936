/// The number of a line in a plan, counted from 0; a literal stands for one.
public struct LineNumber: RawRepresentable, Hashable, Comparable, Sendable {
    /// The number.
    public let rawValue: Int

    /// A line by its number.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Whether one line comes before another.
    public static func < (a: LineNumber, b: LineNumber) -> Bool { a.rawValue < b.rawValue }
}

extension LineNumber: ExpressibleByIntegerLiteral {
    /// A line by its number.
    public init(integerLiteral value: Int) { self.init(rawValue: value) }
}

extension LineNumber: CustomStringConvertible {
    /// The number in decimal.
    public var description: String { "\(rawValue)" }
}
