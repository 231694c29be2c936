import Geodesy
import PlanarGeometry

extension ZoneDrawer {
    /// Polygons with the definition to audit them by.
    struct Shape {
        var polygons: [[[Coordinate]]]
        var terms: LimitTerms
        var seeds: [Coordinate]
    }

    /// The polygons of a zone, drawn from its definition, clip and exceptions included.
    func shape(of zone: Zone, _ limit: LimitDrawing) throws(DrawingError) -> Shape {
        let contains = try membership(in: zone)
        if let ground = try ground(of: zone), ground.isSided || ground.hasFlatEnds {
            let faces = try faces(ground, cuts: try cuts(of: zone, limit), limit)
            return try shape(ground, faces, contains)
        }
        let (rings, terms, seeds) = try plain(zone, limit)
        var polygons = rings
        if zone.clip != nil || !zone.except.isEmpty || isOutsideOnly(zone) {
            do {
                let context = GEOSContext()
                var shape = try PlanarShape(polygons: polygons, context)
                if case .aroundArea(_, let area, false) = zone.definition {
                    let inside = try PlanarShape(polygons: GlobeCut.polygons(of: area), context)
                    shape = try shape.difference(inside)
                }
                if let clip = zone.clip {
                    let area = try PlanarShape(polygons: GlobeCut.polygons(of: clip), context)
                    shape = try shape.intersection(area)
                }
                for excepted in agreement.zones where zone.except.contains(excepted.id) {
                    let area = try PlanarShape(
                        polygons: try self.shape(of: excepted, limit).polygons, context)
                    shape = try shape.difference(area)
                }
                polygons = try shape.polygons()
            } catch let error as DrawingError {
                throw error
            } catch {
                throw DrawingError(.geometry, detail: "\(error)")
            }
        }
        return Shape(
            polygons: polygons,
            terms: LimitTerms(terms: terms, contains: contains, tolerance: tolerance.metres),
            seeds: seeds)
    }

    /// The left and the right half of a zone, from the same faces.
    func halves(
        of zone: Zone, _ limit: LimitDrawing
    ) throws(DrawingError) -> [(side: LineSide, shape: Shape)] {
        guard let ground = try ground(of: zone, sided: true) else { throw DrawingError(.noSides) }
        let contains = try membership(in: zone)
        let faces = try faces(ground, cuts: try cuts(of: zone, limit), limit)
        var halves: [(LineSide, Shape)] = []
        for side in [LineSide.left, .right] {
            let locator = ground.locator
            let shape = try shape(ground, faces) {
                contains($0) && locator.nearest(to: $0).side != side.reversed
            }
            halves.append((side, shape))
        }
        return halves
    }

    private func shape(
        _ ground: Ground, _ faces: FaceMap,
        _ contains: @escaping @Sendable (Coordinate) -> Bool
    ) throws(DrawingError) -> Shape {
        do throws(GEOSError) {
            return Shape(
                polygons: try faces.polygons(where: contains),
                terms: LimitTerms(
                    terms: [.levels(ground.locator, (ground.isSided ? [0] : []) + ground.levels)],
                    contains: contains, tolerance: tolerance.metres),
                seeds: Self.seeds(ground.locator, ([0] + ground.levels).map { .metres($0) }))
        } catch {
            throw DrawingError(.geometry, detail: "\(error)")
        }
    }

    /// The borders by which a zone is cut further, as closed curves.
    private func cuts(of zone: Zone, _ limit: LimitDrawing) throws(DrawingError) -> [[Coordinate]] {
        var curves: [[Coordinate]] = []
        if let clip = zone.clip { curves += GlobeCut.polygons(of: clip).joined() }
        for excepted in agreement.zones where zone.except.contains(excepted.id) {
            curves += try shape(of: excepted, limit).polygons.joined()
        }
        return curves
    }

    /// Who belongs to a zone, by the very code that gives verdicts.
    private func membership(
        in zone: Zone
    ) throws(DrawingError) -> @Sendable (Coordinate) -> Bool {
        var part = agreement
        part.zones = agreement.zones.filter {
            $0.id == zone.id || agreement.excepts(zone.id, $0.id)
        }
        if !part.zones.contains(where: { $0.id == zone.id }) { part.zones.append(zone) }
        let lines = part.zones.compactMap(\.line)
        part.lines = agreement.lines.filter { lines.contains($0.id) }
        guard let number = part.zones.firstIndex(where: { $0.id == zone.id }) else {
            throw DrawingError(.empty)
        }
        do throws(AgreementError) {
            let compiled = try CompiledAgreement(part)
            return { compiled.memberships(of: $0)[number] == .inside }
        } catch {
            throw DrawingError(.missingLine, detail: "\(error)")
        }
    }

    private func isOutsideOnly(_ zone: Zone) -> Bool {
        if case .aroundArea(_, _, false) = zone.definition { return true }
        return false
    }

    /// Places at given distances to any side of a line, spread over its length: they lie on its
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

extension Zone {
    /// The line from which the zone is measured.
    var line: ReferenceLine.ID? {
        switch definition {
        case .within(_, _, let line), .between(_, _, _, let line): line
        case .aroundPoint, .aroundArea, .along, .area: nil
        }
    }
}
