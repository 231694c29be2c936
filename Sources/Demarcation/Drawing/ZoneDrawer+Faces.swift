import Geodesy
import PlanarGeometry

extension ZoneDrawer {
    /// What the faces of a zone are made of.
    struct Ground {
        let locator: LineLocator
        /// The distances in metres at which there may be limit, least first.
        let levels: [Double]
        /// Whether the line itself and the borders of its sides matter.
        let isSided: Bool
        let hasFlatEnds: Bool
    }

    /// The ground on which a zone along a line is drawn; `nil` for other zones.
    func ground(of zone: Zone, sided: Bool = false) throws(DrawingError) -> Ground? {
        let flat = zone.ends == .flat
        switch zone.definition {
        case .within(let left, let right, let line):
            let levels = Set([left, right].compactMap { $0?.metres }).sorted()
            return Ground(
                locator: try locator(line), levels: levels, isSided: sided || left != right,
                hasFlatEnds: flat)
        case .between(let from, let to, let sides, let line):
            let levels = [from.metres, to.metres].filter { $0 > 0 }
            return Ground(
                locator: try locator(line), levels: levels, isSided: sided || sides != .both,
                hasFlatEnds: flat)
        case .along(let route, let width):
            return Ground(
                locator: LineLocator(route), levels: [width.metres], isSided: sided,
                hasFlatEnds: flat)
        case .aroundPoint, .aroundArea, .area: return nil
        }
    }

    func locator(_ line: ReferenceLine.ID) throws(DrawingError) -> LineLocator {
        guard let locator = locators[line] else { throw DrawingError(.missingLine, detail: line) }
        return locator
    }

    /// The faces into which the limits, the line and the borders of its sides cut the map,
    /// and `cuts` besides.
    func faces(
        _ ground: Ground, cuts: [[Coordinate]], _ limit: LimitDrawing
    ) throws(DrawingError) -> FaceMap {
        var curves = cuts
        var rings: [[Coordinate]] = []
        for level in ground.levels {
            let drawn = try limit.rings(around: ground.locator, at: .metres(level))
            rings += drawn
            curves += GlobeCut.polygons(drawn).joined()
        }
        let reach = ground.levels.last ?? 0
        if ground.isSided {
            curves += LineChains.chains(ground.locator, tolerance: limit.tolerance)
                .flatMap(GlobeCut.chains)
            let borders = SideBorders(
                locator: ground.locator, reach: reach, tolerance: limit.tolerance)
            curves += borders.chains(limits: rings).flatMap(GlobeCut.chains)
        }
        if ground.hasFlatEnds {
            let ends = EndBorders(
                locator: ground.locator, reach: reach, tolerance: limit.tolerance)
            curves += ends.chains.flatMap(GlobeCut.chains)
        }
        do {
            return try FaceMap(curves)
        } catch {
            throw DrawingError(.geometry, detail: "\(error)")
        }
    }
}
