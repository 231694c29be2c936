import Geodesy

extension Region {
    /// The same region with other edges between the vertices of its routes.
    ///
    /// - Throws: `LineGeometryError` when a route cannot have such edges.
    package func routed(by edges: EdgeKind) throws(LineGeometryError) -> Region {
        try replacingLeaves { leaf throws(LineGeometryError) in
            guard
                case .beside(.route(let route, let accuracy), let left, let right, let ends) = leaf
            else { return leaf }
            let other = try LineGeometry(parts: route.parts, edges: edges, joins: route.joins)
            return .beside(
                .route(other, accuracy: accuracy), left: left, right: right, ends: ends)
        }
    }
}
