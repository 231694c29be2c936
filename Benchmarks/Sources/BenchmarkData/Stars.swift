#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
public import Geodesy

/// Star-shaped polygons over a box: 40 vertices, 3 to 40 km across, overlapping where they fall.
public enum Stars {
    /// As many polygons as asked for, the same for the same seed.
    public static func make(
        _ count: Int, over box: [Coordinate], seed: UInt64
    ) throws -> [PolygonGeometry] {
        var random = SeededRandom(seed: seed)
        let centres = Positions.uniform(over: box, count: count, seed: seed + 1)
        return try centres.map { centre in
            let radius = random.number(in: 1500...20_000) / Positions.metresPerDegree
            let scale = cos(centre.latitude * .pi / 180)
            var ring = (0..<40).map { k in
                let angle = (Double(k) + 0.8 * random.unit()) * .pi / 20
                let r = radius * random.number(in: 0.5...1)
                return Coordinate(
                    longitude: centre.longitude + r * cos(angle) / scale,
                    latitude: centre.latitude + r * sin(angle))
            }
            ring.append(ring[0])
            return try PolygonGeometry(polygons: [[ring]])
        }
    }
}
