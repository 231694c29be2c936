import Geodesy
import PlanarGeometry

/// Draws the zones of an agreement as polygons within a stated tolerance, and audits each drawing
/// against the exact definition.
public struct ZoneDrawer: Sendable {
    /// How far a drawn edge may leave the limit.
    public let tolerance: Distance
    let zones: [Zone]
    let lines: [ReferenceLine.ID: ReferenceLine]
    let locators: [ReferenceLine.ID: LineLocator]

    /// A drawer for zones and the lines they are measured from.
    public init(zones: [Zone], lines: [ReferenceLine], tolerance: Distance = .metres(0.01)) {
        self.zones = zones
        self.tolerance = tolerance
        self.lines = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        locators = Dictionary(
            lines.map { ($0.id, LineLocator($0.geometry)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The whole of a zone.
    ///
    /// - Throws: `DrawingError` when the zone has no area, its line is not there, or its limit could
    ///   not be followed. A drawing that the audit does not find good is returned; ask
    ///   `audit.isGood(within:)`.
    public func whole(_ zone: Zone) throws(DrawingError) -> ZoneDrawing {
        var best: ZoneDrawing?
        // Vertices exactly on the limit, and then finer, where narrow places would make arms cross.
        for (push, factor) in [(0.45, 1.0), (0, 0.5), (0, 0.1)] {
            let limit = LimitDrawing(tolerance: tolerance * factor, push: push)
            let shape = try self.shape(of: zone, limit)
            let drawing = try drawing(of: zone, side: nil, party: nil, shape)
            if drawing.audit.isGood(within: tolerance) { return drawing }
            if best == nil || drawing.audit.invalidity == nil { best = drawing }
        }
        guard let best else { throw DrawingError(.empty) }
        return best
    }

    /// Polygons with the definition to audit them by.
    struct Shape {
        var polygons: [[[Coordinate]]]
        var terms: LimitTerms
        var seeds: [Coordinate]
    }

    func drawing(
        of zone: Zone, side: LineSide?, party: Party.ID?, _ shape: Shape
    ) throws(DrawingError) -> ZoneDrawing {
        guard !shape.polygons.isEmpty else { throw DrawingError(.empty) }
        do {
            let auditor = DrawingAuditor(
                terms: shape.terms, tolerance: tolerance.metres, seeds: shape.seeds)
            return ZoneDrawing(
                zone: zone.id, side: side, party: party,
                polygon: try PolygonGeometry(polygons: shape.polygons), tolerance: tolerance,
                audit: try auditor.audit(shape.polygons))
        } catch {
            throw DrawingError(.geometry, detail: "\(error)")
        }
    }

    func shape(of zone: Zone, _ limit: LimitDrawing) throws(DrawingError) -> Shape {
        switch zone.definition {
        case .within(let left, let right, let line):
            guard let locator = locators[line] else {
                throw DrawingError(.missingLine, detail: line)
            }
            guard let left, let right, left == right else { throw DrawingError(.noSides) }
            return try around(locator, left, limit)
        case .between(let from, let to, _, let line):
            guard let locator = locators[line] else {
                throw DrawingError(.missingLine, detail: line)
            }
            return try band(locator, from, to, limit)
        case .along(let route, let width):
            return try around(LineLocator(route), width, limit)
        case .aroundPoint(let radius, let centre):
            return circle(centre, radius, limit)
        case .aroundArea(let distance, let area, let includingArea):
            return try around(area, distance, includingArea, limit)
        case .area(let area):
            return Shape(
                polygons: GlobeCut.polygons(of: area),
                terms: LimitTerms(terms: [.other { _ in 0 }], contains: area.contains), seeds: [])
        }
    }
}
