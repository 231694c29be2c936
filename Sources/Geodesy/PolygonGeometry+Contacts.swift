extension PolygonGeometry {
    /// Two polygons of one area that have more than single places in common.
    public struct Contact: Hashable, Sendable {
        /// What they have in common.
        public enum Kind: String, CaseIterable, Hashable, Sendable {
            /// A stretch of border with one on either side, which is no border of the area.
            case touch
            /// A part of the area itself; a polygon drawn twice overlaps itself.
            case overlap
        }

        /// What they have in common.
        public let kind: Kind
        /// The polygon, counted from 0.
        public let first: Int
        /// The other polygon, after the first.
        public let second: Int
        /// A place that they have in common, rounded.
        public let place: Coordinate
    }

    /// The pairs of polygons that touch along a stretch or overlap, in the order of their numbers.
    ///
    /// - Accuracy: decided exactly on the numbers as given, but for overlaps of less than 1e-13
    ///   degrees, which are not found. Polygons that meet at single places have no contact.
    /// - Complexity: about n log n in the vertices, and linear in the meetings of edges.
    public var contacts: [Contact] { polygons.count > 1 ? UnionBorder(self).contacts() : [] }
}
