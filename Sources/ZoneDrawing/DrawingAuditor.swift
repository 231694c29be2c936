import Geodesy
import PlanarGeometry

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Holds drawn polygons against the definition of their zone.
struct DrawingAuditor {
    let terms: LimitTerms
    let tolerance: Double
    /// Places near which positions are tried, whatever was drawn: on the line, at the limit.
    let seeds: [Coordinate]
    /// A drawing that has missed border leaves it at more places than these.
    private static let mostLookedAtClosely = 200

    /// Measures edges, tries positions and checks validity.
    func audit(_ polygons: [[[Coordinate]]]) throws(GEOSError) -> DrawingAudit {
        var audit = DrawingAudit()
        measureEdges(of: polygons, &audit)
        let context = GEOSContext()
        let shape = try PlanarShape(polygons: polygons, context)
        audit.invalidity = try shape.invalidity()
        if audit.invalidity == nil { try tryPositions(polygons, shape, &audit) }
        return audit
    }

    /// Takes every vertex, the middle of every edge and a place on one side of it, and more places
    /// on long edges.
    private func measureEdges(of polygons: [[[Coordinate]]], _ audit: inout DrawingAudit) {
        let edges = polygons.joined().flatMap { zip($0, $0.dropFirst()).map(DrawnEdge.init) }
            .filter { !$0.isFrame }
        let found = inParallel(over: edges.count) { range in
            var hints: [Int?] = []
            var worst = 0.0
            var samples = 0
            var doubtful: [(place: Coordinate, deviation: Double)] = []
            for number in range {
                let edge = edges[number]
                // 0.01 degrees is about a kilometre.
                let reach = edge.reach
                let more = min(200, (reach / 0.01).rounded(.down))
                var places = [0, 0.5, number % 2 == 0 ? 0.23 : 0.77]
                for k in 0..<Int(more) { places.append((Double(k) + 0.5) / more) }
                for place in places.map({ edge.place(at: $0) }) {
                    let deviation = terms.deviation(of: place, &hints)
                    if deviation > tolerance {
                        doubtful.append((place, deviation))
                    } else {
                        worst = max(worst, deviation)
                    }
                }
                samples += places.count
            }
            return (worst: worst, samples: samples, doubtful: doubtful)
        }
        audit.samples = found.reduce(0) { $0 + $1.samples }
        let doubtful = found.flatMap(\.doubtful)
        let isLookedAtClosely = doubtful.count <= Self.mostLookedAtClosely
        let doubts = doubtful.map { place, deviation in
            // At the tip of a wedge few directions lead into it.
            isLookedAtClosely ? min(deviation, terms.closeDeviation(of: place)) : deviation
        }
        audit.maxDeviation = .metres((found.map(\.worst) + doubts).max() ?? 0)
    }

    /// Decides positions near edges and near the seeds both ways.
    private func tryPositions(
        _ polygons: [[[Coordinate]]], _ shape: borrowing PlanarShape, _ audit: inout DrawingAudit
    ) throws(GEOSError) {
        var random = AuditRandom()
        var hints: [Int?] = []
        let rings = Array(polygons.joined())
        var places = seeds
        for _ in 0..<1000 {
            let ring = rings[random.index(rings.count)]
            let v = random.index(ring.count - 1)
            let edge = DrawnEdge(ring[v], ring[v + 1])
            if !edge.isFrame { places.append(edge.place(at: random.unit())) }
        }
        let prepared = try shape.prepared()
        for place in places {
            // From just over the tolerance to ten thousand times of it.
            let away = tolerance * pow(10, random.unit() * 4 + 0.02)
            let position = GlobeCut.rounded(
                Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: random.unit() * 360),
                    distance: .metres(away)
                ).position)
            audit.positions += 1
            guard try prepared.covers(position) != terms.contains(position),
                terms.deviation(of: position, &hints) > tolerance
            else { continue }
            audit.mismatches += 1
            if audit.firstMismatch == nil { audit.firstMismatch = position }
            if audit.missed.count < 40 { audit.missed.append(position) }
        }
    }
}

/// The random numbers of the audit: always the same (SplitMix64).
struct AuditRandom {
    private var state: UInt64 = 20_261_120

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number from 0 up to 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number from 0 up to `count`.
    mutating func index(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }
}
