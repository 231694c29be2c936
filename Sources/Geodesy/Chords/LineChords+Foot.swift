extension LineChords {
    /// Keeps of candidate pieces, which must hold every piece that may be nearest, those that come so
    /// near that the fast distance must choose between them.
    ///
    /// `kept` and `scratch` have room for as many as there are candidates.
    ///
    /// - Returns: how many were kept.
    @inline(__always)
    func contenders(
        for p: GlobePoint, _ pieces: UnsafeBufferPointer<ChordPiece>,
        among candidates: UnsafeBufferPointer<UInt32>,
        into kept: UnsafeMutablePointer<UInt32>, scratch: UnsafeMutablePointer<Double>
    ) -> Int {
        let least = Self.squaredDistances(from: p, pieces, candidates, into: scratch)
        // A place of the line and its chord are nowhere farther apart than the sag.
        let chord = least.squareRoot() + 2 * sag
        let reach = chord + QuickDistance.chordSpread(at: chord) + 3e-3
        let squaredReach = reach * reach
        var count = 0
        for i in 0..<candidates.count {
            kept[count] = candidates[i]
            count &+= Self.oneIfNotNegative(squaredReach - scratch[i])
        }
        return count
    }

    /// The nearest place on the pieces that contend for it.
    func foot(
        from p: GlobePoint, _ pieces: UnsafeBufferPointer<ChordPiece>,
        among contenders: UnsafeBufferPointer<UInt32>
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

    /// The squares of the distances to candidates' chords, and the least of them.
    ///
    /// Two at a time, which halves the work where vectors hold two numbers.
    @inline(__always)
    static func squaredDistances(
        from p: GlobePoint, _ pieces: UnsafeBufferPointer<ChordPiece>,
        _ candidates: UnsafeBufferPointer<UInt32>, into found: UnsafeMutablePointer<Double>
    ) -> Double {
        guard let base = pieces.baseAddress, let numbers = candidates.baseAddress else {
            return .infinity
        }
        let count = candidates.count
        let zero = SIMD2<Double>.zero
        let one = SIMD2<Double>(repeating: 1)
        var least = SIMD2<Double>(repeating: .infinity)
        var i = 0
        while i < count {
            // Of an odd number the last is taken twice.
            let j = min(i &+ 1, count &- 1)
            let a = base + Int(numbers[i])
            let b = base + Int(numbers[j])
            let x = p.x - SIMD2(a.pointee.ax, b.pointee.ax)
            let y = p.y - SIMD2(a.pointee.ay, b.pointee.ay)
            let z = p.z - SIMD2(a.pointee.az, b.pointee.az)
            let ux = SIMD2(a.pointee.ux, b.pointee.ux)
            let uy = SIMD2(a.pointee.uy, b.pointee.uy)
            let uz = SIMD2(a.pointee.uz, b.pointee.uz)
            let raw = (x * ux + y * uy + z * uz) * SIMD2(a.pointee.inverse, b.pointee.inverse)
            var t = zero.replacing(with: raw, where: raw .> zero)
            t.replace(with: one, where: t .> one)
            let (dx, dy, dz) = (x - t * ux, y - t * uy, z - t * uz)
            let squared = dx * dx + dy * dy + dz * dz
            found[i] = squared.x
            found[j] = squared.y
            least.replace(with: squared, where: squared .< least)
            i &+= 2
        }
        return min(least.x, least.y)
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
