import Synchronization

/// The border of an area as a line, worked out when it is first asked for: membership does without.
final class AreaBorder: Sendable {
    private let known = Mutex<LineLocator??>(nil)

    /// The border; `nil` for an area that has none, such as the globe.
    func line(of area: PolygonGeometry) -> LineLocator? {
        known.withLock { known in
            if let known { return known }
            let made = Self.make(area)
            known = .some(made)
            return made
        }
    }

    private static func make(_ area: PolygonGeometry) -> LineLocator? {
        var edges: [LineEdge] = []
        var parts: [[Coordinate]] = []
        for chain in BorderChain.chains(UnionBorder(area).stretches().flatMap(\.pieces)) {
            let first = edges.count
            for (s, stretch) in chain.stretches.enumerated() {
                edges.append(
                    LineEdge(
                        from: stretch.from, to: stretch.to, longitudeSpan: stretch.span,
                        kind: .planar, part: parts.count, segment: s))
            }
            LineLocator.chain(&edges, from: first, closed: chain.isClosed)
            parts.append(chain.stretches.prefix(1).map(\.from) + chain.stretches.map(\.to))
        }
        return edges.isEmpty ? nil : LineLocator(LineGeometry(rings: parts), edges: edges)
    }
}
