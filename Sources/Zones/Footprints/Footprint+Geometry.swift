public import Geodesy

extension Footprint {
    /// Points, lines and polygons together, with edges straight in longitude and latitude (RFC 7946).
    ///
    /// - Parameters:
    ///   - points: single places.
    ///   - lines: lines of two vertices at least.
    ///   - polygons: the rings of each polygon, as `PolygonGeometry` has them.
    ///   - meaning: whether the object covers all of it or is at one place of it.
    /// - Throws: `FootprintError` for a geometry that is empty, has a vertex off the globe, more than
    ///   `mostVertices` vertices or rings that cross, or goes round a pole.
    public static func geometry(
        points: [Coordinate] = [], lines: [[Coordinate]] = [],
        polygons: [[[Coordinate]]] = [], means meaning: Meaning = .allOfIt
    ) throws(FootprintError) -> Footprint {
        let rings = polygons.flatMap { $0 }
        let count =
            points.count + lines.reduce(0) { $0 + $1.count } + rings.reduce(0) { $0 + $1.count }
        guard count > 0 else { throw FootprintError("the geometry is empty") }
        guard count <= mostVertices else {
            throw FootprintError(
                "the geometry has \(count) vertices, expected at most "
                    + "\(mostVertices)")
        }
        for place in points { try check(place) }
        for line in lines {
            for place in line { try check(place) }
            guard line.count >= 2 else {
                throw FootprintError("a line has \(line.count) vertices, expected 2 or more")
            }
        }
        if !polygons.isEmpty {
            do throws(PolygonGeometryError) {
                _ = try PolygonGeometry(polygons: polygons)
            } catch {
                throw FootprintError("\(error)")
            }
        }
        let first = (points.first ?? lines.first?.first ?? rings.first?.first)?.longitude ?? 0
        var parts: [GeometryPart] = []
        if !points.isEmpty {
            parts.append(.points(points.map { $0.continued(from: first) }))
        }
        for line in lines { parts.append(.path(try continued(line, from: first))) }
        for polygon in polygons {
            var all: [[SIMD2<Double>]] = []
            for ring in polygon {
                let ring = try continued(ring, from: all.first?.first?.x ?? first)
                guard ring.first == ring.last else {
                    throw FootprintError(
                        "a ring goes round a pole; draw it as rings that do not")
                }
                all.append(ring)
            }
            parts.append(.polygon(all))
        }
        return try Footprint(.geometry(parts), meaning: meaning)
    }

    /// Vertices of which each lies less than half a turn from the one before.
    private static func continued(
        _ line: [Coordinate], from first: Double
    ) throws(FootprintError) -> [SIMD2<Double>] {
        var last = first
        var found: [SIMD2<Double>] = []
        for (vertex, place) in line.enumerated() {
            // From -180 to 180 an edge runs all the way along its parallel.
            if vertex > 0, (place.longitude - line[vertex - 1].longitude).magnitude == 360 {
                throw FootprintError(
                    "an edge runs all the way round the globe, expected one that is shorter")
            }
            let next = place.continued(from: last)
            last = next.x
            found.append(next)
        }
        return found
    }
}

extension Coordinate {
    /// Longitude and latitude with the longitude that is less than half a turn from another.
    fileprivate func continued(from other: Double) -> SIMD2<Double> {
        [other + (longitude - other).remainder(dividingBy: 360), latitude]
    }
}
