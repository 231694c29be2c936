import Geodesy
import Zones

/// Where something was seen or heard from a place: in a direction of the compass, between two distances.
struct CompassSector: Hashable {
    /// The direction; `nil` where it is not known.
    let point: CompassPoint?
    /// The least and the greatest distance.
    let nearest: Distance
    let farthest: Distance

    /// The greatest distance, that of the place's extent included, for which a region is given.
    static let most = Distance.kilometres(500)

    /// The region of all that may be meant; `nil` where it is too far or the extent of the place is not known.
    ///
    /// The observer is anywhere in `place`, and the distance counts from there or from the place's rim. What is
    /// meant is then nowhere nearer to the observer than `nearest`, nowhere farther from the middle C than
    /// R = radius + `farthest`, and in the sector as the observer sees it.
    ///
    /// In the plane of directions and distances from C each such place X lies within the place's radius r of one,
    /// Y, in the widened sector of `SeenRegion`. Where Y is farther than R, the place on the ray to Y that is
    /// nearest to X is not, as X is not, and lies within r of X. What is r on the ellipsoid may be a little more in
    /// that plane, in which no length is less than on the ellipsoid.
    func region(from place: Disc) -> SeenRegion? {
        let whole = place.radius + farthest
        guard whole <= Self.most else { return nil }
        let curved = whole.metres / WGS84.curvedRadius
        let room =
            place.radius == .zero
            ? .zero : place.radius * (curved * curved / 3) + .metres(0.01)
        let direction = point.map {
            SeenRegion.Direction(
                bearing: $0.azimuth, eitherWay: Angle(degrees: CompassPoint.halfWidth))
        }
        do throws(FootprintError) {
            return try SeenRegion(
                from: place, direction: direction, nearest: nearest, farthest: whole, room: room)
        } catch {
            return nil
        }
    }
}
