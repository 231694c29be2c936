import Geodesy

/// A linear approximation of the chord distance from the positions of a disc to a line or point, and
/// how far it may be off.
///
/// With c the disc's middle, every position p of the disc lies at a chord distance between
/// `chord` + `gradient` . (p - c) - `below` and `chord` + `gradient` . (p - c) + `above`, in metres.
package struct ChordSlope {
    package let chord: Double
    package let gradient: SIMD3<Double>
    package let below: Double
    package let above: Double

    /// The distance to a point.
    ///
    /// It is convex, and with h = p - c at most (|h|^2 - (g.h)^2) / (2 (chord + g.h)) above its tangent.
    package init?(from point: GlobePoint, around c: GlobePoint, radius: Double) {
        self.init(SIMD3<Double>(c.x - point.x, c.y - point.y, c.z - point.z), radius, below: 0)
    }

    /// - Parameter way: from the nearest place to the disc's middle.
    fileprivate init?(_ way: SIMD3<Double>, _ radius: Double, below: Double) {
        let chord = way.length
        guard chord > 2 * radius else { return nil }
        self.chord = chord
        gradient = way / chord
        self.below = below
        above = radius * radius / (2 * (chord - radius))
    }
}

extension LineChords {
    /// How the chord distance to the line changes within a disc, from candidates that hold every piece
    /// that may be nearest there; `nil` where it has no slope of use.
    ///
    /// The distance to a chord B is convex, so at least |c - B| + g_B . (p - c); the distance to the
    /// line, the least of these, lies below the nearest chord's tangent by at most
    /// |c - A| - |c - B| + r |g_A - g_B|. It is at most the distance to the place nearest to c.
    package func slope(
        of candidates: UnsafeBufferPointer<UInt32>, around c: GlobePoint, radius: Double
    ) -> ChordSlope? {
        var nearest = SIMD3<Double>.zero
        var least = Double.infinity
        for number in candidates {
            let way = pieces[Int(number)].wayFromChord(to: c)
            let squared = way.squaredLength
            if squared < least { (least, nearest) = (squared, way) }
        }
        let chord = least.squareRoot()
        guard chord > 2 * radius, chord < Self.farthest else { return nil }
        let gradient = nearest / chord
        // Gradients differ by no more than 2.
        let reach = (chord + 2 * radius) * (chord + 2 * radius)
        var below = 0.0
        for number in candidates {
            let way = pieces[Int(number)].wayFromChord(to: c)
            let squared = way.squaredLength
            guard squared < reach else { continue }
            let distance = squared.squareRoot()
            let turn = (way / distance - gradient).length
            below = max(below, chord - distance + radius * turn)
        }
        return ChordSlope(nearest, radius, below: below + 1e-6)
    }
}

extension ChordPiece {
    /// The vector to a point from the place on the chord nearest to it.
    @inline(__always)
    fileprivate func wayFromChord(to p: GlobePoint) -> SIMD3<Double> {
        let raw = parameter(p)
        let t = raw > 0 ? (raw < 1 ? raw : 1) : 0
        return SIMD3<Double>(p.x - ax - t * ux, p.y - ay - t * uy, p.z - az - t * uz)
    }
}
