extension LineLocator {
    /// A place where the line crosses or touches itself, within 1 micrometre; `nil` if it does not.
    ///
    /// Edges that follow each other meet there and are no contact; where one runs back over the other
    /// they are.
    ///
    /// - Complexity: n log n for lines that run on, and a search along edges that come near others.
    package var selfContact: Coordinate? {
        for edge in edges where edge.next >= 0 {
            let next = edges[Int(edge.next)]
            let turn = (next.startAzimuth(from: edge.end) - edge.endAzimuth).remainderModuloTurn
            let overlap = (180 - turn.magnitude) * (.pi / 180) * min(edge.length, next.length)
            if overlap <= coincidence { return edge.end }
        }
        for (first, piece) in pieces.enumerated() {
            let middle = (piece.a + piece.b) / 2
            let reach = (piece.b - piece.a).length / 2 + piece.sag + coincidence
            var found: Coordinate?
            tree.visit(from: middle, reach: reach) { second, reach in
                guard found == nil else { return 0 }
                if second > first { found = contact(first, second) }
                return reach
            }
            if let found { return found }
        }
        return nil
    }

    /// Where two pieces meet, other than at the vertex between their edges.
    private func contact(_ first: Int, _ second: Int) -> Coordinate? {
        let (a, b) = (pieces[first], pieces[second])
        guard a.edge != b.edge,
            chordDistance(a.a, a.b, b.a, b.b) <= a.sag + b.sag + coincidence
        else { return nil }
        var search = ContactSearch(
            a: EdgeCurve(edges[Int(a.edge)]), b: EdgeCurve(edges[Int(b.edge)]),
            shared: vertices(between: Int(a.edge), Int(b.edge)))
        return search.contact(Arc(a), Arc(b))
    }

    /// The vertices at which two edges follow each other, by way of edges without a length to speak of.
    private func vertices(between first: Int, _ second: Int) -> [Vector3] {
        var found: [Vector3] = []
        for (from, to) in [(first, second), (second, first)] {
            var next = Int(edges[from].next)
            while next >= 0, next != to, next != from, edges[next].length <= coincidence {
                next = Int(edges[next].next)
            }
            if next == to { found.append(Vector3(edges[to].start)) }
        }
        return found
    }
}

/// A stretch of an edge.
private struct Arc {
    let from: EdgeCurve.Sample
    let to: EdgeCurve.Sample
    /// No place on it is farther than this from its chord, in metres.
    let sag: Double

    var length: Double { (to.point - from.point).length }

    init(_ piece: LinePiece) {
        from = EdgeCurve.Sample(t: piece.t0, point: piece.a)
        to = EdgeCurve.Sample(t: piece.t1, point: piece.b)
        sag = piece.sag
    }

    private init(from: EdgeCurve.Sample, to: EdgeCurve.Sample, sag: Double) {
        (self.from, self.to, self.sag) = (from, to, sag)
    }

    /// Both halves; of half an arc the sagitta is a quarter, and pieces turn too little to make it 0.3.
    func halves(_ curve: inout EdgeCurve) -> [Arc] {
        let middle = curve.sample(at: (from.t + to.t) / 2)
        return [
            Arc(from: from, to: middle, sag: 0.3 * sag), Arc(from: middle, to: to, sag: 0.3 * sag),
        ]
    }
}

/// Looks for a place where two edges meet.
private struct ContactSearch {
    var a: EdgeCurve
    var b: EdgeCurve
    /// Where they are meant to meet.
    let shared: [Vector3]

    /// So near to a vertex that they share edges are not told apart, in metres: they leave it in
    /// different directions.
    private static let apart = 10.0

    mutating func contact(_ first: Arc, _ second: Arc) -> Coordinate? {
        let sag = first.sag + second.sag
        let distance = chordDistance(
            first.from.point, first.to.point, second.from.point, second.to.point)
        if distance > sag + coincidence { return nil }
        for vertex in shared {
            let isNear = [first.from, first.to, second.from, second.to].allSatisfy {
                ($0.point - vertex).length < Self.apart
            }
            if isNear { return nil }
        }
        if sag <= coincidence {
            // Of two straight stretches that are neither near nor far from a vertex the halves are.
            let isShort = first.length < 1 && second.length < 1
            if shared.isEmpty || isShort { return a.evaluate(at: first.from.t).place }
        }
        if first.length > second.length {
            for half in first.halves(&a) {
                if let found = contact(half, second) { return found }
            }
        } else {
            for half in second.halves(&b) {
                if let found = contact(first, half) { return found }
            }
        }
        return nil
    }
}

/// The distance between two chords.
private func chordDistance(_ a: Vector3, _ b: Vector3, _ c: Vector3, _ d: Vector3) -> Double {
    let (u, v, w) = (b - a, d - c, a - c)
    let (uu, uv, vv) = (u.dot(u), u.dot(v), v.dot(v))
    let (uw, vw) = (u.dot(w), v.dot(w))
    let determinant = uu * vv - uv * uv
    var least = min(
        a.nearest(onChordFrom: c, to: d).distance, b.nearest(onChordFrom: c, to: d).distance,
        c.nearest(onChordFrom: a, to: b).distance, d.nearest(onChordFrom: a, to: b).distance)
    // Inside both, unless they are parallel: then the ends tell.
    if determinant > 1e-12 * uu * vv {
        let s = (uv * vw - vv * uw) / determinant
        let t = (uu * vw - uv * uw) / determinant
        if s > 0, s < 1, t > 0, t < 1 {
            least = min(least, (w + u * s - v * t).length)
        }
    }
    return least
}
