extension LineLocator {
    /// The stretches of the line that hang together, each by itself and closed ones among them; parts
    /// and segments keep their numbers.
    package var chains: [LineLocator] {
        var chainOfEdge = [Int](repeating: -1, count: edges.count)
        var members: [[Int]] = []
        for first in edges.indices where chainOfEdge[first] < 0 {
            var start = first
            while edges[start].previous >= 0, Int(edges[start].previous) != first {
                start = Int(edges[start].previous)
            }
            var chain: [Int] = []
            var next = Int32(start)
            while next >= 0, chainOfEdge[Int(next)] < 0 {
                chainOfEdge[Int(next)] = members.count
                chain.append(Int(next))
                next = edges[Int(next)].next
            }
            members.append(chain)
        }
        guard members.count > 1 else { return [self] }
        return members.map { chain in
            let places = Dictionary(
                zip(chain, chain.indices), uniquingKeysWith: { first, _ in first })
            let own = chain.map { number in
                var edge = edges[number]
                edge.previous = Int32(places[Int(edge.previous)] ?? -1)
                edge.next = Int32(places[Int(edge.next)] ?? -1)
                return edge
            }
            var locator = LineLocator(line, edges: own)
            locator.prepare(accuracy: loose.accuracy)
            return locator
        }
    }
}
