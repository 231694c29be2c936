import Agreements
import Geodesy

/// Edges that are straight in longitude and latitude and can be meant two ways round the globe.
extension AgreementReader {
    /// Says which edges of an area, read as planar, span more than 180 degrees as they are written.
    mutating func warnOfWideEdges(_ area: PolygonGeometry, _ what: String, at mark: TextMark?) {
        for (p, rings) in area.polygons.enumerated() {
            for (r, ring) in rings.enumerated() {
                warnOfWideEdges(ring, "\(what): polygon \(p + 1), ring \(r + 1)", at: mark)
            }
        }
    }

    /// The same of a line with planar edges.
    mutating func warnOfWideEdges(_ line: LineGeometry, _ what: String, at mark: TextMark?) {
        guard line.edges == .planar else { return }
        for (p, part) in line.parts.enumerated() {
            warnOfWideEdges(part, "\(what): part \(p + 1)", at: mark)
        }
    }

    private mutating func warnOfWideEdges(
        _ vertices: [Coordinate], _ what: String, at mark: TextMark?
    ) {
        var wide: [Int] = []
        var whole: [Int] = []
        var winding = 0.0
        for v in vertices.indices.dropLast() {
            let (from, to) = (vertices[v], vertices[v + 1])
            let written = to.longitude - from.longitude
            // At a pole longitudes mean nothing.
            if from.isPole, to.isPole { continue }
            if written.magnitude == 360 {
                whole.append(v)
            } else if written.magnitude > 180 {
                wide.append(v)
            }
            winding += written.magnitude == 360 ? written : written.remainder(dividingBy: 360)
        }
        if let v = wide.first {
            let (from, to) = (vertices[v], vertices[v + 1])
            let written = (to.longitude - from.longitude).magnitude
            let middle = Coordinate(
                longitude: ((from.longitude + to.longitude) / 2),
                latitude: (from.latitude + to.latitude) / 2)
            let more = wide.count > 1 ? " (and \(wide.count - 1) more such edges)" : ""
            warn(
                mark,
                "\(what): the edge from vertex \(v + 1) [\(from)] to vertex \(v + 2) [\(to)]\(more) spans "
                    + "\(written.rounded(toDecimals: 6)) degrees of longitude as written and is read the "
                    + "short way, \((360 - written).rounded(toDecimals: 6)) degrees over the antimeridian. "
                    + "If the long way is meant, add a vertex between, such as [\(middle)]; for the short "
                    + "way RFC 7946 (3.1.9) cuts in two at 180 degrees")
        }
        // Where the antimeridian is written in both ways, the ring then winds round a pole.
        if let v = whole.first, winding.magnitude == 360, !vertices.contains(where: \.isPole) {
            warn(
                mark,
                "\(what): the edge from vertex \(v + 1) [\(vertices[v])] to vertex \(v + 2) "
                    + "[\(vertices[v + 1])] is read as all the way round the globe along its parallel. If "
                    + "the two are meant as one place on the antimeridian, leave one of them out")
        }
    }
}
