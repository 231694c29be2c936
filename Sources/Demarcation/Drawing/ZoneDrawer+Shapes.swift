import Geodesy
import PlanarGeometry

extension ZoneDrawer {
    /// All places within a distance of a line.
    func around(
        _ locator: LineLocator, _ width: Distance, _ limit: LimitDrawing
    ) throws(DrawingError) -> Shape {
        Shape(
            polygons: GlobeCut.polygons(try limit.rings(around: locator, at: width)),
            terms: LimitTerms(
                terms: [.levels(locator, [width.metres])],
                contains: { locator.nearest(to: $0).distance.metres <= width.metres + 1e-6 }),
            seeds: Self.seeds(locator, [width]))
    }

    /// All places between two distances of a line.
    func band(
        _ locator: LineLocator, _ from: Distance, _ to: Distance, _ limit: LimitDrawing
    ) throws(DrawingError) -> Shape {
        guard from > .zero else { return try around(locator, to, limit) }
        let outer = try limit.rings(around: locator, at: to)
        let inner = try limit.rings(around: locator, at: from).map { Array($0.reversed()) }
        return Shape(
            polygons: GlobeCut.polygons(outer + inner),
            terms: LimitTerms(
                terms: [.levels(locator, [from.metres, to.metres])],
                contains: {
                    let distance = locator.nearest(to: $0).distance.metres
                    return distance <= to.metres + 1e-6 && distance >= from.metres - 1e-6
                }),
            seeds: Self.seeds(locator, [from, to]))
    }

    /// All places within a distance of a point.
    func circle(_ centre: Coordinate, _ radius: Distance, _ limit: LimitDrawing) -> Shape {
        Shape(
            polygons: GlobeCut.polygons([limit.ring(around: centre, at: radius)]),
            terms: LimitTerms(
                terms: [.circle(centre, radius.metres)],
                contains: {
                    Geodesic.distance(from: centre, to: $0).metres <= radius.metres + 1e-6
                }),
            seeds: stride(from: -180.0, to: 180, by: 5).map {
                Geodesic.direct(from: centre, azimuth: Azimuth(degrees: $0), distance: radius)
                    .position
            })
    }

    /// All places within a distance of an area, the area itself belonging to them or not.
    func around(
        _ area: PolygonGeometry, _ distance: Distance, _ includingArea: Bool, _ limit: LimitDrawing
    ) throws(DrawingError) -> Shape {
        guard let border = AreaLocator(area).border else { throw DrawingError(.empty) }
        let rings = try limit.rings(around: border, at: distance).filter {
            !area.contains($0[0])
        }
        var polygons = GlobeCut.polygons(rings)
        if !includingArea {
            do {
                let context = GEOSContext()
                let whole = try PlanarShape(polygons: polygons, context)
                let inside = try PlanarShape(polygons: GlobeCut.polygons(of: area), context)
                polygons = try whole.difference(inside).polygons()
            } catch {
                throw DrawingError(.geometry, detail: "\(error)")
            }
        }
        return Shape(
            polygons: polygons,
            terms: LimitTerms(
                terms: [.levels(border, includingArea ? [distance.metres] : [0, distance.metres])],
                contains: {
                    let away = border.nearest(to: $0).distance.metres
                    if away <= 1e-6 { return true }
                    return area.contains($0) ? includingArea : away <= distance.metres + 1e-6
                }),
            seeds: Self.seeds(border, [.zero, distance]))
    }

    /// Places at given distances to either side of a line, spread over its length: they lie on its
    /// limits or inside, and know nothing of what was drawn.
    static func seeds(_ locator: LineLocator, _ distances: [Distance]) -> [Coordinate] {
        var random = AuditRandom()
        let courses = locator.courses
        return (0..<500).flatMap { _ in
            let (place, azimuth) = courses[random.index(courses.count)].evaluate(at: random.unit())
            let turn = random.unit() * 360
            return distances.map {
                Geodesic.direct(
                    from: place, azimuth: Azimuth(degrees: azimuth + turn), distance: $0
                ).position
            }
        }
    }
}
