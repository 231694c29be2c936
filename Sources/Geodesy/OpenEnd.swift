/// An open end of a line.
package struct OpenEnd: Hashable, Sendable {
    /// The vertex where the line ends.
    package let place: Coordinate
    /// The number of the edge that ends there, among `LineLocator.courses`.
    package let edge: Int
    /// Whether the line begins there rather than ends.
    package let isStart: Bool
}

extension LineLocator {
    /// The open ends of the line, in the line's order; none where all parts are closed.
    package var openEnds: [OpenEnd] { ends }

    /// The open ends among chained edges.
    static func openEnds(of edges: [LineEdge]) -> [OpenEnd] {
        var ends: [OpenEnd] = []
        for (number, edge) in edges.enumerated() {
            if edge.previous < 0 {
                ends.append(OpenEnd(place: edge.start, edge: number, isStart: true))
            }
            if edge.next < 0 {
                ends.append(OpenEnd(place: edge.end, edge: number, isStart: false))
            }
        }
        return ends
    }
}
