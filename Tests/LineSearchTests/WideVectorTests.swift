import CKernels
import Foundation
import TestSupport
import Testing
import Zones

/// What is compiled for wide vectors gives the same bits as what runs on every processor.
@Suite("Wide vectors", .serialized)
struct WideVectorTests {
    /// Positions of all kinds, those that are none among them.
    private var positions: [dmz_position] {
        var random = SeededGenerator(seed: 11)
        let odd = [
            0, -0.0, 90, -90, 180, -180, 45, 135, 1e-300, .infinity, -.infinity, .nan,
            180.0.nextUp, 360, 1e300,
        ]
        let chosen = odd.flatMap { x in odd.map { dmz_position(longitude: x, latitude: $0) } }
        return chosen
            + (0..<1001).map { _ in
                dmz_position(
                    longitude: .random(in: -180...180, using: &random),
                    latitude: .random(in: -90...90, using: &random))
            }
    }

    @Test("Places of positions, one by one and together")
    func places() {
        let positions = positions
        func bits(_ places: [dmz_place]) -> [[UInt64]] {
            places.map {
                [$0.x, $0.y, $0.z, $0.nx, $0.ny, $0.nz].map { $0.isNaN ? 0 : $0.bitPattern }
            }
        }
        let (wide, plain) = WideVectors.both {
            var places = [dmz_place](repeating: dmz_place(), count: positions.count)
            dmz_find_places(positions, positions.count, &places)
            return bits(places)
        }
        #expect(wide == plain)
        let alone = positions.map { position in
            var (position, place) = (position, dmz_place())
            dmz_find_places(&position, 1, &place)
            return place
        }
        #expect(bits(alone) == wide)
    }

    @Test("Places are those of the ellipsoid's equations")
    func truePlaces() {
        let (a, f) = (6_378_137.0, 1 / 298.257223563)
        for position in positions
        where position.longitude.magnitude <= 180 && position.latitude.magnitude <= 90 {
            var (asked, place) = (position, dmz_place())
            dmz_find_places(&asked, 1, &place)
            let (east, north) = (
                position.longitude * .pi / 180, position.latitude * .pi / 180
            )
            let n = a / (1 - f * (2 - f) * sin(north) * sin(north)).squareRoot()
            let expected = [
                n * cos(north) * cos(east), n * cos(north) * sin(east),
                n * (1 - f) * (1 - f) * sin(north),
            ]
            for (found, expected) in zip([place.x, place.y, place.z], expected) {
                #expect((found - expected).magnitude < 4e-9, "\(position)")
            }
            #expect((place.nx - cos(north) * cos(east)).magnitude < 6e-16)
            #expect((place.ny - cos(north) * sin(east)).magnitude < 6e-16)
            #expect((place.nz - sin(north)).magnitude < 4e-16)
        }
    }

    @Test("Distances to chords, and which are kept", arguments: [0, 1, 2, 3, 4, 5, 31])
    func chords(count: Int) {
        var random = SeededGenerator(seed: UInt64(count))
        let radius = 6.4e6
        func any() -> Double { .random(in: -radius...radius, using: &random) }
        let chords = (0..<40).map { number in
            let (x, y, z) = (any() / 100, any() / 100, any() / 100)
            let squared = x * x + y * y + z * z
            return dmz_chord(
                ax: any(), ay: any(), az: any(), inverse: number == 7 ? 0 : 1 / squared, ux: x,
                uy: y, uz: z, half: squared.squareRoot() / 2)
        }
        let numbers = (0..<UInt32(count)).map { $0 * 3 % 40 }
        for _ in 0..<100 {
            let point = dmz_point(x: any(), y: any(), z: any())
            let (wide, plain) = WideVectors.both {
                var squares = [Double](repeating: 0, count: count + 3)
                let least = dmz_squared_distances(chords, numbers, count, point, &squares)
                var kept = [UInt32](repeating: 0, count: count + 1)
                var keeping = dmz_keeping(
                    point: point, base: least, slope: radius, floor: 1.5 * least)
                let left = dmz_keep_near(
                    chords, numbers, squares, count, &keeping, .infinity, &kept)
                return [least.bitPattern] + squares[..<count].map(\.bitPattern)
                    + kept[..<left].map(UInt64.init) + Self.runs(chords, count, point)
            }
            #expect(wide == plain)
            // By hand, one after the other.
            let least = numbers.map { number -> Double in
                let c = chords[Int(number)]
                let (x, y, z) = (point.x - c.ax, point.y - c.ay, point.z - c.az)
                let t = min(1, max(0, (x * c.ux + y * c.uy + z * c.uz) * c.inverse))
                let (dx, dy, dz) = (x - t * c.ux, y - t * c.uy, z - t * c.uz)
                return dx * dx + dy * dy + dz * dz
            }.min()
            #expect(Double(bitPattern: wide[0]) == least ?? .infinity)
        }
    }

    /// What is found of some chords by runs of four.
    private static func runs(
        _ chords: [dmz_chord], _ count: Int, _ point: dmz_point
    ) -> [UInt64] {
        let numbers = Array(0..<UInt32(count))
        let along = (0...chords.count).map { 1e5 * Double($0) }
        var bounds = [Double](repeating: 0, count: count + 3)
        var kept = [UInt32](repeating: 0, count: count + 1)
        return chords.withUnsafeBufferPointer { chords in
            along.withUnsafeBufferPointer { along in
                var path = dmz_path(chords: chords.baseAddress, along: along.baseAddress)
                let near = dmz_bound_stretches(&path, numbers, count, 4, point, &bounds)
                var keeping = dmz_keeping(
                    point: near.point, base: near.most * near.most, slope: 1e6, floor: 0)
                let left =
                    count == 0
                    ? 0 : dmz_keep_stretches(&path, numbers, count, 4, bounds, &keeping, &kept)
                return [near.least.bitPattern, near.most.bitPattern]
                    + bounds[..<((count + 3) / 4)].map(\.bitPattern)
                    + kept[..<left].map(UInt64.init)
            }
        }
    }
}
