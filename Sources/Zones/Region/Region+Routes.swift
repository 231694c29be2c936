import Geodesy

extension Region {
    /// The same region with other edges between the vertices of its routes.
    ///
    /// - Throws: `LineGeometryError` when a route cannot have such edges.
    package func routed(by edges: EdgeKind) throws(LineGeometryError) -> Region {
        switch self {
        case .beside(.route(let route), let left, let right, let ends):
            let other = try LineGeometry(parts: route.parts, edges: edges, joins: route.joins)
            return .beside(.route(other), left: left, right: right, ends: ends)
        case .beside, .around, .inside, .outward, .between, .zone: return self
        case .union(let regions): return .union(try Self.routed(regions, by: edges))
        case .intersection(let regions): return .intersection(try Self.routed(regions, by: edges))
        case .difference(let region, let other):
            return .difference(try region.routed(by: edges), try other.routed(by: edges))
        }
    }

    private static func routed(
        _ regions: [Region], by edges: EdgeKind
    ) throws(LineGeometryError) -> [Region] {
        var routed: [Region] = []
        for region in regions { routed.append(try region.routed(by: edges)) }
        return routed
    }
}
