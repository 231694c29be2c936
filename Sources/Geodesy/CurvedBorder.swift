/// The border of an area with geodesic or rhumb edges: closed lines that have the area on their left.
///
/// A ring encloses the smaller part of the globe. Edges that lie on each other the opposite way, as
/// where an area is cut at the antimeridian or a ring runs to a pole and back, are no border: what they
/// part is one area.
package struct CurvedBorder: Sendable {
    /// The closed lines.
    package let line: LineGeometry
    /// No place in the area is farther from the border.
    package let reach: Distance

    /// The border of an area.
    ///
    /// - Throws: `PolygonGeometryError` when rings cross or touch each other or themselves, lie in each
    ///   other otherwise than a hole in its polygon, or an edge or ring leaves open which way it goes or
    ///   what it encloses.
    package init(_ area: PolygonGeometry, edges kind: EdgeKind) throws(PolygonGeometryError) {
        var edges: [RingPath.Edge] = []
        for (p, rings) in area.polygons.enumerated() {
            for (r, ring) in rings.enumerated() {
                try Self.check(ring, kind, polygon: p, ring: r)
                let chains = try RingPath.chains(RingPath.edges(of: ring), polygon: p, ring: r)
                var paths: [RingPath] = []
                for chain in chains {
                    paths.append(try Self.path(chain, kind, area, polygon: p, ring: r))
                }
                // A slit leaves several; the one that encloses most is the outer one.
                guard let outer = paths.max(by: { $0.enclosed < $1.enclosed }) else {
                    throw PolygonGeometryError(.noArea, polygon: p, ring: r, found: ring[0])
                }
                let isTurned = (outer.left > 0.5) == (r == 0)
                for path in paths { edges += isTurned ? path.reversed : path.edges }
            }
        }
        var rings: [RingPath] = []
        for chain in try RingPath.chains(edges) { rings.append(try RingPath(chain, kind)) }
        guard !rings.isEmpty else {
            throw PolygonGeometryError(.noArea, found: area.polygons[0][0][0])
        }
        do throws(LineGeometryError) {
            line = try LineGeometry(parts: rings.map(\.vertices), edges: kind, joins: .asDrawn)
        } catch {
            throw PolygonGeometryError(error, polygon: nil, ring: nil)
        }
        if let contact = RingContacts(LineLocator(line)).first {
            throw Self.crossing(area, contact.edges, at: contact.place)
        }
        try Self.checkNesting(rings, kind)
        try Self.checkSpikes(area, kind, line)
        // Of all areas of at most half the globe with as long a border a disc reaches deepest, half the
        // globe itself to a quarter of it; the fiftieth is for the ellipsoid.
        let lengths = rings.filter { $0.left < 0.5 }.map(\.length)
        reach = .metres((lengths.max() ?? 0) / 4 * 1.02)
    }

    /// A chain of edges as a path.
    ///
    /// - Throws: `PolygonGeometryError`, of edges that cross with both.
    private static func path(
        _ chain: [RingPath.Edge], _ kind: EdgeKind, _ area: PolygonGeometry, polygon: Int, ring: Int
    ) throws(PolygonGeometryError) -> RingPath {
        do throws(PolygonGeometryError) {
            return try RingPath(chain, kind, polygon: polygon, ring: ring)
        } catch {
            let vertices = chain.prefix(1).map(\.from) + chain.map(\.to)
            guard error.code == .crossing,
                let line = try? LineGeometry(vertices, edges: kind),
                let contact = RingContacts(LineLocator(line)).first
            else { throw error }
            throw crossing(area, contact.edges, at: contact.place)
        }
    }

    /// A crossing of two edges, by the first vertices of the area that are theirs.
    private static func crossing(
        _ area: PolygonGeometry, _ edges: (LineEdge, LineEdge), at place: Coordinate
    ) -> PolygonGeometryError {
        func isEdge(_ edge: LineEdge, _ from: Coordinate, _ to: Coordinate) -> Bool {
            (edge.start.isSamePlace(as: from) && edge.end.isSamePlace(as: to))
                || (edge.start.isSamePlace(as: to) && edge.end.isSamePlace(as: from))
        }
        var found: [(polygon: Int, edge: PolygonGeometryError.Edge)] = []
        for edge in [edges.0, edges.1] {
            for (p, rings) in area.polygons.enumerated() {
                for (r, ring) in rings.enumerated() {
                    for v in ring.indices.dropLast() where isEdge(edge, ring[v], ring[v + 1]) {
                        found.append((p, PolygonGeometryError.Edge(ring: r, vertex: v)))
                    }
                }
            }
        }
        guard let first = found.first else { return PolygonGeometryError(.crossing, found: place) }
        let other = found.dropFirst().first { $0.polygon == first.polygon && $0.edge != first.edge }
        return PolygonGeometryError(
            .crossing, polygon: first.polygon, ring: first.edge.ring, vertex: first.edge.vertex,
            found: place, other: other?.edge)
    }

    /// What no such edge can be.
    private static func check(
        _ ring: [Coordinate], _ kind: EdgeKind, polygon: Int, ring number: Int
    ) throws(PolygonGeometryError) {
        for (v, to) in ring.enumerated().dropFirst() {
            let from = ring[v - 1]
            if (to.longitude - from.longitude).magnitude == 360, !from.isPole || !to.isPole {
                throw PolygonGeometryError(
                    .wholeTurn, polygon: polygon, ring: number, vertex: v, found: to)
            }
        }
        do throws(LineGeometryError) {
            _ = try LineGeometry(parts: [ring], edges: kind)
        } catch {
            throw PolygonGeometryError(error, polygon: polygon, ring: number)
        }
    }

    /// Where a ring runs back along itself the area lies on both sides.
    private static func checkSpikes(
        _ area: PolygonGeometry, _ kind: EdgeKind, _ line: LineGeometry
    ) throws(PolygonGeometryError) {
        var locator: LineLocator?
        for (p, rings) in area.polygons.enumerated() {
            for (r, ring) in rings.enumerated() {
                for (vertex, edge) in RingPath.doubled(ring) {
                    let known = locator ?? LineLocator(line)
                    locator = known
                    var curve = EdgeCurve(
                        LineEdge(
                            from: edge.from, to: edge.to,
                            longitudeSpan: LineEdge.shortWay(from: edge.from, to: edge.to),
                            kind: kind, part: 0, segment: 0))
                    let middle = curve.evaluate(at: 0.5).place
                    if known.nearest(to: middle).side == .right {
                        throw PolygonGeometryError(
                            .overlap, polygon: p, ring: r, vertex: vertex, found: middle)
                    }
                }
            }
        }
    }

    /// A ring that has its smaller side on the left lies in an even number of others, a hole in an odd
    /// one.
    private static func checkNesting(
        _ rings: [RingPath], _ kind: EdgeKind
    ) throws(PolygonGeometryError) {
        guard rings.count > 1 || rings[0].left > 0.5 else { return }
        var locators: [LineLocator] = []
        for ring in rings {
            guard let line = try? LineGeometry(ring.vertices, edges: kind) else { continue }
            locators.append(LineLocator(line))
        }
        for (r, ring) in rings.enumerated() {
            var depth = 0
            for (s, other) in rings.enumerated() where s != r {
                let isLeft = locators[s].nearest(to: ring.vertices[0]).side == .left
                if isLeft == (other.left < 0.5) { depth += 1 }
            }
            if (depth % 2 == 0) != (ring.left < 0.5) {
                throw PolygonGeometryError(.nested, found: ring.vertices[0])
            }
        }
    }
}
