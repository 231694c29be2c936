import Geodesy

extension Region {
    /// The positions by which a leaf is given: of a route, a point or an area, not of what it names.
    package var givenPlaces: [Coordinate] {
        switch self {
        case .beside(.route(let route, _), _, _, _): Array(route.parts.joined())
        case .around(let centre, _, _): [centre]
        case .inside(let area), .outward(let area, _):
            Array(area.geometry.polygons.joined().joined())
        case .beside, .stretches, .nearer, .between, .union, .intersection, .difference, .zone: []
        }
    }
}
