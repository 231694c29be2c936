import Agreements
import DemarcationReport
import Geodesy
import ZoneDrawing

/// What of an agreement lies below the findings of a map.
struct MapGround {
    /// The zones, with their halves.
    let drawings: [ZoneDrawing]
    /// How far their borders may be from the limits.
    let tolerance: Distance
    let content: MapContent

    /// Draws the zones on all processors; says which could not be drawn.
    init(
        _ agreement: Agreement, _ projection: AzimuthalProjection, tolerance: Distance,
        isProgressShown: Bool
    ) throws {
        let drawer = try ZoneDrawer(agreement, tolerance: tolerance)
        let drawings = Self.draw(
            agreement, drawer, withHalves: true, isProgressShown: isProgressShown)
        (self.drawings, self.tolerance) = (drawings, tolerance)
        content = MapContent(
            agreement, drawings, projection, tolerance: .metres(max(0.1, tolerance.metres / 4)))
    }

    /// Draws the zones on all processors; says which could not be drawn.
    ///
    /// - Parameters:
    ///   - agreement: the zones' agreement.
    ///   - drawer: what draws them.
    ///   - extent: what of them is drawn, in words; `nil` for the zones as they are defined.
    ///   - withHalves: whether their halves are drawn too.
    ///   - isProgressShown: whether it is told how far the drawing has come.
    static func draw(
        _ agreement: Agreement, _ drawer: ZoneDrawer, of extent: String? = nil,
        withHalves: Bool = false, isProgressShown: Bool
    ) -> [ZoneDrawing] {
        let zones = agreement.zones
        let results = DrawingProgress.during(zones.count, isShown: isProgressShown) { progress in
            inParallel(over: zones.count, in: zones.count) { range in
                range.flatMap { number in
                    defer { progress.finishOne() }
                    return drawer.draw([zones[number]], withHalves: withHalves)
                }
            }.flatMap { $0 }
        }
        var drawings: [ZoneDrawing] = []
        for (zone, result) in zip(zones, results) {
            switch result {
            case .success(let new): drawings += new
            case .failure(let error):
                let what = extent.map { "the \($0) extent of zone" } ?? "zone"
                Diagnostics.say("dmz: \(what) \(zone.id) is not on the map: \(error)")
            }
        }
        return drawings
    }

    /// Where a map of an agreement is drawn about; without lines the vertices of its zones.
    static func projection(of agreement: Agreement) throws -> AzimuthalProjection {
        if let projection = AzimuthalProjection(aboutLinesOf: agreement) { return projection }
        let drawer = try ZoneDrawer(agreement, tolerance: .metres(100))
        let drawings = drawer.draw(agreement.zones).compactMap { try? $0.get() }.joined()
        let vertices = drawings.flatMap { $0.polygon.polygons.joined().joined() }
        return AzimuthalProjection(about: vertices)
            ?? AzimuthalProjection(centre: Coordinate(longitude: 0, latitude: 0))
    }
}
