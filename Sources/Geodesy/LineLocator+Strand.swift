extension LineLocator {
    /// With more places of doubt than this, strands are not asked for.
    static let mostDoubts = 64

    /// Whether all that may be nearest to a place lies on one strand of the line, with no open end, no
    /// crossing and no other doubt about sides as near as the farthest of that strand.
    ///
    /// Then every place around that the line does not pass through on the way lies on the same side:
    /// if two places of the strand were equally near to one between them and showed it two sides, the
    /// strand and the ways to both would close a curve with one of the line's ends inside, as the line
    /// goes on from the two into the inside and the outside; and all of that curve is as near as the
    /// strand.
    ///
    /// - Parameters:
    ///   - point: The place.
    ///   - reach: Everything that may be nearest is within so many metres, in a straight line.
    ///   - slack: What doubts, the strand and the place may be off together, in metres.
    /// - Complexity: logarithmic in the edges, but for the first time, which looks for crossings.
    package func isOnOneStrand(_ point: SIMD3<Double>, reach: Double, slack: Double) -> Bool {
        let doubts = strands.doubts(of: self)
        guard doubts.places.count <= Self.mostDoubts else { return false }
        // Beyond 5,000 km the nearer side of a curve on the globe is not plain.
        func isClear(_ farthest: Double) -> Bool {
            farthest < 5_000_000
                && doubts.places.allSatisfy {
                    let way = $0.place - point
                    return way.length - $0.radius > farthest
                }
        }
        if let rough = tree.roughRange(from: point, reach: reach),
            doubts.isStrand(rough.pieces), isClear(slack + rough.farthest)
        {
            return true
        }
        guard
            let near = tree.range(
                from: point, reach: reach,
                isNear: { piece in
                    let own = point.nearest(onChordFrom: pieces[piece].a, to: pieces[piece].b)
                    return own.distance <= reach + pieces[piece].sag
                }),
            let strand = doubts.strand(of: near),
            isClear(slack + (pieces[near.lowerBound].a - point).length)
        else { return false }
        let farthest =
            slack
            + tree.farthest(of: strand, from: point) { piece in
                max((pieces[piece].a - point).length, (pieces[piece].b - point).length)
                    + pieces[piece].sag
            }
        return isClear(farthest)
    }

    /// The same of all within a path of `limit` metres of a position, for an accuracy in metres; not
    /// where the line was not made ready for that.
    func isOnOneStrand(
        _ position: Coordinate, limit: Double, slack: Double, accuracy: Double
    ) -> Bool {
        (accuracy == 0 || accuracy == loose.accuracy)
            && isOnOneStrand(
                Vector3(position), reach: Self.greatestChord(ofPath: limit), slack: slack)
    }

    /// How far the line is from a place in a straight line, in metres, or a little more.
    package func chordToNearest(from point: SIMD3<Double>) -> Double {
        var nearest = Double.infinity
        tree.visit(from: point, reach: 2 * WGS84.a) { piece, reach in
            let own = point.nearest(onChordFrom: pieces[piece].a, to: pieces[piece].b).distance
            nearest = min(nearest, own + pieces[piece].sag)
            return min(reach, nearest)
        }
        return nearest
    }
}
