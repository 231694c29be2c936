import Geodesy

/// The line of a plan that is nearest to a position, and how the position lies to it.
public struct LinePlace: Hashable, Sendable {
    /// The geodesic distance to the nearest place on the line; NaN for a position off the globe.
    public let distance: Distance
    /// The line's number in the plan.
    public let line: Int32
    /// The part of the line, counted from 0.
    public let part: Int32
    /// The segment within the part, counted from 0; a vertex between two counts as the end of one.
    public let segment: Int32
    /// On which side of the line the position lies.
    public let side: LineSide
}
