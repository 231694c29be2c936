/// An area bounded by rings whose edges are straight in longitude and latitude (RFC 7946).
///
/// - Units: WGS 84 degrees. `polygons[k][0]` is the outer ring of polygon `k`, `polygons[k][1...]`
///   its holes; each ring is closed: its last vertex repeats its first. Winding does not matter.
/// - Boundary: positions on an edge or a vertex are inside. An edge that spans more than 180 and
///   less than 360 degrees of longitude goes the short way, over the antimeridian; one from -180
///   to 180 runs all the way along its parallel.
public struct PolygonGeometry: Hashable, Sendable {
    /// The rings of each polygon; at least one polygon.
    public let polygons: [[[Coordinate]]]

    /// An area of several polygons.
    ///
    /// - Throws: `PolygonGeometryError` when there is no polygon or ring, a ring is not closed,
    ///   has fewer than four vertices or a vertex that is not on the globe.
    public init(polygons: [[[Coordinate]]]) throws(PolygonGeometryError) {
        guard !polygons.isEmpty else { throw PolygonGeometryError(.empty) }
        for (p, rings) in polygons.enumerated() {
            guard !rings.isEmpty else { throw PolygonGeometryError(.empty, polygon: p) }
            for (r, ring) in rings.enumerated() {
                try Self.check(ring, polygon: p, ring: r)
            }
        }
        self.polygons = polygons
    }

    private static func check(
        _ ring: [Coordinate], polygon: Int, ring number: Int
    ) throws(PolygonGeometryError) {
        for (v, vertex) in ring.enumerated() where !vertex.isValid {
            throw PolygonGeometryError(
                .notOnGlobe, polygon: polygon, ring: number, vertex: v, found: vertex)
        }
        guard ring.count >= 4 else {
            throw PolygonGeometryError(.tooFewVertices, polygon: polygon, ring: number)
        }
        guard ring.first == ring.last else {
            throw PolygonGeometryError(
                .notClosed, polygon: polygon, ring: number, vertex: ring.count - 1,
                found: ring.last)
        }
    }
}
