extension LineChords {
    /// The nearest place among candidate pieces, which must hold every piece that may be nearest.
    ///
    /// `scratch` has room for as many numbers as there are candidates.
    @inline(__always)
    package func foot(
        from p: GlobePoint, among candidates: UnsafeBufferPointer<UInt32>,
        scratch: UnsafeMutablePointer<Double>
    ) -> QuickFoot {
        pieces.withUnsafeBufferPointer { pieces in
            Self.foot(from: p, pieces, among: candidates, isBent: isBent, scratch: scratch)
        }
    }

    private static func foot(
        from p: GlobePoint, _ pieces: UnsafeBufferPointer<ChordPiece>,
        among candidates: UnsafeBufferPointer<UInt32>, isBent: Bool,
        scratch: UnsafeMutablePointer<Double>
    ) -> QuickFoot {
        var least = Double.infinity
        for i in 0..<candidates.count {
            let piece = pieces[Int(candidates[i])]
            var raw = piece.parameter(p)
            if isBent { raw = piece.bentParameter(p, from: raw) }
            let t = raw > 0 ? (raw < 1 ? raw : 1) : 0
            let (x, y, z) = piece.offset(p, at: t)
            let squared = x * x + y * y + z * z
            scratch[i] = squared
            least = squared < least ? squared : least
        }
        let chord = least.squareRoot()
        let reach = chord + QuickDistance.chordSpread(at: chord) + 3e-3
        let squaredReach = reach * reach
        var best: QuickFoot?
        for i in 0..<candidates.count where scratch[i] <= squaredReach {
            let number = candidates[i]
            let piece = pieces[Int(number)]
            if let best, isSameVertex(piece, p, isBent, as: best) { continue }
            let found = finish(from: p, piece, Int32(number), pieces, isBent)
            guard let known = best else {
                best = found
                continue
            }
            let near = found.distance < known.distance ? found : known
            let far = found.distance < known.distance ? known : found
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
            ?? QuickFoot(
                distance: .infinity, error: .infinity, isLeft: nil, isBeyondEnd: nil, piece: 0, t: 0
            )
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
        return isAfter ? raw <= 0 : raw >= 1
    }

    /// The distance to the nearest place on a piece, and what it shows of its sides and ends.
    @inline(__always)
    private static func finish(
        from p: GlobePoint, _ piece: ChordPiece, _ number: Int32,
        _ pieces: UnsafeBufferPointer<ChordPiece>, _ isBent: Bool
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
        // Along edges that are no geodesics the parabola's direction may be off by some of what it
        // leaves them by, over its length.
        let slack =
            QuickDistance.sidewaysError(at: distance)
            + (isBent ? distance * 5e-5 / max(piece.half, 1) : 0)
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
        // A place on a tilted chord is off its foot by the position's depth below the horizon.
        let angle = distance / WGS84.meanRadius
        let nearEnd = (slack + angle * angle * piece.half) * piece.inverse.squareRoot()
        if raw >= 1 - nearEnd, piece.next < 0 {
            foot.isBeyondEnd = Self.isAhead(p, piece, of: 1, slack)
        } else if raw <= nearEnd, piece.previous < 0 {
            foot.isBeyondEnd = Self.isAhead(p, piece, of: 0, slack).map { !$0 }
        }
        if t == 1, piece.next >= 0 {
            foot.isLeft = side(own, isLeft(of: pieces[Int(piece.next)], at: 0), piece.turn)
        } else if t == 0, piece.previous >= 0 {
            let before = pieces[Int(piece.previous)]
            foot.isLeft = side(isLeft(of: before, at: 1), own, before.turn)
        } else {
            foot.isLeft = own
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
