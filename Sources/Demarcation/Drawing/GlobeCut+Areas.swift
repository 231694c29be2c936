import Geodesy

extension GlobeCut {
    /// The polygons of an area wound and cut as RFC 7946 asks; coordinates stay as they are.
    static func polygons(of area: PolygonGeometry) -> [[[Coordinate]]] {
        var rings: [[Coordinate]] = []
        var crosses = false
        let wound = area.polygons.map { polygon in
            polygon.enumerated().map { r, ring in
                var unwrapped = [ring[0]]
                for (from, to) in zip(ring, ring.dropFirst()) {
                    let edge = DrawnEdge(from, to)
                    let way = to.longitude - from.longitude
                    if way.magnitude > 180, way.magnitude < 360 { crosses = true }
                    let last = unwrapped[unwrapped.count - 1].longitude
                    unwrapped.append(
                        Coordinate(
                            longitude: last + (way.magnitude == 360 ? way : edge.span),
                            latitude: to.latitude))
                }
                let isAgainstClock = PlanarRing.signedArea(unwrapped) > 0
                let result = isAgainstClock == (r == 0) ? ring : ring.reversed()
                rings.append(Array(result.dropLast()))
                return result
            }
        }
        return crosses ? polygons(rings) : wound
    }
}
