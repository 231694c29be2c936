import Geodesy

/// A circle or an ellipse about a place.
///
/// In the chart about the place an ellipse of the plane; its own coordinates run from -1 to 1 along both
/// axes, in which it is the unit disc.
package struct RoundShape: TiledShape {
    private let chart: LocalChart
    /// The semi-axes in metres, the first one along the azimuth.
    private let along: Double
    private let across: Double
    private let sine: Double
    private let cosine: Double

    /// An ellipse from its semi-axes in metres and the azimuth of the first in degrees.
    package init(_ centre: Coordinate, along: Double, across: Double, azimuth: Double) {
        (self.along, self.across) = (along, across)
        chart = LocalChart(
            centre, reach: max(along, across), halfWidth: min(along, across))
        (sine, cosine) = sineAndCosine(degrees: azimuth)
    }

    package var enclosingDisc: FootprintDisc {
        FootprintDisc(centre: chart.centre, radius: max(along, across))
    }

    package var cover: [Tile] { [Tile(u: -1...1, v: -1...1)] }

    package var cornerCount: Int { 8 }

    package var mostCorners: Int { Self.directions.count }

    package func corner(_ number: Int) -> Coordinate { corner(at: Self.directions[number]) }

    /// The place at the rim, or a hair within it, where a direction of length 1 along both axes leads.
    package func corner(at direction: SIMD2<Double>) -> Coordinate {
        let inward = chart.inward(halfWidth: min(along, across))
        return place(inward * direction.x, inward * direction.y)
    }

    /// Where corners are on the unit circle: its axes, between these, between those, and so on; each followed by
    /// the opposite, as what lies across a limit mostly has its two sides there.
    private static let directions: [SIMD2<Double>] = {
        var degrees = [0.0, 180, 90, 270]
        for (step, count) in [(45.0, 2), (22.5, 4), (11.25, 8)] {
            for number in 0..<count {
                let one = step + 2 * step * Double(number)
                degrees += [one, one + 180]
            }
        }
        return degrees.map { degrees in
            let (sine, cosine) = sineAndCosine(degrees: degrees)
            // Not beyond the circle by rounding.
            return SIMD2(sine, cosine) * (1 - 0x1p-50)
        }
    }()

    package func disc(of tile: Tile) -> FootprintDisc? {
        let nearest = tile.nearestToOrigin
        guard (nearest * nearest).sum() <= 1 else { return nil }
        let (middle, half) = (tile.middle, tile.half)
        let (u, v) = (half.x * along, half.y * across)
        return FootprintDisc(
            centre: place(middle.x, middle.y),
            radius: (u * u + v * v).squareRoot() + chart.error)
    }

    package func place(in tile: Tile) -> Coordinate? {
        let (middle, nearest) = (tile.middle, tile.nearestToOrigin)
        if (middle * middle).sum() <= 1 { return place(middle.x, middle.y) }
        return (nearest * nearest).sum() <= 1 ? place(nearest.x, nearest.y) : nil
    }

    package func halves(of tile: Tile) -> (Tile, Tile) {
        tile.halves(alongU: tile.half.x * along >= tile.half.y * across)
    }

    package func widened(by bound: Double) -> (any TiledShape)? {
        let radius = along + bound
        guard along == across, radius <= Footprint.greatestReach.metres else { return nil }
        return RoundShape(chart.centre, along: radius, across: radius, azimuth: 0)
    }

    private func place(_ u: Double, _ v: Double) -> Coordinate {
        let (first, second) = (u * along, v * across)
        return chart.place(
            first * sine + second * cosine, first * cosine - second * sine)
    }
}
