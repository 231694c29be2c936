#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LineLocator {
    /// The sides of the line on which positions within `uncertainty` of a position may lie, when
    /// every vertex of the line may lie anywhere within `accuracy` of where it is given.
    ///
    /// Vertices move on their own, shared and closing ones as one; a line so moved that crosses
    /// itself where the given one does not stands for nothing. With the distance d to the line and
    /// u the sum of uncertainty and accuracy, a place on the line can be nearest to such a position
    /// only within d + 2 u of the given one. Of the places that near, those are asked from which
    /// such a position can be seen squarely: over an edge between the perpendiculars at its ends,
    /// over a vertex between the perpendiculars of its edges. Places in nearly the same direction as a nearer
    /// one are left out (`NearestReach`), as are those that stay hidden behind others (`Sightlines`), and
    /// where all of them lie on one strand far from ends, nothing has to be asked (`isOnOneStrand`).
    /// Whatever is in doubt adds its side, so that a single side is certain and two may be one.
    ///
    /// Between its ends a moved line only shifts. At an open end its prolongation turns as well:
    /// there the inner tangents about the last two vertices bound the sides (`EndTurn`), and a tail
    /// that may lie on the other side of what is before it shows both (`LooseEdges`).
    ///
    /// No line within the accuracy contradicts a certain side. Both sides may be said though only
    /// one is possible: whether a place can become the nearest and whether it can show the other
    /// side are asked apart, and one move may not do both. In the tests' simulation, which looks
    /// where that matters, it is about one answer in a hundred.
    ///
    /// - Boundary: with neither uncertainty nor accuracy, the side of the nearest place; both where
    ///   that is undefined or the position is on the line, where the position is off the globe, and
    ///   where the uncertainty or the accuracy is negative, infinite or NaN.
    /// - Complexity: linear in the edges within d + 2 u.
    public func possibleSides(
        of position: Coordinate, within uncertainty: Distance, accuracy: Distance = .zero
    ) -> LineSides {
        guard position.isValid, uncertainty.isLength, accuracy.isLength else { return .both }
        let nearest = nearest(to: position)
        let (r, a) = (uncertainty.metres, accuracy.metres)
        guard r + a > 0 else {
            switch nearest.side {
            case .left: return .left
            case .right: return .right
            case .on, .none: return .both
            }
        }
        guard nearest.distance.metres > r + a + coincidence else { return .both }
        let limit = nearest.distance.metres + 2 * (r + a) + coincidence
        if isOnOneStrand(position, limit: limit, slack: 2 * (r + a), accuracy: a) {
            if nearest.side == .left { return .left }
            if nearest.side == .right { return .right }
        }
        let loose = a > 0 ? looseEdges(a) : []
        let rivals = NearestReach(position, nearest: nearest, within: r, accuracy: a)
        let sides = sidesSeen(
            from: position, limit: limit, within: r, accuracy: a, loose, rivals, nil)
        guard sides == .both,
            let sight = sightlines(from: position, limit: limit, slack: 2 * (r + a))
        else { return sides }
        let visible = sidesSeen(
            from: position, limit: limit, within: r, accuracy: a, loose, rivals, sight)
        return visible.isEmpty ? .both : visible
    }

    /// The sides that the places within `limit` show, but for those that are told to be hidden.
    private func sidesSeen(
        from position: Coordinate, limit: Double, within r: Double, accuracy a: Double,
        _ loose: Set<Int>, _ rivals: NearestReach, _ sight: (lines: Sightlines, isClosedOff: Bool)?
    ) -> LineSides {
        var sides: LineSides = []
        var finder = FootFinder(position)
        let point = Vector3(position)
        tree.visit(from: point, reach: Self.greatestChord(ofPath: limit)) { piece, reach in
            guard sides != .both else { return 0 }
            let foot = self.foot(on: piece, from: point, &finder)
            guard foot.distance <= limit else { return reach }
            func mayBecomeNearest() -> Bool {
                rivals.holds(foot, of: pieces[piece], edges[foot.edge].kind)
            }
            if loose.contains(foot.edge), mayBecomeNearest() { sides = .both }
            var seen = sidesSeen(from: foot, within: r + a)
            if let sight, sight.isClosedOff, !seen.isEmpty {
                // No way round leads to the other side of what is seen, and none through it.
                switch side(at: canonical(foot)) {
                case .left: seen = .left
                case .right: seen = .right
                case .on, .none: break
                }
            }
            if !sides.isSuperset(of: seen),
                sight?.isClosedOff != true
                    || sight?.lines.isHidden(foot.place, on: edges(at: foot)) != true,
                mayBecomeNearest()
            {
                sides.formUnion(seen)
            }
            if a > 0,
                mayTurnPast(
                    position, ofPiece: piece, within: r, accuracy: a, limit, rivals, sight?.lines)
            {
                sides = .both
            }
            return reach
        }
        return sides
    }

    /// Whether the prolongation at an open end of a piece, no farther than `limit`, may turn past a
    /// position.
    private func mayTurnPast(
        _ position: Coordinate, ofPiece piece: Int, within r: Double, accuracy a: Double,
        _ limit: Double, _ rivals: NearestReach, _ lines: Sightlines?
    ) -> Bool {
        endSights(of: position, fromPiece: piece, limit: limit).contains { sight in
            let turn = EndTurn(edges[sight.edge], accuracy: a, distance: sight.distance)
            return rivals.holds(sight)
                && !turn.isSideCertain(
                    ahead: sight.ahead, beside: sight.beside, within: r)
                && lines?.isHidden(sight.place, on: [sight.edge]) != true
        }
    }

    /// The sides that an edge, and the vertices where it ends, show to positions within `r` metres
    /// of the one whose foot is given.
    private func sidesSeen(from foot: LineFoot, within r: Double) -> LineSides {
        let edge = edges[foot.edge]
        // Distances on the ellipsoid instead of the plane, and the line's own bend within r.
        let reach = r * 1.01 + coincidence
        var sides: LineSides = []
        if alongOffset(foot).magnitude <= reach { sides.formUnion(lateralSides(foot, reach)) }
        if foot.t == 1 {
            let next = edge.next >= 0 ? edges[Int(edge.next)] : nil
            sides.formUnion(vertexSides(foot, incoming: edge, outgoing: next, reach))
        } else if foot.t == 0 {
            let previous = edge.previous >= 0 ? edges[Int(edge.previous)] : nil
            sides.formUnion(vertexSides(foot, incoming: previous, outgoing: edge, reach))
        }
        return sides
    }

    /// The sides of an edge's prolonged course that positions within `reach` lie on.
    private func lateralSides(_ foot: LineFoot, _ reach: Double) -> LineSides {
        let turn = (foot.towards - foot.along) * (.pi / 180)
        let offset = lateralOffset(foot.distance, angle: turn)
        return offset > reach ? .right : offset < -reach ? .left : .both
    }

    /// The sides that a vertex shows to positions within `reach` that lie between the
    /// perpendiculars of its edges.
    private func vertexSides(
        _ foot: LineFoot, incoming: LineEdge?, outgoing: LineEdge?, _ reach: Double
    ) -> LineSides {
        var (before, after) = (foot, foot)
        if let incoming {
            before.along = incoming.endAzimuth + incoming.end.turnOfAzimuths(to: foot.place)
            if alongOffset(before) < -reach { return [] }
        }
        if let outgoing {
            after.along = outgoing.startAzimuth(from: foot.place)
            if alongOffset(after) > reach { return [] }
        }
        guard let incoming, let outgoing else { return lateralSides(foot, reach) }
        let turn =
            (outgoing.startAzimuth(from: incoming.end) - incoming.endAzimuth).remainderModuloTurn
        let overlap = (180 - turn.magnitude) * (.pi / 180) * min(incoming.length, outgoing.length)
        if overlap <= coincidence { return .both }
        // A vertex is seen from its outer side, and from there that is the outer side of one edge at
        // least: from well inside, places square to both edges only belong to these.
        let outer: LineSides = turn > 0 ? .left : .right
        let seen = lateralSides(before, reach).union(lateralSides(after, reach))
        return turn == 0 || !seen.contains(outer) ? [] : outer
    }
}
