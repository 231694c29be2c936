public import Geodesy

/// A position and how far from it the place that was meant may lie.
public struct PositionDisc: Hashable, Sendable, Codable {
    /// The centre, on WGS 84.
    public let centre: Coordinate
    /// No place that the text may stand for is farther from the centre on the ellipsoid; zero for
    /// text that is taken as exact.
    public let bound: Distance

    /// A disc about a position.
    public init(centre: Coordinate, bound: Distance) {
        (self.centre, self.bound) = (centre, bound)
    }
}
