#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Distances closer together than this, in metres, count as equal; a position this near to the line
/// is on it.
package let coincidence = 1e-6

extension LineLocator {
    /// The place on the line nearest to a position.
    ///
    /// - Boundary: a position off the globe or with NaN gives NaN and the side `none`. Of places
    ///   equally near, the one first along the line is returned.
    public func nearest(to position: Coordinate) -> NearestPlace {
        var hint: Int?
        return nearest(to: position, hint: &hint)
    }

    /// The place on the line nearest to a position, looked for first where `hint` says; leaves in
    /// `hint` where it was found, for positions near by.
    package func nearest(to position: Coordinate, hint: inout Int?) -> NearestPlace {
        guard position.isValid else {
            return NearestPlace(
                distance: .metres(.nan), place: Coordinate(longitude: .nan, latitude: .nan),
                part: 0, segment: 0, fraction: .nan, side: .none, beyondEnd: nil)
        }
        let point = Vector3(position)
        var search = NearestSearch(self, position, point)
        tree.visit(from: point, reach: search.reach(from: hint)) { piece, reach in
            search.consider(piece, reach: reach)
        }
        let best = search.finish()
        hint = best.piece
        return place(best.foot, ties: best.ties)
    }

    /// The place on one edge, by its number among `courses`, that is nearest to a position, with the side
    /// that it shows.
    ///
    /// - Returns: `nil` when there is no such edge.
    package func nearest(to position: Coordinate, onEdge number: Int) -> NearestPlace? {
        var finder = FootFinder(position)
        let point = Vector3(position)
        var best: LineFoot?
        var piece = pieces.partitioningIndex { $0.edge >= number }
        while piece < pieces.count, pieces[piece].edge == number {
            let found = foot(on: piece, from: point, &finder)
            if found.distance < best?.distance ?? .infinity { best = found }
            piece += 1
        }
        return best.map { place(canonical($0), ties: []) }
    }

    func foot(
        on number: Int, from point: Vector3, _ finder: inout FootFinder, chord: Double? = nil
    ) -> LineFoot {
        let piece = pieces[number]
        let fraction = chord ?? point.nearest(onChordFrom: piece.a, to: piece.b).fraction
        let guess =
            fraction <= 0
            ? piece.t0 : fraction >= 1 ? piece.t1 : piece.t0 + fraction * (piece.t1 - piece.t0)
        return finder.foot(
            on: edges[Int(piece.edge)], number: Int(piece.edge), piece: piece, guess: guess)
    }

    /// The same foot, with a vertex that two edges share given to the earlier of them.
    func canonical(_ foot: LineFoot) -> LineFoot {
        guard foot.t == 0, edges[foot.edge].previous >= 0 else { return foot }
        var earlier = foot
        earlier.edge = Int(edges[foot.edge].previous)
        earlier.t = 1
        earlier.along = edges[earlier.edge].endAzimuth
        earlier.place = edges[earlier.edge].end
        earlier.towards += foot.place.turnOfAzimuths(to: earlier.place)
        return earlier
    }

    private func place(_ foot: LineFoot, ties: [LineFoot]) -> NearestPlace {
        let edge = edges[foot.edge]
        var side = self.side(at: foot)
        var beyond = beyondEnd(at: foot)
        for tie in ties where tie.distance <= foot.distance + coincidence {
            if self.side(at: tie) != side, side != .on { side = .none }
            beyond = min(beyond, beyondEnd(at: tie))
        }
        return NearestPlace(
            distance: .metres(foot.distance), place: foot.place, part: Int(edge.part),
            segment: Int(edge.segment), fraction: foot.t, side: side,
            beyondEnd: beyond > coincidence ? .metres(beyond) : nil)
    }

    /// The longest chord that a geodesic of a length in metres can have, with 2 micrometres to
    /// spare for ties and rounding: that of a sphere flatter than the ellipsoid anywhere.
    package static func greatestChord(ofPath length: Double) -> Double {
        let half = (length + 2 * coincidence) / (2 * WGS84.flatterRadius)
        return 2 * WGS84.flatterRadius * sin(min(half, .pi / 2)) + 1e-8
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index from which on `isInSecondPart` holds, in a collection that is so partitioned.
    package func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
