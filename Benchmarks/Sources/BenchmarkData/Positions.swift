#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
public import Geodesy

/// Positions to classify, the same for the same seed, in random order.
public enum Positions {
    /// Metres of one degree of latitude, near enough to scatter positions with.
    static let metresPerDegree = 111_200.0

    /// Uniform in longitude and latitude over the box of a line.
    public static func uniform(over line: [Coordinate], count: Int, seed: UInt64) -> [Coordinate] {
        var random = SeededRandom(seed: seed)
        let longitudes = line.map(\.longitude)
        let latitudes = line.map(\.latitude)
        let x = (longitudes.min() ?? 0)...(longitudes.max() ?? 0)
        let y = (latitudes.min() ?? 0)...(latitudes.max() ?? 0)
        return (0..<count).map { _ in
            Coordinate(longitude: random.number(in: x), latitude: random.number(in: y))
        }
    }

    /// Scattered about random vertices of a line with a standard deviation east and north.
    public static func near(
        _ line: [Coordinate], deviation: Distance, count: Int, seed: UInt64
    ) -> [Coordinate] {
        var random = SeededRandom(seed: seed)
        let spread = deviation.metres / metresPerDegree
        return (0..<count).map { _ in
            let vertex = line[Int(random.unit() * Double(line.count))]
            let (east, north) = random.normalPair()
            return Coordinate(
                longitude: vertex.longitude
                    + spread * east / cos(vertex.latitude * .pi / 180),
                latitude: vertex.latitude + spread * north)
        }
    }
}
