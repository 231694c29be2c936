import Foundation
import Geodesy
import Zones

/// Where something may be that was seen from a place, or from anywhere near it.
struct SeenRegion {
    /// The sector as it is seen from the place.
    let footprint: Footprint
    /// How far beyond it the object may be, because the observer may be elsewhere.
    let beyond: Distance

    /// In which direction something was seen, and how far that may be off.
    struct Direction: Hashable {
        let bearing: Azimuth
        let eitherWay: Angle
    }

    /// The region for an observer anywhere in a disc.
    ///
    /// From two places that are s apart, on a surface whose curvature is positive, ways of the same length and
    /// direction end no farther apart than s, where directions are told by the way between the places. Those
    /// told by north differ by the convergence of meridians, by which the sector is widened.
    ///
    /// - Parameters:
    ///   - place: where the observer is.
    ///   - direction: in which direction it was; `nil` for any.
    ///   - nearest: the least distance from the observer.
    ///   - farthest: the greatest.
    ///   - room: how much farther beyond the sector the object may be.
    /// - Throws: `FootprintError` for what is no such region.
    init(
        from place: Disc, direction: Direction?, nearest: Distance, farthest: Distance,
        room: Distance = .zero
    ) throws(FootprintError) {
        var half = 180.0
        if let direction, let turn = Self.convergence(in: place) {
            half = min(180, direction.eitherWay.degrees + turn)
        }
        footprint = try .sector(
            from: place.centre,
            bearing: half < 180 ? direction?.bearing ?? Azimuth(degrees: 0) : Azimuth(degrees: 0),
            eitherWay: Angle(degrees: half), nearest: nearest, farthest: farthest)
        beyond = place.radius + room
    }

    /// The position of a report of such a region.
    var position: Coordinate { footprint.enclosingCircle.centre }

    /// A disc that holds all of it.
    var disc: Disc {
        let circle = footprint.enclosingCircle
        return Disc(centre: circle.centre, radius: circle.radius + beyond)
    }

    /// By how many degrees the direction north at places of a disc may differ from that at its middle; `nil` where
    /// that may be any, as near a pole.
    ///
    /// On a sphere the directions north at two places, s apart, differ by g with tan(g / 2) = tan(l / 2)
    /// sin(m) / cos(d / 2): l is their difference in longitude, at most asin(sin s / cos b) about latitude b, m
    /// their mean latitude and d their difference in latitude. The ellipsoid changes it by less than a hundredth.
    private static func convergence(in place: Disc) -> Double? {
        let latitude = place.centre.latitude.magnitude * .pi / 180
        if place.radius == .zero { return latitude < .pi / 2 ? 0 : nil }
        let apart = place.radius.metres / WGS84.curvedRadius
        guard latitude + apart < 89 * .pi / 180 else { return nil }
        let turn = asin(min(1, sin(apart) / cos(latitude)))
        return 2 * atan(tan(turn / 2) * sin(latitude + apart) / cos(apart / 2)) * 1.01 * 180 / .pi
    }
}
