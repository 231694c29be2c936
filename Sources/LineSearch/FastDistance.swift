import Geodesy

/// The series of the fast distance and its bounds; `docs/proofs.md` derives them.
enum FastDistance {
    /// The length of the geodesic over a chord, from the chord's square and (n_p - n_q).(p - q).
    @inline(__always)
    static func length(squaredChord: Double, bend: Double) -> Double {
        guard squaredChord > 1e-12 else { return squaredChord.squareRoot() }
        let z = bend * bend / squaredChord
        let series = 1 + z * (1.0 / 24 + z * (3.0 / 640 + z * (5.0 / 7_168)))
        return squaredChord.squareRoot() * series
    }

    /// How far the fast distance may be off: a millimetre at least, about a hundred times the error
    /// below 200 km; beyond, four times the terms that the derivation leaves out.
    static let leastError = 1e-3
    static let cubicError = 4 * ChordPiece.longest * ChordPiece.longest / (32 * b4)
    static let quinticError = 4 * 1.6 * WGS84.e2 / (360 * b4)
    private static let b4 = WGS84.b * WGS84.b * WGS84.b * WGS84.b

    /// How far the fast distance may be off at a distance in metres.
    @inline(__always)
    static func error(at distance: Double) -> Double {
        let square = distance * distance
        return leastError + square * distance * (quinticError * square + cubicError)
    }

    /// The same without the room for doubt: rounding, the terms left out, and for edges that are no
    /// geodesics how far the parabola may leave them.
    static func likelyError(at distance: Double, longest: Double) -> Double {
        let square = distance * distance
        let ofChord = longest * longest / (32 * b4)
        return 1e-7 + 2 * square * distance * (quinticError / 4 * square + ofChord)
    }

    /// How far in metres pieces may put a distance off, however near a position is.
    ///
    /// Twice what was measured on geodesics of 11 km, 4.4e-7 m. (A piece may be 2e-18 of its length's cube above
    /// or below the ellipsoid, 2e-6 m at 10 km; but a height h changes a distance d by no more than h^2 / 2d.)
    /// Other edges are left by 2e-5 m (`DMZ_BOW_REST`) at a piece's quarters; five times that leaves room for
    /// what lies between.
    static func departure(ofPiecesUpTo longest: Double, areBent: Bool) -> Double {
        9e-7 * (longest / 11_000) * (longest / 11_000) + (areBent ? 1e-4 : 0)
    }

    /// How far an offset to the side may be off at a distance, but for the cube of the distance: by the
    /// angle between normal section and geodesic.
    static let leastSidewaysError = 1e-3
    /// The same for a cubic metre of the cube of the distance.
    static let cubicSidewaysError = 1e-16

    /// How much two chords may differ that stand over geodesics of the same length: by the greatest
    /// and the least curvature of the ellipsoid.
    @inline(__always)
    static func chordSpread(at chord: Double) -> Double {
        spreadOfChords * chord * chord * chord
    }

    /// (1 / r^2 - 1 / R^2) / 24 for the radii of curvature r = 6,335,439 m and R = 6,399,594 m is 2.07e-17.
    static let spreadOfChords = 2.4e-17

    /// Pieces contend for being nearest though their chords are this much longer, in metres: two distances
    /// may each be off by `leastError`, and a third is for rounding.
    static let contenderSlack = 3e-3
}
