import Foundation
import Geodesy
import TestSupport
import Testing

/// The border of an area of several polygons is that of their union.
@Suite struct UnionBorderTests {
    static func area(_ polygons: [[[Coordinate]]]) throws -> AreaLocator {
        AreaLocator(try PolygonGeometry(polygons: polygons))
    }

    /// A ring round a centre that every ray from there crosses once; numbers of few digits, so that
    /// halves and quarters of its edges are exact.
    static func star(
        _ centre: (Double, Double), size: Double, count: Int, _ random: inout SeededGenerator
    ) -> [(Double, Double)] {
        let unit = 65_536.0
        func rounded(_ x: Double) -> Double { (x * unit).rounded() / unit }
        return (0..<count).map { k in
            let angle = (Double(k) + Double.random(in: 0.1...0.9, using: &random)) * 2 * .pi
            let radius = size * Double.random(in: 0.3...1, using: &random)
            return (
                rounded(centre.0 + radius * cos(angle / Double(count))),
                rounded(centre.1 + radius * sin(angle / Double(count)))
            )
        }
    }

    @Test("Seams and what lies inside are no border")
    func seams() throws {
        let site = try Self.area([[.box(9, -1, 10, 1)], [.box(10, -1, 11, 1)]])
        let overlap = try Self.area([[.box(9, -1, 11, 1)], [.box(10.5, -1, 12, 1)]])
        let on = Coordinate(longitude: 10, latitude: 0)
        // To the north or the south border; the parallel bends, so that the foot is due north.
        let north = Exact.distance(on, Coordinate(longitude: 10, latitude: 1))
        #expect((site.distanceToBorder(from: on).metres - north).magnitude < 1)
        let inside = Coordinate(longitude: 11, latitude: 0.5)
        let up = Exact.distance(inside, Coordinate(longitude: 11, latitude: 1))
        #expect((overlap.distanceToBorder(from: inside).metres - up).magnitude < 1)
        #expect(site.distanceToBorder(from: Coordinate(longitude: 9, latitude: 0)).metres < 1e-6)
    }

    @Test("A polygon drawn twice counts once, and a covered hole is none")
    func duplicates() throws {
        let outer = [Coordinate].box(0, 0, 4, 4)
        let hole = [Coordinate].box(1, 1, 2, 2)
        let once = try Self.area([[outer]])
        let twice = try Self.area([[outer], [outer.reversed()]])
        let filled = try Self.area([[outer, hole], [hole]])
        let covered = try Self.area([[outer, hole], [.box(0.5, 0.5, 3, 3)]])
        let partly = try Self.area([[outer, hole], [.box(1, 1, 1.5, 2)]])
        let half = try Self.area([[outer, .box(1.5, 1, 2, 2)]])
        var random = SeededGenerator(seed: 3)
        for _ in 0..<200 {
            let position = random.position(longitude: -1...5, latitude: -1...5)
            let truth = once.distanceToBorder(from: position).metres
            for area in [twice, filled, covered] {
                #expect((area.distanceToBorder(from: position).metres - truth).magnitude < 1e-8)
            }
            let rest = half.distanceToBorder(from: position).metres
            #expect((partly.distanceToBorder(from: position).metres - rest).magnitude < 1e-8)
        }
        #expect(twice.border?.courses.count == once.border?.courses.count)
    }

    @Test("The globe in pieces has no border")
    func globe() throws {
        let tiles = (0..<12).flatMap { column in
            (0..<6).map { row in
                let (west, south) = (Double(column) * 30 - 180, Double(row) * 30 - 90)
                return [[Coordinate].box(west, south, west + 30, south + 30)]
            }
        }
        #expect(try Self.area(tiles).border == nil)
        let open = try Self.area(Array(tiles.dropLast()))
        // The last tile reaches from 150 to 180 degrees and from 60 degrees to the pole.
        let truth = try Self.area([[.box(150, 60, 180, 90)]])
        var random = SeededGenerator(seed: 4)
        for _ in 0..<100 {
            let position = random.position(longitude: -180...180, latitude: -90...90)
            let expected = truth.distanceToBorder(from: position).metres
            #expect((open.distanceToBorder(from: position).metres - expected).magnitude < 1e-8)
        }
    }

    @Test("Pieces of one polygon have its border", arguments: 0..<12)
    func pieces(number: Int) throws {
        var random = SeededGenerator(seed: UInt64(number) &+ 100)
        let centre = [(12.5, 41.25), (180, 10), (-179.75, -52.5), (0, 85)][number % 4]
        let star = Self.star(centre, size: 1.5, count: 9, &random)
        func wrapped(_ place: (Double, Double)) -> (Double, Double) {
            (place.0 > 180 ? place.0 - 360 : place.0 < -180 ? place.0 + 360 : place.0, place.1)
        }
        let whole = try Self.area([[.ring(star.map(wrapped))]])
        var polygons: [[[Coordinate]]] = []
        for (k, from) in star.enumerated() {
            let to = star[(k + 1) % star.count]
            func between(_ a: (Double, Double), _ b: (Double, Double), _ t: Double)
                -> (Double, Double)
            {
                // Exact: the numbers have few digits and t is a quarter or a half.
                (a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1))
            }
            var corner = [centre, from, to]
            // The same edge with and without vertices on it, so that corners meet edges.
            if Bool.random(using: &random) { corner.insert(between(centre, from, 0.25), at: 1) }
            if Bool.random(using: &random) { corner.append(between(centre, to, 0.5)) }
            if Bool.random(using: &random) { corner.reverse() }
            let shift = Int.random(in: 0..<corner.count, using: &random)
            polygons.append(
                [.ring((Array(corner[shift...]) + corner[..<shift]).map(wrapped))])
        }
        let pieces = try Self.area(polygons.shuffled(using: &random))
        for _ in 0..<100 {
            let position = Coordinate(
                longitude: wrapped(
                    (centre.0 + Double.random(in: -2...2, using: &random), 0)
                ).0,
                latitude: centre.1 + Double.random(in: -2...2, using: &random))
            let truth = whole.distanceToBorder(from: position).metres
            let found = pieces.distanceToBorder(from: position).metres
            #expect((truth - found).magnitude < 1e-6, "\(position), \(number)")
        }
        let contacts = pieces.area.contacts
        #expect(contacts.count == star.count)
        #expect(contacts.allSatisfy { $0.kind == .touch })
    }

    @Test(
        "Overlapping stars have the border that samples of it show",
        arguments: 0..<LongRuns.count(8, inGate: 4))
    func stars(number: Int) throws {
        var random = SeededGenerator(seed: UInt64(number) &+ 200)
        let rings = (0..<6).map { _ in
            [Coordinate].ring(
                Self.star(
                    (
                        30 + Double.random(in: -0.1...0.1, using: &random),
                        40 + Double.random(in: -0.1...0.1, using: &random)
                    ), size: 0.15, count: 8, &random))
        }
        let area = try Self.area(rings.map { [$0] })
        let alone = try rings.map { try PolygonGeometry(polygons: [[$0]]) }
        // Places on the border of the union: on a ring and in no other polygon.
        var border: [(x: Double, y: Double, place: Coordinate)] = []
        let scale = cos(40 * Double.pi / 180)
        let steps = 1500
        for (k, ring) in rings.enumerated() {
            for (from, to) in zip(ring, ring.dropFirst()) {
                for s in 0..<steps {
                    let t = Double(s) / Double(steps)
                    let place = Coordinate(
                        longitude: from.longitude + t * (to.longitude - from.longitude),
                        latitude: from.latitude + t * (to.latitude - from.latitude))
                    let isCovered = alone.indices.contains {
                        $0 != k && alone[$0].contains(place)
                    }
                    if !isCovered {
                        border.append((place.longitude * scale, place.latitude, place))
                    }
                }
            }
        }
        for _ in 0..<60 {
            let position = Coordinate(
                longitude: 30 + Double.random(in: -0.3...0.3, using: &random),
                latitude: 40 + Double.random(in: -0.3...0.3, using: &random))
            let (x, y) = (position.longitude * scale, position.latitude)
            func squared(_ sample: (x: Double, y: Double, place: Coordinate)) -> Double {
                (sample.x - x) * (sample.x - x) + (sample.y - y) * (sample.y - y)
            }
            let least = border.map(squared).min() ?? 0
            // A degree here and there differs by less than a hundredth.
            let truth =
                border.filter { squared($0) <= least * 1.03 }
                .map { Exact.distance($0.place, position) }.min() ?? 0
            let found = area.distanceToBorder(from: position).metres
            // Samples lie up to 25 m apart, and one each may lie just beyond a crossing.
            #expect(found <= truth + 0.1 && found >= truth - 25, "\(position), \(number)")
        }
        let pairs = Set(
            rings.indices.flatMap { a in
                rings.indices.filter { b in
                    a < b && rings[a].contains { alone[b].contains($0) }
                }.map { [a, $0] }
            })
        let contacts = area.area.contacts
        #expect(contacts.allSatisfy { $0.kind == .overlap })
        #expect(pairs.isSubset(of: contacts.map { [$0.first, $0.second] }))
    }

    @Test("Contacts name what polygons have in common")
    func contacts() throws {
        func contacts(_ rings: [[Coordinate]]) throws -> [PolygonGeometry.Contact] {
            try PolygonGeometry(polygons: rings.map { [$0] }).contacts
        }
        let tile = [Coordinate].box(0, 0, 1, 1)
        #expect(try contacts([tile, .box(2, 0, 3, 1)]).isEmpty)
        // A corner is a single place.
        #expect(try contacts([tile, .box(1, 1, 2, 2)]).isEmpty)
        #expect(try contacts([tile, .box(1, 0.5, 2, 2)]).map(\.kind) == [.touch])
        #expect(try contacts([tile, .box(0.5, 0.5, 2, 2)]).map(\.kind) == [.overlap])
        #expect(try contacts([tile, .box(0.25, 0.25, 0.5, 0.5)]).map(\.kind) == [.overlap])
        #expect(try contacts([tile, tile]).map(\.kind) == [.overlap])
        #expect(
            try contacts([.box(179, 0, 180, 1), .box(-180, 0, -179, 1)]).map(\.kind)
                == [.touch])
        #expect(try contacts([tile, .box(1, 0, 2, 1), tile]).map(\.second) == [1, 2, 2])
    }

    /// All pairs of edges would be 20 million exact tests and more.
    @Test("Many tiles are no more work than their edges", .timeLimit(.minutes(1)))
    func manyTiles() throws {
        let side = 40
        let tiles = (0..<side * side).map { k in
            let (x, y) = (Double(k % side) / 64, Double(k / side) / 64)
            return [[Coordinate].box(x, y, x + 1 / 64, y + 1 / 64)]
        }
        var random = SeededGenerator(seed: 6)
        let area = try Self.area(tiles.shuffled(using: &random))
        #expect(area.border?.courses.count == 4 * side)
    }

    @Test("The bridge by which a ring reaches its own hole is no border")
    func keyhole() throws {
        let keyhole = try Self.area([
            [
                .ring([
                    (0, 0), (4, 0), (4, 4), (0, 4), (0, 2), (1, 2), (1, 3), (2, 3), (2, 1), (1, 1),
                    (1, 2), (0, 2),
                ])
            ]
        ])
        let plain = try Self.area([[.box(0, 0, 4, 4), .box(1, 1, 2, 3)]])
        for longitude in stride(from: 0.1, to: 4, by: 0.1) {
            let position = Coordinate(longitude: longitude, latitude: 2)
            let truth = plain.distanceToBorder(from: position).metres
            #expect((keyhole.distanceToBorder(from: position).metres - truth).magnitude < 1e-7)
        }
    }

    /// On the meridian 0 the distance to the parallel of 20 degrees is that along the meridian.
    @Test("An edge all the way round, and one of half a turn, are as far as the parallel is")
    func wideEdges() throws {
        let rings: [[(Double, Double)]] = [
            [(-180, -20), (180, -20), (180, 20), (-180, 20), (-180, -20)],
            [(-180, -20), (0, -20), (180, -20), (180, 20), (0, 20), (-180, 20), (-180, -20)],
            [(180, 20), (180, -20), (-180, -20), (-180, 20), (180, 20)],
        ]
        for ring in rings {
            let band = AreaLocator(
                try PolygonGeometry(ring: ring.map { Coordinate(longitude: $0.0, latitude: $0.1) }))
            for longitude in [-180.0, -179.9, -97.3, -45, 0, 1e-9, 45, 90, 135, 180] {
                for latitude in [19.9, 20, 20.1, -20.1, 70] {
                    let position = Coordinate(longitude: longitude, latitude: latitude)
                    let foot = Coordinate(
                        longitude: longitude, latitude: latitude < 0 ? -20 : 20)
                    let along = Exact.distance(position, foot)
                    let found = band.distanceToBorder(from: position).metres
                    #expect((found - along).magnitude < 1e-6, "\(longitude), \(latitude)")
                }
            }
        }
    }
}
