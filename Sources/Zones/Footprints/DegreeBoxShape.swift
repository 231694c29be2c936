import Geodesy

/// All places between two longitudes and two latitudes.
///
/// The tiles' coordinates are longitudes and latitudes in degrees; longitudes may run on beyond 180.
struct DegreeBoxShape: TiledShape {
    private let longitudes: ClosedRange<Double>
    private let latitudes: ClosedRange<Double>

    init(longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>) {
        (self.longitudes, self.latitudes) = (longitudes, latitudes)
    }

    private var whole: Tile { Tile(u: longitudes, v: latitudes) }

    var enclosingDisc: FootprintDisc { FootprintDisc(degrees: whole) }

    var cover: [Tile] { [whole] }

    var cornerCount: Int { 4 }

    func corner(_ number: Int) -> Coordinate {
        let isNorth = (number & 1 == 0) == (number < 2)
        return Coordinate(
            turned: number & 1 == 0 ? longitudes.lowerBound : longitudes.upperBound,
            latitude: isNorth ? latitudes.upperBound : latitudes.lowerBound)
    }

    func disc(of tile: Tile) -> FootprintDisc? { FootprintDisc(degrees: tile) }

    func place(in tile: Tile) -> Coordinate? {
        Coordinate(turned: tile.middle.x, latitude: tile.middle.y)
    }

    func halves(of tile: Tile) -> (Tile, Tile) { tile.halvesOfDegrees }
}

extension FootprintDisc {
    /// A disc that holds a tile of longitudes and latitudes.
    ///
    /// A way straight in longitude and latitude is no longer than with the greatest radii all along, and
    /// the geodesic no longer than that way.
    init(degrees tile: Tile) {
        let (middle, half) = (tile.middle, tile.half)
        let (x, y) = tile.metresOfDegrees
        // Degrees hold 15 nm.
        self.init(
            centre: Coordinate(turned: middle.x, latitude: middle.y),
            radius: half == .zero ? 0 : (x * x + y * y).squareRoot() + 1e-7)
    }
}

extension Tile {
    /// Half of the extents of a tile of longitudes and latitudes, in metres at most.
    var metresOfDegrees: (east: Double, north: Double) {
        let nearer =
            v.contains(0) ? 0 : min(v.lowerBound.magnitude, v.upperBound.magnitude)
        let farther = max(v.lowerBound.magnitude, v.upperBound.magnitude)
        let (parallel, _) = WGS84.radii(latitude: nearer)
        let (_, meridian) = WGS84.radii(latitude: farther)
        let half = half * (.pi / 180)
        return (half.x * parallel, half.y * meridian)
    }

    /// The halves of a tile of longitudes and latitudes.
    var halvesOfDegrees: (Tile, Tile) {
        let metres = metresOfDegrees
        return halves(alongU: metres.east >= metres.north)
    }
}

extension Coordinate {
    /// A place at a longitude that may have run on beyond 180 degrees.
    init(turned longitude: Double, latitude: Double) {
        self.init(
            longitude: longitude > 180
                ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
            latitude: latitude)
    }
}
