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
        var (before, after) = (foot, foot)
        let incoming = isEnd ? edge : edge.previous >= 0 ? edges[Int(edge.previous)] : nil
        let outgoing = !isEnd ? edge : edge.next >= 0 ? edges[Int(edge.next)] : nil
        if let incoming {
            before.along = incoming.endAzimuth
            if alongOffset(before) < -reach { return extents }
        }
        if let outgoing {
            after.along = outgoing.startAzimuth
            if alongOffset(after) > reach { return extents }
        }
        extents.formUnion(incoming == nil || outgoing == nil ? .beyondEnd : .alongside)
        return extents
    }
}
