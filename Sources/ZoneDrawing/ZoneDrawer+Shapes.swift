import Geodesy
import PlanarGeometry
import Zones

extension ZoneDrawer {
    /// Polygons with the definition to audit them by.
    struct Shape {
        var polygons: [[[Coordinate]]]
        var terms: LimitTerms
        var seeds: [Coordinate]
    }

    /// The polygons of a zone: what the curves that may be its border cut out, as far as the definition
    /// has it in the zone.
    func shape(ofZone number: Int, _ limit: LimitDrawing) throws(DrawingError) -> Shape {
        let ground = ZoneGround(model, zone: number)
        let contains = membership(inZone: number)
        guard ground.isPlain, let only = ground.parts.first else {
            return try shape(ground, try faces(ground, limit), contains)
        }
        return Shape(
            polygons: GlobeCut.polygons(try only.rings(limit)),
            terms: terms(ground, contains), seeds: ground.parts.flatMap(\.seeds))
    }

    /// The left and the right half of a zone along a line, from the same faces.
    func halves(
        ofZone number: Int, along line: Int, _ limit: LimitDrawing
    ) throws(DrawingError) -> [(side: LineSide, shape: Shape)] {
        let ground = ZoneGround(model, zone: number, halvedAlong: line)
        let contains = membership(inZone: number)
        let faces = try faces(ground, limit)
        let (source, extent) = (model.line(line), extent)
        var halves: [(LineSide, Shape)] = []
        for side in [LineSide.left, .right] {
            let shape = try shape(ground, faces) {
                contains($0) && source.isBeside($0, side, extent)
            }
            halves.append((side, shape))
        }
        return halves
    }

    /// The faces into which a ground's curves cut the map.
    private func faces(
        _ ground: ZoneGround, _ limit: LimitDrawing
    ) throws(DrawingError) -> FaceMap {
        var curves: [[Coordinate]] = []
        // Curves between stretches begin on any of the rings.
        var rings: [[Coordinate]] = []
        if ground.parts.contains(where: { !$0.meetings.isEmpty }) {
            for part in ground.parts { rings += try part.rings(limit) }
        }
        let reach = ground.parts.map(\.reach).max() ?? 0
        for part in ground.parts { curves += try part.curves(limit, among: rings, within: reach) }
        do {
            return try FaceMap(
                curves, tolerance: limit.tolerance, width: ground.leastWidth)
        } catch {
            throw DrawingError(.geometry, detail: "\(error)")
        }
    }

    private func shape(
        _ ground: ZoneGround, _ faces: FaceMap,
        _ contains: @escaping @Sendable (Coordinate) -> Bool
    ) throws(DrawingError) -> Shape {
        do throws(GEOSError) {
            return Shape(
                polygons: try faces.polygons(where: contains), terms: terms(ground, contains),
                seeds: ground.parts.flatMap(\.seeds))
        } catch {
            throw DrawingError(.geometry, detail: "\(error)")
        }
    }

    private func terms(
        _ ground: ZoneGround, _ contains: @escaping @Sendable (Coordinate) -> Bool
    ) -> LimitTerms {
        LimitTerms(
            terms: ground.parts.compactMap(\.term), contains: contains,
            tolerance: tolerance.metres)
    }

    /// Who belongs to a zone, by the very code that gives verdicts.
    private func membership(inZone number: Int) -> @Sendable (Coordinate) -> Bool {
        let (model, isPossible) = (model, extent == .possible)
        return {
            let answer = model.membership(of: $0, inZone: number)
            return answer == .inside || isPossible && answer == .undeterminable
        }
    }
}

extension LineSource {
    /// Whether a position counts as on a side of the line, to the extent that is drawn.
    fileprivate func isBeside(
        _ position: Coordinate, _ side: LineSide, _ extent: ZoneExtent
    ) -> Bool {
        if accuracy == 0 { return locator.nearest(to: position).side != side.reversed }
        let possible = locator.possibleSides(
            of: position, within: .zero, accuracy: .metres(accuracy))
        let wanted: LineSides = side == .left ? .left : .right
        return extent == .certain ? possible == wanted : possible.contains(wanted)
    }
}
