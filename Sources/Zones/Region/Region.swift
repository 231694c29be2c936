import Geodesy

/// What makes a position belong to a zone, as a tree: distances from sources, areas, and what is put
/// together from these.
///
/// It is the only place that says what a zone is. Membership (`ZoneModel`), the index, the drawing,
/// the words and the validation are folds over it.
///
/// Lines and other zones are known by names: identifiers in an agreement, numbers in a `ZonePlan`.
///
/// - Boundary: all limits are closed; within 1 micrometre of a distance limit counts as on it. A
///   position on a line, or one whose side is undefined, belongs to the zones of both sides.
public indirect enum Region<LineName: Hashable & Sendable, ZoneName: Hashable & Sendable>: Hashable,
    Sendable
{
    /// Within distances of a line, to each side its own; `nil` on a side where it is not.
    case beside(Course<LineName>, left: DistanceBand?, right: DistanceBand?, ends: Ends)
    /// Within distances of stretches of a line, along each its own.
    case stretches(LineName, [LineStretch], ends: Ends, meeting: StretchMeeting = .nearest)
    /// Where one line is at least as near as another.
    case nearer(LineName, than: LineName)
    /// Within distances of a point; `accuracy` bounds how far the true one may be from it.
    case around(Coordinate, DistanceBand, accuracy: Distance = .zero)
    /// In an area, its border included.
    case inside(Area)
    /// Within distances of an area's border, counted outward and negative inside the area.
    case outward(Area, DistanceBand)
    /// Between two lines, what bounds that included (`AreaBetween`); with `half` only where the line of
    /// that name is at least as near as the other.
    case between(LineName, LineName, half: LineName?)
    /// In at least one of the regions.
    case union([Region])
    /// In all of the regions; of no regions, everywhere.
    case intersection([Region])
    /// In the first region and not in the second.
    case difference(Region, Region)
    /// In another zone.
    case zone(ZoneName)

    /// An area given by coordinates.
    public typealias Area = ZoneArea
}

/// What happens beyond the open ends of a line or route.
public enum Ends: String, CaseIterable, Hashable, Sendable {
    /// The zone runs round the end at its distance: membership by distance alone.
    case round
    /// Positions beyond the perpendicular at an open end are outside, as far as that end goes: a
    /// position that another part of the line reaches within the distance is not.
    case flat
    /// Positions beyond the perpendicular at an open end are outside where that end is the nearest place on the
    /// line, whatever other parts of it reach.
    case flatWhereNearest
}

/// A line that a region is measured from.
public enum Course<LineName: Hashable & Sendable>: Hashable, Sendable {
    /// A line that has a name, accuracy and sides.
    case line(LineName)
    /// A route given in place, which only this region is measured from, with a bound on how far the
    /// true one may be from it.
    case route(LineGeometry, accuracy: Distance)
}
