import Geodesy

/// Draws the limit at a distance from a line or a point as rings of vertices.
struct LimitDrawing {
    /// Metres by which an edge may leave the limit.
    let tolerance: Double
    /// The part of the tolerance by which vertices are moved outward.
    let push: Double
    /// Positions that an earlier drawing had on the wrong side: near them it has missed border.
    let missed: [Coordinate]

    init(tolerance: Distance, push: Double = 0.5, missed: [Coordinate] = []) {
        self.tolerance = tolerance.metres
        self.push = push
        self.missed = missed
    }

    /// Rings round a line, inside on the left, rounded as they will be written.
    func rings(around locator: LineLocator, at distance: Distance) throws(DrawingError)
        -> [[Coordinate]]
    {
        let features = OffsetFeatures(locator, distance: distance)
        var tracer = LimitTracer(features, tolerance: tolerance)
        let rings = try tracer.rings()
        var hint: Int?
        return rings.map { ring in
            refined(
                ring.vertices(features, tolerance: tolerance, push: push), around: ring.length,
                position: { ring.position(of: $0, features) },
                deviation: {
                    locator.nearest(to: $0, hint: &hint).distance.metres - distance.metres
                })
        }.filter { $0.count > 2 }
    }

    /// The ring round a point.
    func ring(around centre: Coordinate, at radius: Distance) -> [Coordinate] {
        let arc = OffsetFeatures.arcScale(radius.metres)
        let round = 2 * Double.pi * arc
        let count = max(8, (round / (8 * 1.2 * tolerance * arc).squareRoot()).rounded(.up))
        let vertices = (0..<Int(count)).map {
            LimitRing.Vertex(run: Double($0) / count * round, outward: push * tolerance)
        }
        return refined(
            vertices, around: round,
            position: {
                Geodesic.direct(
                    from: centre, azimuth: Azimuth(degrees: -$0.run / arc * (180 / .pi)),
                    distance: .metres(radius.metres + $0.outward)
                ).position
            }, deviation: { Geodesic.distance(from: centre, to: $0).metres - radius.metres })
    }

    /// The places of the vertices, with more of them where an edge's middle leaves the limit.
    private func refined(
        _ vertices: [LimitRing.Vertex], around whole: Double,
        position: (LimitRing.Vertex) -> Coordinate, deviation: (Coordinate) -> Double
    ) -> [Coordinate] {
        var result: [Coordinate] = []
        result.reserveCapacity(vertices.count)
        for (v, vertex) in vertices.enumerated() {
            var next = vertices[v + 1 < vertices.count ? v + 1 : 0]
            if next.run <= vertex.run { next.run += whole }
            append(
                vertex, GlobeCut.rounded(position(vertex)), next, nil, depth: 0, around: whole,
                position, deviation, to: &result)
        }
        return result
    }

    private func append(
        _ vertex: LimitRing.Vertex, _ place: Coordinate, _ next: LimitRing.Vertex,
        _ nextPlace: Coordinate?, depth: Int, around whole: Double,
        _ position: (LimitRing.Vertex) -> Coordinate, _ deviation: (Coordinate) -> Double,
        to result: inout [Coordinate]
    ) {
        func wrapped(_ vertex: LimitRing.Vertex) -> LimitRing.Vertex {
            vertex.run < whole
                ? vertex : LimitRing.Vertex(run: vertex.run - whole, outward: vertex.outward)
        }
        let end = nextPlace ?? GlobeCut.rounded(position(wrapped(next)))
        let edge = DrawnEdge(place, end)
        let isGood =
            edge.span.magnitude < 90
            && [0.5, 0.23, 0.77].allSatisfy {
                deviation(edge.place(at: $0)).magnitude <= 0.92 * tolerance
            }
        guard !isGood, depth < 40, next.run - vertex.run > 0.01 * tolerance else {
            if result.last != place { result.append(place) }
            return
        }
        let middle = LimitRing.Vertex(
            run: 0.5 * (vertex.run + next.run), outward: 0.5 * (vertex.outward + next.outward))
        let between = GlobeCut.rounded(position(wrapped(middle)))
        append(
            vertex, place, middle, between, depth: depth + 1, around: whole, position, deviation,
            to: &result)
        append(
            middle, between, next, end, depth: depth + 1, around: whole, position, deviation,
            to: &result)
    }
}
