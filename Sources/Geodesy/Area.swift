/// An area, kept in square metres.
public struct Area: Hashable, Comparable, Sendable {
    /// The area in square metres.
    public let squareMetres: Double

    /// An area in square metres.
    public static func squareMetres(_ value: Double) -> Area { Area(squareMetres: value) }

    /// The area in square kilometres.
    public var squareKilometres: Double { squareMetres / 1e6 }

    /// Whether one area is smaller than another.
    public static func < (a: Area, b: Area) -> Bool { a.squareMetres < b.squareMetres }
}
