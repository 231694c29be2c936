/// A line on the globe: one or more directed parts, each a chain of vertices.
///
/// - Units: WGS 84 degrees. `parts[p][v]` is vertex `v` of part `p`; segment `s` of a part runs
///   from vertex `s` to vertex `s + 1`. A part whose first and last vertex are the same place is
///   closed. Consecutive duplicate vertices are kept, so that segment numbers are those of the
///   source.
public struct LineGeometry: Hashable, Sendable {
    /// The vertices of each part, in the line's direction; at least one part, each of at least two.
    public let parts: [[Coordinate]]
    /// What joins two consecutive vertices.
    public let edges: EdgeKind
    /// Whether parts that meet are one line.
    public let joins: Joins

    /// A line of several parts.
    ///
    /// - Throws: `LineGeometryError` when there is no part, a part has fewer than two vertices or
    ///   no length, a vertex is not on the globe, or the way between two vertices is ambiguous
    ///   (exactly 180 degrees of longitude apart, with neither a pole of a geodesic edge).
    public init(
        parts: [[Coordinate]], edges: EdgeKind = .geodesic, joins: Joins = .endToEnd
    ) throws(LineGeometryError) {
        guard !parts.isEmpty else { throw LineGeometryError(.empty) }
        for (p, part) in parts.enumerated() {
            try Self.check(part, number: p, edges: edges)
        }
        self.parts = parts
        self.edges = edges
        self.joins = joins
    }

    /// A line of one part.
    public init(_ vertices: [Coordinate], edges: EdgeKind = .geodesic) throws(LineGeometryError) {
        try self.init(parts: [vertices], edges: edges)
    }

    /// How many vertices all parts have together.
    public var vertexCount: Int { parts.reduce(0) { $0 + $1.count } }

    /// The same places in the opposite direction; the order of the parts is kept.
    public var reversed: LineGeometry {
        LineGeometry(unchecked: parts.map { $0.reversed() }, edges: edges, joins: joins)
    }

    /// The same vertices with parts that are joined otherwise.
    public func joined(_ joins: Joins) -> LineGeometry {
        LineGeometry(unchecked: parts, edges: edges, joins: joins)
    }

    /// Whether a part ends where it begins.
    public func isClosed(part: Int) -> Bool {
        guard let first = parts[part].first, let last = parts[part].last else { return false }
        return parts[part].count > 2 && first.isSamePlace(as: last)
    }

    /// The rings of an area as closed parts with planar edges.
    init(rings: [[Coordinate]]) {
        self.init(unchecked: rings, edges: .planar, joins: .asDrawn)
    }

    private init(unchecked parts: [[Coordinate]], edges: EdgeKind, joins: Joins) {
        self.parts = parts
        self.edges = edges
        self.joins = joins
    }

    /// Whether an edge of the line's kind can run from one place to the other: the way round is not
    /// ambiguous.
    func canJoin(_ from: Coordinate, _ to: Coordinate) -> Bool {
        Self.fault(from, to, edges: edges) == nil
    }

    private static func fault(
        _ from: Coordinate, _ to: Coordinate, edges: EdgeKind
    ) -> LineGeometryError.Code? {
        let opposite = (to.longitude - from.longitude).magnitude == 180
        let overPole = edges == .geodesic && (from.isPole || to.isPole)
        if (opposite && !overPole) || (from.isPole && to.isPole && !from.isSamePlace(as: to)) {
            return .ambiguousEdge
        }
        let toPole =
            edges == .rhumb && from.isPole != to.isPole && from.longitude != to.longitude
        return toPole ? .rhumbToPole : nil
    }

    private static func check(
        _ part: [Coordinate], number: Int, edges: EdgeKind
    ) throws(LineGeometryError) {
        guard part.count >= 2 else {
            throw LineGeometryError(.tooFewVertices, part: number, vertex: part.isEmpty ? nil : 0)
        }
        for (v, vertex) in part.enumerated() where !vertex.isValid {
            throw LineGeometryError(.notOnGlobe, part: number, vertex: v, found: vertex)
        }
        for v in 1..<part.count {
            if let code = fault(part[v - 1], part[v], edges: edges) {
                throw LineGeometryError(code, part: number, vertex: v, found: part[v])
            }
        }
        guard part.contains(where: { !$0.isSamePlace(as: part[0]) }) else {
            throw LineGeometryError(.noLength, part: number, vertex: 0, found: part[0])
        }
    }
}
