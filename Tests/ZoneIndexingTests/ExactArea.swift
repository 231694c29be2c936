import Geodesy
import Zones

/// Membership in an area by whole numbers: a coordinate is a multiple of 2^-52 degrees, and 128
/// bits hold every determinant of such.
struct ExactArea {
    private struct Place {
        var x: Int128
        var y: Int128
    }

    private struct Ring {
        /// The vertices with longitudes that run on over the antimeridian.
        var vertices: [Place]
        /// Whether it runs round the south pole.
        var isAroundSouth: Bool
        var west: Int128
        var east: Int128
    }

    private let polygons: [[Ring]]
    private static let unit = 0x1p52
    private static let turn = Int128(360) << 52

    /// `nil` when a coordinate is no multiple of the unit.
    init?(_ polygons: [[[Coordinate]]]) {
        var all: [[Ring]] = []
        for rings in polygons {
            var exact: [Ring] = []
            for ring in rings {
                guard let ring = Self.ring(ring) else { return nil }
                exact.append(ring)
            }
            all.append(exact)
        }
        self.polygons = all
    }

    private static func place(_ position: Coordinate) -> Place? {
        guard let x = Int128(exactly: position.longitude * unit),
            let y = Int128(exactly: position.latitude * unit)
        else { return nil }
        return Place(x: x, y: y)
    }

    private static func ring(_ ring: [Coordinate]) -> Ring? {
        var vertices: [Place] = []
        for vertex in ring {
            guard var next = place(vertex) else { return nil }
            if let last = vertices.last, let before = place(ring[vertices.count - 1]) {
                var step = next.x - before.x
                if step.magnitude != turn.magnitude {
                    if step > turn / 2 { step -= turn }
                    if step < -turn / 2 { step += turn }
                }
                next.x = last.x + step
            }
            vertices.append(next)
        }
        let isRound = vertices.first?.x != vertices.last?.x
        let isSouthern = vertices.reduce(Int128(0)) { $0 + $1.y } < 0
        return Ring(
            vertices: vertices, isAroundSouth: isRound && isSouthern,
            west: vertices.map(\.x).min() ?? 0, east: vertices.map(\.x).max() ?? 0)
    }

    /// Whether a position is in the area or on its border; `nil` when it is no multiple of the unit,
    /// or a pole, which is no one place in longitude and latitude.
    func contains(_ position: Coordinate) -> Bool? {
        guard let place = Self.place(position), !position.isPole else { return nil }
        for rings in polygons {
            var inside = false
            for ring in rings {
                guard let isInside = contains(place, ring) else { return true }
                if isInside { inside.toggle() }
            }
            if inside { return true }
        }
        return false
    }

    /// By the number of edges on the meridian south of the place; `nil` on an edge.
    private func contains(_ place: Place, _ ring: Ring) -> Bool? {
        var inside = ring.isAroundSouth
        for turns in -2...2 {
            let x = place.x + Int128(turns) * Self.turn
            guard ring.west <= x, x <= ring.east else { continue }
            for (a, b) in zip(ring.vertices, ring.vertices.dropFirst()) {
                guard (a.x <= x) != (b.x <= x) || a.x == x || b.x == x else { continue }
                let turn = (b.x - a.x) * (place.y - a.y) - (b.y - a.y) * (x - a.x)
                if turn == 0, min(a.y, b.y) <= place.y, place.y <= max(a.y, b.y) { return nil }
                if (a.x <= x) != (b.x <= x), (turn > 0) == (b.x > a.x), turn != 0 {
                    inside.toggle()
                }
            }
        }
        return inside
    }
}
