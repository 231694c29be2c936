import Geodesy

/// What is seen from a place between two directions and two distances.
///
/// The tiles' first coordinate is the azimuth in degrees, which may run on beyond 360, the second the
/// distance in metres.
struct SectorShape: TiledShape {
    let observer: Coordinate
    private let azimuths: ClosedRange<Double>
    private let distances: ClosedRange<Double>

    /// A sector between azimuths in degrees, at most 360 apart, and distances in metres.
    init(_ observer: Coordinate, azimuths: ClosedRange<Double>, distances: ClosedRange<Double>) {
        (self.observer, self.azimuths, self.distances) = (observer, azimuths, distances)
    }

    private var whole: Tile { Tile(u: azimuths, v: distances) }

    var enclosingDisc: FootprintDisc { boundingDisc(of: whole) }

    var cover: [Tile] { [whole] }

    var cornerCount: Int { 6 }

    func corner(_ number: Int) -> Coordinate {
        let azimuth =
            number < 2 ? whole.middle.x : number < 4 ? azimuths.lowerBound : azimuths.upperBound
        // The nearer one and the farther in turn, of the middle first.
        return place(azimuth, number & 1 == 0 ? distances.lowerBound : distances.upperBound)
    }

    func disc(of tile: Tile) -> FootprintDisc? { boundingDisc(of: tile) }

    /// About the middle of the tile, or about the observer, whichever is smaller.
    ///
    /// From the middle a way leads along the circle and then the ray, whose length is that of the straight one
    /// in metres of both at most; the circle is no longer than in the plane.
    private func boundingDisc(of tile: Tile) -> FootprintDisc {
        let (middle, half) = (tile.middle, tile.half)
        let turn = half.x * .pi / 180
        let farthest = tile.v.upperBound
        let radius = (half.y * half.y + turn * turn * farthest * farthest).squareRoot()
        return radius < farthest
            ? FootprintDisc(centre: place(middle.x, middle.y), radius: radius)
            : FootprintDisc(centre: observer, radius: farthest)
    }

    func place(in tile: Tile) -> Coordinate? { place(tile.middle.x, tile.middle.y) }

    func halves(of tile: Tile) -> (Tile, Tile) {
        tile.halves(
            alongU: tile.half.x * .pi / 180 * tile.v.upperBound >= tile.half.y)
    }

    private func place(_ azimuth: Double, _ distance: Double) -> Coordinate {
        if distance == 0 { return observer }
        return Geodesic.direct(
            from: observer, azimuth: Azimuth(degrees: azimuth), distance: .metres(distance)
        ).position
    }
}
