/// An edge of a ring as a sweep from west to east takes it: moved by whole turns, its west end first.
///
/// Of two ends on one meridian the southern is first.
struct SweptEdge {
    /// An end, with the whole turns in degrees that are added to its longitude.
    struct End {
        let place: Coordinate
        let turn: Double

        /// Less than, equal to or greater than zero as this end comes before, with or after another in
        /// the sweep; exact.
        func order(to other: End) -> Int {
            let east = PolygonGeometry.compare(
                place.longitude, turn: turn - other.turn, to: other.place.longitude)
            if east != 0 { return east }
            return place.latitude == other.place.latitude
                ? 0 : place.latitude < other.place.latitude ? -1 : 1
        }

        /// Whether it lies between the meridians of -180 and 180 degrees, these included.
        var isOnMap: Bool {
            PolygonGeometry.compare(place.longitude, turn: turn, to: -180) >= 0
                && PolygonGeometry.compare(place.longitude, turn: turn, to: 180) <= 0
        }
    }

    /// The edge by its number.
    let edge: Int
    let first: End
    let last: End
    /// Whether the edge runs from the first end to the last.
    let isForward: Bool

    init(_ edge: RingEdge, number: Int, shift: Double) {
        self.edge = number
        let from = End(place: edge.from, turn: shift)
        let to = End(place: edge.to, turn: shift + edge.turn)
        isForward = from.order(to: to) < 0
        (first, last) = isForward ? (from, to) : (to, from)
    }

    /// The same edge wherever it shows on the map: one that passes the antimeridian, or ends on it, on
    /// both sides.
    static func all(of edge: RingEdge, number: Int) -> [SweptEdge] {
        let ends = (edge.from.longitude, edge.from.longitude + edge.span)
        let isInner = max(ends.0.magnitude, ends.1.magnitude) < 179
        let shifts: [Double] = isInner ? [0] : [-360, 0, 360]
        return shifts.map { SweptEdge(edge, number: number, shift: $0) }.filter {
            let isWest = PolygonGeometry.compare(
                $0.last.place.longitude, turn: $0.last.turn, to: -180)
            let isEast = PolygonGeometry.compare(
                $0.first.place.longitude, turn: $0.first.turn, to: 180)
            return isWest >= 0 && isEast <= 0
        }
    }

    /// On which side of the edge's line a place lies, looked along from the first end; exact.
    ///
    /// 1 is to the north, -1 to the south, 0 on it; west of a meridian counts as north.
    func side(of end: End) -> Int {
        orientation(
            first.place, turn: first.turn - end.turn, last.place, turn: last.turn - end.turn,
            end.place)
    }

    /// Whether the two cross at a place that is an end of neither.
    func crosses(_ other: SweptEdge) -> Bool {
        side(of: other.first) * side(of: other.last) < 0
            && other.side(of: first) * other.side(of: last) < 0
    }
}
