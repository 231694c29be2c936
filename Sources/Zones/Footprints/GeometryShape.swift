import Geodesy

/// Points, lines and polygons with edges straight in longitude and latitude, together.
///
/// Tiles of points are runs of them, by their numbers; tiles of lines run between two places of the line,
/// by the number of the vertex before and the share of the way to the next; tiles of polygons are boxes of
/// longitudes, which run on beyond 180 degrees where a part does, and latitudes.
struct GeometryShape: TiledShape {
    private let parts: [GeometryPart]
    private let whole: Tile
    private let corners: [Coordinate]

    /// A shape of parts that are not empty, of which there is one at least.
    init(_ parts: [GeometryPart]) {
        self.parts = parts
        corners = Self.corners(of: parts)
        let boxes = parts.map(\.box)
        whole = boxes.dropFirst().reduce(boxes.first ?? Tile(u: 0...0, v: 0...0)) {
            $0.union($1)
        }
    }

    var enclosingDisc: FootprintDisc { FootprintDisc(degrees: whole) }

    var cover: [Tile] {
        parts.indices.map { number in
            var tile = parts[number].tile
            tile.part = Int32(number)
            return tile
        }
    }

    var cornerCount: Int { corners.count }

    func corner(_ number: Int) -> Coordinate { corners[number] }

    /// Some vertices of every part, of many parts of the first ones.
    private static func corners(of parts: [GeometryPart]) -> [Coordinate] {
        let most = max(2, 16 / parts.count)
        return parts.prefix(16).flatMap { part in
            let vertices = part.vertices
            let step = max(1, (vertices.count + most - 1) / most)
            return stride(from: 0, to: vertices.count, by: step).map {
                Coordinate(turned: vertices[$0].x, latitude: vertices[$0].y)
            }
        }
    }

    func disc(of tile: Tile) -> FootprintDisc? {
        parts[Int(tile.part)].box(of: tile).map { FootprintDisc(degrees: $0) }
    }

    func place(in tile: Tile) -> Coordinate? {
        parts[Int(tile.part)].place(in: tile).map { Coordinate(turned: $0.x, latitude: $0.y) }
    }

    func halves(of tile: Tile) -> (Tile, Tile) { parts[Int(tile.part)].halves(of: tile) }
}

extension Tile {
    /// The least box that holds both.
    func union(_ other: Tile) -> Tile {
        Tile(
            u: min(u.lowerBound, other.u.lowerBound)...max(u.upperBound, other.u.upperBound),
            v: min(v.lowerBound, other.v.lowerBound)...max(v.upperBound, other.v.upperBound),
            part: part)
    }

    /// The box of some places; nothing for none.
    init?(holding places: some Collection<SIMD2<Double>>) {
        guard var least = places.first else { return nil }
        var greatest = least
        for place in places {
            least = pointwiseMin(least, place)
            greatest = pointwiseMax(greatest, place)
        }
        self.init(u: least.x...greatest.x, v: least.y...greatest.y)
    }
}
