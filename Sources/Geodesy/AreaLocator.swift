/// An area made ready to answer whether a position lies in it and how far it is from the border.
public struct AreaLocator: Sendable {
    /// The area.
    public let area: PolygonGeometry
    /// The border as a line with planar edges; `nil` for an area that has none, such as the globe.
    ///
    /// Its parts are the stretches of border that hang together, not the rings of the area.
    ///
    /// It is worked out when it is first asked for.
    package var border: LineLocator? { ownBorder.line(of: area) }
    private let ownBorder = AreaBorder()
    /// How far the true border may be from the given one, in metres.
    package private(set) var accuracy: Double

    /// An area made ready.
    ///
    /// The area is the union of its polygons, and its border that of the union: what lies inside
    /// another polygon, what two polygons share, edges along the antimeridian that only part an
    /// area drawn on both sides of it, and edges at a pole are no border.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - accuracy: How far the true border may be from the given one; zones refuse one that is no
    ///     length (`ZonePlanError`), here it is kept.
    public init(_ area: PolygonGeometry, accuracy: Distance = .zero) {
        self.area = area
        self.accuracy = accuracy.metres
    }

    /// The same area with another accuracy, in metres.
    package func with(accuracy: Double) -> AreaLocator {
        var copy = self
        copy.accuracy = accuracy
        return copy
    }

    /// Whether a position lies in the area; see `PolygonGeometry.contains(_:)`, also for positions off the
    /// globe, which are in no area.
    public func contains(_ position: Coordinate) -> Bool { area.contains(position) }

    /// The geodesic distance to the nearest place on the border of the union of the polygons, from
    /// inside or outside.
    ///
    /// - Boundary: NaN for a position off the globe; infinite where there is no border.
    public func distanceToBorder(from position: Coordinate) -> Distance {
        guard position.isValid else { return .metres(.nan) }
        return border?.nearest(to: position).distance ?? .metres(.infinity)
    }
}
