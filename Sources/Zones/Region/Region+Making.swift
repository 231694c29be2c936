import Geodesy

/// Regions as agreements speak of them.
extension Region {
    /// Within a distance of a line, to each side its own; `nil` where it does not reach to that side.
    public static func within(
        left: Distance?, right: Distance?, of line: LineName, ends: Ends = .round
    ) -> Region {
        .beside(
            .line(line), left: left.map { .upTo($0) }, right: right.map { .upTo($0) }, ends: ends)
    }

    /// Within a distance of a line, to both sides.
    public static func within(
        _ distance: Distance, of line: LineName, ends: Ends = .round
    ) -> Region {
        .within(left: distance, right: distance, of: line, ends: ends)
    }

    /// At least `from` and at most `to` from a line, on the sides given.
    public static func between(
        from: Distance, to: Distance, sides: LineSides = .both, of line: LineName,
        ends: Ends = .round
    ) -> Region {
        let band = DistanceBand.between(from, to)
        return .beside(
            .line(line), left: sides.contains(.left) ? band : nil,
            right: sides.contains(.right) ? band : nil, ends: ends)
    }

    /// Within a distance of a route, to both sides.
    public static func along(
        route: LineGeometry, halfWidth: Distance, ends: Ends = .round, accuracy: Distance = .zero
    ) -> Region {
        .beside(
            .route(route, accuracy: accuracy), left: .upTo(halfWidth), right: .upTo(halfWidth),
            ends: ends)
    }

    /// Within a distance of a point, known to `accuracy`.
    public static func aroundPoint(
        radius: Distance, centre: Coordinate, accuracy: Distance = .zero
    ) -> Region {
        .around(centre, .upTo(radius), accuracy: accuracy)
    }

    /// Within a distance of an area; with `includingArea` false only outside it, its border belonging
    /// to the region.
    public static func aroundArea(
        distance: Distance, area: PolygonGeometry, includingArea: Bool, edges: EdgeKind = .planar,
        accuracy: Distance = .zero
    ) -> Region {
        .outward(
            Area(area, edges: edges, accuracy: accuracy),
            DistanceBand(from: includingArea ? nil : .zero, to: distance))
    }

    /// An area given by coordinates.
    public static func area(
        _ area: PolygonGeometry, edges: EdgeKind = .planar, accuracy: Distance = .zero
    ) -> Region {
        .inside(Area(area, edges: edges, accuracy: accuracy))
    }

    /// The region cut to an area, known to `accuracy`.
    public func clipped(to area: PolygonGeometry, accuracy: Distance = .zero) -> Region {
        .intersection([self, .area(area, accuracy: accuracy)])
    }

    /// The region without other zones, whose limits, being closed, are theirs.
    public func excluding(_ zones: [ZoneName]) -> Region {
        zones.isEmpty ? self : .difference(self, .union(zones.map { .zone($0) }))
    }
}
