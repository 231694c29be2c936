import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A normal distribution about a place, circular or elliptic.
///
/// The tiles' coordinates count standard deviations along the two axes. Beyond six of them, where less than
/// a hundred-millionth of all lies, nothing is looked at.
struct NormalShape: WeighedShape {
    private static let reach = 6.0
    private let chart: LocalChart
    /// The standard deviations in metres, the first one along the azimuth.
    private let along: Double
    private let across: Double
    private let sine: Double
    private let cosine: Double

    /// A distribution of which an ellipse with these semi-axes in metres holds a share.
    init(
        _ centre: Coordinate, along: Double, across: Double, azimuth: Double, holding share: Double
    ) {
        let radius = Self.radius(holding: share)
        (self.along, self.across) = (along / radius, across / radius)
        chart = LocalChart(
            centre,
            reach: Self.reach * (self.along * self.along + self.across * self.across).squareRoot(),
            halfWidth: min(self.along, self.across))
        (sine, cosine) = sineAndCosine(degrees: azimuth)
    }

    /// The radius in standard deviations of a circle that holds a share: it holds 1 - exp(-radius^2 / 2).
    private static func radius(holding share: Double) -> Double {
        (-2 * log1p(-share)).squareRoot()
    }

    /// How much larger than an ellipse that holds a share what is looked at is.
    static func growth(holding share: Double) -> Double {
        2.0.squareRoot() * reach / radius(holding: share)
    }

    var enclosingDisc: FootprintDisc { boundingDisc(of: cover[0]) }

    var cover: [Tile] {
        [Tile(u: -Self.reach...Self.reach, v: -Self.reach...Self.reach)]
    }

    var cornerCount: Int { 1 }

    func corner(_ number: Int) -> Coordinate { chart.centre }

    func disc(of tile: Tile) -> FootprintDisc? { boundingDisc(of: tile) }

    private func boundingDisc(of tile: Tile) -> FootprintDisc {
        let (middle, half) = (tile.middle, tile.half)
        let (u, v) = (half.x * along, half.y * across)
        return FootprintDisc(
            centre: place(middle.x, middle.y),
            radius: (u * u + v * v).squareRoot() + chart.error)
    }

    func place(in tile: Tile) -> Coordinate? { place(tile.middle.x, tile.middle.y) }

    func halves(of tile: Tile) -> (Tile, Tile) {
        tile.halves(alongU: tile.half.x * along >= tile.half.y * across)
    }

    func share(of tile: Tile) -> Double { Self.share(tile.u) * Self.share(tile.v) }

    /// The share between two numbers of standard deviations.
    private static func share(_ range: ClosedRange<Double>) -> Double {
        let part = 0.5.squareRoot()
        let (low, high) = (range.lowerBound * part, range.upperBound * part)
        // Of the tails the small numbers themselves are subtracted.
        if low >= 0 { return (erfc(low) - erfc(high)) / 2 }
        if high <= 0 { return (erfc(-high) - erfc(-low)) / 2 }
        return (erf(high) - erf(low)) / 2
    }

    private func place(_ u: Double, _ v: Double) -> Coordinate {
        let (first, second) = (u * along, v * across)
        return chart.place(
            first * sine + second * cosine, first * cosine - second * sine)
    }
}
