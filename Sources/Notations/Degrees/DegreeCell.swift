import Geodesy
import Zones

/// A rectangle of longitude and latitude, in degrees, about the middle of its longitudes.
struct DegreeCell {
    private let longitude: Double
    private let halfLongitude: Double
    /// The centre, and the ends.
    private let latitude: Double
    private let south: Double
    private let north: Double

    /// What two written angles leave open.
    init(_ latitude: WrittenAngle, _ longitude: WrittenAngle, _ rule: PrecisionRule) {
        let rows = Self.span(latitude, rule)
        let columns = Self.span(longitude, rule)
        south = max(rows.lower, -90)
        north = min(rows.upper, 90)
        // A rounded latitude keeps its value even where a pole cuts its cell.
        self.latitude = min(max(rows.middle, -90), 90)
        halfLongitude = columns.half
        let middle = columns.middle
        self.longitude = middle > 180 ? middle - 360 : middle < -180 ? middle + 360 : middle
    }

    private struct Span {
        let middle: Double
        let half: Double
        var lower: Double { middle - half }
        var upper: Double { middle + half }
    }

    private static func span(_ angle: WrittenAngle, _ rule: PrecisionRule) -> Span {
        let (value, unit) = (angle.value.degrees, angle.unit.degrees)
        if angle.notation == .decimalDegrees {
            return Span(middle: value, half: rule.decimals == .exact ? 0 : unit / 2)
        }
        if rule.degrees == .rounded { return Span(middle: value, half: unit / 2) }
        if angle.side == 0 { return Span(middle: value, half: unit) }
        return Span(middle: value + Double(angle.side) * unit / 2, half: unit / 2)
    }

    /// Whether the rectangle is one place.
    var isPlace: Bool { south == north && (halfLongitude == 0 || latitude.magnitude == 90) }

    /// The rectangle as a footprint; `nil` about a pole, where a longitude says nothing.
    var footprint: Footprint? {
        if latitude.magnitude == 90 { return nil }
        return try? .degrees(
            west: Angle(degrees: longitude - halfLongitude), south: Angle(degrees: south),
            east: Angle(degrees: longitude + halfLongitude), north: Angle(degrees: north))
    }

    /// The disc about the centre that covers the rectangle.
    ///
    /// The distance from the centre to a place grows with the difference of longitude, so that the
    /// farthest places of the rectangle lie on its eastern and western edges; along these meridians
    /// it is convex, being a distance along a geodesic well within the radius of convexity, so that
    /// they are corners. East and west are alike.
    var disc: PositionDisc {
        let centre = Coordinate(longitude: longitude, latitude: latitude)
        let bound: Double
        if latitude.magnitude == 90 {
            // The pole with whatever longitude: all places down to the edge.
            bound = corner(from: centre, latitude > 0 ? south : north)
        } else if max(north - south, 2 * halfLongitude) <= 1.001 / 3600 {
            bound = waysAlong
        } else {
            bound = max(corner(from: centre, south), corner(from: centre, north))
        }
        // Geodesics are accurate to 15 nm, degrees hold 15 nm at the most.
        return PositionDisc(centre: centre, bound: .metres(bound + 1e-7))
    }

    private func corner(from centre: Coordinate, _ latitude: Double) -> Double {
        let place = Coordinate(longitude: halfLongitude, latitude: latitude)
        let middle = Coordinate(longitude: 0, latitude: centre.latitude)
        return Geodesic.distance(from: middle, to: place).metres
    }

    /// A bound of the way from the centre to a corner that is straight in longitude and latitude,
    /// which the geodesic is no longer than: the greatest radii within the rectangle times the
    /// steps.
    private var waysAlong: Double {
        // The parallel is longest at the end nearer to the equator; the meridian's radius is
        // greatest at the other.
        let nearer = south * north <= 0 ? 0 : min(south.magnitude, north.magnitude)
        let farther = max(south.magnitude, north.magnitude)
        let (parallel, _) = WGS84.radii(latitude: nearer)
        let (_, meridian) = WGS84.radii(latitude: farther)
        let rise = max(north - latitude, latitude - south) * .pi / 180 * meridian
        let run = halfLongitude * .pi / 180 * parallel
        return (rise * rise + run * run).squareRoot()
    }
}
