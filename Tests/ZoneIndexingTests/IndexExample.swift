import Geodesy
import LineSearch

@testable import ZoneIndexing

/// What is measured of a position in an open cell in which a limit is all that is open, in metres.
struct IndexExample: Encodable {
    let station: IndexWays.Station
    let longitude, latitude: Double
    /// Bounds of the least chord to the line's chords, and where these decide.
    let leastChord, mostChord, below, above: Double
    /// The fast distance and how far it may be off, and the exact one.
    let distance, error, exact: Double

    /// `nil` for positions in other cells.
    init?(
        _ position: Coordinate, _ station: IndexWays.Station, _ index: ZoneIndex,
        _ grid: VerdictGrid
    ) {
        guard case .open(let open) = grid.find(position), grid.lineAsked(byOpen: open) == 0,
            let line = index.rows.sources.lines[0], let fast = index.fastLines[0],
            let foot = fast.foot(of: position)
        else { return nil }
        let limits = grid.limits(ofOpen: open, line)
        guard limits.below > 0 else { return nil }
        let square = IndexWays.squaredChord(position, grid.run(ofOpen: open), .none, fast)
        self.station = station
        (longitude, latitude) = (position.longitude, position.latitude)
        (leastChord, mostChord) = (square.least.squareRoot(), square.most.squareRoot())
        (below, above) = (limits.below.squareRoot(), limits.above.squareRoot())
        (distance, error) = (foot.distance, foot.error)
        exact = fast.locator.nearest(to: position).distance.metres
    }
}
