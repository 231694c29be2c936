import Geodesy
import PlanarGeometry

/// Draws the zones of an agreement as polygons within a stated tolerance, and audits each drawing
/// against the exact definition.
public struct ZoneDrawer: Sendable {
    /// How far a drawn edge may leave the limit.
    public let tolerance: Distance
    let agreement: Agreement
    let locators: [ReferenceLine.ID: LineLocator]

    /// A drawer for the zones of an agreement.
    ///
    /// Limits are drawn as the lines are given; the accuracies of lines and reports, which make
    /// positions near a limit undeterminable, are not drawn.
    public init(_ agreement: Agreement, tolerance: Distance = .metres(0.01)) {
        var nominal = agreement
        nominal.lines = agreement.lines.map {
            ReferenceLine(id: $0.id, geometry: $0.geometry, left: $0.left, right: $0.right)
        }
        nominal.rules = []
        self.agreement = nominal
        self.tolerance = tolerance
        locators = Dictionary(
            nominal.lines.map { ($0.id, LineLocator($0.geometry)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The whole of a zone.
    ///
    /// - Throws: `DrawingError` when the zone has no area, its line is not there, or its limit could
    ///   not be followed. A drawing that the audit does not find good is returned; ask
    ///   `audit.isGood(within:)`.
    public func whole(_ zone: Zone) throws(DrawingError) -> ZoneDrawing {
        try best { limit throws(DrawingError) in
            [try drawing(of: zone, side: nil, try shape(of: zone, limit))]
        }[0]
    }

    /// The whole of a zone and, where it lies on both sides of a line, its left and its right half.
    ///
    /// The halves share every vertex along the line exactly, those of the line itself among them.
    ///
    /// - Throws: `DrawingError` as `whole(_:)` does.
    public func withHalves(_ zone: Zone) throws(DrawingError) -> [ZoneDrawing] {
        let whole = try whole(zone)
        guard Self.hasHalves(zone) else { return [whole] }
        return [whole]
            + (try best { limit throws(DrawingError) in
                try halves(of: zone, limit).map { half throws(DrawingError) in
                    try drawing(of: zone, side: half.side, half.shape)
                }
            })
    }

    /// Draws until the audit is content: as few vertices as will do; then vertices exactly on the
    /// limit, and finer, for narrow places where arms would cross.
    private func best(
        _ draw: (LimitDrawing) throws(DrawingError) -> [ZoneDrawing]
    ) throws(DrawingError) -> [ZoneDrawing] {
        var best: [ZoneDrawing]?
        var lost: DrawingError?
        for (push, factor) in [(0.5, 1.0), (0.4, 0.6), (0, 0.5), (0, 0.1)] {
            do throws(DrawingError) {
                let drawings = try draw(LimitDrawing(tolerance: tolerance * factor, push: push))
                if drawings.allSatisfy({ $0.audit.isGood(within: tolerance) }) { return drawings }
                if best == nil { best = drawings }
            } catch {
                guard error.code == .lost else { throw error }
                lost = error
            }
        }
        guard let best else { throw lost ?? DrawingError(.empty) }
        return best
    }

    private func drawing(
        of zone: Zone, side: LineSide?, _ shape: Shape
    ) throws(DrawingError) -> ZoneDrawing {
        guard !shape.polygons.isEmpty else { throw DrawingError(.empty) }
        do {
            let auditor = DrawingAuditor(
                terms: shape.terms, tolerance: tolerance.metres, seeds: shape.seeds)
            return ZoneDrawing(
                zone: zone.id, side: side, party: side.flatMap { party(of: zone, on: $0) },
                polygon: try PolygonGeometry(polygons: shape.polygons), tolerance: tolerance,
                audit: try auditor.audit(shape.polygons))
        } catch {
            throw DrawingError(.geometry, detail: "\(error)")
        }
    }

    /// Whether a zone lies on both sides of a line.
    static func hasHalves(_ zone: Zone) -> Bool {
        switch zone.definition {
        case .within(let left, let right, _): left != nil && right != nil
        case .between(_, _, let sides, _): sides == .both
        case .aroundPoint, .aroundArea, .along, .area: false
        }
    }

    private func party(of zone: Zone, on side: LineSide) -> Party.ID? {
        switch zone.definition {
        case .within(_, _, let line), .between(_, _, _, let line):
            agreement.lines.first { $0.id == line }?.party(on: side)
        case .aroundPoint, .aroundArea, .along, .area: nil
        }
    }
}
