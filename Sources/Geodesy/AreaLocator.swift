/// An area made ready to answer whether a position lies in it and how far it is from the border.
public struct AreaLocator: Sendable {
    /// The area.
    public let area: PolygonGeometry
    /// The border as a line with planar edges; `nil` for an area that has none, such as the globe.
    package let border: LineLocator?

    /// An area made ready.
    ///
    /// Edges along the antimeridian that only part an area drawn on both sides of it, and edges at a
    /// pole, are no border.
    public init(_ area: PolygonGeometry) {
        self.area = area
        let seam = AntimeridianSeam(area)
        var edges: [LineEdge] = []
        var parts: [[Coordinate]] = []
        for ring in area.polygons.joined() {
            let first = edges.count
            var isWhole = true
            for v in 0..<(ring.count - 1) {
                let (from, to) = (ring[v], ring[v + 1])
                let span = PolygonGeometry.ringEdgeSpan(from: from, to: to)
                let isPoint = from.isPole && to.isPole
                if from.longitude.magnitude == 180, from.longitude == to.longitude || isPoint {
                    for (start, end) in isPoint ? [] : seam.border(from: from, to: to) {
                        edges.append(Self.edge(start, end, 0, part: parts.count, segment: v))
                    }
                    isWhole = false
                } else if !isPoint, span != 0 || from.latitude != to.latitude {
                    edges.append(Self.edge(from, to, span, part: parts.count, segment: v))
                }
            }
            if isWhole { LineLocator.chain(&edges, from: first, closed: true) }
            parts.append(ring)
        }
        guard !edges.isEmpty else {
            border = nil
            return
        }
        border = LineLocator(LineGeometry(rings: parts), edges: edges)
    }

    private static func edge(
        _ from: Coordinate, _ to: Coordinate, _ span: Double, part: Int, segment: Int
    ) -> LineEdge {
        LineEdge(
            from: from, to: to, longitudeSpan: span, kind: .planar, part: part, segment: segment)
    }

    /// Whether a position lies in the area; see `PolygonGeometry.contains(_:)`.
    public func contains(_ position: Coordinate) -> Bool { area.contains(position) }

    /// The geodesic distance to the nearest place on the border, from inside or outside; infinite
    /// where there is no border.
    public func distanceToBorder(from position: Coordinate) -> Distance {
        border?.nearest(to: position).distance ?? .metres(.infinity)
    }
}
