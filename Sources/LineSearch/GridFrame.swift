import Geodesy

/// A box of longitudes and latitudes, divided into cells by halving.
///
/// A place in the box is named by two whole numbers of 30 bits; a cell by the leading bits of both.
package struct GridFrame: Sendable {
    /// Degrees; the box runs from `west` eastward, maybe over the antimeridian.
    package let west: Double
    package let south: Double
    package let width: Double
    package let height: Double
    package let columnBits: Int
    package let rowBits: Int
    /// 30-bit units in a degree.
    package let columnScale: Double
    package let rowScale: Double

    /// How many bits name a place along each axis.
    package static let bits = 30

    /// There are at most so many halvings from west to east: the blocks of a row of cells are numbered
    /// with as many bits.
    private static let mostColumnBits = 15

    /// A box divided into about `2^cellBits` cells, as square as halving allows.
    package init(_ extent: GlobeExtent, cellBits: Int) {
        (west, width) = extent.longitudes
        south = extent.south
        height = extent.north - extent.south
        let middle = fastSineAndCosine(degrees: extent.leastLatitudeMagnitude).cosine
        // How many doublings the box is wider than high.
        var excess = 0
        var ratio = width * middle / height
        while ratio > 1.5, excess < cellBits { (ratio, excess) = (ratio / 2, excess + 1) }
        while ratio < 0.75, excess > -cellBits { (ratio, excess) = (ratio * 2, excess - 1) }
        columnBits = max(0, min(cellBits, Self.mostColumnBits, (cellBits + excess) / 2))
        rowBits = cellBits - columnBits
        let units = Double(1 << Self.bits)
        columnScale = units / width
        rowScale = units / height
    }

    /// Whether the box lies on the globe without reaching the antimeridian or a pole, so that what
    /// rounding brings into it is on the globe as well.
    package var isPlain: Bool {
        west > -180 && west + width < 180 && south > -90 && south + height < 90
    }

    /// The longitude of a column's western side when there are `2^bits` columns; maybe beyond 180.
    @inline(__always)
    package func longitude(ofColumn column: Int, bits: Int) -> Double {
        west + Double(column) * (width / Double(1 << bits))
    }

    /// The latitude of a row's southern side when there are `2^bits` rows.
    @inline(__always)
    package func latitude(ofRow row: Int, bits: Int) -> Double {
        south + Double(row) * (height / Double(1 << bits))
    }
}

/// A cell of a frame: the column and row at the given numbers of bits.
package struct GridCell {
    package var column: Int
    package var row: Int
    package var columnBits: Int
    package var rowBits: Int

    package init(column: Int, row: Int, columnBits: Int, rowBits: Int) {
        self.column = column
        self.row = row
        self.columnBits = columnBits
        self.rowBits = rowBits
    }

    /// One of the four quarters: 0 south-west, 1 south-east, 2 north-west, 3 north-east.
    @inline(__always)
    package func quarter(_ number: Int) -> GridCell {
        GridCell(
            column: column * 2 + (number & 1), row: row * 2 + (number >> 1),
            columnBits: columnBits + 1, rowBits: rowBits + 1)
    }
}

extension GridFrame {
    /// A cell's south-western corner.
    package func corner(of cell: GridCell) -> Coordinate {
        Coordinate(
            longitude: longitude(ofColumn: cell.column, bits: cell.columnBits),
            latitude: latitude(ofRow: cell.row, bits: cell.rowBits))
    }

    /// The coarsest cells, from which quartering leads to those of the frame.
    package var roots: [GridCell] {
        let depth = min(columnBits, rowBits)
        let (c, r) = (columnBits - depth, rowBits - depth)
        return (0..<(1 << r)).flatMap { row in
            (0..<(1 << c)).map {
                GridCell(column: $0, row: row, columnBits: c, rowBits: r)
            }
        }
    }

    /// The middle of a cell, and a radius in metres within which all of the cell lies.
    ///
    /// The radius is that of a path straight in longitude and latitude, which is no shorter than the
    /// geodesic, with the greatest scales of the cell, and room for rounding at its sides.
    @inline(__always)
    package func disc(of cell: GridCell) -> (centre: GlobePoint, radius: Double) {
        let columnWidth = width / Double(1 << cell.columnBits)
        let rowHeight = height / Double(1 << cell.rowBits)
        let longitude = west + (Double(cell.column) + 0.5) * columnWidth
        let latitude = south + (Double(cell.row) + 0.5) * rowHeight
        let centre = GlobePoint(longitude: longitude, latitude: latitude)
        let halfHeight = (rowHeight * 0.5 + 3 / rowScale) * (.pi / 180)
        let halfWidth = (columnWidth * 0.5 + 3 / columnScale) * (.pi / 180)
        // The cosine changes by no more than the latitude.
        let cosine = min(
            1, (centre.nx * centre.nx + centre.ny * centre.ny).squareRoot() + halfHeight)
        let north = halfHeight * PathBounds.greatestRadius
        let east = halfWidth * PathBounds.greatestRadius * cosine
        return (centre, (north * north + east * east).squareRoot())
    }
}
