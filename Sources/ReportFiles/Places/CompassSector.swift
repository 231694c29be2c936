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
    /// The observer is anywhere in `place`, of radius r about C, and the distance counts from there or from the
    /// place's rim. What is meant is then nowhere nearer to the observer than `nearest`, nowhere farther from C
    /// than r + f, where f is `farthest`, and in the sector as the observer sees it.
    ///
    /// In the plane of directions and distances from C such a place X lies t ahead of the observer, who is at most
    /// r from C. With t up to f it is within r of the place Y that is t ahead of C. With more, Y is f ahead: X is
    /// at most r beside the ray and, as it is within r + f of C, at most sqrt(f^2 + 2 f r) along it there; then it
    /// is within `beside` of Y. What is so far on the ellipsoid may be a little more in that plane, in which no
    /// length is less than on the ellipsoid.
    func region(from place: Disc) -> SeenRegion? {
        let whole = place.radius + farthest
        guard whole <= Self.most else { return nil }
        let (r, f) = (place.radius.metres, farthest.metres)
        let past = (f * f + 2 * f * r).squareRoot() - f
        let beside = point == nil ? r : (past * past + r * r).squareRoot()
        let curved = whole.metres / WGS84.curvedRadius
        let room =
            r == 0 ? 0 : beside - r + beside * (curved * curved / 3) + 0.01
        let direction = point.map {
            SeenRegion.Direction(
                bearing: $0.azimuth, eitherWay: Angle(degrees: CompassPoint.halfWidth))
        }
        do throws(FootprintError) {
            return try SeenRegion(
                from: place, direction: direction, nearest: nearest, farthest: farthest,
                room: .metres(room))
        } catch {
            return nil
        }
    }
}
