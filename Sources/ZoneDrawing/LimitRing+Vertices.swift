import Geodesy

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension LimitRing {
    /// A vertex of the drawn ring: so many metres along the ring, moved outward by `outward`.
    struct Vertex: Sendable {
        var run: Double
        var outward: Double
    }

    /// A piece of a stretch of nearly constant bend.
    private struct Piece {
        /// The metres run at its beginning: from the stretch's own, so that the rounding of a long ring's
        /// sums moves no vertex.
        let start: Double
        let length: Double
        /// How much the limit bends to the left of a drawn edge, in radians for each metre.
        let bend: Double
        /// The corner at the piece's beginning, as in `Stretch`.
        let corner: Double
    }

    /// The place of a vertex.
    ///
    /// One where two stretches meet is the end of the first, whatever the last bits of the run: the
    /// second may begin some centimetres on, where the two are within a micrometre of each other.
    func position(of vertex: Vertex, _ features: OffsetFeatures) -> Coordinate {
        let same = 1e-6
        let run = vertex.run < same ? length : vertex.run
        var low = 0
        var high = stretches.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] < run - same { low = middle } else { high = middle }
        }
        let stretch = stretches[low]
        return features.point(
            stretch.feature, at: stretch.from + min(run, starts[low + 1]) - starts[low],
            outward: vertex.outward
        ).position
    }

    /// Few vertices such that the edges between them keep within the tolerance, by the bend of
    /// the curves; each is moved outward by a part of the tolerance so that the edges deviate to
    /// both sides, less near corners so that the two arms of a narrow one do not cross.
    func vertices(_ features: OffsetFeatures, tolerance: Double, push: Double = 0.5) -> [Vertex] {
        let pieces = pieces(features, tolerance)
        guard !pieces.isEmpty else { return [] }
        // Start at a corner, where there is one.
        let shift = pieces.firstIndex { $0.corner > 0 } ?? 0
        let turned = Array(pieces[shift...] + pieces[..<shift])
        let outward = Self.outwards(turned, greatest: push * tolerance)
        var result: [Vertex] = []
        var node = 0
        while node < turned.count {
            result.append(Vertex(run: turned[node].start, outward: outward[node]))
            node = Self.farthest(from: node, turned, outward, tolerance)
        }
        return result
    }

    /// The last node to which one edge may lead.
    private static func farthest(
        from node: Int, _ pieces: [Piece], _ outward: [Double], _ tolerance: Double
    ) -> Int {
        var limit = node + 1
        while limit < pieces.count, pieces[limit].corner == 0 {
            limit += 1
            if limit - node > 4000 { break }
        }
        func fits(_ end: Int) -> Bool {
            keeps(pieces[node..<end], outward[node], outward[end % pieces.count], tolerance)
        }
        var good = node + 1
        var step = 1
        while good + step <= limit, fits(good + step) {
            good += step
            step *= 2
        }
        while step > 0 {
            if good + step <= limit, fits(good + step) { good += step }
            step /= 2
        }
        return good
    }

    /// Whether an edge over some pieces keeps within the tolerance.
    private static func keeps(
        _ pieces: ArraySlice<Piece>, _ outward0: Double, _ outward1: Double, _ tolerance: Double
    ) -> Bool {
        var x = 0.0
        var y = 0.0
        var heading = 0.0
        for piece in pieces {
            let turn = piece.bend * piece.length
            y += piece.length * (heading + 0.5 * turn)
            x += piece.length
            heading += turn
        }
        if heading.magnitude > 0.8 { return false }
        let slope = x > 0 ? y / x : 0
        let least = min(outward0, outward1)
        let most = max(outward0, outward1)
        (x, y, heading) = (0, 0, 0)
        for piece in pieces {
            let turn = piece.bend * piece.length
            let sag = turn * piece.length / 8
            let middle =
                slope * (x + piece.length / 2) - (y + piece.length / 2 * (heading + 0.5 * turn))
                + sag
            y += piece.length * (heading + 0.5 * turn)
            x += piece.length
            heading += turn
            let end = slope * x - y
            // Positive where the limit lies outside the edge.
            if max(middle, end) - least > 0.85 * tolerance
                || most - min(middle, end) > 0.85 * tolerance
            {
                return false
            }
        }
        return true
    }

    private func pieces(_ features: OffsetFeatures, _ tolerance: Double) -> [Piece] {
        var pieces: [Piece] = []
        // A stretch without length, where a corner lies at a curve's very end or beyond it by a last bit,
        // has no piece; its corner is that of the next.
        var passed = stretches.reversed().prefix { $0.to <= $0.from }.map(\.corner).max() ?? 0
        for (stretch, start) in zip(stretches, starts) {
            let length = stretch.to - stretch.from
            guard length > 0 else {
                passed = max(passed, stretch.corner)
                continue
            }
            var corner = max(passed, stretch.corner)
            passed = 0
            let own = features.curvature(stretch.feature)
            let longest = min(10_000, 0.654 * (tolerance / own.magnitude).squareRoot())
            let count = max(1, (length / longest).rounded(.up))
            // The bend of a drawn edge changes slowly; over a long stretch it is asked again.
            var drawn = 0.0
            for k in 0..<Int(count) {
                if k % 16 == 0 {
                    let s = stretch.from + length * min(1, (Double(k) + min(8, count / 2)) / count)
                    let (position, heading) = features.point(stretch.feature, at: s)
                    drawn = Self.bendOfEdge(at: position, heading: heading)
                }
                pieces.append(
                    Piece(
                        start: start + length * (Double(k) / count), length: length / count,
                        bend: own - drawn, corner: corner))
                corner = 0
            }
        }
        return pieces
    }

    /// How much a path straight in longitude and latitude bends to the left, on a sphere.
    static func bendOfEdge(at position: Coordinate, heading: Double) -> Double {
        let azimuth = heading * (.pi / 180)
        let latitude = max(-89.99, min(89.99, position.latitude)) * (.pi / 180)
        return tan(latitude) * sin(azimuth) * (1 + cos(azimuth) * cos(azimuth))
            / OffsetFeatures.earthRadius
    }

    /// How far each node may be moved outward: between the arms of a corner there is room for less.
    private static func outwards(_ pieces: [Piece], greatest: Double) -> [Double] {
        var result = [Double](repeating: greatest, count: pieces.count)
        guard pieces.contains(where: { $0.corner > 0 }) else { return result }
        var room = Double.infinity
        var slope = 0.0
        for node in pieces.indices {
            if pieces[node].corner > 0 {
                room = 0
                slope = 0.4 * max(0, .pi - pieces[node].corner)
            }
            result[node] = min(result[node], room)
            room += slope * pieces[node].length
        }
        // The ring begins at a corner; going back, the last piece ends there.
        room = 0
        slope = 0.4 * max(0, .pi - pieces[0].corner)
        for node in pieces.indices.reversed() {
            room += slope * pieces[node].length
            result[node] = min(result[node], room)
            if pieces[node].corner > 0 {
                room = 0
                slope = 0.4 * max(0, .pi - pieces[node].corner)
            }
        }
        return result
    }
}
