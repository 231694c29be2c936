import Geodesy

/// A path of two legs within a cell: along its southern side from its south-western corner to below
/// a position, then up the meridian to it.
///
/// Whether a ring crosses it an odd number of times tells whether corner and position are on
/// different sides of the ring. Corners of the path that lie on an edge or a vertex need no special
/// case: an edge counts as below a position when the position is strictly above it and its longitude
/// lies from the edge's western end on, short of its eastern end. Along the southern side the parity
/// of edges below changes where edges pass through it: of edges that go down eastward, after the
/// passage, of others, at it.
struct CornerPath {
    let position: Coordinate
    /// The whole turn that brings the position's longitude into the frame.
    let turn: Double
    /// The place below the position on the southern side.
    let corner: Coordinate

    @inline(__always)
    init(to position: Coordinate, turn: Double, south: Double) {
        self.position = position
        self.turn = turn
        corner = Coordinate(longitude: position.longitude, latitude: south)
    }

    /// What an edge does to the path.
    struct Crossing {
        /// Whether the edge changes the parity between the corner of the cell and the position.
        var isOdd: Bool
        /// Whether the position is on the edge.
        var isOn: Bool
    }

    /// How an edge crosses the path, without the passages of the southern side west of the cell's
    /// corner (`passesBefore`).
    @inline(__always)
    func crossing(_ edge: PolygonEdge) -> Crossing {
        let p = position
        let start = PolygonEdge.compare(edge.from.longitude, edge.turnFrom - turn, to: p.longitude)
        let end = PolygonEdge.compare(edge.to.longitude, edge.turnTo - turn, to: p.longitude)
        let side = edge.isAbove(p, turn: turn)
        let low = min(edge.from.latitude, edge.to.latitude)
        let high = max(edge.from.latitude, edge.to.latitude)
        let isOn = side == 0 && start * end <= 0 && p.latitude >= low && p.latitude <= high
        if edge.isOnlyTouched { return Crossing(isOdd: false, isOn: isOn) }
        let (west, east) = start <= end ? (start, end) : (end, start)
        let isInRange = west <= 0 && east > 0
        let passes = low < corner.latitude && high >= corner.latitude
        guard isInRange || passes else { return Crossing(isOdd: false, isOn: isOn) }
        let fromCorner = edge.isAbove(corner, turn: turn) > 0
        var isOdd = isInRange && (side > 0) != fromCorner
        if passes, Self.hasPassed(edge, isCornerAbove: fromCorner) { isOdd.toggle() }
        return Crossing(isOdd: isOdd, isOn: isOn)
    }

    /// Whether an edge counts as below a place of the frame.
    static func isBelow(_ edge: PolygonEdge, _ place: Coordinate) -> Bool {
        guard !edge.isOnlyTouched else { return false }
        let start = PolygonEdge.compare(edge.from.longitude, edge.turnFrom, to: place.longitude)
        let end = PolygonEdge.compare(edge.to.longitude, edge.turnTo, to: place.longitude)
        return min(start, end) <= 0 && max(start, end) > 0 && edge.isAbove(place, turn: 0) > 0
    }

    /// Whether an edge passes the southern side at or west of the cell's south-western corner.
    static func passesBefore(_ edge: PolygonEdge, corner: Coordinate) -> Bool {
        let low = min(edge.from.latitude, edge.to.latitude)
        let high = max(edge.from.latitude, edge.to.latitude)
        guard !edge.isOnlyTouched, low < corner.latitude, high >= corner.latitude else {
            return false
        }
        return hasPassed(edge, isCornerAbove: edge.isAbove(corner, turn: 0) > 0)
    }

    /// Whether the passage of an edge through the southern side counts as west of a place on it.
    ///
    /// Of an edge that goes down eastward the place must be above it; of one that goes up, or of a
    /// meridian, not above, which for a meridian is east of it or on it.
    @inline(__always)
    private static func hasPassed(_ edge: PolygonEdge, isCornerAbove: Bool) -> Bool {
        let isUp =
            edge.runsEast
            ? edge.from.latitude < edge.to.latitude : edge.to.latitude < edge.from.latitude
        return isUp ? !isCornerAbove : isCornerAbove
    }
}
