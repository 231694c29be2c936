import Agreements
import Geodesy
import ZoneDrawing

/// Something on the globe as it is drawn: chains of points, and which of them are closed.
package struct ProjectedShape: Sendable {
    /// What is filled: closed rings, the last point not repeated.
    package var rings: [[MapPoint]] = []
    /// What is stroked: all but where only a drawing ends.
    package var chains: [[MapPoint]] = []

    /// All points.
    var points: some Sequence<MapPoint> {
        [rings.joined(), chains.joined()].lazy.joined()
    }
}

extension AzimuthalProjection {
    /// A zone's polygons, whose edges are straight in longitude and latitude.
    ///
    /// Where a polygon is cut at the antimeridian, or closed through a pole, its two edges fall onto each other
    /// here and are not stroked.
    package func shape(_ polygons: [[[Coordinate]]], tolerance: Double) -> ProjectedShape {
        let edges = ProjectedEdge(projection: self, tolerance: tolerance)
        var shape = ProjectedShape()
        for ring in polygons.joined() where ring.count > 2 {
            var points = [point(ring[0])]
            var chain: [MapPoint] = []
            for (from, to) in zip(ring, ring.dropFirst()) {
                let first = points[points.count - 1]
                let new = edges.points(from: from, to: to, .planar, after: first)
                points += new
                if Self.isFrame(from, to) {
                    if chain.count > 1 { shape.chains.append(chain) }
                    chain = []
                } else {
                    if chain.isEmpty { chain.append(first) }
                    chain += new
                }
            }
            if chain.count > 1 { shape.chains.append(chain) }
            points.removeLast()
            shape.rings.append(points)
        }
        return shape
    }

    /// A line's parts.
    package func shape(_ line: LineGeometry, tolerance: Double) -> ProjectedShape {
        ProjectedShape(chains: line.parts.map { chain($0, line.edges, tolerance: tolerance) })
    }

    /// A chain of edges.
    package func chain(
        _ vertices: [Coordinate], _ kind: EdgeKind, tolerance: Double
    ) -> [MapPoint] {
        guard let start = vertices.first else { return [] }
        let edges = ProjectedEdge(projection: self, tolerance: tolerance)
        var points = [point(start)]
        for (from, to) in zip(vertices, vertices.dropFirst()) {
            points += edges.points(from: from, to: to, kind, after: points[points.count - 1])
        }
        return points
    }

    /// The border of a disc about a place.
    package func disc(about place: Coordinate, radius: Distance) -> [MapPoint] {
        (0..<48).map { k in
            point(
                Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: Double(k) * 7.5), distance: radius
                ).position)
        }
    }

    private static func isFrame(_ from: Coordinate, _ to: Coordinate) -> Bool {
        (from.longitude.magnitude == 180 && to.longitude.magnitude == 180)
            || (from.isPole && to.isPole)
    }
}
