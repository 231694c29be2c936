import Geodesy

/// A nearest place as the index finds it, in 24 bytes and without its coordinate.
package struct LinePlace: Hashable, Sendable {
    /// The geodesic distance to the nearest place on the line; NaN for a position off the globe.
    package let distance: Distance
    /// The line's number in the plan.
    package let line: Int32
    /// The part of the line, counted from 0.
    package let part: Int32
    /// The segment within the part, counted from 0; a vertex between two counts as the end of one.
    package let segment: Int32
    /// On which side of the line the position lies.
    package let side: LineSide
}
