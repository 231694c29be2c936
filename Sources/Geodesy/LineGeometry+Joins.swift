extension LineGeometry {
    /// Whether parts of a line that meet are one line.
    ///
    /// Where a part goes on from another, neither has an open end: the side there is that at any
    /// vertex, and nothing lies beyond. Parts of which each goes on from the other are a ring. A
    /// part that ends where it begins is closed by itself and joins no other.
    public enum Joins: Hashable, Sendable {
        /// Parts stay apart, whether they meet or not.
        case asDrawn
        /// A part that begins where another ends goes on from it: the two vertices name the same
        /// place to the last digit, or over the antimeridian.
        ///
        /// Only one end and one beginning at a place join. Where more meet nobody can tell which
        /// belong together; see `LineGeometry.junctions`.
        case endToEnd
        /// As `endToEnd`, and what is still open is joined over gaps of up to the distance by an
        /// edge of the line's kind.
        ///
        /// An end and a beginning join, the nearest to each other first, unless another one that
        /// stays open is as well within the distance of either. A bridge closes a ring only when
        /// it is shorter than half of the line that it closes. A bridge is the segment after the
        /// last of the part that it goes on from: its number is one more than that part's own
        /// segments have, and a place on it is reported with that number.
        ///
        /// - Boundary: a gap of exactly the distance is bridged. Distances that are not positive
        ///   bridge nothing; agreements and plans refuse those that are no lengths.
        case within(Distance)
    }
}
