/// One part of a reported geometry, in degrees whose longitudes run on beyond 180 where the part does.
enum GeometryPart: Hashable, Sendable {
    case points([SIMD2<Double>])
    case path([SIMD2<Double>])
    /// Rings, each closed; what an odd number of them enclose belongs to the part.
    case polygon([[SIMD2<Double>]])

    var vertices: [SIMD2<Double>] {
        switch self {
        case .points(let all), .path(let all): all
        case .polygon(let rings): rings.flatMap { $0 }
        }
    }

    /// The box of longitudes and latitudes that holds the part.
    var box: Tile { Tile(holding: vertices) ?? Tile(u: 0...0, v: 0...0) }

    /// The tile that covers the part.
    var tile: Tile {
        switch self {
        case .points(let all), .path(let all):
            Tile(u: 0...Double(max(all.count - 1, 0)), v: 0...0)
        case .polygon: box
        }
    }

    /// The box that holds what the part has in a tile; `nil` where that is nothing.
    func box(of tile: Tile) -> Tile? {
        switch self {
        case .points(let all): return Tile(holding: all[Self.numbers(tile)])
        case .path(let all):
            let (first, last) = (tile.u.lowerBound, tile.u.upperBound)
            let inner = Int(first.rounded(.up))...max(Int(last), Int(first.rounded(.up)))
            let ends = [Self.place(first, all), Self.place(last, all)]
            guard let box = Tile(holding: ends) else { return nil }
            guard Double(inner.lowerBound) <= last, let others = Tile(holding: all[inner]) else {
                return box
            }
            return box.union(others)
        case .polygon(let rings):
            return Self.edge(of: rings, in: tile) != nil || contains(tile.middle) ? tile : nil
        }
    }

    /// A place that the part has in a tile.
    func place(in tile: Tile) -> SIMD2<Double>? {
        switch self {
        case .points(let all): return all[Self.numbers(tile).lowerBound]
        case .path(let all): return Self.place(tile.middle.x, all)
        case .polygon(let rings):
            return contains(tile.middle) ? tile.middle : Self.edge(of: rings, in: tile)
        }
    }

    func halves(of tile: Tile) -> (Tile, Tile) {
        switch self {
        case .points:
            let numbers = Self.numbers(tile)
            guard numbers.count > 1 else { return (tile, tile) }
            let middle = (numbers.lowerBound + numbers.upperBound) / 2
            var (first, second) = (tile, tile)
            first.u = tile.u.lowerBound...Double(middle)
            second.u = Double(middle + 1)...tile.u.upperBound
            return (first, second)
        case .path:
            let (least, greatest) = (tile.u.lowerBound, tile.u.upperBound)
            // At a vertex while there is one between.
            var cut = ((least + greatest) / 2).rounded()
            if cut <= least || cut >= greatest { cut = (least + greatest) / 2 }
            var (first, second) = (tile, tile)
            first.u = least...cut
            second.u = cut...greatest
            return (first, second)
        case .polygon: return tile.halvesOfDegrees
        }
    }

    private static func numbers(_ tile: Tile) -> ClosedRange<Int> {
        Int(tile.u.lowerBound)...Int(tile.u.upperBound)
    }

    private static func place(_ parameter: Double, _ path: [SIMD2<Double>]) -> SIMD2<Double> {
        let before = min(Int(parameter), max(path.count - 2, 0))
        let after = min(before + 1, path.count - 1)
        return path[before] + (parameter - Double(before)) * (path[after] - path[before])
    }

    /// Whether an odd number of a polygon's rings enclose a place.
    private func contains(_ place: SIMD2<Double>) -> Bool {
        guard case .polygon(let rings) = self else { return false }
        var isInside = false
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) where (a.y > place.y) != (b.y > place.y) {
                let x = a.x + (place.y - a.y) / (b.y - a.y) * (b.x - a.x)
                if place.x < x { isInside.toggle() }
            }
        }
        return isInside
    }

    /// A place in the tile on the first edge that passes through it.
    private static func edge(
        of rings: [[SIMD2<Double>]], in tile: Tile
    ) -> SIMD2<Double>? {
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) {
                if let place = tile.middle(ofEdgeFrom: a, to: b) { return place }
            }
        }
        return nil
    }
}

extension Tile {
    /// The middle of what lies in the tile of a straight edge; `nil` where it clearly passes by.
    func middle(ofEdgeFrom a: SIMD2<Double>, to b: SIMD2<Double>) -> SIMD2<Double>? {
        // Rounding must not lose an edge that only touches.
        let room = 1e-12
        var (first, last) = (0.0, 1.0)
        let way = b - a
        for axis in 0..<2 {
            let range = axis == 0 ? u : v
            let (low, high) = (range.lowerBound - room, range.upperBound + room)
            if way[axis].magnitude < 1e-300 {
                guard a[axis] >= low, a[axis] <= high else { return nil }
                continue
            }
            let one = (low - a[axis]) / way[axis]
            let other = (high - a[axis]) / way[axis]
            first = max(first, min(one, other))
            last = min(last, max(one, other))
        }
        guard first <= last else { return nil }
        return a + (first + last) / 2 * way
    }
}
