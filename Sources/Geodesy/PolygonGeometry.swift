/// An area bounded by rings whose edges are straight in longitude and latitude (RFC 7946).
///
/// - Units: WGS 84 degrees. `polygons[k][0]` is the outer ring of polygon `k`, `polygons[k][1...]`
///   its holes; each ring is closed: its last vertex repeats its first. Winding does not matter.
/// - Boundary: positions on an edge or a vertex are inside. An edge that spans more than 180 and
///   less than 360 degrees of longitude goes the short way, over the antimeridian; one from -180
///   to 180 runs all the way along its parallel.
public struct PolygonGeometry: Sendable {
    /// The rings of each polygon; at least one polygon.
    public let polygons: [[[Coordinate]]]
    /// The edges with which the rings are known to be simple; `nil` where that was not asked.
    private let checkedEdges: EdgeKind?

    /// An area of several polygons.
    ///
    /// - Parameters:
    ///   - polygons: The rings of each polygon.
    ///   - edges: The edges with which the area is going to be used. Rings that keep clear of each
    ///     other with one kind of edges may cross with another.
    /// - Boundary: rings of one polygon may touch themselves and each other at single places, and a
    ///   ring may run along itself where the area lies on both sides, as at the antimeridian; with
    ///   geodesic or rhumb edges they keep clear of each other. Polygons may overlap and touch: the
    ///   area is all that they cover together (`contacts`).
    /// - Complexity: n log n in the vertices.
    /// - Throws: `PolygonGeometryError` when there is no polygon or ring, a ring is not closed,
    ///   has fewer than four vertices or a vertex that is not on the globe; when rings of a polygon
    ///   cross themselves or each other or run along each other, one encloses nothing, or a hole lies
    ///   outside its polygon or in another hole.
    public init(
        polygons: [[[Coordinate]]], edges: EdgeKind = .planar
    ) throws(PolygonGeometryError) {
        let area = try PolygonGeometry(drawn: polygons)
        if let fault = area.fault(edges: edges) { throw fault }
        self.init(area.polygons, checkedEdges: edges)
    }

    /// The same without a look at where the rings run: for drawings, which are audited as a whole.
    package init(drawn polygons: [[[Coordinate]]]) throws(PolygonGeometryError) {
        guard !polygons.isEmpty else { throw PolygonGeometryError(.empty) }
        for (p, rings) in polygons.enumerated() {
            guard !rings.isEmpty else { throw PolygonGeometryError(.empty, polygon: p) }
            for (r, ring) in rings.enumerated() {
                try Self.check(ring, polygon: p, ring: r)
            }
        }
        self.init(polygons, checkedEdges: nil)
    }

    private init(_ polygons: [[[Coordinate]]], checkedEdges: EdgeKind?) {
        self.polygons = polygons
        self.checkedEdges = checkedEdges
    }

    /// Why the rings cannot have such edges; `nil` where they can.
    package func fault(edges: EdgeKind) -> PolygonGeometryError? {
        if edges == checkedEdges { return nil }
        do throws(PolygonGeometryError) {
            if edges == .planar {
                for p in polygons.indices { try checkSimple(polygon: p) }
            } else {
                _ = try CurvedBorder(self, edges: edges)
            }
            return nil
        } catch {
            return error.located(in: polygons)
        }
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

extension PolygonGeometry: Hashable {
    /// Whether two areas have the same rings in the same order.
    public static func == (a: PolygonGeometry, b: PolygonGeometry) -> Bool {
        a.polygons == b.polygons
    }

    /// Hashes the rings.
    public func hash(into hasher: inout Hasher) { hasher.combine(polygons) }
}
