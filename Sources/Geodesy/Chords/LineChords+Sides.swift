/// What some places of a line show to all positions in a disc.
package struct ShownSides {
    /// Whether positions may be on the left, on the right.
    package var left = false
    package var right = false
    /// Whether positions may be alongside the line, beyond an open end.
    package var alongside = false
    package var beyond = false

    /// Whether it is certain what every position sees.
    package var isCertain: Bool { left != right && alongside != beyond }

    @inline(__always)
    fileprivate mutating func add(_ sides: (left: Bool, right: Bool)) {
        left = left || sides.left
        right = right || sides.right
    }
}

extension LineChords {
    /// What candidates show to all positions in a disc: the sides of every place of theirs that may
    /// be nearest to one.
    package func sides(
        shownBy candidates: UnsafeBufferPointer<UInt32>, around centre: GlobePoint, radius: Double
    ) -> ShownSides {
        var shown = ShownSides()
        for number in candidates {
            let piece = pieces[Int(number)]
            if piece.isRough { return ShownSides(left: true, right: true) }
            add(piece, pieces, centre, radius, to: &shown)
            if shown.left && shown.right { return shown }
        }
        return shown
    }

    private func add(
        _ piece: ChordPiece, _ pieces: ChordPieces, _ c: GlobePoint,
        _ radius: Double, to shown: inout ShownSides
    ) {
        let raw = piece.parameter(c)
        let t = raw > 0 ? (raw < 1 ? raw : 1) : 0
        let distance = piece.squaredDistanceToChord(c).squareRoot()
        let angle = distance / WGS84.meanRadius
        // Feet move a little more than positions where perpendiculars come together, a bent edge's
        // foot lies off its chord's, and a chord's foot off by its tilt.
        let reach =
            radius * (1.01 + angle * angle) + QuickDistance.sidewaysError(at: distance)
            + angle * angle * piece.half + (isBent ? distance * sag / max(piece.half, 1) * 8 : 0)
        let along = raw * 2 * piece.half
        let beyond = along - 2 * piece.half
        if along >= -reach, beyond <= reach {
            shown.alongside = true
            shown.add(sides(of: piece, at: t, c, reach))
        }
        if beyond >= -reach {
            if piece.next < 0 {
                shown.beyond = true
                if beyond < reach { shown.alongside = true }
                shown.add(sides(of: piece, at: 1, c, reach))
            } else {
                shown.alongside = true
                shown.add(
                    vertexSides(piece, pieces[Int(piece.next)], piece.turn, c, reach))
            }
        }
        if piece.previous < 0, along <= reach {
            shown.beyond = true
            if along > -reach { shown.alongside = true }
            shown.add(sides(of: piece, at: 0, c, reach))
        }
    }

    /// The sides of a piece's course that positions within `reach` of `c` may be on.
    @inline(__always)
    private func sides(
        of piece: ChordPiece, at t: Double, _ c: GlobePoint, _ reach: Double
    ) -> (left: Bool, right: Bool) {
        let (x, y, z) = piece.offset(c, at: t)
        let q = Vector3(c.x - x, c.y - y, c.z - z).normal
        let bow = 1 - 2 * t
        let (tx, ty, tz) = (
            piece.ux + bow * piece.wx, piece.uy + bow * piece.wy, piece.uz + bow * piece.wz
        )
        let left =
            (y * q.z - z * q.y) * tx + (z * q.x - x * q.z) * ty + (x * q.y - y * q.x) * tz
        if left * left * piece.inverse <= reach * reach { return (true, true) }
        return (left > 0, left <= 0)
    }

    /// The sides that a vertex shows: that of both edges, and where they differ the outer one.
    private func vertexSides(
        _ before: ChordPiece, _ after: ChordPiece, _ turn: ChordPiece.Turn, _ c: GlobePoint,
        _ reach: Double
    ) -> (left: Bool, right: Bool) {
        if turn == .back { return (true, true) }
        let first = sides(of: before, at: 1, c, reach)
        let second = sides(of: after, at: 0, c, reach)
        let differ = (first.left && second.right) || (first.right && second.left)
        return (
            (first.left && second.left) || (differ && turn != .left),
            (first.right && second.right) || (differ && turn != .right)
        )
    }
}
