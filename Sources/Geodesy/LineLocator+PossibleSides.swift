#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LineLocator {
    /// The sides of the line on which positions within `uncertainty` of a position may lie.
    ///
    /// With the distance d to the line and the uncertainty r, a place on the line can be nearest to
    /// such a position only within d + 2 r of the given one. Of the places that near, those are
    /// asked from which such a position can be seen squarely: over an edge between the
    /// perpendiculars at its ends, over a vertex between the perpendiculars of its edges. Whatever
    /// is in doubt adds its side, so that a single side is certain and two may be one.
    ///
    /// - Boundary: with no uncertainty, the side of the nearest place; both where that is undefined
    ///   or the position is on the line.
    /// - Complexity: linear in the edges within d + 2 r.
    public func possibleSides(of position: Coordinate, within uncertainty: Distance) -> LineSides {
        let nearest = nearest(to: position)
        let r = uncertainty.metres
        guard r > 0 else {
            switch nearest.side {
            case .left: return .left
            case .right: return .right
            case .on, .none: return .both
            }
        }
        guard nearest.distance.metres > r + coincidence else { return .both }
        var sides: LineSides = []
        var finder = FootFinder(position)
        let point = Vector3(position)
        let reach = Self.greatestChord(ofPath: nearest.distance.metres + 2 * r)
        tree.visit(from: point, reach: reach) { piece, reach in
            guard sides != .both else { return 0 }
            let foot = self.foot(on: piece, from: point, &finder)
            if foot.distance <= nearest.distance.metres + 2 * r + coincidence {
                sides.formUnion(sidesSeen(from: foot, within: r))
            }
            return reach
        }
        return sides
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
