import Geodesy

/// A region on the globe, told by how it is covered with tiles and how these are halved.
///
/// All that the search knows of a shape. Of every tile there is a disc that holds what the shape has in
/// it; halving makes the discs smaller.
package protocol TiledShape: Sendable {
    /// A disc that holds the shape.
    var enclosingDisc: FootprintDisc { get }
    /// Tiles that together hold the shape.
    var cover: [Tile] { get }
    /// How many places of the shape, near its border, are looked at first.
    var cornerCount: Int { get }
    /// So many such places are known, of which those beyond the first are worth a look where it costs little.
    var mostCorners: Int { get }
    /// One of them, by its number from 0.
    func corner(_ number: Int) -> Coordinate

    /// A disc that holds what the shape has in a tile; `nil` where that is nothing.
    func disc(of tile: Tile) -> FootprintDisc?
    /// A place that the shape has in a tile; `nil` where none is known.
    func place(in tile: Tile) -> Coordinate?
    /// Two tiles that together hold what the shape has in this one.
    func halves(of tile: Tile) -> (Tile, Tile)
    /// All that is within so many metres of the shape, where that is a shape that is known; else `nil`.
    func widened(by bound: Double) -> (any TiledShape)?
}

extension TiledShape {
    package var mostCorners: Int { cornerCount }

    package func widened(by bound: Double) -> (any TiledShape)? { nil }
}

/// All places within a geodesic distance of one.
package struct FootprintDisc: Hashable, Sendable {
    package var centre: Coordinate
    /// In metres.
    package var radius: Double

    package init(centre: Coordinate, radius: Double) {
        (self.centre, self.radius) = (centre, radius)
    }
}
