import Geodesy

/// Makes GeoJSON polygons of rings on the globe: cut at the antimeridian as RFC 7946 asks, and
/// closed along it through a pole that the zone contains, as GDAL and QGIS read it.
struct GlobeCut {
    /// Pieces of rings that run from one side of the map to another.
    private var chains: [[Coordinate]] = []
    /// Rings that do not cross the antimeridian, without a repeated last vertex.
    private var rings: [[Coordinate]] = []

    /// The polygons bounded by rings whose left hand is inside; the last vertex of a ring is joined
    /// to its first.
    static func polygons(_ rings: [[Coordinate]]) -> [[[Coordinate]]] {
        var cut = GlobeCut()
        for ring in rings where ring.count > 2 { cut.add(ring) }
        return cut.assemble()
    }

    /// Rounds to 9 decimals of a degree, 0.1 mm, and keeps off the antimeridian itself, so that
    /// every ring either crosses it or does not.
    static func rounded(_ position: Coordinate) -> Coordinate {
        let edge = 179.999999999
        let longitude = (position.longitude * 1e9).rounded() / 1e9
        return Coordinate(
            longitude: max(-edge, min(edge, longitude)),
            latitude: max(-90, min(90, (position.latitude * 1e9).rounded() / 1e9)))
    }

    private mutating func add(_ ring: [Coordinate]) {
        var pieces: [[Coordinate]] = [[]]
        for (v, from) in ring.enumerated() {
            let to = ring[v + 1 < ring.count ? v + 1 : 0]
            pieces[pieces.count - 1].append(from)
            let span = to.longitude - from.longitude
            guard span.magnitude > 180 else { continue }
            // Eastward over the antimeridian where the numbers fall.
            let side = span < 0 ? 180.0 : -180
            let way = span < 0 ? span + 360 : span - 360
            let t = (side - from.longitude) / way
            let latitude = ((from.latitude + t * (to.latitude - from.latitude)) * 1e9).rounded()
            pieces[pieces.count - 1].append(Coordinate(longitude: side, latitude: latitude / 1e9))
            pieces.append([Coordinate(longitude: -side, latitude: latitude / 1e9)])
        }
        guard pieces.count > 1 else {
            rings.append(ring)
            return
        }
        let head = pieces.removeFirst()
        pieces[pieces.count - 1] += head
        chains += pieces
    }

    /// Where on the map's frame a place is, against the clock from its lower left corner.
    private static func frame(_ place: Coordinate) -> Double {
        place.longitude > 0 ? 450 + place.latitude : 990 - place.latitude
    }

    private static let corners: [(at: Double, place: Coordinate)] = [
        (360, Coordinate(longitude: 180, latitude: -90)),
        (540, Coordinate(longitude: 180, latitude: 90)),
        (900, Coordinate(longitude: -180, latitude: 90)),
        (1080, Coordinate(longitude: -180, latitude: -90)),
        (1440, Coordinate(longitude: 180, latitude: -90)),
        (1620, Coordinate(longitude: 180, latitude: 90)),
        (1980, Coordinate(longitude: -180, latitude: 90)),
    ]

    /// Joins the chains along the map's frame, inside on the left.
    private func joined() -> [[Coordinate]] {
        var isUsed = [Bool](repeating: false, count: chains.count)
        let entries = chains.map { Self.frame($0[0]) }
        var result: [[Coordinate]] = []
        for first in chains.indices where !isUsed[first] {
            var ring: [Coordinate] = []
            var chain = first
            repeat {
                isUsed[chain] = true
                ring += chains[chain]
                let exit = Self.frame(chains[chain][chains[chain].count - 1])
                var next = (chain: first, at: Double.infinity)
                for other in chains.indices where !isUsed[other] || other == first {
                    let at = entries[other] >= exit ? entries[other] : entries[other] + 1080
                    if at < next.at { next = (other, at) }
                }
                for corner in Self.corners where corner.at > exit && corner.at < next.at {
                    ring.append(corner.place)
                }
                chain = next.chain
            } while chain != first
            result.append(ring)
        }
        return result
    }

    private func assemble() -> [[[Coordinate]]] {
        var outers = joined()
        var holes: [[Coordinate]] = []
        for ring in rings {
            if PlanarRing.signedArea(ring) >= 0 { outers.append(ring) } else { holes.append(ring) }
        }
        if outers.isEmpty, !holes.isEmpty {
            outers = [
                [
                    Coordinate(longitude: -180, latitude: -90),
                    Coordinate(longitude: 180, latitude: -90),
                    Coordinate(longitude: 180, latitude: 90),
                    Coordinate(longitude: -180, latitude: 90),
                ]
            ]
        }
        var polygons = outers.map { [PlanarRing.closed($0)] }
        let sizes = outers.map { PlanarRing.signedArea($0).magnitude }
        for hole in holes {
            let owners = outers.indices.filter { PlanarRing.contains(outers[$0], hole[0]) }
            guard let owner = owners.min(by: { sizes[$0] < sizes[$1] }) else { continue }
            polygons[owner].append(PlanarRing.closed(hole))
        }
        return polygons
    }
}
