/// The stretches of the antimeridian where an area ends, and not merely its drawing.
///
/// RFC 7946 cuts an area in two at the antimeridian: edges at longitude 180 (area to the west) and
/// at -180 (area to the east) that cover the same latitudes are one seam inside the area.
struct AntimeridianSeam {
    private var west: [ClosedRange<Double>] = []
    private var east: [ClosedRange<Double>] = []

    init(_ area: PolygonGeometry) {
        for ring in area.polygons.joined() {
            for v in 0..<(ring.count - 1)
            where ring[v].longitude == ring[v + 1].longitude && ring[v].longitude.magnitude == 180 {
                let (a, b) = (ring[v].latitude, ring[v + 1].latitude)
                if ring[v].longitude > 0 {
                    west.append(min(a, b)...max(a, b))
                } else {
                    east.append(min(a, b)...max(a, b))
                }
            }
        }
    }

    /// The stretches of an edge along the antimeridian that are border.
    func border(from: Coordinate, to: Coordinate) -> [(Coordinate, Coordinate)] {
        let other = from.longitude > 0 ? east : west
        var cuts = [from.latitude, to.latitude]
        let range = min(from.latitude, to.latitude)...max(from.latitude, to.latitude)
        for stretch in other {
            cuts += [stretch.lowerBound, stretch.upperBound].filter(range.contains)
        }
        cuts.sort()
        var result: [(Coordinate, Coordinate)] = []
        for (low, high) in zip(cuts, cuts.dropFirst()) where low < high {
            let isSeam = other.contains { $0.lowerBound <= low && $0.upperBound >= high }
            guard !isSeam else { continue }
            result.append(
                (
                    Coordinate(longitude: from.longitude, latitude: low),
                    Coordinate(longitude: from.longitude, latitude: high)
                ))
        }
        return result
    }
}
