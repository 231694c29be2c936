/// A place on a projected map.
///
/// - Units: metres east and north of the map's centre, or, within a frame, pixels to the right and down.
package struct MapPoint: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

    /// How far another point is.
    func distance(to other: MapPoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// How far the point is from the straight way between two others.
    func distance(from a: MapPoint, to b: MapPoint) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        guard length > 0 else { return distance(to: a) }
        let t = max(0, min(1, ((x - a.x) * dx + (y - a.y) * dy) / length))
        return distance(to: MapPoint(a.x + t * dx, a.y + t * dy))
    }
}
