extension LineLocator {
    /// How positions within `uncertainty` of a position may lie to the open ends of the line.
    ///
    /// Decided as `possibleSides(of:within:)` decides the side: every place on the line that can be
    /// nearest to such a position adds how the position then lies, so that one is certain and two
    /// may be one.
    ///
    /// - Boundary: with no uncertainty, what `NearestPlace.beyondEnd` says; a position on the
    ///   perpendicular itself is alongside.
    /// - Complexity: linear in the edges within d + 2 r.
    public func possibleExtents(
        of position: Coordinate, within uncertainty: Distance
    ) -> LineExtents {
        let nearest = nearest(to: position)
        let r = uncertainty.metres
        guard r > 0 else { return nearest.beyondEnd == nil ? .alongside : .beyondEnd }
        let both: LineExtents = [.alongside, .beyondEnd]
        var extents: LineExtents = []
        var finder = FootFinder(position)
        let point = Vector3(position)
        let limit = nearest.distance.metres + 2 * r
        tree.visit(from: point, reach: Self.greatestChord(ofPath: limit)) { piece, reach in
            guard extents != both else { return 0 }
            let foot = self.foot(on: piece, from: point, &finder)
            if foot.distance <= limit + coincidence {
                extents.formUnion(extentsSeen(from: foot, within: r))
                if canSeeOpenEnd(of: foot.edge, from: position, within: r, limit) {
                    extents.formUnion(.beyondEnd)
                }
            }
            return reach
        }
        return extents.isEmpty ? both : extents
    }

    /// How positions within `r` metres of the one whose foot is given may lie to the line, when
    /// the nearest place is at the foot.
    private func extentsSeen(from foot: LineFoot, within r: Double) -> LineExtents {
        let edge = edges[foot.edge]
        let reach = r * 1.01 + coincidence
        var extents: LineExtents = []
        if alongOffset(foot).magnitude <= reach { extents.formUnion(.alongside) }
        guard foot.t == 0 || foot.t == 1 else { return extents }
        let isEnd = foot.t == 1
        // An inner vertex, seen between the perpendiculars of its edges.
        guard isEnd ? edge.next >= 0 : edge.previous >= 0 else { return extents }
        let incoming = isEnd ? edge : edges[Int(edge.previous)]
        let outgoing = isEnd ? edges[Int(edge.next)] : edge
        var (before, after) = (foot, foot)
        before.along = incoming.endAzimuth + incoming.end.turnOfAzimuths(to: foot.place)
        after.along = outgoing.startAzimuth(from: foot.place)
        if alongOffset(before) >= -reach, alongOffset(after) <= reach {
            extents.formUnion(.alongside)
        }
        return extents
    }

    /// Whether positions within `r` metres of the given one may lie beyond an open end of an edge
    /// that can be the nearest place to them.
    private func canSeeOpenEnd(
        of number: Int, from position: Coordinate, within r: Double, _ limit: Double
    ) -> Bool {
        let edge = edges[number]
        let reach = r * 1.01 + coincidence
        for (isOpen, t, place) in [
            (edge.previous < 0, 0.0, edge.start), (edge.next < 0, 1.0, edge.end),
        ] where isOpen {
            let path = WGS84.inverse(place, position)
            let foot = LineFoot(
                distance: path.distance, place: place, edge: number, t: t,
                towards: path.azimuthAtStart,
                along: t == 0 ? edge.startAzimuth : edge.endAzimuth)
            let beyond = t == 0 ? -alongOffset(foot) : alongOffset(foot)
            if foot.distance <= limit + coincidence, beyond >= -reach { return true }
        }
        return false
    }
}
