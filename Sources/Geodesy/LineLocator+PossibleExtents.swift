extension LineLocator {
    /// How positions within `uncertainty` of a position may lie to the open ends of the line, when
    /// every vertex of the line may lie anywhere within `accuracy` of where it is given.
    ///
    /// Decided as `possibleSides(of:within:accuracy:)` decides the side: every place on the line
    /// that can be nearest to such a position adds how the position then lies, so that one is
    /// certain and two may be one. The perpendicular at an open end turns with the last edge.
    ///
    /// - Boundary: with neither uncertainty nor accuracy, what `NearestPlace.beyondEnd` says; a
    ///   position on the perpendicular itself is alongside. Both for a position off the globe, and for
    ///   an uncertainty or accuracy that is negative, infinite or NaN.
    /// - Complexity: linear in the edges within d + 2 u, with u the sum of uncertainty and accuracy.
    ///   Where no open end is that near, positions are alongside; see `LineLocator.openEnds`.
    public func possibleExtents(
        of position: Coordinate, within uncertainty: Distance, accuracy: Distance = .zero
    ) -> LineExtents {
        guard position.isValid, uncertainty.isLength, accuracy.isLength else {
            return [.alongside, .beyondEnd]
        }
        let nearest = nearest(to: position)
        let (r, a) = (uncertainty.metres, accuracy.metres)
        guard r + a > 0 else { return nearest.beyondEnd == nil ? .alongside : .beyondEnd }
        let limit = nearest.distance.metres + 2 * (r + a) + coincidence
        if !hasEnd(within: Self.greatestChord(ofPath: limit), of: Vector3(position)) {
            return .alongside
        }
        let both: LineExtents = [.alongside, .beyondEnd]
        let rivals = NearestReach(position, nearest: nearest, within: r, accuracy: a)
        let extents = extentsSeen(
            from: position, limit: limit, within: r, accuracy: a, rivals, nil)
        guard extents == both, nearest.distance.metres > r + a + coincidence,
            looseEdges(a).isEmpty,
            let (lines, _) = sightlines(from: position, limit: limit, slack: 2 * (r + a))
        else { return extents.isEmpty ? both : extents }
        let visible = extentsSeen(
            from: position, limit: limit, within: r, accuracy: a, rivals, lines)
        return visible.isEmpty ? both : visible
    }

    /// Whether an open end may be within so many metres of a place, in a straight line; of many ends not
    /// each is looked at.
    private func hasEnd(within reach: Double, of point: Vector3) -> Bool {
        ends.count > Self.mostDoubts
            || ends.contains { (Vector3($0.place) - point).length <= reach }
    }

    /// What the places within `limit` add, but for open ends that are hidden.
    private func extentsSeen(
        from position: Coordinate, limit: Double, within r: Double, accuracy a: Double,
        _ rivals: NearestReach, _ lines: Sightlines?
    ) -> LineExtents {
        var extents: LineExtents = []
        var finder = FootFinder(position)
        let point = Vector3(position)
        tree.visit(from: point, reach: Self.greatestChord(ofPath: limit)) { piece, reach in
            guard extents != [.alongside, .beyondEnd] else { return 0 }
            let foot = self.foot(on: piece, from: point, &finder)
            guard foot.distance <= limit else { return reach }
            let seen = extentsSeen(from: foot, within: r + a)
            if !extents.isSuperset(of: seen),
                rivals.holds(foot, of: pieces[piece], edges[foot.edge].kind)
            {
                extents.formUnion(seen)
            }
            for sight in endSights(of: position, fromPiece: piece, limit: limit)
            where rivals.holds(sight)
                && lines?.isHidden(sight.place, on: [sight.edge]) != true
            {
                extents.formUnion(extentsSeen(of: sight, within: r, accuracy: a))
            }
            return reach
        }
        return extents
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

    /// How positions within `r` metres may lie to an open end that can be the nearest place to them.
    private func extentsSeen(
        of sight: EndSight, within r: Double, accuracy a: Double
    ) -> LineExtents {
        let reach = (r + a) * 1.01 + coincidence
        if sight.ahead.magnitude <= reach { return [.alongside, .beyondEnd] }
        let given: LineExtents = sight.ahead > 0 ? .beyondEnd : []
        guard a > 0 else { return given }
        let turn = EndTurn(edges[sight.edge], accuracy: a, distance: sight.distance)
        return turn.isExtentCertain(ahead: sight.ahead, beside: sight.beside, within: r)
            ? given : [.alongside, .beyondEnd]
    }
}
