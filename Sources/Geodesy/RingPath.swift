/// A closed path along geodesic or rhumb edges, with what it has on its left.
struct RingPath {
    /// An edge from one vertex to another, as they are written.
    struct Edge {
        let from: Coordinate
        let to: Coordinate

        var reversed: Edge { Edge(from: to, to: from) }
    }

    let edges: [Edge]
    /// In metres.
    let length: Double
    /// The share of the globe on the left, by the curvature that lies there; of the ellipsoid that is
    /// the area's within a hundredth.
    let left: Double

    /// The share of the globe that it encloses: the smaller one.
    var enclosed: Double { min(left, 1 - left) }

    /// The same the other way round.
    var reversed: [Edge] { edges.reversed().map(\.reversed) }

    /// The vertices, the first of them repeated at the end; a place that neighbours write in two ways
    /// stands there twice.
    var vertices: [Coordinate] {
        var vertices: [Coordinate] = []
        for edge in edges {
            if vertices.last != edge.from { vertices.append(edge.from) }
            vertices.append(edge.to)
        }
        if vertices.last != vertices.first { vertices += vertices.prefix(1) }
        return vertices
    }

    /// By the theorem of Gauss and Bonnet: what a path turns to the left in all is a whole turn less
    /// the curvature on its left, of which the globe has two whole turns.
    init(
        _ edges: [Edge], _ kind: EdgeKind, polygon: Int? = nil, ring: Int? = nil
    ) throws(PolygonGeometryError) {
        self.edges = edges
        let curves = edges.map { edge in
            LineEdge(
                from: edge.from, to: edge.to,
                longitudeSpan: LineEdge.shortWay(from: edge.from, to: edge.to), kind: kind, part: 0,
                segment: 0)
        }
        length = curves.reduce(0) { $0 + $1.length }
        var turn = 0.0
        for (number, incoming) in curves.enumerated() {
            let outgoing = curves[(number + 1) % curves.count]
            let here = (outgoing.startAzimuth(from: incoming.end) - incoming.endAzimuth)
                .remainderModuloTurn
            let gap = (180 - here.magnitude) * (.pi / 180) * min(incoming.length, outgoing.length)
            if gap <= coincidence {
                throw PolygonGeometryError(
                    .crossing, polygon: polygon, ring: ring, found: incoming.end)
            }
            turn -= here
            if kind == .rhumb { turn += Self.turnOfRhumb(incoming) }
        }
        left = (360 - turn) / 720
        // So it is of half the globe, and of a ring that winds as much one way as the other.
        if (left - 0.5).magnitude < 1e-3 {
            let line = try? LineGeometry(vertices, edges: kind)
            let crossing = line.flatMap { RingContacts(LineLocator($0)).first?.place }
            throw PolygonGeometryError(
                crossing == nil ? .halfGlobe : .crossing, polygon: polygon, ring: ring,
                found: crossing ?? edges[0].from)
        }
    }

    /// How far a rhumb line turns left of its geodesics, in degrees: the integral of the sine of the
    /// latitude over the longitude.
    private static func turnOfRhumb(_ edge: LineEdge) -> Double {
        var curve = EdgeCurve(edge)
        // Of a degree at most; where they are longer, the sum is still good to a ten-thousandth of the
        // globe, and what is asked of it is a thousandth.
        let reach = max(
            edge.longitudeSpan.magnitude, (edge.end.latitude - edge.start.latitude).magnitude)
        let steps = max(1, min(64, Int(reach.rounded(.up))))
        var sum = 0.0
        var last = edge.start.longitude
        for step in 1...steps {
            let middle = curve.evaluate(at: (Double(step) - 0.5) / Double(steps)).place
            let next =
                step == steps
                ? edge.end.longitude
                : curve.evaluate(at: Double(step) / Double(steps)).place.longitude
            sum +=
                sineAndCosine(degrees: middle.latitude).sine
                * (next - last).remainder(dividingBy: 360)
            last = next
        }
        return sum
    }
}

extension RingPath {
    /// From where to where an edge goes, however its places are written.
    private struct Ends: Hashable {
        let from: Coordinate
        let to: Coordinate

        init(_ edge: Edge) { (from, to) = (edge.from.onePlace, edge.to.onePlace) }
    }

    /// The edges of a ring that have a length.
    static func edges(of ring: [Coordinate]) -> [Edge] {
        zip(ring, ring.dropFirst()).filter { !$0.isSamePlace(as: $1) }
            .map { Edge(from: $0, to: $1) }
    }

    /// The edges of a ring along which it runs back as well, by the vertices from which they go out.
    static func doubled(_ ring: [Coordinate]) -> [(vertex: Int, edge: Edge)] {
        let known = Set(edges(of: ring).map { Ends($0) })
        return ring.indices.dropLast().compactMap { v in
            let edge = Edge(from: ring[v], to: ring[v + 1])
            let isBack = known.contains(Ends(edge.reversed))
            return isBack && !edge.from.isSamePlace(as: edge.to) ? (v, edge) : nil
        }
    }

    /// The closed chains that edges make, but for those that another one runs back along.
    static func chains(
        _ edges: [Edge], polygon: Int? = nil, ring: Int? = nil
    ) throws(PolygonGeometryError) -> [[Edge]] {
        let known = Set(edges.map { Ends($0) })
        let border = edges.filter { !known.contains(Ends($0.reversed)) }
        var leaving: [Coordinate: Int] = [:]
        leaving.reserveCapacity(border.count)
        for (number, edge) in border.enumerated() {
            if leaving.updateValue(number, forKey: edge.from.onePlace) != nil {
                throw PolygonGeometryError(
                    .crossing, polygon: polygon, ring: ring, found: edge.from)
            }
        }
        var isTaken = [Bool](repeating: false, count: border.count)
        var chains: [[Edge]] = []
        for first in border.indices where !isTaken[first] {
            var chain: [Edge] = []
            var next = first
            while !isTaken[next] {
                isTaken[next] = true
                chain.append(border[next])
                guard let following = leaving[border[next].to.onePlace] else {
                    throw PolygonGeometryError(
                        .crossing, polygon: polygon, ring: ring, found: border[next].to)
                }
                next = following
            }
            chains.append(chain)
        }
        return chains
    }
}

extension Coordinate {
    /// One way of writing a place that can be written in several.
    fileprivate var onePlace: Coordinate {
        if isPole { return Coordinate(longitude: 0, latitude: latitude) }
        return Coordinate(
            longitude: longitude == 180 ? -180 : longitude + 0, latitude: latitude + 0)
    }
}
