import Foundation
import Geodesy
import TestSupport

/// Areas with vertices on a grid of 1/64 degree, and positions on and next to their borders.
struct RandomAreas {
    var random: SeededGenerator

    /// Areas that overlap, share edges and vertices, and lie over the globe's seams.
    mutating func all() -> [[[[Coordinate]]]] {
        var areas: [[[[Coordinate]]]] = []
        // Stars on top of each other, some with a hole.
        for number in 0..<40 {
            let (x, y) = (
                Double.random(in: 12...30, using: &random),
                Double.random(in: 40...52, using: &random)
            )
            let size = [0.25, 1, 3, 8][number % 4]
            var rings = [star(x, y, size, 5 + number % 13)]
            if number % 3 == 0 { rings.append(star(x, y, size * 0.3, 6)) }
            areas.append([rings])
        }
        // A pavement whose stones share edges, and several stones as one area.
        let stones = (0..<16).map { box(16 + Double($0 % 4), 44 + Double($0 / 4), 1, 1) }
        areas += stones.map { [[$0]] }
        areas.append([[stones[0]], [stones[1]], [stones[5]], [stones[10]]])
        areas.append([[stones[2]], [box(18.5, 44.5, 1, 0.25)], [star(19, 45, 1, 9)]])
        // Slivers, and a fan of triangles at one vertex.
        for number in 0..<8 {
            let y = 43 + Double(number) / 64
            areas.append([[ring([(14, y), (26, y + 1 / 64.0), (26, y + 2 / 64.0), (14, y)])]])
            let angle = Double(number) * Double.pi / 4
            areas.append([
                [
                    ring([
                        (20, 47), grid(20 + 2 * cos(angle), 47 + 2 * sin(angle)),
                        grid(20 + 2 * cos(angle + 0.7), 47 + 2 * sin(angle + 0.7)), (20, 47),
                    ])
                ]
            ])
        }
        // Over the antimeridian, and to it from both sides.
        for number in 0..<8 {
            let x = [179, -179.5, 180, 176][number % 4]
            areas.append([
                [
                    star(x, Double(number * 15 - 60), 4, 8 + number),
                    star(x, Double(number * 15 - 60), 1, 5),
                ]
            ])
        }
        areas.append([[box(175, -3, 5, 6)], [box(-180, -3, 4, 6)]])
        areas.append([[box(175, -2, 5, 4)]])
        areas.append([[box(-180, 10, 360, 5)]])
        // Round the poles, with and without touching them.
        areas.append([[cap(70, 1)], [cap(-65, 1)]])
        areas.append([[cap(80, 1)]])
        areas.append([[cap(-75, -1)]])
        areas.append([
            [ring([(-180, 60), (-60, 66), (60, 63), (180, 60), (180, 90), (-180, 90), (-180, 60)])]
        ])
        areas.append([[box(-180, -90, 360, 20)]])
        return areas
    }

    /// On vertices, on edges, and one unit in the last place beside them.
    mutating func positions(_ polygons: [[[Coordinate]]], perRing: Int) -> [Coordinate] {
        var found: [Coordinate] = []
        for ring in polygons.joined() {
            for _ in 0..<perRing {
                let edge = Int.random(in: 0..<ring.count - 1, using: &random)
                let (a, b) = (ring[edge], ring[edge + 1])
                let way = (b.longitude - a.longitude)
                let span = way.magnitude == 360 ? way : way.remainder(dividingBy: 360)
                // The first four are exact on edges without rounding.
                let t =
                    [0, 0.5, 0.25, 0.125, .random(in: 0...1, using: &random)]
                    .randomElement(using: &random) ?? 0
                let on = wrapped(
                    a.longitude + t * span, a.latitude + t * (b.latitude - a.latitude))
                found.append(on)
                for _ in 0..<3 {
                    found.append(
                        Coordinate(longitude: beside(on.longitude), latitude: beside(on.latitude)))
                }
                found.append(
                    wrapped(
                        on.longitude + .random(in: -1...1, using: &random),
                        on.latitude + .random(in: -1...1, using: &random)))
                if on.longitude.magnitude == 180 {
                    found.append(Coordinate(longitude: -on.longitude, latitude: on.latitude))
                }
            }
        }
        return found.filter(\.isValid)
    }

    private mutating func beside(_ value: Double) -> Double {
        [value.nextUp, value.nextDown, value].randomElement(using: &random) ?? value
    }

    private mutating func star(_ x: Double, _ y: Double, _ size: Double, _ count: Int)
        -> [Coordinate]
    {
        var corners = (0..<count).map { corner in
            let angle = 2 * Double.pi * Double(corner) / Double(count)
            let radius = size * Double.random(in: 0.4...1, using: &random)
            return grid(x + radius * cos(angle), y + radius * sin(angle))
        }
        corners.append(corners[0])
        return ring(corners)
    }

    /// A ring once round a pole, to the east or to the west.
    private mutating func cap(_ latitude: Double, _ direction: Double) -> [Coordinate] {
        var corners = (0..<12).map { corner in
            grid(
                direction * (Double(corner) * 30 - 170),
                latitude + Double.random(in: -4...4, using: &random))
        }
        corners.append(corners[0])
        return ring(corners)
    }

    private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Coordinate] {
        .box(x, y, x + width, y + height)
    }

    private func grid(_ x: Double, _ y: Double) -> (Double, Double) {
        ((x * 64).rounded() / 64, (y * 64).rounded() / 64)
    }

    private func ring(_ corners: [(Double, Double)]) -> [Coordinate] {
        corners.map { wrapped($0.0, $0.1) }
    }

    private func wrapped(_ x: Double, _ y: Double) -> Coordinate {
        Coordinate(longitude: x > 180 ? x - 360 : x < -180 ? x + 360 : x, latitude: y)
    }
}
