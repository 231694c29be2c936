extension PolygonGeometry {
    /// Checks that the rings of a polygon, with planar edges, enclose what a person means by them.
    ///
    /// - Throws: `PolygonGeometryError` with the edges at fault and the place.
    func checkSimple(polygon: Int) throws(PolygonGeometryError) {
        let rings = polygons[polygon]
        for (r, ring) in rings.enumerated() where Self.isOnePlace(ring) {
            throw PolygonGeometryError(.noArea, polygon: polygon, ring: r, found: ring[0])
        }
        // With the number among all, and that of the vertex from which each goes out.
        var all: [(edge: RingEdge, number: Int, vertex: Int)] = []
        var number = 0
        for (r, ring) in rings.enumerated() {
            for v in ring.indices.dropLast() {
                let edge = RingEdge(from: ring[v], to: ring[v + 1], ring: r)
                if !edge.isPoint { all.append((edge, number, v)) }
                number += 1
            }
        }
        let edges = all.map(\.edge)
        func fault(
            _ code: PolygonGeometryError.Code, _ e: Int, _ f: Int, _ place: Coordinate
        ) -> PolygonGeometryError {
            PolygonGeometryError(
                code, polygon: polygon, ring: edges[e].ring, vertex: all[e].vertex, found: place,
                other: PolygonGeometryError.Edge(ring: edges[f].ring, vertex: all[f].vertex))
        }
        var found: PolygonGeometryError?
        var sheet: RingSheet?
        RingSweep(edges).visit { meeting in
            switch meeting {
            case .crossing(let e, let f, let place): found = fault(.crossing, e, f, place)
            case .shared(let shared, let place):
                let known = sheet ?? RingSheet(rings)
                sheet = known
                // A ring that runs along itself where the area lies on both sides parts nothing.
                let perRing = Dictionary(grouping: shared) { edges[$0].ring }.values
                if perRing.allSatisfy({ $0.count % 2 == 0 }),
                    known.isInside(southOf: place, without: shared.map { all[$0].number }) != false
                {
                    return true
                }
                let pair = shared.sorted()
                let ring = rings[edges[pair[0]].ring]
                found =
                    Self.isStraight(ring)
                    ? PolygonGeometryError(
                        .noArea, polygon: polygon, ring: edges[pair[0]].ring, found: ring[0])
                    : fault(.overlap, pair[0], pair[1], place)
            }
            return found == nil
        }
        if let found { throw found }
        for (r, ring) in rings.enumerated() where Self.isFlat(ring) {
            throw PolygonGeometryError(.noArea, polygon: polygon, ring: r, found: ring[0])
        }
        if rings.count > 1 {
            try checkHoles(polygon: polygon, edges, sheet ?? RingSheet(rings))
        }
    }

    /// Checks that each hole lies in the outer ring and in no other hole.
    private func checkHoles(
        polygon: Int, _ edges: [RingEdge], _ sheet: RingSheet
    ) throws(PolygonGeometryError) {
        var first = edges.partitioningIndex { $0.ring >= 1 }
        for hole in polygons[polygon].indices.dropFirst() {
            let end = edges.partitioningIndex { $0.ring > hole }
            let own = first..<end
            first = end
            // A place of it that no other ring touches; the rings cross nowhere.
            let isInside = own.lazy.compactMap { e -> Bool? in
                if edges[e].from.isPole { return nil }
                return sheet.isInside(southOf: edges[e].from, withoutRing: hole)
                    ?? sheet.isInside(southOf: edges[e].place(at: 0.5), withoutRing: hole)
            }.first
            if isInside == false {
                throw PolygonGeometryError(
                    .nested, polygon: polygon, ring: hole, found: polygons[polygon][hole][0])
            }
        }
    }

    /// Whether all vertices are the same place.
    private static func isOnePlace(_ ring: [Coordinate]) -> Bool {
        ring.allSatisfy { $0.isSamePlace(as: ring[0]) }
    }

    /// Whether a ring that does not cross itself encloses nothing, but for what rounding may make of
    /// it.
    private static func isFlat(_ ring: [Coordinate]) -> Bool {
        guard !windsRoundPole(ring) else { return false }
        let corners = plane(ring)
        var (twice, size) = (0.0, 0.0)
        for (a, b) in zip(corners, corners.dropFirst()) {
            twice += a.x * b.y - b.x * a.y
            size += (a.x * b.y).magnitude + (b.x * a.y).magnitude
        }
        return twice.magnitude <= 1e-14 * size
    }

    /// Whether all vertices lie on one straight line, but for rounding.
    private static func isStraight(_ ring: [Coordinate]) -> Bool {
        let corners = plane(ring)
        guard
            let far = corners.max(by: {
                ($0 * $0).sum() < ($1 * $1).sum()
            })
        else { return true }
        return corners.allSatisfy {
            (far.x * $0.y - $0.x * far.y).magnitude
                <= 1e-14 * ((far.x * $0.y).magnitude + ($0.x * far.y).magnitude)
        }
    }

    /// The vertices in degrees from the first, with no jump at the antimeridian.
    private static func plane(_ ring: [Coordinate]) -> [SIMD2<Double>] {
        var east = 0.0
        return ring.indices.map { v in
            if v > 0 { east += ringEdgeSpan(from: ring[v - 1], to: ring[v]) }
            return SIMD2(east, ring[v].latitude - ring[0].latitude)
        }
    }
}
