import Agreements
import Geodesy

/// A zone, or one of its sides, as polygons to be mapped, exchanged and published.
///
/// - Units: WGS 84 degrees; rings wind as RFC 7946 asks, are cut at the antimeridian, and run along
///   it to a pole that the zone contains.
/// - Accuracy: `audit` holds what was measured of these very polygons. Membership is never decided
///   by them.
public struct ZoneDrawing: Hashable, Sendable {
    /// The zone.
    public let zone: Zone.ID
    /// The side of the line that is drawn; `nil` for the whole zone.
    public let side: LineSide?
    /// The party whose side it is, where the agreement names one.
    public let party: Party.ID?
    /// The polygons.
    public let polygon: PolygonGeometry
    /// How far the edges were allowed to leave the zone's limit.
    public let tolerance: Distance
    /// Which places of the zone are drawn, where what it is measured from is known to an accuracy only.
    public let extent: ZoneExtent
    /// What was found when the polygons were held against the definition.
    public let audit: DrawingAudit

    /// The area on the ellipsoid within the polygons as drawn.
    public var area: Area { polygon.area }

    /// The length of the polygons' edges on the ellipsoid, as drawn, holes included; edges along
    /// the antimeridian or at a pole, where only the drawing ends, are left out.
    public var perimeter: Distance {
        var frame = 0.0
        for ring in polygon.polygons.joined() {
            for (from, to) in zip(ring, ring.dropFirst()) {
                let edge = DrawnEdge(from, to)
                if edge.isFrame, !(from.isPole && to.isPole) {
                    frame += Geodesic.distance(from: from, to: to).metres
                }
            }
        }
        return polygon.perimeter - .metres(frame)
    }

    /// The number of vertices, the last of each ring, which repeats its first, not counted.
    public var vertexCount: Int {
        polygon.polygons.joined().reduce(0) { $0 + $1.count - 1 }
    }

    /// The number of holes.
    public var holeCount: Int { polygon.polygons.reduce(0) { $0 + $1.count - 1 } }

    /// The number of separate polygons.
    public var partCount: Int { polygon.polygons.count }
}
