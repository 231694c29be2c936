public import Geodesy
public import ZoneIndexing
import Zones

/// The work that every figure is about: seven zones by distance from one line, with the side.
public enum NestedLimits {
    /// The distances of the zones.
    public static let kilometres: [Double] = [2, 5, 15, 25, 50, 70, 140]

    /// The plan of these zones about a line.
    public static func plan(_ line: [Coordinate]) throws -> ZonePlan {
        var plan = ZonePlan()
        let number = plan.addLine(try LineGeometry(line))
        for limit in kilometres { plan.addZone(.within(.kilometres(limit), of: number)) }
        return plan
    }

    /// The plan of polygons given by coordinates.
    public static func plan(_ polygons: [PolygonGeometry]) -> ZonePlan {
        var plan = ZonePlan()
        for polygon in polygons { plan.addZone(.area(polygon)) }
        return plan
    }
}
