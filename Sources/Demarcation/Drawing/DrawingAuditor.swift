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

    /// Takes every vertex and several places on every edge, more on long ones.
    private func measureEdges(of polygons: [[[Coordinate]]], _ audit: inout DrawingAudit) {
        var hints: [Int?] = []
        var worst = 0.0
        for ring in polygons.joined() {
            for (from, to) in zip(ring, ring.dropFirst()) {
                let edge = DrawnEdge(from, to)
                if edge.isFrame { continue }
                // 0.01 degrees is about a kilometre.
                let reach = max(edge.span.magnitude, (to.latitude - from.latitude).magnitude)
                let count = min(200, 3 + (reach / 0.01).rounded(.down))
                for k in 0...Int(count) {
                    let t = k == 0 ? 0 : (Double(k) - 0.5) / count
                    worst = max(worst, terms.deviation(of: edge.place(at: t), &hints))
                    audit.samples += 1
                }
            }
        }
        audit.maxDeviation = .metres(worst)
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
