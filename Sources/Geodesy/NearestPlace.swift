/// The place on a line that is nearest to a position, and how the position lies to it.
public struct NearestPlace: Hashable, Sendable {
    /// The line's number, where a plan's lines were asked; `nil` where it was one line.
    public let line: LineNumber?
    /// The geodesic distance from the position to the place.
    public let distance: Distance
    /// The place on the line.
    public let place: Coordinate
    /// The part of the line, counted from 0.
    public let part: Int
    /// The segment within the part, counted from 0.
    ///
    /// A vertex between two segments counts as the end of the one that it ends, also where a closed
    /// part begins or a part goes on from another. A bridge over a gap is the segment after the
    /// last of the part before it; see `LineGeometry.Joins.within(_:)`.
    public let segment: Int
    /// How far along the segment the place lies: 0 at its first vertex, 1 at its last.
    ///
    /// By length for geodesic and rhumb edges, by longitude and latitude for planar ones.
    public let fraction: Double
    /// On which side of the line the position lies.
    public let side: LineSide
    /// How far the position lies beyond the perpendicular at an open end of the line, measured
    /// along the end segment's prolongation; `nil` unless the nearest place is an open end and the
    /// position is more than 1 micrometre beyond.
    public let beyondEnd: Distance?

    init(
        distance: Distance, place: Coordinate, part: Int, segment: Int, fraction: Double,
        side: LineSide, beyondEnd: Distance?
    ) {
        line = nil
        self.distance = distance
        self.place = place
        self.part = part
        self.segment = segment
        self.fraction = fraction
        self.side = side
        self.beyondEnd = beyondEnd
    }

    /// The same place on a numbered line, with distance and side as an index measured them.
    package init(
        _ place: NearestPlace, onLine line: LineNumber, distance: Distance, side: LineSide
    ) {
        self.line = line
        self.distance = distance
        self.place = place.place
        part = place.part
        segment = place.segment
        fraction = place.fraction
        self.side = side
        beyondEnd = place.beyondEnd
    }
}
