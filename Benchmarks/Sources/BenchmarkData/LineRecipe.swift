#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
public import Geodesy

/// A line made from corner points by midpoint displacement.
///
/// Every halving moves the middle sideways by a normal deviate whose spread is `roughness` times
/// the piece's length, times `decay` for every halving before. Vertices are rounded to
/// 1e-7 degrees, as files have them.
public struct LineRecipe: Sendable {
    /// What tables call the line.
    public let name: String
    /// The points that the line is sure to go through.
    public let corners: [Coordinate]
    /// How many pieces each stretch between corners is cut into, halving by halving.
    public let halvings: Int
    /// The spread of the first displacement, as a part of the piece's length.
    public let roughness: Double
    /// The factor on the roughness from one halving to the next.
    public let decay: Double

    /// The vertices, the same for the same seed.
    public func vertices(seed: UInt64) -> [Coordinate] {
        var random = SeededRandom(seed: seed)
        var points = corners
        var spread = roughness
        for _ in 0..<halvings {
            var finer: [Coordinate] = []
            finer.reserveCapacity(2 * points.count)
            for (from, to) in zip(points, points.dropFirst()) {
                finer.append(from)
                finer.append(middle(from, to, sideways: spread * random.normalPair().0))
            }
            if let last = points.last { finer.append(last) }
            points = finer
            spread *= decay
        }
        return points.map {
            Coordinate(
                longitude: ($0.longitude * 1e7).rounded() / 1e7,
                latitude: ($0.latitude * 1e7).rounded() / 1e7)
        }
    }

    private func middle(_ a: Coordinate, _ b: Coordinate, sideways: Double) -> Coordinate {
        let latitude = (a.latitude + b.latitude) / 2
        let scale = cos(latitude * .pi / 180)
        let (x, y) = ((b.longitude - a.longitude) * scale, b.latitude - a.latitude)
        return Coordinate(
            longitude: (a.longitude + b.longitude) / 2 - y * sideways / scale,
            latitude: latitude + x * sideways)
    }
}

extension LineRecipe {
    /// A front like those in the news: 24,577 vertices, about 1,220 km, rough down to 50 m.
    public static let dense = LineRecipe(
        name: "dense",
        corners: [
            (35.9, 51.3), (36.6, 50.3), (37.9, 50.0), (37.85, 49.2), (38.1, 48.6), (37.7, 48.1),
            (37.2, 47.8), (36.2, 47.6), (35.3, 47.5), (34.4, 47.5), (33.4, 46.9), (32.6, 46.6),
            (32.0, 46.5),
        ].map { Coordinate(longitude: $0.0, latitude: $0.1) },
        halvings: 11, roughness: 0.14, decay: 0.97)
    /// A coast: 16,385 vertices, fjords and headlands, three times as long as it looks.
    public static let coast = LineRecipe(
        name: "coast",
        corners: [(5.0, 58.5), (5.2, 60.5), (6.5, 62.6), (10.0, 64.0), (13.0, 66.5)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        },
        halvings: 12, roughness: 0.3, decay: 0.97)
    /// A smooth arc: 8,193 vertices, with hardly a bend from one to the next.
    public static let smooth = LineRecipe(
        name: "smooth",
        corners: (0...64).map {
            let t = Double($0) / 64
            return Coordinate(longitude: -72 + 8 * t, latitude: -20 + 3 * sin(2 * .pi * t))
        },
        halvings: 7, roughness: 0, decay: 0)
    /// A line as treaties describe it: 50 vertices about 20 km apart.
    public static let short = LineRecipe(
        name: "50 vertices",
        corners: (0..<50).map {
            let t = Double($0)
            return Coordinate(
                longitude: 20 + 0.25 * t, latitude: 12 + 0.3 * sin(1.7 * t) + 0.4 * sin(0.31 * t))
        },
        halvings: 0, roughness: 0, decay: 0)

    /// All four.
    public static let all = [dense, coast, smooth, short]
}

/// Lines of other sizes.
extension LineRecipe {
    /// The same line with more or fewer vertices.
    public func with(halvings: Int) -> LineRecipe {
        LineRecipe(
            name: name, corners: corners, halvings: halvings, roughness: roughness, decay: decay)
    }

    /// The same corners so many degrees farther east.
    public func moved(east: Double) -> LineRecipe {
        with(
            corners: corners.map {
                Coordinate(longitude: $0.longitude + east, latitude: $0.latitude)
            })
    }

    /// The line enlarged about its first corner, the latitudes kept between 75 degrees north and
    /// south.
    public func scaled(by factor: Double) -> LineRecipe {
        guard let origin = corners.first else { return self }
        return with(
            corners: corners.map {
                Coordinate(
                    longitude: origin.longitude + factor * ($0.longitude - origin.longitude),
                    latitude: max(
                        -75, origin.latitude + factor * ($0.latitude - origin.latitude)))
            })
    }

    private func with(corners: [Coordinate]) -> LineRecipe {
        LineRecipe(
            name: name, corners: corners, halvings: halvings, roughness: roughness, decay: decay)
    }
}
