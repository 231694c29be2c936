import Geodesy
import Zones

/// A rectangle of a UTM zone or of a polar grid about a place.
struct GridCell: GridSquare {
    private let middle: GridPlace
    /// The middle on the globe, which is asked for most.
    private let position: Coordinate
    let half: (easting: Double, northing: Double)
    let leastScale: Double

    /// A rectangle from half of its sides in metres; `nil` outside the grid.
    init?(about middle: GridPlace, halfEasting: Double, halfNorthing: Double) {
        guard let (position, scale) = middle.onGlobe else { return nil }
        (self.middle, self.position) = (middle, position)
        half = (halfEasting, halfNorthing)
        // The scale is least on the central meridian of a zone, or at the pole, and grows away from
        // it by less than `slope` a metre, up to the edges of the grids' ranges (tests hold it
        // against the grids' corners).
        let (least, slope) = middle.zone == 0 ? (0.994, 4e-8) : (0.9996, 2e-8)
        leastScale = max(least, scale - slope * Self.reach(half))
    }

    /// Whether all of it lies in the range of the grid, which is a rectangle; so do cells of MGRS, but metres may be
    /// written at an edge.
    var isInRange: Bool {
        [(-1.0, -1.0), (-1, 1), (1, -1), (1, 1)].allSatisfy {
            moved(half.easting * $0.0, half.northing * $0.1).onGlobe != nil
        }
    }

    func place(easting: Double, northing: Double) -> Coordinate {
        if easting == 0, northing == 0 { return position }
        return moved(easting, northing).onGlobe?.position
            ?? Coordinate(longitude: .nan, latitude: .nan)
    }

    private func moved(_ easting: Double, _ northing: Double) -> GridPlace {
        var place = middle
        place.easting += easting
        place.northing += northing
        return place
    }

    /// Half of a diagonal.
    private static func reach(_ half: (easting: Double, northing: Double)) -> Double {
        (half.easting * half.easting + half.northing * half.northing).squareRoot()
    }

    /// The smallest disc that covers it.
    ///
    /// Both grids are conformal: a way of length s on the grid is s / k long on the ellipsoid,
    /// where k is the scale along it, in every direction. The straight way on the grid from the
    /// centre to a place of the rectangle is no longer than half the diagonal, and the geodesic is
    /// no longer than that way. So half the diagonal by the least scale in the rectangle bounds
    /// them all; no edge can bulge out.
    var disc: PositionDisc {
        // The projection is accurate to 5 nm, degrees hold 2 nm.
        PositionDisc(
            centre: position,
            bound: .metres(Self.reach(half) / leastScale * (1 + 1e-12) + 1e-7))
    }

    static func == (a: GridCell, b: GridCell) -> Bool { a.middle == b.middle && a.half == b.half }

    func hash(into hasher: inout Hasher) {
        hasher.combine(middle)
        hasher.combine(half.easting)
        hasher.combine(half.northing)
    }
}
