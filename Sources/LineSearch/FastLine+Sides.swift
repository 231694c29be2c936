internal import CKernels
import Geodesy

extension FastLine {
    /// With more ends than this each report near one of them takes the exact way.
    private static let mostEnds = 256

    /// Whether every place within so many metres of a position, in a straight line through the earth, is
    /// clear of the line's open ends and of what may lie on the other side of what is before it.
    package func isClearOfEnds(_ position: Coordinate, within metres: Double) -> Bool {
        guard chords.unsurePlaces.count <= Self.mostEnds else { return false }
        let place = GlobePoint(position)
        let point = SIMD3(place.x, place.y, place.z)
        let squared = metres * metres
        return chords.unsurePlaces.allSatisfy {
            let way = $0 - point
            return (way * way).sum() > squared
        }
    }

    /// Whether every place within `off` metres of a position is on the same side of the line, as far as
    /// that can be told without looking at the line's pieces; `distance` and `error` are as for
    /// `certainSide`.
    package func isClearlyOneSided(
        _ position: Coordinate, distance: Double, error: Double, within off: Double
    ) -> Bool {
        guard distance - error > off + 1e-3 else { return false }
        if sideCells.areOneSided(position, within: off, of: locator) { return true }
        let place = GlobePoint(position)
        // A centimetre for places on chords instead of edges' own.
        let limit = distance + error + 2 * off + 0.01
        return locator.isOnOneStrand(
            SIMD3(place.x, place.y, place.z), reach: PathBounds.greatestChord(ofPath: limit),
            slack: 2 * off + 0.01)
    }

    /// The side of the line on which every place within `off` metres of a position is; `nil` where
    /// the fast way leaves that open.
    ///
    /// `distance` is that to the line and no more than `error` off, both in metres. As in
    /// `LineLocator.possibleSides`, every place of the line is asked that is no farther than the
    /// distance and twice the offset.
    package func certainSide(
        of position: Coordinate, distance: Double, error: Double, within off: Double
    ) -> LineSide? {
        guard error.isFinite, distance - error > off + 1e-3 else { return nil }
        let reach = PathBounds.greatestChord(ofPath: distance + error + 2 * off) + chords.sag
        guard isClearOfEnds(position, within: reach) else { return nil }
        let place = GlobePoint(position)
        var candidates: [UInt32] = []
        candidates.reserveCapacity(256)
        tree.collect(within: reach, of: place, into: &candidates)
        let shown = candidates.withUnsafeBufferPointer {
            chords.sides(shownBy: $0, around: place, radius: off * 1.001 + 1e-3)
        }
        guard shown.left != shown.right else { return nil }
        return shown.left ? .left : .right
    }
}
