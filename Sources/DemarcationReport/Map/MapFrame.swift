/// The part of the projected plane that a map shows, and where on the sheet it is.
package struct MapFrame: Hashable, Sendable {
    /// The middle of the part, in metres.
    package let middle: MapPoint
    /// How many metres a pixel has.
    package let metresPerPixel: Double
    /// Where on the sheet it is, in pixels.
    package let left: Double
    package let top: Double
    package let width: Double
    package let height: Double

    /// A frame in which points are, with room about them.
    ///
    /// One place alone gets 2 km about it.
    package init(
        about points: some Sequence<MapPoint>, left: Double, top: Double, width: Double,
        height: Double, room: Double = 0.05
    ) {
        var (least, greatest) = (MapPoint(.infinity, .infinity), MapPoint(-.infinity, -.infinity))
        for point in points where point.x.isFinite && point.y.isFinite {
            least = MapPoint(min(least.x, point.x), min(least.y, point.y))
            greatest = MapPoint(max(greatest.x, point.x), max(greatest.y, point.y))
        }
        if !least.x.isFinite { (least, greatest) = (MapPoint(0, 0), MapPoint(0, 0)) }
        middle = MapPoint((least.x + greatest.x) / 2, (least.y + greatest.y) / 2)
        let (across, along) = (
            max(1000, greatest.x - least.x), max(1000, greatest.y - least.y)
        )
        metresPerPixel = max(across / width, along / height) * (1 + 2 * room)
        (self.left, self.top, self.width, self.height) = (left, top, width, height)
    }

    /// Where on the sheet a point of the plane is.
    package func pixel(_ point: MapPoint) -> MapPoint {
        MapPoint(
            left + width / 2 + (point.x - middle.x) / metresPerPixel,
            top + height / 2 - (point.y - middle.y) / metresPerPixel)
    }

    /// Which point of the plane a place on the sheet is.
    package func point(_ pixel: MapPoint) -> MapPoint {
        MapPoint(
            middle.x + (pixel.x - left - width / 2) * metresPerPixel,
            middle.y - (pixel.y - top - height / 2) * metresPerPixel)
    }

    /// Whether a place on the sheet is in the frame.
    package func holds(_ pixel: MapPoint) -> Bool {
        pixel.x >= left && pixel.x <= left + width && pixel.y >= top && pixel.y <= top + height
    }
}
