internal import CKernels

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LineChords {
    /// What is left of candidates for all positions in a disc.
    package struct Narrowed {
        /// How many candidates are left.
        package var count: Int
        /// Bounds of the chord from the disc's middle to the nearest place on the line.
        package var least: Double
        package var most: Double
        /// Whether all candidates are left, and none was written.
        package var isSame = false
    }

    /// Keeps of some candidates those that can be nearest to some position in a disc.
    ///
    /// With A the place nearest to the disc's middle c, a piece B is dropped when for every position
    /// p of the disc |p - B| exceeds |p - A| by what chords of equal geodesics can differ. For a
    /// place q of B, |p - q|^2 - |p - A|^2 = |c - q|^2 - |c - A|^2 + 2 (p - c).(A - q), which is at
    /// least |c - B|^2 - |c - A|^2 - 2 r max |A - q|.
    ///
    /// With a `margin`, those that come as near as the nearest place and so much more are kept too.
    ///
    /// `kept` has room for all; `scratch` for as many numbers, rounded up to fours.
    @inline(__always)
    package func narrow(
        _ candidates: UnsafeBufferPointer<UInt32>, around centre: GlobePoint, radius: Double,
        margin: Double = -.infinity, into kept: UnsafeMutablePointer<UInt32>,
        scratch: UnsafeMutablePointer<Double>
    ) -> Narrowed {
        let least = squaredDistances(from: centre, to: candidates, into: scratch)
        let chord = least.squareRoot()
        let farthest = chord + radius + sag
        var narrowed = Narrowed(
            count: candidates.count, least: max(0, chord - sag), most: chord + sag)
        guard farthest < Self.farthest, candidates.count > 1 else {
            narrowed.isSame = true
            return narrowed
        }
        var first = 0
        while scratch[first] > least { first += 1 }
        let near = pieces[Int(candidates[first])]
        let raw = near.parameter(centre)
        let t = raw > 0 ? (raw < 1 ? raw : 1) : 0
        let place = dmz_point(
            x: near.ax + t * near.ux, y: near.ay + t * near.uy, z: near.az + t * near.uz)
        let slack = QuickDistance.chordSpread(at: farthest) + 3e-3 + 2 * sag
        let wide = farthest + sag + radius + margin + slack
        let base = least + slack * (2 * farthest + slack)
        let floor = wide > 0 ? wide * wide : -1
        // A chord at s is at most s + chord + its length away from the nearest place: beyond this it
        // cannot be kept.
        let reach =
            radius
            + (radius * radius + base + 2 * radius * (chord + 2 * longestHalf)).squareRoot()
        narrowed.count = dmz_keep_near(
            pieces.chords.baseAddress, candidates.baseAddress, scratch, candidates.count, place,
            base, 2 * radius, floor, max(floor, reach * reach * (1 + 1e-9)), kept)
        return narrowed
    }

    /// Discs are narrowed when all of them lies within this distance in metres.
    static let farthest = 3_000_000.0

    /// The longest path that a chord can stand for, on a sphere more curved than the ellipsoid
    /// anywhere; `nil` for chords longer than its diameter.
    package static func greatestPath(ofChord chord: Double) -> Double? {
        let curved = 6_300_000.0
        guard chord < 2 * curved else { return nil }
        return 2 * curved * asin(chord / (2 * curved))
    }

    /// The longest chord that a path can have, on a sphere flatter than the ellipsoid anywhere.
    package static func greatestChord(ofPath length: Double) -> Double {
        LineLocator.greatestChord(ofPath: length)
    }

    /// The shortest chord that a path can have, on a sphere more curved than the ellipsoid anywhere.
    package static func leastChord(ofPath length: Double) -> Double {
        let curved = 6_300_000.0
        return 2 * curved * sin(min(length / (2 * curved), .pi / 2))
    }

    /// The squares of least distances to the chords of the line below which a position is certainly
    /// nearer to the line than `length` metres, and above which it is certainly farther; one that is
    /// not known says nothing.
    package func squaredChords(around length: Double) -> ChordLimits {
        guard !isRough else { return .none }
        let slack = 1e-3
        let below = Self.leastChord(ofPath: length - slack) - sag - slack
        let above = Self.greatestChord(ofPath: length + slack) + sag + slack
        return ChordLimits(below: below > 0 ? below * below : -1, above: above * above)
    }

    /// The extent of everything within a distance in metres of the line.
    package func extent(reach: Double) -> GlobeExtent {
        var extent = GlobeExtent()
        for number in 0..<pieces.count {
            let piece = pieces[number]
            let middle = Vector3(
                piece.ax + piece.ux / 2, piece.ay + piece.uy / 2, piece.az + piece.uz / 2)
            let place = lifted(middle, direction: Vector3(0, 0, 1)).position
            let half = Vector3(piece.ux, piece.uy, piece.uz).length / 2
            extent.add(
                longitude: place.longitude, latitude: place.latitude,
                reach: reach + half * 1.01 + sag + 10)
        }
        return extent
    }
}
