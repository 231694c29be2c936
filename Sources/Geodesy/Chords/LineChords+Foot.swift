extension LineChords {
    /// The nearest place on the pieces that contend for it.
    func foot(
        from p: GlobePoint, among contenders: UnsafeBufferPointer<UInt32>
    ) -> QuickFoot {
        guard let first = contenders.first else { return .unknown }
        var best = Self.finish(from: p, pieces[Int(first)], Int32(first), pieces, isBent)
        for number in contenders.dropFirst() {
            let piece = pieces[Int(number)]
            if Self.isSameVertex(piece, p, isBent, as: best) { continue }
            let found = Self.finish(from: p, piece, Int32(number), pieces, isBent)
            let near = found.distance < best.distance ? found : best
            let far = found.distance < best.distance ? best : found
            guard far.distance <= near.distance + near.error else {
                best = near
                continue
            }
            // Two places as near as each other must show the same.
            var both = near
            if near.isLeft != far.isLeft { both.isLeft = nil }
            if near.isBeyondEnd != far.isBeyondEnd { both.isBeyondEnd = nil }
            if far.error > both.error { both.error = far.error }
            best = both
        }
        return best
    }

    /// Whether the nearest place on a piece is the vertex already found on its neighbour.
    @inline(__always)
    private static func isSameVertex(
        _ piece: ChordPiece, _ p: GlobePoint, _ isBent: Bool, as found: QuickFoot
    ) -> Bool {
        let isAfter = found.t == 1 && piece.previous == found.piece
        let isBefore = found.t == 0 && piece.next == found.piece
        guard isAfter || isBefore else { return false }
        var raw = piece.parameter(p)
        if isBent { raw = piece.bentParameter(p, from: raw) }
        let slack = endSlack(piece, found.distance, isBent)
        return isAfter ? raw < -slack : raw > 1 + slack
    }

    /// How far a parameter may be off, so that it is not certain on which side of an end it is.
    @inline(__always)
    private static func endSlack(
        _ piece: ChordPiece, _ distance: Double, _ isBent: Bool
    ) -> Double {
        // A place on a tilted chord is off its foot by the position's depth below the horizon.
        let angle = distance / WGS84.meanRadius
        return (sideSlack(piece, distance, isBent) + angle * angle * piece.half)
            * piece.inverse.squareRoot()
    }

    /// How far in metres an offset to the side may be off.
    @inline(__always)
    private static func sideSlack(
        _ piece: ChordPiece, _ distance: Double, _ isBent: Bool
    ) -> Double {
        // Along edges that are no geodesics the parabola may leave the edge by 2e-5 m at its quarters.
        // A cubic term that does turns its direction at the ends by 16/3 of that over half the length;
        // three times as much is allowed.
        QuickDistance.sidewaysError(at: distance)
            + (isBent ? distance * 3.2e-4 / max(piece.half, 1e-3) : 0)
    }

    /// The distance to the nearest place on a piece, and what it shows of its sides and ends.
    @inline(__always)
    private static func finish(
        from p: GlobePoint, _ piece: ChordPiece, _ number: Int32,
        _ pieces: ChordPieces, _ isBent: Bool
    ) -> QuickFoot {
        var raw = piece.parameter(p)
        if isBent { raw = piece.bentParameter(p, from: raw) }
        let t = raw > 0 ? (raw < 1 ? raw : 1) : 0
        let (x, y, z) = piece.offset(p, at: t)
        let squared = x * x + y * y + z * z
        let (qx, qy, qz) = (p.x - x, p.y - y, (p.z - z) * (1 / (1 - WGS84.e2)))
        let scale = 1 / (qx * qx + qy * qy + qz * qz).squareRoot()
        let (nx, ny, nz) = (qx * scale, qy * scale, qz * scale)
        let bend = (p.nx - nx) * x + (p.ny - ny) * y + (p.nz - nz) * z
        let distance = QuickDistance.length(squaredChord: squared, bend: bend)
        var foot = QuickFoot(
            distance: distance, error: QuickDistance.error(at: distance), isLeft: nil,
            isBeyondEnd: false, piece: number, t: t)
        let slack = sideSlack(piece, distance, isBent)
        // (p - q) x n, so that a scalar product with a tangent is positive to the left.
        let (cx, cy, cz) = (y * nz - z * ny, z * nx - x * nz, x * ny - y * nx)
        @inline(__always)
        func isLeft(of other: ChordPiece, at end: Double) -> Bool? {
            let bow = 1 - 2 * end
            let left =
                cx * (other.ux + bow * other.wx) + cy * (other.uy + bow * other.wy)
                + cz * (other.uz + bow * other.wz)
            return left * left * other.inverse < slack * slack ? nil : left > 0
        }
        let own = isLeft(of: piece, at: t)
        let nearEnd = endSlack(piece, distance, isBent)
        if raw >= 1 - nearEnd, piece.next < 0 {
            foot.isBeyondEnd = Self.isAhead(p, piece, of: 1, slack)
        } else if raw <= nearEnd, piece.previous < 0 {
            foot.isBeyondEnd = Self.isAhead(p, piece, of: 0, slack).map { !$0 }
        }
        foot.isLeft = own
        // So near to a vertex that the nearest place may be it or not, both must show the same.
        if raw >= 1 - nearEnd, piece.next >= 0 {
            let atVertex = side(own, isLeft(of: pieces[Int(piece.next)], at: 0), piece.turn)
            foot.isLeft = raw > 1 + nearEnd || own == atVertex ? atVertex : nil
        }
        if raw <= nearEnd, piece.previous >= 0 {
            let before = pieces[Int(piece.previous)]
            let atVertex = side(isLeft(of: before, at: 1), own, before.turn)
            let seen = raw < -nearEnd || foot.isLeft == atVertex ? atVertex : nil
            foot.isLeft = seen
        }
        if distance < 2e-3 { foot.isLeft = nil }
        if piece.isRough {
            foot.error = .infinity
            foot.isLeft = nil
        }
        return foot
    }

    /// Whether a point lies ahead of the perpendicular at an end of a piece, 0 or 1.
    private static func isAhead(
        _ p: GlobePoint, _ piece: ChordPiece, of end: Double, _ slack: Double
    ) -> Bool? {
        let (x, y, z) = piece.offset(p, at: end)
        let bow = 1 - 2 * end
        let along =
            x * (piece.ux + bow * piece.wx) + y * (piece.uy + bow * piece.wy)
            + z * (piece.uz + bow * piece.wz)
        return along * along * piece.inverse < slack * slack ? nil : along > 0
    }

    /// The side seen at a vertex: that of both edges, and where they differ the outer one.
    @inline(__always)
    private static func side(_ before: Bool?, _ after: Bool?, _ turn: ChordPiece.Turn) -> Bool? {
        guard let before, let after, turn != .back else { return nil }
        if before == after { return before }
        switch turn {
        case .right: return true
        case .left: return false
        case .straight, .back: return nil
        }
    }
}
