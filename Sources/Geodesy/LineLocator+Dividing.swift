extension LineLocator {
    /// The same line with edges cut in parts, for those who draw along it: the curve is the same, and each
    /// part of an edge counts as an edge.
    ///
    /// The line's edges are numbered anew, as segments of one part.
    ///
    /// - Parameter cuts: The parameters, ascending between 0 and 1, at which an edge is cut.
    package func divided(at cuts: (LineCourse) -> [Double]) -> LineLocator {
        let cuts = courses.map(cuts)
        guard cuts.contains(where: { !$0.isEmpty }) else { return self }
        // The number of the first part of each edge; one more at the end.
        var firsts = [0]
        for cut in cuts { firsts.append(firsts[firsts.count - 1] + cut.count + 1) }
        var divided: [LineEdge] = []
        divided.reserveCapacity(firsts[edges.count])
        for (number, edge) in edges.enumerated() {
            var curve = EdgeCurve(edge)
            let inner = cuts[number].map { curve.evaluate(at: $0).place }
            let places = [edge.start] + inner + [edge.end]
            for k in 0...inner.count {
                var part = edge
                if !inner.isEmpty {
                    part = LineEdge(
                        from: places[k], to: places[k + 1],
                        longitudeSpan: LineEdge.shortWay(from: places[k], to: places[k + 1]),
                        kind: edge.kind, part: 0, segment: 0)
                }
                let index = divided.count
                let before = edge.previous < 0 ? -1 : firsts[Int(edge.previous) + 1] - 1
                let after = edge.next < 0 ? -1 : firsts[Int(edge.next)]
                part.previous = Int32(k == 0 ? before : index - 1)
                part.next = Int32(k == inner.count ? after : index + 1)
                part.part = 0
                part.segment = Int32(index)
                divided.append(part)
            }
        }
        return LineLocator(line, edges: divided)
    }
}
