#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LineLocator {
    /// On which side of the line a position lies, judged from one place on it.
    func side(at foot: LineFoot) -> LineSide {
        if foot.distance <= coincidence { return .on }
        let edge = edges[foot.edge]
        if foot.t == 1, edge.next >= 0 {
            return sideAtVertex(
                towards: foot.towards, incoming: edge, outgoing: edges[Int(edge.next)])
        }
        let turn = (foot.towards - foot.along) * (.pi / 180)
        if foot.t == 0 || foot.t == 1 {
            let offset = lateralOffset(foot.distance, angle: turn)
            if offset.magnitude <= coincidence { return .none }
        }
        return sin(turn) > 0 ? .right : .left
    }

    /// The side of a direction that leaves an inner vertex: left in the sector that opens, against
    /// the clock, from the outgoing edge to the incoming one.
    private func sideAtVertex(
        towards: Double, incoming: LineEdge, outgoing: LineEdge
    ) -> LineSide {
        let back = incoming.endAzimuth + 180
        let ahead = outgoing.startAzimuth(from: incoming.end)
        let sector = positiveTurn(ahead - back)
        let narrow = min(sector, 360 - sector) * (.pi / 180)
        // Edges that lie on each other within the coincidence show both sides alike.
        if narrow * min(incoming.length, outgoing.length) <= coincidence { return .none }
        return positiveTurn(ahead - towards) < sector ? .left : .right
    }

    /// How far a position lies beyond the perpendicular at an open end, in metres; 0 or less for
    /// one that does not, and for places that are no open end.
    func beyondEnd(at foot: LineFoot) -> Double {
        let edge = edges[foot.edge]
        if foot.t == 1, edge.next < 0 { return alongOffset(foot) }
        if foot.t == 0, edge.previous < 0 { return -alongOffset(foot) }
        return 0
    }

    /// How far ahead of a place on the line the position's foot on the line's prolongation is.
    func alongOffset(_ foot: LineFoot) -> Double {
        let angle = foot.distance / WGS84.meanRadius
        let cosine = cos((foot.towards - foot.along) * (.pi / 180))
        // Farther than a fifth of the globe only the sign has a meaning.
        guard angle > 1e-3, angle < 1.25 else { return foot.distance * cosine }
        return WGS84.meanRadius * atan2(sin(angle) * cosine, cos(angle))
    }
}

/// How far a position at a distance, seen under an angle in radians from a direction, lies off it.
func lateralOffset(_ distance: Double, angle: Double) -> Double {
    let arc = distance / WGS84.meanRadius
    guard arc > 1e-3 else { return distance * sin(angle) }
    return WGS84.meanRadius * asin(max(-1, min(1, sin(arc) * sin(angle))))
}

/// An angle in degrees brought to [0, 360).
private func positiveTurn(_ degrees: Double) -> Double {
    let turn = degrees.remainderModuloTurn
    return turn < 0 ? turn + 360 : turn
}
