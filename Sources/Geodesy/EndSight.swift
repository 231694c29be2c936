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
