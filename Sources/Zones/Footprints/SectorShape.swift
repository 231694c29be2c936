import Geodesy

/// What is seen from a place between two directions and two distances.
///
/// The tiles' first coordinate is the azimuth in degrees, which may run on beyond 360, the second the
/// distance in metres.
struct SectorShape: TiledShape {
    private let chart: LocalChart
    private let azimuths: ClosedRange<Double>
    private let distances: ClosedRange<Double>
    /// Half of the lesser of depth and width at the far end, in metres.
    private let halfWidth: Double

    /// A sector between azimuths in degrees, at most 360 apart, and distances in metres.
    init(_ observer: Coordinate, azimuths: ClosedRange<Double>, distances: ClosedRange<Double>) {
        (self.azimuths, self.distances) = (azimuths, distances)
        let whole = Tile(u: azimuths, v: distances)
        halfWidth = min(whole.half.y, whole.half.x * .pi / 180 * distances.upperBound)
        chart = LocalChart(observer, reach: distances.upperBound, halfWidth: halfWidth)
    }

    private var whole: Tile { Tile(u: azimuths, v: distances) }

    var enclosingDisc: FootprintDisc { boundingDisc(of: whole, in: chart) }

    /// The same about where the geodesic leads.
    var exactDisc: FootprintDisc {
        let exact = LocalChart(
            chart.centre, reach: distances.upperBound, greatestError: 0)
        return boundingDisc(of: whole, in: exact)
    }

    var cover: [Tile] { [whole] }

    var cornerCount: Int { 6 }

    func corner(_ number: Int) -> Coordinate {
        // The nearer one and the farther in turn, of the middle first. The chart's error falls faster than the
        // width towards the observer.
        let inward = chart.inward(halfWidth: halfWidth)
        let (middle, half) = (whole.middle, inward * whole.half)
        let azimuth =
            number < 2 ? middle.x : number < 4 ? middle.x - half.x : middle.x + half.x
        return place(
            azimuth, number & 1 == 0 ? middle.y - half.y : middle.y + half.y, in: chart)
    }

    func disc(of tile: Tile) -> FootprintDisc? { boundingDisc(of: tile, in: chart) }

    /// About the middle of the tile, or about the observer, whichever is smaller.
    ///
    /// From the middle a way leads along the circle and then the ray, whose length is that of the straight one
    /// in metres of both at most; the circle is no longer than in the plane.
    private func boundingDisc(of tile: Tile, in chart: LocalChart) -> FootprintDisc {
        let (middle, half) = (tile.middle, tile.half)
        let turn = half.x * .pi / 180
        let farthest = tile.v.upperBound
        let radius = (half.y * half.y + turn * turn * farthest * farthest).squareRoot()
        return radius < farthest
            ? FootprintDisc(
                centre: place(middle.x, middle.y, in: chart), radius: radius + chart.error)
            : FootprintDisc(centre: chart.centre, radius: farthest)
    }

    func place(in tile: Tile) -> Coordinate? { place(tile.middle.x, tile.middle.y, in: chart) }

    func halves(of tile: Tile) -> (Tile, Tile) {
        tile.halves(
            alongU: tile.half.x * .pi / 180 * tile.v.upperBound >= tile.half.y)
    }

    private func place(
        _ azimuth: Double, _ distance: Double, in chart: LocalChart
    ) -> Coordinate {
        let (sine, cosine) = sineAndCosine(degrees: azimuth)
        return chart.place(distance * sine, distance * cosine)
    }
}
