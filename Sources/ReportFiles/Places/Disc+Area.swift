import Foundation
import Geodesy

extension Disc {
    /// A disc that certainly holds an area, hardly larger than the smallest one that does.
    ///
    /// - Parameter area: its edges are straight in longitude and latitude.
    /// - Accuracy: the radius exceeds that of the smallest disc by about an eight thousandth of the border's length.
    ///   `nil` for an area whose parts lie farther than 2,000 km from its middle.
    init?(around area: PolygonGeometry) {
        let rings = area.polygons.compactMap(\.first)
        guard let first = rings.first?.first else { return nil }
        // A place of an edge lies within half a step of one of these; steps do not depend on how short the
        // way between two vertices is, as an edge may run along a whole parallel.
        let step = max(rings.map { Self.length(ofRing: $0) }.reduce(0, +) / 4000, 0.001)
        let places = rings.flatMap { Self.along($0, step: step) }
        let centre = Self.middle(of: places, near: first)
        let farthest = places.map { Geodesic.distance(from: centre, to: $0) }.max() ?? .zero
        guard farthest <= .metres(2e6) else { return nil }
        self.init(centre: centre, radius: farthest + .metres(step / 2 * 1.01))
    }

    /// By how many degrees an edge goes east and north.
    private static func rise(from start: Coordinate, to end: Coordinate) -> (Double, Double) {
        var turn = end.longitude - start.longitude
        if turn.magnitude > 180, turn.magnitude < 360 { turn += turn < 0 ? 360 : -360 }
        return (turn, end.latitude - start.latitude)
    }

    /// No less than the metres of an edge: a degree has at most 111,700 m on the ellipsoid, in either direction.
    private static func length(_ turn: Double, _ rise: Double) -> Double {
        111_700 * (turn.magnitude + rise.magnitude)
    }

    private static func length(ofRing ring: [Coordinate]) -> Double {
        zip(ring, ring.dropFirst()).map { start, end in
            let (turn, rise) = rise(from: start, to: end)
            return length(turn, rise)
        }.reduce(0, +)
    }

    /// Places along the edges of a ring, so many metres apart at most.
    private static func along(_ ring: [Coordinate], step: Double) -> [Coordinate] {
        zip(ring, ring.dropFirst()).flatMap { start, end in
            let (turn, rise) = rise(from: start, to: end)
            let count = max(1, Int((length(turn, rise) / step).rounded(.up)))
            return (0..<count).map { k in
                let share = Double(k) / Double(count)
                let longitude = start.longitude + share * turn
                return Coordinate(
                    longitude: longitude > 180
                        ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
                    latitude: start.latitude + share * rise)
            }
        }
    }

    /// About the place whose greatest distance from others is the least, in the plane of their directions and
    /// distances from one of them.
    ///
    /// It is approached by going toward the farthest in ever smaller steps (M. Badoiu and K. L. Clarkson,
    /// Smaller core-sets for balls, 2003).
    private static func middle(of places: [Coordinate], near start: Coordinate) -> Coordinate {
        let points = places.map { place in
            let path = Geodesic.inverse(from: start, to: place)
            let azimuth = path.azimuthAtStart.degrees * .pi / 180
            return (
                east: path.distance.metres * sin(azimuth),
                north: path.distance.metres * cos(azimuth)
            )
        }
        var middle = (east: 0.0, north: 0.0)
        for step in 1...1000 {
            var farthest = middle
            var most = 0.0
            for point in points {
                let (x, y) = (point.east - middle.east, point.north - middle.north)
                if x * x + y * y > most { (farthest, most) = (point, x * x + y * y) }
            }
            let share = 1 / Double(step + 1)
            middle.east += share * (farthest.east - middle.east)
            middle.north += share * (farthest.north - middle.north)
        }
        return Geodesic.direct(
            from: start,
            azimuth: Azimuth(degrees: atan2(middle.east, middle.north) * 180 / .pi),
            distance: .metres(
                (middle.east * middle.east + middle.north * middle.north).squareRoot())
        ).position
    }
}
