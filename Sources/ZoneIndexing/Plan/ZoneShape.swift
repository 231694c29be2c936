import Geodesy

/// What makes a position belong to a zone, as a `ZoneIndex` understands it.
///
/// Lines and zones are named by their numbers in the `ZonePlan`.
///
/// - Boundary: all limits are closed; within 1 micrometre of a distance limit counts as on it. A
///   position on a line, or one whose side is undefined, belongs to the zones of both sides.
public indirect enum ZoneShape: Hashable, Sendable {
    /// Within a distance of a line, to each side its own; `nil` where it does not reach to that side.
    ///
    /// With `flatEnds`, positions beyond the perpendicular at an open end are outside.
    case within(left: Distance?, right: Distance?, line: Int, flatEnds: Bool = false)
    /// At least `from` and at most `to` from a line, on the sides given.
    case between(
        from: Distance, to: Distance, sides: LineSides, line: Int, flatEnds: Bool = false)
    /// Within a distance of a point.
    case aroundPoint(radius: Distance, centre: Coordinate)
    /// Within a distance of an area; with `includingArea` false only outside it, its border
    /// belonging to the zone.
    case aroundArea(distance: Distance, area: PolygonGeometry, includingArea: Bool)
    /// An area given by coordinates.
    case area(PolygonGeometry)
    /// In at least one of the shapes.
    case union([ZoneShape])
    /// In all of the shapes; of no shapes, everywhere.
    case intersection([ZoneShape])
    /// In the first shape and not in the second.
    case difference(ZoneShape, ZoneShape)
    /// In a zone that was added to the plan before.
    case zone(Int)
}

extension ZoneShape {
    /// Within a distance of a line, to both sides.
    public static func within(_ distance: Distance, ofLine line: Int) -> ZoneShape {
        .within(left: distance, right: distance, line: line)
    }
}
