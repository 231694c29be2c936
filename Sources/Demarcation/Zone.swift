import Geodesy

/// An area in which rules hold, by its definition.
public struct Zone: Hashable, Sendable, Identifiable {
    /// The identifier used in rules and findings.
    public let id: String
    /// What makes a position belong to the zone.
    public let definition: Definition
    /// What happens beyond the open ends of a line or route.
    public let ends: Ends
    /// The zones whose area does not belong to this one.
    public let except: [Zone.ID]
    /// The area that the zone is cut to; with `nil` it is not cut.
    public let clip: PolygonGeometry?

    /// A zone.
    public init(
        id: String, definition: Definition, ends: Ends = .round, except: [Zone.ID] = [],
        clip: PolygonGeometry? = nil
    ) {
        self.id = id
        self.definition = definition
        self.ends = ends
        self.except = except
        self.clip = clip
    }

    /// What makes a position belong to a zone.
    ///
    /// All limits are closed: a position on a limit, within
    /// 1 micrometre, is inside. A position on the line, or one whose side is undefined, belongs to
    /// the zones of both sides.
    public enum Definition: Hashable, Sendable {
        /// Within a distance of a line; `left` and `right` are the widths to its two sides, `nil`
        /// where the zone does not reach to that side.
        case within(left: Distance?, right: Distance?, of: ReferenceLine.ID)
        /// At least `from` and at most `to` from a line, on the sides given.
        case between(from: Distance, to: Distance, sides: Sides, of: ReferenceLine.ID)
        /// Within a distance of a point.
        case aroundPoint(radius: Distance, centre: Coordinate)
        /// Within a distance of an area; with `includingArea` false only outside it, its border
        /// belonging to the zone.
        case aroundArea(distance: Distance, area: PolygonGeometry, includingArea: Bool)
        /// Within a distance of a route, to both sides.
        case along(route: LineGeometry, halfWidth: Distance)
        /// An area given by coordinates.
        case area(PolygonGeometry)
    }

    /// Which sides of a line a zone is on.
    public enum Sides: String, Hashable, Sendable {
        case left
        case right
        case both
    }

    /// What happens beyond the open ends of a line or route.
    public enum Ends: String, CaseIterable, Hashable, Sendable {
        /// The zone runs round the end at its distance: membership by distance alone.
        case round
        /// Positions beyond the perpendicular at an open end are outside.
        case flat
    }
}

extension ReferenceLine: Identifiable {}
