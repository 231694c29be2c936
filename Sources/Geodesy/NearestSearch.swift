#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The search for the nearest place on a line: first by chords, which cost little, then exactly on
/// the few pieces that chords cannot tell apart.
struct NearestSearch {
    private struct Candidate {
        let piece: Int
        /// No place of the piece is nearer than this by chord.
        let least: Double
        /// The place on the piece's chord.
        let fraction: Double
    }

    private let locator: LineLocator
    private let point: Vector3
    private var finder: FootFinder
    /// The least chord known to some place on the line.
    private var chord = Double.infinity
    private var candidates: [Candidate] = []

    init(_ locator: LineLocator, _ position: Coordinate, _ point: Vector3) {
        self.locator = locator
        self.point = point
        finder = FootFinder(position)
        candidates.reserveCapacity(16)
    }

    /// How far to look, in metres of chord, when the nearest place may be near the piece `hint`.
    mutating func reach(from hint: Int?) -> Double {
        guard let hint, hint < locator.pieces.count else { return .infinity }
        let piece = locator.pieces[hint]
        chord = point.nearest(onChordFrom: piece.a, to: piece.b).distance + piece.sag
        return Self.reach(ofChord: chord)
    }

    /// Takes a piece into account and returns how far to look from now on.
    @inline(__always)
    mutating func consider(_ number: Int, reach: Double) -> Double {
        let piece = locator.pieces[number]
        let near = point.nearest(onChordFrom: piece.a, to: piece.b)
        guard near.distance - piece.sag <= reach else { return reach }
        candidates.append(
            Candidate(piece: number, least: near.distance - piece.sag, fraction: near.fraction))
        guard near.distance + piece.sag < chord else { return reach }
        chord = near.distance + piece.sag
        return Self.reach(ofChord: chord)
    }

    /// The nearest foot, the piece it is on, and the feet that are as near within the coincidence.
    mutating func finish() -> (foot: LineFoot, piece: Int, ties: [LineFoot]) {
        var reach = Self.reach(ofChord: chord)
        var first = 0
        for (i, candidate) in candidates.enumerated()
        where candidate.least < candidates[first].least {
            first = i
        }
        var piece = candidates[first].piece
        var best = exact(candidates[first])
        var ties: [LineFoot] = []
        reach = min(reach, LineLocator.greatestChord(ofPath: best.distance))
        for (i, candidate) in candidates.enumerated() where i != first && candidate.least <= reach {
            let found = exact(candidate)
            if found.edge == best.edge, found.t == best.t { continue }
            if found.distance < best.distance
                || (found.distance == best.distance && found.edge < best.edge)
            {
                if best.distance <= found.distance + coincidence { ties.append(best) }
                best = found
                piece = candidate.piece
                reach = min(reach, LineLocator.greatestChord(ofPath: best.distance))
            } else if found.distance <= best.distance + coincidence {
                ties.append(found)
            }
        }
        return (best, piece, ties)
    }

    private mutating func exact(_ candidate: Candidate) -> LineFoot {
        locator.canonical(
            locator.foot(on: candidate.piece, from: point, &finder, chord: candidate.fraction))
    }

    /// The longest chord to a place that may be the nearest one when some place has the given chord.
    ///
    /// Its path is at most that of the chord on a sphere more curved than the ellipsoid anywhere,
    /// and the chord of that path at most the one on a sphere flatter than it.
    private static func reach(ofChord chord: Double) -> Double {
        if chord < 1_000_000 {
            // The difference of the two spheres' series, with a tenth to spare.
            return chord * (1 + chord * chord * 7e-17) + 4 * coincidence
        }
        let curved = WGS84.curvedRadius
        guard chord < 2 * curved else { return .infinity }
        return LineLocator.greatestChord(ofPath: 2 * curved * asin(chord / (2 * curved)))
    }
}
