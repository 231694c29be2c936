import Geodesy
import LineSearch

/// An edge of a polygon, placed in a grid's frame.
struct PolygonEdge: Sendable {
    let from: Coordinate
    let to: Coordinate
    /// Whole turns of 360 degrees that bring the longitudes of both ends into the frame.
    var turnFrom = 0.0
    var turnTo = 0.0
    let polygon: Int32
    /// Whether it only tells what is on it: the pole that a polygon has a vertex at.
    var isOnlyTouched = false

    /// The ends as numbers in the frame, to a few units in the last place.
    var west: Double { min(from.longitude + turnFrom, to.longitude + turnTo) }
    var east: Double { max(from.longitude + turnFrom, to.longitude + turnTo) }

    /// Appends the edges of a ring, not yet placed, and adds their extent.
    static func append(
        _ ring: [Coordinate], polygon: Int32, to edges: inout [PolygonEdge],
        _ extent: inout GlobeExtent
    ) {
        for (from, to) in zip(ring, ring.dropFirst()) {
            if from.latitude == to.latitude, from.longitude == to.longitude { continue }
            let span = PolygonGeometry.ringEdgeSpan(from: from, to: to)
            let jump = to.longitude - from.longitude - span
            extent.addEdge(from: from, to: to, span: span)
            edges.append(
                PolygonEdge(
                    from: from, to: to,
                    turnTo: jump > 180 ? -360 : jump < -180 ? 360 : 0, polygon: polygon))
        }
        if PolygonGeometry.windsRoundPole(ring) {
            extent.addPole(isSouthern: PolygonGeometry.isSouthern(ring))
        }
        for latitude in [-90.0, 90] where ring.contains(where: { $0.latitude == latitude }) {
            extent.addAllLongitudes()
            edges.append(
                PolygonEdge(
                    from: Coordinate(longitude: -180, latitude: latitude),
                    to: Coordinate(longitude: 180, latitude: latitude), polygon: polygon,
                    isOnlyTouched: true))
        }
    }

    /// The edge at every turn at which some of it is in a frame.
    func placed(in frame: GridFrame) -> [PolygonEdge] {
        [-360.0, 0, 360, 720].compactMap { turn in
            var edge = self
            edge.turnFrom += turn
            edge.turnTo += turn
            let isWithin =
                edge.east >= frame.west - 1e-3 && edge.west <= frame.west + frame.width + 1e-3
            return isWithin ? edge : nil
        }
    }

    /// Whether some of the edge may lie in a box of the frame.
    @inline(__always)
    func mayTouch(west: Double, south: Double, east: Double, north: Double) -> Bool {
        let (ax, bx) = (from.longitude + turnFrom, to.longitude + turnTo)
        let (ay, by) = (from.latitude, to.latitude)
        if max(ax, bx) < west || min(ax, bx) > east || max(ay, by) < south || min(ay, by) > north {
            return false
        }
        // The box lies on one side of the edge's line when its middle is farther off than its half.
        let (dx, dy) = (bx - ax, by - ay)
        let (cx, cy) = ((west + east) / 2 - ax, (south + north) / 2 - ay)
        let half = ((east - west) * dy.magnitude + (north - south) * dx.magnitude) / 2
        let slack = 1e-12 * (dx.magnitude + dy.magnitude) + 1e-18
        return (dx * cy - dy * cx).magnitude <= half + slack
    }

    /// On which side of the edge, seen from its western to its eastern end, a position lies: 1 above,
    /// -1 below, 0 on its line; exact.
    @inline(__always)
    func isAbove(_ p: Coordinate, turn: Double) -> Int {
        let side = orientation(from, turn: turnFrom - turn, to, turn: turnTo - turn, p)
        return runsEast ? side : -side
    }

    /// Whether the edge runs from west to east; of vertical ones, from south to north.
    @inline(__always)
    var runsEast: Bool {
        let isSameTurn = turnFrom == turnTo
        let a = isSameTurn ? from.longitude : from.longitude + turnFrom
        let b = isSameTurn ? to.longitude : to.longitude + turnTo
        return a < b || (a == b && from.latitude < to.latitude)
    }

    /// The sign of `longitude + turn - other`, exactly.
    @inline(__always)
    static func compare(_ longitude: Double, _ turn: Double, to other: Double) -> Int {
        if turn == 0 { return longitude > other ? 1 : longitude < other ? -1 : 0 }
        return PolygonGeometry.compare(longitude, turn: turn, to: other)
    }
}
