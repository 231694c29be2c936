import Foundation
import Geodesy

/// Where something was seen or heard from a place: in a direction of the compass, between two distances.
struct CompassSector: Hashable {
    /// The direction; `nil` where it is not known.
    let point: CompassPoint?
    /// The least and the greatest distance.
    let nearest: Distance
    let farthest: Distance

    /// The greatest distance, that of the place's extent included, for which a disc is given.
    static let most = Distance.kilometres(500)

    /// A disc that holds all that may be meant, hardly larger than the smallest one; `nil` where it is too far or
    /// the extent of the place is not known.
    ///
    /// The observer is anywhere in `place`, and the distance counts from there or from the place's rim. What is
    /// meant is then nowhere nearer to the observer than `nearest`, nowhere farther from the middle C than
    /// R = radius + `farthest`, and in the sector as the observer sees it.
    ///
    /// In the plane of directions and distances from C, in which no length is less than on the ellipsoid, as its
    /// curvature is positive, this lies in what a disc of the place's radius r covers when it moves over the sector
    /// from C, cut off at R. The direction north of an observer and that of C differ by the convergence of
    /// meridians, by which the sector is widened. That shape lies within hull of its far arc, which ends at the
    /// angle a + asin(r / R) on either side, and the discs of radius r about the near corners. The disc's middle is
    /// on the axis, at the p for which the farther of these is nearest.
    func disc(from place: Disc) -> Disc? {
        let whole = place.radius + farthest
        guard whole <= Self.most else { return nil }
        let around = Disc(centre: place.centre, radius: whole + Self.margin)
        guard let point, let half = Self.halfAngle(seenFrom: place) else { return around }
        let reach = whole.metres
        // What is r on the ellipsoid may be as much more in that plane.
        let curved = reach / WGS84.curvedRadius
        let radius = place.radius.metres * (1 + curved * curved / 3)
        let end = min(.pi, half + (reach > 0 ? asin(min(1, radius / reach)) : .pi))
        let near = nearest.metres
        func radiusNeeded(_ p: Double) -> Double {
            let far = (reach * reach + p * p - 2 * reach * p * cos(end)).squareRoot()
            let corner = radius + (near * near + p * p - 2 * near * p * cos(half)).squareRoot()
            return max(far, corner)
        }
        // Both distances are convex in p, and so is the greater.
        var (low, high) = (0.0, reach)
        for _ in 0..<80 {
            let step = (high - low) / 3
            if radiusNeeded(low + step) <= radiusNeeded(high - step) {
                high -= step
            } else {
                low += step
            }
        }
        let middle = Geodesic.direct(
            from: place.centre, azimuth: point.azimuth, distance: .metres(low)
        ).position
        return Disc(centre: middle, radius: .metres(radiusNeeded(low)) + Self.margin)
    }

    /// Room for the rounding of all this.
    private static let margin = Distance.metres(0.01)

    /// Half the angle at a place's middle of the directions that a point of the compass may be there, in radians,
    /// for an observer anywhere in it; `nil` where these may be any, as near a pole.
    ///
    /// On a sphere the directions north at two places, s apart, differ by g with tan(g / 2) = tan(l / 2)
    /// sin(m) / cos(d / 2): l is their difference in longitude, at most asin(sin s / cos b) about latitude b, m
    /// their mean latitude and d their difference in latitude. The ellipsoid changes it by less than a hundredth.
    private static func halfAngle(seenFrom place: Disc) -> Double? {
        let latitude = place.centre.latitude.magnitude * .pi / 180
        let apart = place.radius.metres / WGS84.curvedRadius
        guard latitude + apart < 89 * .pi / 180 else { return nil }
        let turn = asin(min(1, sin(apart) / cos(latitude)))
        let convergence =
            2 * atan(tan(turn / 2) * sin(latitude + apart) / cos(apart / 2)) * 1.01
        let half = CompassPoint.halfWidth * .pi / 180 + convergence
        return half < .pi / 2 ? half : nil
    }
}
