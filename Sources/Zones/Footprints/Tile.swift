/// A rectangle in the own coordinates of a shape, by which the shape is covered and halved.
package struct Tile: Hashable, Sendable {
    /// The first coordinate runs between these, of tiles that are a run of vertices from one to the last.
    package var u: ClosedRange<Double>
    /// The second coordinate runs between these.
    package var v: ClosedRange<Double>
    /// The part of the shape, where it has several.
    package var part: Int32 = 0

    package init(u: ClosedRange<Double>, v: ClosedRange<Double>, part: Int32 = 0) {
        (self.u, self.v, self.part) = (u, v, part)
    }

    /// The middle of the tile.
    var middle: SIMD2<Double> {
        [(u.lowerBound + u.upperBound) / 2, (v.lowerBound + v.upperBound) / 2]
    }
    /// Half of the tile's extents.
    var half: SIMD2<Double> {
        [(u.upperBound - u.lowerBound) / 2, (v.upperBound - v.lowerBound) / 2]
    }
    /// The place in the tile that is nearest to 0, 0.
    var nearestToOrigin: SIMD2<Double> {
        [max(u.lowerBound, min(u.upperBound, 0)), max(v.lowerBound, min(v.upperBound, 0))]
    }

    /// The tile cut in the middle of its first, or of its second coordinate.
    func halves(alongU: Bool) -> (Tile, Tile) {
        var (first, second) = (self, self)
        let middle = middle
        if alongU {
            first.u = u.lowerBound...middle.x
            second.u = middle.x...u.upperBound
        } else {
            first.v = v.lowerBound...middle.y
            second.v = middle.y...v.upperBound
        }
        return (first, second)
    }
}
