public import Geodesy

/// A rectangle of a conformal grid, such as UTM: straight in the grid, not in longitude and latitude.
public protocol GridSquare: Hashable, Sendable {
    /// Half of its sides in metres of the grid, to the east and to the north.
    var half: (easting: Double, northing: Double) { get }
    /// Metres of the grid divided by this, the least scale in the rectangle, are metres on the ellipsoid
    /// at most.
    var leastScale: Double { get }
    /// The place so many metres of the grid east and north of the middle.
    func place(easting: Double, northing: Double) -> Coordinate
}

/// A rectangle of a grid, whose tiles are rectangles of it in metres about the middle.
struct GridShape: TiledShape {
    private let square: any GridSquare
    private let half: (easting: Double, northing: Double)
    private let leastScale: Double

    init(_ square: any GridSquare) {
        self.square = square
        half = square.half
        leastScale = square.leastScale
    }

    private var whole: Tile {
        Tile(u: -half.easting...half.easting, v: -half.northing...half.northing)
    }

    var enclosingDisc: FootprintDisc { boundingDisc(of: whole) }

    var cover: [Tile] { [whole] }

    var cornerCount: Int { 4 }

    func corner(_ number: Int) -> Coordinate {
        // One and the opposite in turn.
        let sign: Double = number & 1 == 0 ? 1 : -1
        return square.place(
            easting: sign * half.easting, northing: (number < 2 ? sign : -sign) * half.northing)
    }

    func disc(of tile: Tile) -> FootprintDisc? { boundingDisc(of: tile) }

    private func boundingDisc(of tile: Tile) -> FootprintDisc {
        let (middle, half) = (tile.middle, tile.half)
        return FootprintDisc(
            centre: square.place(easting: middle.x, northing: middle.y),
            // Projections are accurate to 5 nm, degrees hold 2 nm.
            radius: (half * half).sum().squareRoot() / leastScale * (1 + 1e-12) + 1e-7)
    }

    func place(in tile: Tile) -> Coordinate? {
        square.place(easting: tile.middle.x, northing: tile.middle.y)
    }

    func halves(of tile: Tile) -> (Tile, Tile) {
        tile.halves(alongU: tile.half.x >= tile.half.y)
    }
}
