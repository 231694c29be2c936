import Geodesy

/// A rectangle about a place, in the chart about it.
struct RectangleShape: TiledShape {
    private let chart: LocalChart
    /// Half of its extents in metres, along the heading and across.
    private let along: Double
    private let across: Double
    private let sine: Double
    private let cosine: Double

    /// A rectangle from half of its length along the heading, half of its width across, in metres, and the
    /// heading in degrees.
    init(_ centre: Coordinate, halfLength: Double, halfWidth: Double, heading: Double) {
        (along, across) = (halfLength, halfWidth)
        chart = LocalChart(
            centre, reach: (halfLength * halfLength + halfWidth * halfWidth).squareRoot(),
            halfWidth: min(halfLength, halfWidth))
        (sine, cosine) = sineAndCosine(degrees: heading)
    }

    var enclosingDisc: FootprintDisc {
        FootprintDisc(
            centre: chart.centre, radius: (along * along + across * across).squareRoot())
    }

    var cover: [Tile] { [Tile(u: -along...along, v: -across...across)] }

    var cornerCount: Int { 4 }

    func corner(_ number: Int) -> Coordinate {
        let inward = chart.inward(halfWidth: min(along, across))
        // One and the opposite in turn.
        let sign = number & 1 == 0 ? inward : -inward
        return place(sign * along, (number < 2 ? sign : -sign) * across)
    }

    func disc(of tile: Tile) -> FootprintDisc? {
        let (middle, half) = (tile.middle, tile.half)
        return FootprintDisc(
            centre: place(middle.x, middle.y),
            radius: (half * half).sum().squareRoot() + chart.error)
    }

    func place(in tile: Tile) -> Coordinate? { place(tile.middle.x, tile.middle.y) }

    func halves(of tile: Tile) -> (Tile, Tile) {
        tile.halves(alongU: tile.half.x >= tile.half.y)
    }

    private func place(_ u: Double, _ v: Double) -> Coordinate {
        chart.place(u * sine + v * cosine, u * cosine - v * sine)
    }
}
