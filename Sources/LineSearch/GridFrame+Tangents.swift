import Geodesy

extension GridFrame {
    /// How places move with longitude and latitude about the middle of a cell.
    package struct Tangents {
        /// The way in metres along a cell of the frame eastward and northward, on the tangent plane.
        package let east: SIMD3<Double>
        package let north: SIMD3<Double>
        /// No place of the cell is farther from the tangent plane's than this, in metres.
        package let bend: Double
    }

    /// The tangents about the middle of a cell, given by its place on the globe; `nil` where the middle
    /// lies on a pole or beyond.
    ///
    /// What they leave out is at most half of the second derivatives, which are no longer than the
    /// radius of the parallel in longitude, and than that of the meridian, or 3 % more, otherwise.
    package func tangents(of cell: GridCell, around c: GlobePoint) -> Tangents? {
        let middle = latitude(ofRow: 2 * cell.row + 1, bits: cell.rowBits + 1)
        guard middle.magnitude < 90 else { return nil }
        let radian = Double.pi / 180
        let columnWidth = width / Double(1 << columnBits) * radian
        let rowHeight = height / Double(1 << rowBits) * radian
        let w2 = 1 - WGS84.e2 * c.nz * c.nz
        let meridian = WGS84.a * (1 - WGS84.e2) / (w2 * w2.squareRoot())
        let across = (c.nx * c.nx + c.ny * c.ny).squareRoot()
        let (cosine, sine) = across > 0 ? (c.nx / across, c.ny / across) : (1, 0)
        let a = 0.5 * width / Double(1 << cell.columnBits) * radian + 3 / columnScale * radian
        let b = 0.5 * height / Double(1 << cell.rowBits) * radian + 3 / rowScale * radian
        return Tangents(
            east: Vector3(-c.y, c.x, 0) * columnWidth,
            north: Vector3(-c.nz * cosine, -c.nz * sine, across) * (meridian * rowHeight),
            bend: PathBounds.bend(longitude: a, latitude: b, cosine: min(1, across + b)))
    }
}
