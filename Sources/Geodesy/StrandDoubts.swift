import Synchronization

/// Where a line's side is not plain from its strand alone: open ends, loose edges, and pieces that cross,
/// touch or turn back on others.
struct StrandDoubts: Sendable {
    /// Everything that is in doubt lies within the radius in metres of a place.
    private(set) var places: [(place: Vector3, radius: Double)] = []
    /// Pairs of pieces that cross or touch and do not follow each other along the line; no more than a few
    /// beyond `LineLocator.mostDoubts`.
    private(set) var crossings: [(Int, Int)] = []
    /// The first piece of each run of pieces that follow one another along the line, and the number of
    /// pieces after the last.
    private var firsts: [Int] = []
    /// Whether the last piece of a run is followed by its first.
    private var areRings: [Bool] = []

    init(_ locator: LineLocator) {
        let (pieces, edges) = (locator.pieces, locator.edges)
        for (k, piece) in pieces.enumerated() {
            let isNext = k > 0 && Self.follows(piece, pieces[k - 1], edges)
            if !isNext { firsts.append(k) }
        }
        firsts.append(pieces.count)
        areRings = zip(firsts, firsts.dropFirst()).map {
            Self.follows(pieces[$0], pieces[$1 - 1], edges)
        }
        places = locator.ends.map { (Vector3($0.place), 0) }
        for edge in locator.loose.edges {
            places.append((Vector3(edges[edge].start), edges[edge].length * 1.01))
        }
        for (first, second) in TouchingPieces(locator).pairs(atMost: LineLocator.mostDoubts) {
            let areNeighbours =
                Self.follows(pieces[second], pieces[first], edges)
                || Self.follows(pieces[first], pieces[second], edges)
            if !areNeighbours { crossings.append((first, second)) }
            for piece in [pieces[first], pieces[second]] {
                places.append((piece.a, (piece.b - piece.a).length + piece.sag))
            }
        }
    }

    /// The pieces of the strand on which some pieces lie; `nil` where they lie on several.
    ///
    /// Of a ring that is all of it, so that it does not matter where it begins.
    func strand(of range: ClosedRange<Int>) -> ClosedRange<Int>? {
        let next = firsts.partitioningIndex { $0 > range.lowerBound }
        guard next < firsts.count, range.upperBound < firsts[next] else { return nil }
        return areRings[next - 1] ? firsts[next - 1]...(firsts[next] - 1) : range
    }

    /// Whether pieces are all that may have to be looked at of one strand, and not of a ring.
    func isStrand(_ range: ClosedRange<Int>) -> Bool { strand(of: range) == range }

    /// Whether a piece goes on from another.
    static func follows(_ piece: LinePiece, _ other: LinePiece, _ edges: [LineEdge]) -> Bool {
        piece.edge == other.edge
            ? piece.t0 == other.t1
            : other.t1 == 1 && piece.t0 == 0 && edges[Int(other.edge)].next == piece.edge
    }
}

/// The doubts of a line, looked for when they are first asked for.
final class LineStrands: Sendable {
    private let found = Mutex<StrandDoubts?>(nil)

    func doubts(of locator: LineLocator) -> StrandDoubts {
        found.withLock { known in
            if let known { return known }
            let made = StrandDoubts(locator)
            known = made
            return made
        }
    }
}
