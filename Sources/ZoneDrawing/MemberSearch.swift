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

    /// Places tried all over the box of the zone, and around each vertex.
    private static let placesInBox = 4_000
    private static let mostVertices = 400

    /// A place in the zone with all within twice the tolerance of it.
    func member(of zone: Zone) -> Coordinate? {
        let leaves = leaves(of: zone)
        var vertices = leaves.flatMap(\.givenPlaces)
        for line in compiled.agreement.lines where leaves.contains(where: { $0.names(line.id) }) {
            vertices += line.geometry.parts.joined()
        }
        let far = leaves.flatMap(\.bands).map(\.to.metres).max() ?? 0
        return places(about: vertices, within: far).first { place in
            let report = Report(position: place, uncertainty: .metres(2 * tolerance.metres))
            return compiled.judge(report).zonesInside.contains(zone.id)
        }
    }

    /// The leaves of a zone, by way of the zones that it names.
    private func leaves(of zone: Zone) -> [Region<ReferenceLine.ID, Zone.ID>] {
        let regions = Dictionary(
            compiled.agreement.zones.map { ($0.id, $0.region) },
            uniquingKeysWith: { first, _ in first })
        var (open, seen) = ([zone.id], Set([zone.id]))
        var leaves: [Region<ReferenceLine.ID, Zone.ID>] = []
        while let next = open.popLast() {
            guard let region = regions[next] else { continue }
            leaves += region.leaves
            open += region.zones.filter { seen.insert($0).inserted }
        }
        return leaves
    }

    private func places(about vertices: [Coordinate], within far: Double) -> [Coordinate] {
        let step = max(1, vertices.count / Self.mostVertices)
        var places: [Coordinate] = []
        for k in stride(from: 0, to: vertices.count, by: step) {
            for way in [5 * tolerance.metres, 0.05 * far, 0.3 * far, 0.8 * far] {
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
        case .between(let first, let second, _): first == line || second == line
        case .beside, .around, .inside, .outward, .union, .intersection, .difference, .zone: false
        }
    }
}
