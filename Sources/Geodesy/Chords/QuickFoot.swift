/// The nearest place on a line as the fast distance finds it.
package struct QuickFoot {
    /// The geodesic distance in metres.
    package var distance: Double
    /// How far the distance may be off, in metres.
    package var error: Double
    /// Whether the position is to the left; `nil` where only the exact way can tell.
    package var isLeft: Bool?
    /// Whether the position is beyond the perpendicular at an open end; `nil` as above.
    package var isBeyondEnd: Bool?
    /// The piece on which the place lies, and its parameter there.
    var piece: Int32
    var t: Double

    /// Only the exact way can tell anything.
    static let unknown = QuickFoot(
        distance: .infinity, error: .infinity, isLeft: nil, isBeyondEnd: nil, piece: 0, t: 0)
}

/// The series of the fast distance and their bounds; `docs/accuracy.md` derives them.
enum QuickDistance {
    /// The length of the geodesic over a chord, from the chord's square and (n_p - n_q).(p - q).
    @inline(__always)
    static func length(squaredChord: Double, bend: Double) -> Double {
        guard squaredChord > 1e-12 else { return squaredChord.squareRoot() }
        let z = bend * bend / squaredChord
        let series = 1 + z * (1.0 / 24 + z * (3.0 / 640 + z * (5.0 / 7_168)))
        return squaredChord.squareRoot() * series
    }

    /// How far the fast distance may be off at a distance in metres.
    ///
    /// A millimetre at least, about a hundred times the error below 200 km; beyond, four times the
    /// terms that the derivation leaves out.
    @inline(__always)
    static func error(at distance: Double) -> Double {
        let square = distance * distance
        let ofCurvature = 1.6 * WGS84.e2 / (360 * WGS84.b * WGS84.b * WGS84.b * WGS84.b)
        let ofChord =
            ChordPiece.longest * ChordPiece.longest
            / (32 * WGS84.b * WGS84.b * WGS84.b * WGS84.b)
        return 1e-3 + 4 * square * distance * (ofCurvature * square + ofChord)
    }

    /// The same without the room for doubt: rounding, the terms left out, and for edges that are no
    /// geodesics how far the parabola may leave them.
    static func likelyError(at distance: Double, longest: Double) -> Double {
        let square = distance * distance
        let ofCurvature = 1.6 * WGS84.e2 / (360 * WGS84.b * WGS84.b * WGS84.b * WGS84.b)
        let ofChord = longest * longest / (32 * WGS84.b * WGS84.b * WGS84.b * WGS84.b)
        return 1e-7 + 2 * square * distance * (ofCurvature * square + ofChord)
    }

    /// How far an offset to the side may be off: by the angle between normal section and geodesic.
    @inline(__always)
    static func sidewaysError(at distance: Double) -> Double {
        1e-3 + 1e-16 * distance * distance * distance
    }

    /// How much two chords may differ that stand over geodesics of the same length: by the greatest
    /// and the least curvature of the ellipsoid.
    @inline(__always)
    static func chordSpread(at chord: Double) -> Double {
        spreadOfChords * chord * chord * chord
    }

    static let spreadOfChords = 2.4e-17
}
