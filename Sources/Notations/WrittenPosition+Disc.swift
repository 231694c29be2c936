import Geodesy
public import Zones

extension WrittenPosition {
    /// The smallest disc that covers every place that the text may stand for.
    ///
    /// An MGRS reference names a cell, and so the whole of it, also where the border of its zone
    /// cuts it: the centre is the cell's, and the bound reaches its corners. Angles and metres are
    /// covered as the rule says: rounded ones half a unit of their last place either way, truncated
    /// ones one unit away from the equator and from Greenwich, or to both sides of a zero that
    /// neither letter nor sign puts on one.
    ///
    /// - Units: metres on the ellipsoid.
    /// - Boundary: a latitude of 90 degrees is the pole, whatever its longitude; cells that would
    ///   reach beyond a pole end there. The centre's longitude lies in [-180, 180].
    /// - Accuracy: the bound is never too small. Where both units are a second or less it is too
    ///   large by at most 0.1 mm, for cells of the grid by 0.6 % at 100 km and a millionth at 10 m,
    ///   else by 1 µm.
    ///
    /// - Parameter rule: what the digits that were not written leave open.
    public func disc(_ rule: PrecisionRule = .standard) -> PositionDisc {
        switch extent(rule) {
        case .exact: exact
        case .grid(let cell): cell.disc
        case .degrees(let cell): cell.disc
        }
    }

    /// All places that the text may stand for, as the region that they are; `nil` where that is one place, or
    /// no more is known of it than the disc.
    ///
    /// A cell of MGRS and metres are a rectangle of their grid, angles a box of longitudes and latitudes.
    /// What the digits leave open is as `disc(_:)` has it.
    ///
    /// - Boundary: a latitude of 90 degrees is the pole, about which the disc lies.
    ///
    /// - Parameter rule: what the digits that were not written leave open.
    public func footprint(_ rule: PrecisionRule = .standard) -> Footprint? {
        region(rule).footprint
    }

    /// The disc and the footprint at once.
    package func region(_ rule: PrecisionRule) -> (disc: PositionDisc, footprint: Footprint?) {
        switch extent(rule) {
        case .exact: (exact, nil)
        case .grid(let cell):
            // None of them is too large to be one.
            (cell.disc, isCell || cell.isInRange ? try? .grid(cell) : nil)
        case .degrees(let cell): (cell.disc, cell.footprint)
        }
    }

    private enum Extent {
        case exact
        case grid(GridCell)
        case degrees(DegreeCell)
    }

    private var isCell: Bool { if case .cell = storage { true } else { false } }

    private func extent(_ rule: PrecisionRule) -> Extent {
        let cell: GridCell?
        switch storage {
        case .cell(var place, let side):
            place.easting += side / 2
            place.northing += side / 2
            cell = GridCell(about: place, halfEasting: side / 2, halfNorthing: side / 2)
        case .metres(let place, let easting, let northing):
            guard rule.decimals == .asWritten else { return .exact }
            cell = GridCell(about: place, halfEasting: easting / 2, halfNorthing: northing / 2)
        case .degrees(let latitude, let longitude):
            let cell = DegreeCell(latitude, longitude, rule)
            return cell.isPlace ? .exact : .degrees(cell)
        }
        // Reading has checked the range of the grid.
        return cell.map { .grid($0) } ?? .exact
    }

    private var exact: PositionDisc { PositionDisc(centre: coordinate, bound: .zero) }
}
