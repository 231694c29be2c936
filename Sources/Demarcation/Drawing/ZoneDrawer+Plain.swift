import Geodesy

extension ZoneDrawer {
    /// The polygons of a zone that distances or coordinates alone decide, before it is cut further:
    /// no side and no flat end plays a part.
    func plain(
        _ zone: Zone, _ limit: LimitDrawing
    ) throws(DrawingError) -> ([[[Coordinate]]], [LimitTerms.Term], [Coordinate]) {
        switch zone.definition {
        case .within(let left, let right, let line):
            return try around(try locator(line), .zero, left ?? right ?? .zero, limit)
        case .between(let from, let to, _, let line):
            return try around(try locator(line), from, to, limit)
        case .along(let route, let width):
            return try around(LineLocator(route), .zero, width, limit)
        case .aroundPoint(let radius, let centre):
            let places = stride(from: -180.0, to: 180, by: 5).map {
                Geodesic.direct(from: centre, azimuth: Azimuth(degrees: $0), distance: radius)
                    .position
            }
            return (
                GlobeCut.polygons([limit.ring(around: centre, at: radius)]),
                [.circle(centre, radius.metres)], places
            )
        case .aroundArea(let distance, let area, let includingArea):
            guard let border = AreaLocator(area).border else { throw DrawingError(.empty) }
            let rings = try limit.rings(around: border, at: distance)
                .filter { !area.contains($0[0]) }
            return (
                GlobeCut.polygons(rings),
                [.levels(border, includingArea ? [distance.metres] : [0, distance.metres])],
                Self.seeds(border, [.zero, distance])
            )
        case .area(let area):
            guard let border = AreaLocator(area).border else {
                return (GlobeCut.polygons(of: area), [], [])
            }
            return (
                GlobeCut.polygons(of: area), [.levels(border, [0])], Self.seeds(border, [.zero])
            )
        }
    }

    /// All places between two distances of a line; from 0 on, the line is inside.
    private func around(
        _ locator: LineLocator, _ from: Distance, _ to: Distance, _ limit: LimitDrawing
    ) throws(DrawingError) -> ([[[Coordinate]]], [LimitTerms.Term], [Coordinate]) {
        var rings = try limit.rings(around: locator, at: to)
        if from > .zero {
            rings += try limit.rings(around: locator, at: from).map { Array($0.reversed()) }
        }
        let levels = from > .zero ? [from, to] : [to]
        return (
            GlobeCut.polygons(rings), [.levels(locator, levels.map(\.metres))],
            Self.seeds(locator, levels)
        )
    }
}
