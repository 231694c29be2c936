import Agreements
import Geodesy
import TestSupport
import Zones

@testable import ZoneDrawing

/// Made-up lines whose zones are known by hand.
enum DrawingCases {
    /// A part of a circle, in degrees clockwise from north.
    static func arc(
        about centre: Coordinate, radius: Distance, from: Double, to: Double, count: Int = 48
    ) -> [Coordinate] {
        (0...count).map {
            centre.moved(radius.metres, towards: from + (to - from) * Double($0) / Double(count))
        }
    }

    /// A circle line whose last vertex repeats its first.
    static func circle(about centre: Coordinate, radius: Distance) -> [Coordinate] {
        var ring = arc(about: centre, radius: radius, from: 0, to: 360)
        ring[ring.count - 1] = ring[0]
        return ring
    }

    /// Two and a half turns whose arms are 4 km apart.
    static var spiral: [Coordinate] {
        (0...100).map { k in
            Coordinate.at(20, 45).moved(
                Distance.kilometres(3 + Double(k) * 0.1).metres, towards: Double(k) * 9)
        }
    }

    static func agreement(
        _ parts: [[Coordinate]], _ zones: [Zone], edges: EdgeKind = .geodesic
    ) throws -> Agreement {
        Agreement(
            parties: [Party(id: "west", name: "West"), Party(id: "east", name: "East")],
            lines: [
                ReferenceLine(
                    id: "line", geometry: try LineGeometry(parts: parts, edges: edges),
                    left: "west", right: "east")
            ], zones: zones)
    }

    static func within(_ width: Distance) -> Zone {
        Zone(id: "zone", .within(left: width, right: width, of: "line"))
    }

    /// The whole zone within a distance of a line.
    static func drawing(
        _ parts: [[Coordinate]], _ width: Distance, edges: EdgeKind = .geodesic,
        tolerance: Distance = .metres(1)
    ) throws -> ZoneDrawing {
        let zone = within(width)
        return try ZoneDrawer(try agreement(parts, [zone], edges: edges), tolerance: tolerance)
            .whole(zone)
    }
}
