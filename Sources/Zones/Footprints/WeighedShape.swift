import Geodesy

/// A region of whose tiles it is known how likely they are.
package protocol WeighedShape: TiledShape {
    /// The probability that the object is in a tile.
    func share(of tile: Tile) -> Double
}

extension RoundShape: WeighedShape {
    package func share(of tile: Tile) -> Double {
        let corners = [
            (tile.u.upperBound, tile.v.upperBound, 1.0), (tile.u.lowerBound, tile.v.upperBound, -1),
            (tile.u.upperBound, tile.v.lowerBound, -1), (tile.u.lowerBound, tile.v.lowerBound, 1),
        ]
        let area = corners.reduce(0) { $0 + $1.2 * UnitDisc.area(westOf: $1.0, southOf: $1.1) }
        return max(0, area) / .pi
    }
}

extension RectangleShape: WeighedShape {
    package func share(of tile: Tile) -> Double { tile.share(of: cover[0]) }
}

extension GridShape: WeighedShape {
    package func share(of tile: Tile) -> Double { tile.share(of: cover[0]) }
}

extension SectorShape: WeighedShape {
    /// By the area, which grows with the square of the distance.
    package func share(of tile: Tile) -> Double {
        func area(_ tile: Tile) -> Double {
            let (near, far) = (tile.v.lowerBound, tile.v.upperBound)
            return (tile.u.upperBound - tile.u.lowerBound) * (far - near) * (far + near)
        }
        let whole = area(cover[0])
        return whole > 0 ? area(tile) / whole : tile.share(of: cover[0])
    }
}

extension DegreeBoxShape: WeighedShape {
    /// By the area on a sphere, which differs from that on the ellipsoid by less than 1 % of the tile's
    /// place in the box.
    package func share(of tile: Tile) -> Double {
        func area(_ tile: Tile) -> Double {
            (tile.u.upperBound - tile.u.lowerBound)
                * (sineAndCosine(degrees: tile.v.upperBound).sine
                    - sineAndCosine(degrees: tile.v.lowerBound).sine)
        }
        let whole = area(cover[0])
        return whole > 0 ? area(tile) / whole : tile.share(of: cover[0])
    }
}

extension Tile {
    /// How much of another tile, of which it is a part, it is; along what has an extent.
    func share(of whole: Tile) -> Double {
        func part(_ own: ClosedRange<Double>, _ all: ClosedRange<Double>) -> Double {
            let length = all.upperBound - all.lowerBound
            return length > 0 ? (own.upperBound - own.lowerBound) / length : 1
        }
        return part(u, whole.u) * part(v, whole.v)
    }
}
