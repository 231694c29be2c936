import Agreements
import Geodesy
import Zones

/// Looks for a place that belongs to a zone of which no border was found, so that a zone with area is not
/// said to have none.
///
/// It tries places; a small zone may have area and none of them.
struct MemberSearch {
    let compiled: CompiledAgreement
    let tolerance: Distance
    let extent: ZoneExtent

    /// Places tried all over the box of the zone, and around each vertex.
    private static let placesInBox = 4_000
    private static let mostVertices = 400

    /// So much about a place tells area from a curve of places on which limits meet.
    static let leastRoom = Distance.metres(20 * coincidence)

    /// A place in the zone with all within twice the tolerance of it or, in a zone narrower than that, with
    /// the least room about it.
    func member(of zone: Zone) -> (place: Coordinate, room: Distance)? {
        let leaves = leaves(of: zone)
        var vertices = leaves.flatMap(\.givenPlaces)
        var edges: [(Coordinate, Coordinate)] = []
        for line in compiled.agreement.lines where leaves.contains(where: { $0.names(line.id) }) {
            let parts = line.geometries.flatMap(\.parts)
            vertices += parts.joined()
            edges += parts.flatMap { zip($0, $0.dropFirst()) }
        }
        let bands = leaves.flatMap(\.bands)
        let far = bands.map(\.to.metres).max() ?? 0
        let levels = Set([0] + bands.flatMap { [$0.from?.metres ?? 0, $0.to.metres] }).sorted()
        let between = zip(levels, levels.dropFirst()).map { 0.5 * ($0 + $1) }
        let places =
            places(besideEach: edges, at: between)
            + places(about: vertices, at: between, within: far)
        for room in [tolerance * 2, Self.leastRoom] {
            let member = places.first { place in
                // Of what is only possible no room can be asked for.
                guard extent != .possible else {
                    let judgement = compiled.judge(Report(position: place))
                    return room == Self.leastRoom
                        && (judgement.zonesInside + judgement.zonesUndeterminable).contains(zone.id)
                }
                let report = Report(position: place, uncertainty: room)
                return compiled.judge(report).zonesInside.contains(zone.id)
            }
            if let member { return (member, room) }
        }
        return nil
    }

    /// The leaves of a zone, by way of the zones that it names.
    private func leaves(of zone: Zone) -> [Region<ReferenceLine.ID, Zone.ID>] {
        let regions = Dictionary(
            compiled.agreement.zones.map { ($0.id, $0.regions) },
            uniquingKeysWith: { first, _ in first })
        var (open, seen) = ([zone.id], Set([zone.id]))
        var leaves: [Region<ReferenceLine.ID, Zone.ID>] = []
        while let next = open.popLast() {
            let regions = regions[next] ?? []
            leaves += regions.flatMap(\.leaves)
            open += regions.flatMap(\.zones).filter { seen.insert($0).inserted }
        }
        return leaves
    }

    /// Places to both sides of edges, off places along them.
    private func places(
        besideEach edges: [(Coordinate, Coordinate)], at distances: [Double]
    ) -> [Coordinate] {
        let step = max(1, edges.count / Self.mostVertices)
        return stride(from: 0, to: edges.count, by: step).flatMap { (k: Int) -> [Coordinate] in
            let (from, to) = edges[k]
            let way = Geodesic.inverse(from: from, to: to)
            let places = [0.5, 0.03, 0.97, 0.1, 0.9, 0.25, 0.75].map {
                Geodesic.direct(
                    from: from, azimuth: way.azimuthAtStart, distance: way.distance * $0)
            }
            return places.flatMap { place in
                distances.flatMap { distance in
                    [-90.0, 90].map { turn in
                        Geodesic.direct(
                            from: place.position,
                            azimuth: Azimuth(degrees: place.azimuthAtEnd.degrees + turn),
                            distance: .metres(distance)
                        ).position
                    }
                }
            }
        }
    }

    private func places(
        about vertices: [Coordinate], at distances: [Double], within far: Double
    ) -> [Coordinate] {
        let step = max(1, vertices.count / Self.mostVertices)
        var places: [Coordinate] = []
        for k in stride(from: 0, to: vertices.count, by: step) {
            for way in distances + [5 * tolerance.metres, 0.05 * far, 0.3 * far, 0.8 * far] {
                for azimuth in stride(from: 7.0, to: 360, by: 30) {
                    places.append(
                        Geodesic.direct(
                            from: vertices[k], azimuth: Azimuth(degrees: azimuth),
                            distance: .metres(way)
                        ).position)
                }
            }
        }
        // Around the middle as far as anything may lie, evenly (a sequence of the golden ratio's kind).
        guard let middle = vertices.first else { return places }
        let reach =
            far + (vertices.map { Geodesic.distance(from: middle, to: $0).metres }.max() ?? 0)
        for k in 0..<Self.placesInBox {
            let share = (Double(k) + 0.5) / Double(Self.placesInBox)
            places.append(
                Geodesic.direct(
                    from: middle, azimuth: Azimuth(degrees: 137.507_764 * Double(k)),
                    distance: .metres(reach * share.squareRoot())
                ).position)
        }
        return places
    }
}

extension Region<ReferenceLine.ID, Zone.ID> {
    /// Whether a leaf names a line.
    fileprivate func names(_ line: String) -> Bool {
        switch self {
        case .beside(.line(let name), _, _, _): name == line
        case .stretches(let name, _, _, _): name == line
        case .between(let first, let second, _), .nearer(let first, let second):
            first == line || second == line
        case .beside, .around, .inside, .outward, .union, .intersection, .difference, .zone: false
        }
    }
}
