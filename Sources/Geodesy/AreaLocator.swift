/// An area made ready to answer whether a position lies in it and how far it is from the border.
public struct AreaLocator: Sendable {
    /// The area.
    public let area: PolygonGeometry
    /// The border as a line with planar edges; `nil` for an area that has none, such as the globe.
    ///
    /// Its parts are the stretches of border that hang together, not the rings of the area.
    package let border: LineLocator?
    /// How far the true border may be from the given one, in metres.
    package let accuracy: Double

    /// An area made ready.
    ///
    /// The area is the union of its polygons, and its border that of the union: what lies inside
    /// another polygon, what two polygons share, edges along the antimeridian that only part an
    /// area drawn on both sides of it, and edges at a pole are no border.
    public init(_ area: PolygonGeometry, accuracy: Distance = .zero) {
        self.area = area
        self.accuracy = accuracy.metres
        var edges: [LineEdge] = []
        var parts: [[Coordinate]] = []
        for chain in BorderChain.chains(UnionBorder(area).stretches()) {
            let first = edges.count
            for (s, stretch) in chain.stretches.enumerated() {
                edges.append(
                    LineEdge(
                        from: stretch.from, to: stretch.to, longitudeSpan: stretch.span,
                        kind: .planar, part: parts.count, segment: s))
            }
            LineLocator.chain(&edges, from: first, closed: chain.isClosed)
            parts.append(chain.stretches.prefix(1).map(\.from) + chain.stretches.map(\.to))
        }
        border =
            edges.isEmpty ? nil : LineLocator(LineGeometry(rings: parts), edges: edges)
    }

    /// Whether a position lies in the area; see `PolygonGeometry.contains(_:)`.
    public func contains(_ position: Coordinate) -> Bool { area.contains(position) }

    /// The geodesic distance to the nearest place on the border of the union of the polygons, from
    /// inside or outside; infinite where there is no border.
    public func distanceToBorder(from position: Coordinate) -> Distance {
        border?.nearest(to: position).distance ?? .metres(.infinity)
    }
}
