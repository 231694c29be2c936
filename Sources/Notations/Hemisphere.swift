/// A side of the equator or of the meridian of Greenwich.
public enum Hemisphere: String, CaseIterable, Hashable, Sendable {
    /// North of the equator, south of it, east of Greenwich and west of it.
    case north, south, east, west

    /// Whether it is a side of the equator.
    public var isOfLatitude: Bool { self == .north || self == .south }
    /// Whether angles on it are below zero.
    public var isNegative: Bool { self == .south || self == .west }
    /// The letter N, S, E or W.
    public var letter: String {
        switch self {
        case .north: "N"
        case .south: "S"
        case .east: "E"
        case .west: "W"
        }
    }
}
