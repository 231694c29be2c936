import Geodesy
import TestSupport
import Testing

/// Which rings are refused as areas, and where.
@Suite struct PolygonSimpleTests {
    typealias Corner = (Double, Double)

    static func box(_ x: Double, _ y: Double, _ size: Double) -> [Corner] {
        [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    }

    /// The refusal as a code and the place: ring, vertex, the other edge and the coordinates.
    static func fault(
        _ rings: [[Corner]], _ edges: EdgeKind = .planar
    ) -> PolygonGeometryError? {
        do {
            _ = try PolygonGeometry(polygons: [rings.map([Coordinate].vertices)], edges: edges)
            return nil
        } catch {
            return error
        }
    }

    @Test("A bow tie is refused with both edges and the place where they cross")
    func bowTie() throws {
        let fault = try #require(
            Self.fault([[(12, 47), (13, 48), (13, 47), (12, 48), (12, 47)]]))
        #expect(fault.code == .crossing && fault.polygon == 0 && fault.ring == 0)
        #expect(fault.vertex == 0 && fault.other?.ring == 0 && fault.other?.vertex == 2)
        #expect(fault.found == Coordinate(longitude: 12.5, latitude: 47.5))
        #expect("\(fault)".contains("[12.5, 47.5]") && "\(fault)".contains("vertex 3"))
        #expect(
            Self.fault([[(12, 47), (13, 48), (13, 47), (12, 48), (12, 47)]], .geodesic)?.code
                == .crossing)
        #expect(
            Self.fault([[(12, 47), (13, 48), (13, 47), (12, 48), (12, 47)]], .rhumb)?.code
                == .crossing)
    }

    @Test(
        "With curved edges too faults have ring and vertex", arguments: [EdgeKind.geodesic, .rhumb])
    func curved(kind: EdgeKind) throws {
        let spike = try #require(
            Self.fault([[(0, 0), (4, 0), (4, 4), (6, 4), (4, 4), (0, 4), (0, 0)]], kind))
        #expect(spike.code == .overlap && spike.ring == 0 && spike.vertex == 2, "\(spike)")
        let nested = try #require(Self.fault([Self.box(0, 0, 4), Self.box(5, 5, 1)], kind))
        #expect(nested.code == .nested && nested.ring == 1 && nested.vertex == 0, "\(nested)")
        let touching = try #require(
            Self.fault([[(0, 0), (2, 2), (4, 0), (4, 4), (2, 2), (0, 4), (0, 0)]], kind))
        #expect(touching.code == .crossing && touching.ring == 0 && touching.vertex == 1)
        // A slit to a hole has area on both sides.
        let slit = [
            (0.0, 0.0), (9, 0), (9, 9), (0, 9), (0, 4), (3, 4), (3, 6), (6, 6), (6, 3), (3, 3),
            (3, 4), (0, 4), (0, 0),
        ]
        #expect(Self.fault([slit], kind) == nil, "\(Self.fault([slit], kind)?.description ?? "")")
    }

    @Test(
        "Rings that leave open what they enclose are refused",
        arguments: [
            // Through a vertex: four edges meet at [1, 1], and the ways there cross.
            ([[(0, 0), (1, 1), (2, 2), (2, 0), (1, 1), (0, 2), (0, 0)]], "crossing"),
            // Through an edge by way of a vertex on it.
            ([[(0, 0), (4, 0), (4, 4), (2, 0), (1, -2), (0, 0)]], "crossing"),
            // A hole over the border, one outside, one in another.
            ([box(0, 0, 4), box(3, 3, 2)], "crossing"),
            ([box(0, 0, 4), box(5, 5, 1)], "nested"),
            ([box(0, 0, 9), box(1, 1, 7), box(2, 2, 2)], "nested"),
            // Outside, touching at a corner.
            ([box(0, 0, 4), box(4, 4, 1)], "nested"),
            // A hole that shares a stretch of border, two that share an edge, one drawn twice.
            ([box(0, 0, 4), box(0, 1, 2)], "overlap"),
            ([box(0, 0, 9), box(1, 1, 2), box(3, 1, 2)], "overlap"),
            ([box(0, 0, 9), box(1, 1, 2), box(1, 1, 2)], "overlap"),
            // A spike that sticks out.
            ([[(0, 0), (4, 0), (4, 4), (6, 4), (4, 4), (0, 4), (0, 0)]], "overlap"),
            // Nothing enclosed: one place, two places, one line, a line and back by other vertices.
            ([[(1, 1), (1, 1), (1, 1), (1, 1)]], "noArea"),
            ([[(0, 0), (1, 1), (0, 0), (0, 0)]], "noArea"),
            ([[(0, 0), (1, 1), (2, 2), (0, 0)]], "noArea"),
            ([[(0, 0), (3, 3), (2, 2), (1, 1), (0, 0)]], "noArea"),
            ([[(7, -90), (50, -90), (9, -90), (7, -90)]], "noArea"),
            ([box(0, 0, 9), [(1, 1), (2, 1), (1, 1), (1, 1)]], "noArea"),
            // Over the antimeridian.
            ([[(179, 0), (-179, 2), (-179, 0), (179, 2), (179, 0)]], "crossing"),
            (
                [[(170, 0), (180, 0), (-180, 0), (-170, 0), (-170, 9), (170, 9), (170, 0)]],
                "overlap"
            ),
        ] as [([[Corner]], String)])
    func refused(rings: [[Corner]], code: String) throws {
        let fault = try #require(Self.fault(rings))
        #expect(fault.code.rawValue == code, "\(fault)")
        #expect(fault.polygon == 0 && fault.ring != nil && fault.found != nil)
    }

    @Test(
        "Rings that touch at places, vertices written twice, and seams are good",
        arguments: [
            // Two triangles at one vertex, joined so that the ways touch.
            [[(0, 0), (1, 1), (2, 0), (2, 2), (1, 1), (0, 2), (0, 0)]],
            // A vertex on an edge of its own ring, and a hole at a corner and on an edge of the border.
            [[(0, 0), (4, 0), (4, 4), (2, 0), (0, 4), (0, 0)]],
            [box(0, 0, 4), [(0, 0), (2, 1), (1, 2), (0, 0)]],
            [box(0, 0, 4), [(0, 2), (2, 1), (2, 3), (0, 2)]],
            // A hole that touches the border with all its vertices.
            [box(0, 0, 4), [(2, 0), (4, 2), (0, 3), (2, 0)]],
            // Two holes at one place.
            [box(0, 0, 9), [(1, 1), (3, 1), (3, 3), (1, 1)], [(3, 3), (5, 3), (5, 5), (3, 3)]],
            [[(0, 0), (0, 0), (4, 0), (4, 0), (4, 4), (0, 0)]],
            // A vertex straight between others, and a slit by which the ring reaches a hole.
            [[(0, 0), (2, 0), (4, 0), (4, 4), (0, 0)]],
            [
                [
                    (0, 0), (9, 0), (9, 9), (0, 9), (0, 4), (3, 4), (3, 6), (6, 6), (6, 3), (3, 3),
                    (3, 4), (0, 4), (0, 0),
                ]
            ],
            // All round the globe, to a pole and round it, and the globe.
            [[(-180, -60), (180, -60), (180, -90), (-180, -90), (-180, -60)]],
            [[(-180, -10), (180, -10), (180, 10), (-180, 10), (-180, -10)]],
            [[(0, 80), (90, 80), (180, 80), (-90, 80), (0, 80)]],
            [[(75, -90), (75, -6), (92, -2), (150, -45), (163, -45), (163, -90), (75, -90)]],
            [box(-180, -90, 180).map { ($0.0 == 0 ? 180 : $0.0, $0.1) }],
            // Over the antimeridian, with a hole there.
            [
                [(170, -9), (-170, -9), (-170, 9), (170, 9), (170, -9)],
                [(179, -1), (-179, -1), (-179, 1), (179, 1), (179, -1)],
            ],
        ] as [[[Corner]]])
    func good(rings: [[Corner]]) throws {
        for rings in [rings, rings.map { $0.reversed() }] {
            #expect(Self.fault(rings) == nil, "\(Self.fault(rings)?.description ?? "")")
        }
    }

    /// Rings on a small grid against a comparison of all pairs in whole numbers.
    @Test(
        "Random rings are refused when, and only when, two of their edges cross or share a stretch")
    func random() throws {
        var random = SeededGenerator(seed: 29)
        var counts: [String: Int] = [:]
        for _ in 0..<6000 {
            let size = Int.random(in: 3...9, using: &random)
            let count = Int.random(in: 3...8, using: &random)
            var corners: [GridPoint] = []
            while corners.count < count {
                let next = GridPoint(
                    x: .random(in: 0...size, using: &random),
                    y: .random(in: 0...size, using: &random))
                if next != corners.last, corners.count + 1 < count || next != corners.first {
                    corners.append(next)
                }
            }
            let ring = (corners + corners.prefix(1)).map { (Double($0.x), Double($0.y)) }
            let expected = GridPoint.meeting(of: corners)
            let shift = [0.0, 177, -183][Int.random(in: 0..<3, using: &random)]
            let moved = ring.map { corner in
                let x = corner.0 + shift
                return (x > 180 ? x - 360 : x < -180 ? x + 360 : x, corner.1)
            }
            // A ring on the antimeridian that writes it in both ways goes all the way round.
            guard !zip(moved, moved.dropFirst()).contains(where: { ($0.0 - $1.0).magnitude == 360 })
            else { continue }
            let found = Self.fault([moved])?.code.rawValue
            let isRefused = found != nil
            counts["\(expected)", default: 0] += 1
            switch expected {
            case .none: #expect(!isRefused, "\(ring) by \(shift): \(found ?? "")")
            case .crossing:
                #expect(
                    found == "crossing" || found == "overlap", "\(ring) \(shift) \(found ?? "")")
            // Where a ring runs along itself with area on both sides it is allowed.
            case .shared: break
            }
        }
        #expect(
            counts["none", default: 0] > 300 && counts["crossing", default: 0] > 300, "\(counts)")
    }

    @Test("Combs and stars of many vertices take a moment")
    func many() throws {
        let teeth = 10_000
        var comb: [Corner] = []
        for tooth in 0..<teeth {
            let x = Double(tooth) * 0.001
            comb += [(x, x), (x + 40, x + 39.9995)]
        }
        comb += [(60, 10), (60, -5), (0, -5), (0, 0)]
        let clock = ContinuousClock()
        let taken = clock.measure { #expect(Self.fault([comb]) == nil) }
        #expect(taken < .seconds(30), "\(taken)")
    }
}

/// A place on a grid of whole numbers.
private struct GridPoint: Equatable {
    let x: Int
    let y: Int

    enum Meeting { case none, crossing, shared }

    static func cross(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Int {
        ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).signum()
    }

    static func isBetween(_ a: GridPoint, _ b: GridPoint, _ c: GridPoint) -> Bool {
        cross(a, b, c) == 0 && min(a.x, b.x) <= c.x && c.x <= max(a.x, b.x)
            && min(a.y, b.y) <= c.y && c.y <= max(a.y, b.y)
    }

    /// What the edges of a ring do to each other.
    static func meeting(of ring: [GridPoint]) -> Meeting {
        let count = ring.count
        func edge(_ k: Int) -> (GridPoint, GridPoint) { (ring[k % count], ring[(k + 1) % count]) }
        var (isShared, isCrossed) = (false, false)
        for e in 0..<count {
            for f in 0..<e {
                let ((a, b), (c, d)) = (edge(e), edge(f))
                if cross(a, b, c) == 0, cross(a, b, d) == 0 {
                    // On one line: they share more than a place when three ends lie so.
                    let inner =
                        [c, d].filter { isBetween(a, b, $0) }
                        + [a, b].filter { isBetween(c, d, $0) }
                    var places: [GridPoint] = []
                    for place in inner where !places.contains(place) { places.append(place) }
                    if places.count > 1 { isShared = true }
                } else if cross(a, b, c) * cross(a, b, d) < 0, cross(c, d, a) * cross(c, d, b) < 0 {
                    isCrossed = true
                }
            }
        }
        if isShared { return .shared }
        if isCrossed { return .crossing }
        // Ways through one place cross when the arms of one lie on different sides of the other.
        for place in ring {
            var ways: [(GridPoint, GridPoint)] = []
            for k in 0..<count {
                if ring[k] == place {
                    ways.append((ring[(k + count - 1) % count], ring[(k + 1) % count]))
                }
                let (a, b) = edge(k)
                if a != place, b != place, isBetween(a, b, place) { ways.append((a, b)) }
            }
            for i in ways.indices {
                for j in 0..<i {
                    let inside = [ways[j].0, ways[j].1].filter {
                        isTurned(place, from: ways[i].0, to: ways[i].1, $0)
                    }
                    if inside.count == 1 { return .crossing }
                }
            }
        }
        return .none
    }

    /// Whether a direction comes when one turns against the clock from one arm to another.
    private static func isTurned(
        _ p: GridPoint, from a: GridPoint, to b: GridPoint, _ c: GridPoint
    ) -> Bool {
        func half(_ q: GridPoint) -> Int { q.y > p.y || (q.y == p.y && q.x > p.x) ? 0 : 1 }
        func isBefore(_ q: GridPoint, _ r: GridPoint) -> Bool {
            half(q) != half(r) ? half(q) < half(r) : cross(p, q, r) > 0
        }
        return isBefore(a, b) ? isBefore(a, c) && isBefore(c, b) : isBefore(a, c) || isBefore(c, b)
    }
}
