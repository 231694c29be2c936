import Geodesy

/// The azimuthal equidistant projection of very many places, by cubics over tiles of one degree.
///
/// A tile is projected at 16 places when the first place in it comes. One whose cubics are off by more than a
/// millimetre between these, such as those near the place opposite the centre, is not used. So a place's point does
/// not depend on which came before it.
///
/// - Accuracy: within 1 cm of `AzimuthalProjection`.
struct ProjectionTiles: Sendable {
    let projection: AzimuthalProjection
    /// By their southwestern corners; `nil` of tiles that are not used.
    private var tiles: [Int32: Tile?] = [:]
    /// The tile that was used last: most places come near others.
    private var last: (key: Int32, tile: Tile?) = (.min, nil)

    init(_ projection: AzimuthalProjection) { self.projection = projection }

    /// Where a place is on the map, in metres.
    mutating func point(_ place: Coordinate) -> MapPoint {
        let west = max(-180, min(179, place.longitude.rounded(.down)))
        let south = max(-90, min(89, place.latitude.rounded(.down)))
        let key = Int32(south) * 360 + Int32(west)
        if key != last.key {
            let tile = tiles[key] ?? Tile(west: west, south: south, projection)
            tiles[key] = .some(tile)
            last = (key, tile)
        }
        return last.tile?.point(place.longitude - west, place.latitude - south)
            ?? projection.point(place)
    }

    /// Takes the tiles of another one of the same projection.
    mutating func add(_ other: ProjectionTiles) {
        if other.tiles.count > tiles.count { tiles.merge(other.tiles) { own, _ in own } }
    }
}

extension ProjectionTiles {
    /// One degree of longitude by one of latitude.
    private struct Tile {
        /// Row `k` holds the points at `k` thirds of a degree north of the southern edge, from west to east.
        private var x: [SIMD4<Double>] = []
        private var y: [SIMD4<Double>] = []

        /// A tile; `nil` where cubics do not hold.
        init?(west: Double, south: Double, _ projection: AzimuthalProjection) {
            func exact(_ east: Double, _ north: Double) -> MapPoint {
                projection.point(
                    Coordinate(longitude: west + east, latitude: south + north))
            }
            for row in 0..<4 {
                let points = (0..<4).map { exact(Double($0) / 3, Double(row) / 3) }
                x.append(SIMD4(points.map(\.x)))
                y.append(SIMD4(points.map(\.y)))
            }
            // Cubics are farthest off in the outer thirds.
            for (east, north) in [(1, 1), (5, 1), (1, 5), (5, 5), (3, 3)] {
                let (east, north) = (Double(east) / 6, Double(north) / 6)
                guard point(east, north).distance(to: exact(east, north)) < 1e-3 else {
                    return nil
                }
            }
        }

        /// The point so many degrees east and north of the corner.
        @inline(__always)
        func point(_ east: Double, _ north: Double) -> MapPoint {
            let (u, v) = (Self.weights(east * 3), Self.weights(north * 3))
            var (x, y) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
            for row in 0..<4 {
                x += self.x[row] * v[row]
                y += self.y[row] * v[row]
            }
            return MapPoint((x * u).sum(), (y * u).sum())
        }

        /// What the values at 0, 1, 2 and 3 count at a place between them, in Lagrange's form.
        @inline(__always)
        private static func weights(_ t: Double) -> SIMD4<Double> {
            let (a, b, c) = (t - 1, t - 2, t - 3)
            let products = SIMD4(a * b * c, t * b * c, t * a * c, t * a * b)
            return products / SIMD4(-6, 2, -2, 6)
        }
    }
}
