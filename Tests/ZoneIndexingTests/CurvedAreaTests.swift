import Foundation
import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Areas with geodesic and rhumb edges beside the same areas drawn finely with straight ones.
@Suite struct CurvedAreaTests {
    /// Where an area lies, and how far its corners are from its middle in degrees of latitude.
    struct Site: Sendable, CustomTestStringConvertible {
        let middle: Coordinate
        let size: Double

        var testDescription: String { "\(middle), \(size) degrees" }

        init(_ longitude: Double, _ latitude: Double, _ size: Double) {
            middle = Coordinate(longitude: longitude, latitude: latitude)
            self.size = size
        }
    }

    static let sites = [
        Site(34, 47.5, 0.02), Site(34, 60, 1), Site(179.9, -33, 2), Site(-179.95, 71, 3),
        Site(10, 88.5, 4), Site(0, -89.9, 6), Site(100, 5, 17), Site(-60, 40, 30),
    ]

    /// Every second of them, or all where the environment asks for long runs.
    static let sample =
        ProcessInfo.processInfo.environment["DMZ_LONG"] == "1"
        ? sites : stride(from: 1, to: sites.count, by: 2).map { sites[$0] }

    /// A star with a smaller one as a hole; wound either way.
    static func star(
        _ site: Site, _ random: inout SeededGenerator, isHoled: Bool
    ) throws -> PolygonGeometry {
        let count = Int.random(in: 5...12, using: &random)
        var rings: [[Coordinate]] = []
        for scale in isHoled ? [1.0, 0.3] : [1] {
            let ring = (0..<count).map { corner in
                let far = site.size * 111_000 * scale * .random(in: 0.7...1, using: &random)
                return Exact.direct(
                    site.middle, azimuth: 360 * Double(corner) / Double(count) + 10, far)
            }
            let closed = ring + ring.prefix(1)
            rings.append(Bool.random(using: &random) ? closed : closed.reversed())
        }
        return try PolygonGeometry(polygons: [rings])
    }

    /// The rings with so many vertices on each edge, and straight edges between them.
    static func drawn(_ oracle: OracleLine, pieces: Int) throws -> PolygonGeometry {
        let rings = oracle.line.parts.enumerated().map { number, part in
            let open = (0..<part.count - 1).flatMap { segment in
                (0..<pieces).map {
                    $0 == 0
                        ? part[segment]
                        : oracle.place(
                            part: number, segment: segment, fraction: Double($0) / Double(pieces)
                        ).0
                }
            }
            return open + open.prefix(1)
        }
        return try PolygonGeometry(polygons: [rings])
    }

    @Test(
        "Inside as in the area drawn finely, and 0.1 mm beside the border",
        arguments: sample, [EdgeKind.geodesic, .rhumb])
    func membership(site: Site, kind: EdgeKind) throws {
        var random = SeededGenerator(seed: UInt64(site.size * 1000))
        for isHoled in [false, true] {
            let area = try Self.star(site, &random, isHoled: isHoled)
            guard ZoneArea(area, edges: kind).fault == nil else {
                Issue.record("\(String(describing: ZoneArea(area, edges: kind).fault))")
                continue
            }
            let oracle = OracleLine(
                try LineGeometry(parts: area.polygons[0], edges: kind, joins: .asDrawn))
            let pieces = 400
            let drawn = try Self.drawn(oracle, pieces: pieces)
            var plan = ZonePlan()
            plan.addZone(.area(area, edges: kind))
            let width = Distance.kilometres(site.size * 20)
            for isWith in [true, false] {
                plan.addZone(
                    .aroundArea(distance: width, area: area, includingArea: isWith, edges: kind))
            }
            let model = try ZoneModel(plan)
            let index = site.size < 10 ? try ZoneIndex(plan, detail: .rough) : nil
            func check(_ position: Coordinate, isInside: Bool, _ d: Double) {
                let context: Comment = "\(position), \(d) m from the border"
                let answers = model.memberships(of: position)
                if let verdict = index?.classify(position) {
                    let found = (0..<3).map { verdict.membership(inZone: $0) }
                    #expect(found == answers, context)
                }
                #expect(answers[0] == Answer(isInside), context)
                guard (d - width.metres).magnitude > 2e-6 else { return }
                let isNear = d < width.metres
                #expect(answers[1] == Answer(isInside || isNear), context)
                #expect(answers[2] == Answer(!isInside && isNear), context)
            }
            var asked = 0
            let count = LongRuns.count(60, inGate: 30)
            for _ in 0..<count {
                let position = Exact.direct(
                    site.middle, azimuth: .random(in: -180...180, using: &random),
                    site.size * 111_000 * .random(in: 0...1.5, using: &random))
                let truth = oracle.nearest(to: position)
                // A chord of c leaves its curve by c^2 tan(latitude) / 8 R.
                let chord = site.size * 111_000 * 1.5 / Double(pieces)
                let latitude = min(position.latitude.magnitude + site.size / 10, 89.99)
                let doubt = chord * chord * tan(latitude * .pi / 180) / 2e7 + 0.01
                guard truth.distance > 5 * doubt else { continue }
                asked += 1
                check(position, isInside: drawn.contains(position), truth.distance)
            }
            #expect(2 * asked > count)
            for _ in 0..<count {
                let part = Int.random(in: 0..<area.polygons[0].count, using: &random)
                let segments = area.polygons[0][part].count - 1
                let (place, azimuth) = oracle.place(
                    part: part, segment: .random(in: 0..<segments, using: &random),
                    fraction: .random(in: 0.05...0.95, using: &random))
                // Which side is inside is told a thousandth of the size away.
                for side in [90.0, -90] {
                    let far = Exact.direct(place, azimuth: azimuth + side, site.size * 300)
                    let near = Exact.direct(place, azimuth: azimuth + side, 1e-4)
                    let isInside = drawn.contains(far)
                    check(near, isInside: isInside, 1e-4)
                    // The limit around it, 0.1 mm before and behind.
                    guard !isInside else { continue }
                    for off in [-1e-4, 1e-4] {
                        let there = Exact.direct(
                            place, azimuth: azimuth + side, width.metres + off)
                        let d = oracle.nearest(to: there).distance
                        guard !drawn.contains(there) else { continue }
                        check(there, isInside: false, d)
                    }
                }
            }
        }
    }

    @Test(
        "What is certain within an accuracy is so of every border that near",
        arguments: sample.prefix(3), [EdgeKind.geodesic, .rhumb, .planar])
    func accuracy(site: Site, kind: EdgeKind) throws {
        var random = SeededGenerator(seed: 11)
        let area = try Self.star(site, &random, isHoled: false)
        let accuracy = site.size * 2000
        var plan = ZonePlan()
        plan.addZone(.area(area, edges: kind, accuracy: .metres(accuracy)))
        plan.addZone(
            .aroundArea(
                distance: .metres(3 * accuracy), area: area, includingArea: false, edges: kind,
                accuracy: .metres(accuracy)))
        let index = try ZoneIndex(plan, detail: .rough)
        let moved = try (0..<12).map { _ in
            let ring = area.polygons[0][0].dropLast().map { vertex in
                Exact.direct(
                    vertex, azimuth: .random(in: -180...180, using: &random),
                    accuracy * .random(in: 0.5...0.999, using: &random))
            }
            return try PolygonGeometry(polygons: [[ring + ring.prefix(1)]])
        }
        var others = ZonePlan()
        for other in moved where ZoneArea(other, edges: kind).fault == nil {
            others.addZone(.area(other, edges: kind))
            others.addZone(
                .aroundArea(
                    distance: .metres(3 * accuracy), area: other, includingArea: false, edges: kind)
            )
        }
        #expect(others.zones.count > 12)
        let model = try ZoneModel(others)
        var certain = [0, 0, 0]
        for _ in 0..<300 {
            let position = Exact.direct(
                site.middle, azimuth: .random(in: -180...180, using: &random),
                site.size * 111_000 * .random(in: 0.4...1.2, using: &random))
            let bound = Distance.metres([0, 0.5 * accuracy].randomElement(using: &random) ?? 0)
            let verdict = index.discVerdict(position, uncertainty: bound)
            #expect(
                verdict == index.exactVerdict(position, uncertainty: bound),
                "\(position) within \(bound)")
            let place = Exact.direct(
                position, azimuth: .random(in: -180...180, using: &random), bound.metres * 0.999)
            let truths = model.memberships(of: place)
            for (number, truth) in truths.enumerated() {
                let said = verdict.membership(inZone: number % 2)
                certain[said.rawValue] += 1
                #expect(said == .undeterminable || said == truth, "\(position) within \(bound)")
            }
        }
        #expect(certain.allSatisfy { $0 > 100 }, "\(certain)")
    }

    @Test("Rings that leave open what they enclose are refused with the place")
    func refused() throws {
        func code(_ rings: [[[(Double, Double)]]], _ kind: EdgeKind = .geodesic) throws -> String? {
            let area = try PolygonGeometry(
                drawn: rings.map { polygon in
                    polygon.map { ring in
                        [Coordinate].ring(ring)
                    }
                })
            return ZoneArea(area, edges: kind).fault?.code.rawValue
        }
        func box(_ x: Double, _ y: Double, _ size: Double) -> [(Double, Double)] {
            [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
        }
        // A bow tie; rings that cross, touch at a corner, or lie in each other.
        #expect(try code([[[(0, 0), (1, 1), (1, 0), (0, 1)]]]) == "crossing")
        #expect(try code([[box(0, 0, 2)], [box(1, 1, 2)]]) == "crossing")
        #expect(try code([[box(0, 0, 2)], [box(2, 2, 2)]]) == "crossing")
        #expect(try code([[box(0, 0, 2)], [box(0.5, 0.5, 1)]]) == "nested")
        #expect(try code([[box(0, 0, 2), box(5, 5, 1)]]) == "nested")
        // In a hole of another, and beside it, is good; so are whole edges in common.
        #expect(try code([[box(0, 0, 4), box(1, 1, 2)], [box(1.5, 1.5, 1)]]) == nil)
        #expect(try code([[box(0, 0, 2)], [box(2, 0, 2)]]) == nil)
        // The geodesic along the parallel bulges to 60.095 in the middle, so that a ring that crosses
        // itself when straight is simple, until a vertex is beyond that.
        #expect(
            try code([[[(0, 60), (10, 60), (10, 59), (6, 59), (5, 60.09), (4, 59), (0, 59)]]])
                == nil)
        #expect(
            try code([[[(0, 60), (10, 60), (10, 59), (6, 59), (5, 60.1), (4, 59), (0, 59)]]])
                == "crossing")
        // Half the globe, all the way round, half round, and to a pole aslant.
        #expect(try code([[[(0, 0), (90, 0), (179, 0), (-90, 0)]]]) == "halfGlobe")
        #expect(try code([[[(-180, 60), (180, 60), (180, 70), (-180, 70)]]]) == "wholeTurn")
        #expect(try code([[[(-90, 10), (90, 10), (0, 20)]]]) == "ambiguousEdge")
        #expect(try code([[[(0, 80), (10, 90), (10, 80)]]], .rhumb) == "rhumbToPole")
        #expect(try code([[[(0, 0), (1, 0), (0, 0)]]]) == "noArea")
    }

    @Test(
        "A ring that runs to the pole and back along the antimeridian, as GeoJSON has it",
        arguments: [EdgeKind.geodesic, .rhumb], [1.0, -1])
    func slit(kind: EdgeKind, sign: Double) throws {
        func area(_ corners: [(Double, Double)]) throws -> PolygonGeometry {
            try PolygonGeometry(
                polygons: [
                    [corners.map { Coordinate(longitude: $0.0, latitude: sign * $0.1) }]
                ], edges: kind)
        }
        let open = [(-180.0, 80.0), (-90, 81), (0, 82), (90, 81), (180, 80)]
        var plan = ZonePlan()
        plan.addZone(.area(try area(open + [(180, 90), (-180, 90), (-180, 80)]), edges: kind))
        plan.addZone(.area(try area(open.dropLast() + [(-180, 80)]), edges: kind))
        let index = try ZoneIndex(plan, detail: .rough)
        var random = SeededGenerator(seed: 5)
        var inside = 0
        for number in 0..<300 {
            let position = Coordinate(
                longitude: number % 3 == 0 ? 180 : .random(in: -180...180, using: &random),
                latitude: sign * (number == 0 ? 90 : .random(in: 78...90, using: &random)))
            let bound = Distance.metres(number % 2 == 0 ? 0 : 20_000)
            let verdict = index.discVerdict(position, uncertainty: bound)
            #expect(verdict == index.exactVerdict(position, uncertainty: bound), "\(position)")
            #expect(verdict.membership(inZone: 0) == verdict.membership(inZone: 1), "\(position)")
            if verdict.membership(inZone: 0) == .inside { inside += 1 }
        }
        #expect((100..<280).contains(inside), "\(inside)")
    }

    @Test("An area as large as a continent, beyond what an index holds, by the definitions alone")
    func large() throws {
        let corners = [(-10.0, -50.0), (90, -50), (90, 50), (-10, 50), (-10, -50)]
        let area = try PolygonGeometry(
            polygons: [[.vertices(corners)]])
        var plan = ZonePlan()
        plan.addZone(.area(area, edges: .geodesic))
        #expect(throws: ZonePlanError.self) { try ZoneIndex(plan, detail: .rough) }
        let model = try ZoneModel(plan)
        func answer(_ x: Double, _ y: Double, within bound: Distance = .zero) -> Answer {
            model.memberships(of: Coordinate(longitude: x, latitude: y), within: bound)[0]
        }
        #expect(answer(40, 0) == .inside && answer(-140, 0) == .outside)
        #expect(answer(40, 0, within: .kilometres(4000)) == .inside)
        #expect(answer(-140, 0, within: .kilometres(2000)) == .outside)
        // By symmetry the edge from [-10, 50] is highest at [40, 61.7].
        #expect(answer(40, 61) == .inside && answer(40, 62.5) == .outside)
    }
}
