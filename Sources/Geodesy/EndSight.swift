#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How a position is seen from an open end of a line; lengths in metres.
struct EndSight {
    let edge: Int
    /// The end.
    let place: Coordinate
    let distance: Double
    /// How far beyond the perpendicular at the end the position lies; negative alongside.
    let ahead: Double
    /// How far off the prolongation it lies.
    let beside: Double
    /// The direction in degrees from the position to the end.
    let direction: Double
}

/// Which open ends can become the nearest place, seen from a position.
struct EndReach {
    /// The distance to the nearest place, and the direction in degrees in which it is.
    private let distance: Double
    private let direction: Double
    /// What the position and the line may be off, in metres.
    private let r: Double
    private let a: Double

    init(_ position: Coordinate, nearest: NearestPlace, within r: Double, accuracy a: Double) {
        distance = nearest.distance.metres
        direction = WGS84.inverse(position, nearest.place).azimuthAtStart
        self.r = r
        self.a = a
    }

    /// Whether an end can be nearer than the place that is nearest now.
    ///
    /// Each of both moves by the accuracy. A position that moves comes nearer to the end than to
    /// the other by no more than the difference of the two directions tells: the chord of the angle
    /// between them, which itself grows with the move.
    func holds(_ sight: EndSight) -> Bool {
        var gain = 0.0
        if r > 0 {
            let angle =
                (sight.direction - direction).remainderModuloTurn.magnitude * (.pi / 180)
                + asin(min(1, r / distance)) + asin(min(1, r / sight.distance))
            gain = 2 * r * sin(min(.pi, angle) / 2) * 1.01
        }
        return sight.distance <= distance + 2 * a * 1.01 + gain + coincidence
    }
}

extension LineLocator {
    /// The open ends on a piece that are no farther than `limit` metres from a position.
    func endSights(
        of position: Coordinate, fromPiece number: Int, limit: Double
    ) -> [EndSight] {
        let piece = pieces[number]
        let edge = edges[Int(piece.edge)]
        var sights: [EndSight] = []
        if piece.t0 == 0, edge.previous < 0 {
            sights.append(sight(of: position, from: edge.start, edge.startAzimuth + 180, piece))
        }
        if piece.t1 == 1, edge.next < 0 {
            sights.append(sight(of: position, from: edge.end, edge.endAzimuth, piece))
        }
        return sights.filter { $0.distance <= limit }
    }

    private func sight(
        of position: Coordinate, from end: Coordinate, _ outward: Double, _ piece: LinePiece
    ) -> EndSight {
        let path = WGS84.inverse(end, position)
        let foot = LineFoot(
            distance: path.distance, place: end, edge: Int(piece.edge), t: 1,
            towards: path.azimuthAtStart, along: outward)
        let turn = (path.azimuthAtStart - outward) * (.pi / 180)
        return EndSight(
            edge: Int(piece.edge), place: end, distance: path.distance, ahead: alongOffset(foot),
            beside: lateralOffset(path.distance, angle: turn),
            direction: path.azimuthAtEnd + 180)
    }
}
