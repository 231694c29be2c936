internal import CKernels
import Geodesy

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
    /// With a `sideDoubt`, those that come as near as the nearest place and so much more are kept too.
    ///
    /// Of long lists the same is asked of stretches of pieces first, with any place of the line for A; many that
    /// are left stay.
    ///
    /// `kept` has room for all; `scratch` for as many numbers, rounded up to fours.
    @inline(__always)
    package func narrow(
        _ candidates: UnsafeBufferPointer<UInt32>, around centre: GlobePoint, radius: Double,
        sideDoubt: Double = -.infinity, into kept: UnsafeMutablePointer<UInt32>,
        scratch: UnsafeMutablePointer<Double>
    ) -> Narrowed {
        let disc = Disc(centre: centre, radius: radius, sideDoubt: sideDoubt)
        guard candidates.count >= Self.many,
            let fewer = narrowStretches(candidates, disc, into: kept, scratch: scratch)
        else { return narrowOneByOne(candidates, disc, into: kept, scratch: scratch) }
        if fewer.count > Self.many, fewer.count < candidates.count / 4 * 3 { return fewer }
        var narrowed = narrowOneByOne(
            UnsafeBufferPointer(start: kept, count: fewer.count), disc, into: kept,
            scratch: scratch)
        narrowed.isSame = false
        return narrowed
    }

    /// The same of candidates in an array, written to the beginning of another that has room for all;
    /// `scratch` has room for as many numbers, rounded up to fours.
    package func narrow(
        _ numbers: [UInt32], _ candidates: Range<Int>, around centre: GlobePoint, radius: Double,
        sideDoubt: Double, into kept: inout [UInt32], scratch: inout [Double]
    ) -> Narrowed {
        numbers.withUnsafeBufferPointer {
            narrow(
                UnsafeBufferPointer(rebasing: $0[candidates]), around: centre, radius: radius,
                sideDoubt: sideDoubt, into: &kept, scratch: &scratch)
        }
    }

    /// Lists so long are narrowed by stretches of their pieces.
    private static let many = 2048

    private struct Disc {
        let centre: GlobePoint
        let radius: Double
        let sideDoubt: Double

        var point: dmz_point { dmz_point(x: centre.x, y: centre.y, z: centre.z) }
    }

    /// By what pieces are kept, with a point of a chord as near to the disc's middle as `chord`; `nil` for
    /// discs so far away that none can be dropped.
    private func keeping(_ disc: Disc, nearest point: dmz_point, chord: Double) -> dmz_keeping? {
        let farthest = chord + disc.radius + sag
        guard farthest < Self.farthest else { return nil }
        let slack = FastDistance.chordSpread(at: farthest) + FastDistance.contenderSlack + 2 * sag
        let wide = farthest + sag + disc.radius + disc.sideDoubt + slack
        return dmz_keeping(
            point: point, base: chord * chord + slack * (2 * farthest + slack),
            slope: 2 * disc.radius,
            floor: wide > 0 ? wide * wide : ChordLimits.belowAll)
    }

    private func narrowStretches(
        _ candidates: UnsafeBufferPointer<UInt32>, _ disc: Disc,
        into kept: UnsafeMutablePointer<UInt32>, scratch: UnsafeMutablePointer<Double>
    ) -> Narrowed? {
        let length = candidates.count < 8 * Self.many ? 16 : 64
        var path = dmz_path(chords: pieces.chords.baseAddress, along: pieces.along.baseAddress)
        let near = dmz_bound_stretches(
            &path, candidates.baseAddress, candidates.count, length, disc.point, scratch)
        guard var keeping = keeping(disc, nearest: near.point, chord: near.most) else {
            return nil
        }
        let count = dmz_keep_stretches(
            &path, candidates.baseAddress, candidates.count, length, scratch, &keeping, kept)
        return Narrowed(count: count, least: max(0, near.least - sag), most: near.most + sag)
    }

    private func narrowOneByOne(
        _ candidates: UnsafeBufferPointer<UInt32>, _ disc: Disc,
        into kept: UnsafeMutablePointer<UInt32>, scratch: UnsafeMutablePointer<Double>
    ) -> Narrowed {
        let (centre, radius) = (disc.centre, disc.radius)
        let least = squaredDistances(from: centre, to: candidates, into: scratch)
        let chord = least.squareRoot()
        var narrowed = Narrowed(
            count: candidates.count, least: max(0, chord - sag), most: chord + sag)
        guard candidates.count > 1 else {
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
        guard var keeping = keeping(disc, nearest: place, chord: chord) else {
            narrowed.isSame = true
            return narrowed
        }
        // A chord at s is at most s + chord + its length away from the nearest place: beyond this it
        // cannot be kept.
        let reach =
            radius
            + (radius * radius + keeping.base + 2 * radius * (chord + 2 * longestHalf))
            .squareRoot()
        narrowed.count = dmz_keep_near(
            pieces.chords.baseAddress, candidates.baseAddress, scratch, candidates.count,
            &keeping, max(keeping.floor, reach * reach * (1 + 1e-9)), kept)
        return narrowed
    }

    /// Discs are narrowed when all of them lies within this distance in metres.
    static let farthest = 3_000_000.0

    /// The squares of least distances to the chords of the line below which a position is certainly
    /// nearer to the line than `length` metres, and above which it is certainly farther; one that is
    /// not known says nothing.
    package func squaredChords(around length: Double) -> ChordLimits {
        guard !isRough else { return .none }
        let slack = PathBounds.limitSlack
        let below = PathBounds.leastChord(ofPath: length - slack) - sag - slack
        let above = PathBounds.greatestChord(ofPath: length + slack) + sag + slack
        return ChordLimits(
            below: below > 0 ? below * below : ChordLimits.belowAll, above: above * above)
    }

    /// The extent of everything within a distance in metres of the line.
    package func extent(reach: Double) -> GlobeExtent {
        let parts = inParallel(over: count, in: count < 1000 ? 1 : 16) {
            extent(of: $0, reach: reach)
        }
        return parts.reduce(into: GlobeExtent()) { $0.formUnion($1) }
    }

    private func extent(of some: Range<Int>, reach: Double) -> GlobeExtent {
        var extent = GlobeExtent()
        for number in some {
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
