import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Reports with an uncertainty, and lines with an accuracy, by the definitions and the oracle.
@Suite struct UncertaintyOracleTests {
    /// Outside if d - u > limit, inside if d + u <= limit, else undeterminable; `nil` within two
    /// micrometres of a change.
    static func membership(_ d: Double, _ u: Double, from: Double = 0, to: Double) -> Answer? {
        let nearest = min((d - u - to).magnitude, (d + u - to).magnitude)
        let low = from > 0 ? min((d - u - from).magnitude, (d + u - from).magnitude) : 1
        if min(nearest, low) < 2e-6 { return nil }
        if d - u > to || (from > 0 && d + u < from) { return .outside }
        return d + u < to && (from == 0 || d - u > from) ? .inside : .undeterminable
    }

    private static let bounds = [0.0, 0.0005, 0.05, 0.5, 7, 50.5, 99.9, 600, 4000]

    @Test("Lines with an accuracy", arguments: HardLine.sample)
    func lines(hard: HardLine) throws {
        let line = try hard.line(.geodesic)
        let seed = hard.seed(.geodesic) &+ 21
        var source = LimitPositions(line, seed: seed)
        for accuracy in [0.0, 30] {
            var plan = ZonePlan()
            plan.addLine(line, accuracy: .metres(accuracy))
            for limit in LimitPositions.limits {
                plan.addZone(.within(limit, of: 0))
                plan.addZone(.between(from: .kilometres(1), to: limit, sides: .both, of: 0))
            }
            let index = try ZoneIndex(plan, detail: .rough)
            var truths: [OracleAnswer] = []
            for _ in 0..<2 { truths += source.ray(limit: source.anyLimit()) }
            let uncertainties = truths.indices.map { Self.bounds[($0 * 5) % Self.bounds.count] }
            let verdicts = index.classify(
                truths.map(\.position), uncertainties: uncertainties.map { .metres($0) })
            for (number, truth) in truths.enumerated() {
                let context: Comment =
                    "[\(truth.position)] \(truth.distance) m, \(uncertainties[number]), \(seed)"
                let one = index.classify(
                    truth.position, uncertainty: .metres(uncertainties[number]))
                #expect(one == verdicts[number], context)
                let bound = uncertainties[number] + accuracy
                for (k, limit) in LimitPositions.limits.map(\.metres).enumerated() {
                    if let all = Self.membership(truth.distance, bound, to: limit) {
                        #expect(one.membership(inZone: 2 * k) == all, context)
                    }
                    if let band = Self.membership(truth.distance, bound, from: 1000, to: limit) {
                        #expect(one.membership(inZone: 2 * k + 1) == band, context)
                    }
                }
                if truth.isSideCertain, truth.distance < 140e3 {
                    #expect(one.side(ofLine: 0) == truth.side, context)
                }
            }
        }
    }

    /// Whatever is certain must hold for every place where the object may be.
    @Test("A certain side or end holds wherever the object may be", arguments: HardLine.sample)
    func sides(hard: HardLine) throws {
        let line = try hard.line(.geodesic)
        var plan = ZonePlan()
        plan.addLine(line)
        let zones = LineZone.all
        for zone in zones { plan.addZone(zone.shape) }
        let index = try ZoneIndex(plan, detail: .rough)
        let seed = hard.seed(.geodesic) &+ 23
        var source = LimitPositions(line, seed: seed)
        let parts = try LineZone.oracles(ofPartsOf: line)
        for number in 0..<9 {
            let truth = source.oracle.nearest(to: source.position())
            let bound = Self.bounds[1 + number % (Self.bounds.count - 1)]
            let vague = index.classify(truth.position, uncertainty: .metres(bound))
            for _ in 0..<2 {
                let place = Exact.direct(
                    truth.position, azimuth: .random(in: -180...180, using: &source.random),
                    bound * Double.random(in: 0...0.999, using: &source.random))
                let there = source.oracle.nearest(to: place)
                let ofParts = parts.map { $0.nearest(to: place) }
                for (zone, definition) in zones.enumerated() {
                    guard
                        let inside = definition.contains(
                            there, parts: ofParts, endsOnItself: hard == .switchbacks)
                    else { continue }
                    let found = vague.membership(inZone: zone)
                    #expect(
                        found == .undeterminable || (found == .inside) == inside,
                        "\(definition), [\(place)], \(bound) m from \(truth.position), \(seed)")
                }
            }
        }
    }

    @Test("A straight line's sides, ends and limits, by hand")
    func straight() throws {
        let equator = [0.0, 4].map { Coordinate(longitude: $0, latitude: 0) }
        var plan = ZonePlan()
        plan.addLine(try LineGeometry(equator))
        let left = plan.addZone(.within(left: .kilometres(50), right: nil, of: 0))
        let flat = plan.addZone(
            .within(left: .kilometres(50), right: .kilometres(50), of: 0, ends: .flat))
        let index = try ZoneIndex(plan, detail: .rough)
        // 110,574.39 m a degree along the meridian, 111,319.49 m along the equator; sides and ends
        // are certain a hundredth later than they might be.
        let north = Coordinate(longitude: 2, latitude: 0.1)
        for (position, bound, inLeft, inFlat) in [
            (north, 10_900.0, Answer.inside, Answer.inside),
            (north, 11_100, .undeterminable, .inside),
            (north, 39_000, .undeterminable, .undeterminable),
            (Coordinate(longitude: 2, latitude: -0.1), 10_900, .outside, .inside),
            (Coordinate(longitude: -0.1, latitude: 0.2), 11_000, .inside, .outside),
            (Coordinate(longitude: -0.1, latitude: 0.2), 11_300, .inside, .undeterminable),
            (Coordinate(longitude: 0.1, latitude: 0.2), 11_000, .inside, .inside),
            (Coordinate(longitude: 0.1, latitude: 0.2), 11_300, .inside, .undeterminable),
        ] {
            let verdict = index.classify(position, uncertainty: .metres(bound))
            #expect(verdict.membership(inZone: left) == inLeft, "\(position), \(bound)")
            #expect(verdict.membership(inZone: flat) == inFlat, "\(position), \(bound)")
        }
    }

    @Test("Points", arguments: 1...UInt64(LongRuns.count(3, inGate: 1)), [0.0, 30])
    func points(seed: UInt64, accuracy: Double) throws {
        var random = SeededGenerator(seed: seed)
        let radii: [Double] = [0, 10, 500, 15_000, 140_000, 1_500_000]
        for (longitude, latitude) in [(34.5, 47.5), (-179.99, -20), (12, 89.99), (0, -90)] {
            let centre = Coordinate(longitude: longitude, latitude: latitude)
            var plan = ZonePlan()
            for radius in radii {
                plan.addZone(
                    .aroundPoint(
                        radius: .metres(radius), centre: centre, accuracy: .metres(accuracy)))
            }
            let index = try ZoneIndex(plan, detail: .rough)
            for _ in 0..<60 {
                let offset = LimitPositions.offsets.randomElement(using: &random) ?? 0
                let radius = radii.randomElement(using: &random) ?? 0
                let uncertainty = Self.bounds.randomElement(using: &random) ?? 0
                let bound = uncertainty + accuracy
                let shift = bound * Double(Int.random(in: -1...1, using: &random))
                let position = Exact.direct(
                    centre, azimuth: .random(in: -180...180, using: &random),
                    (radius + offset + shift).magnitude)
                let distance = Exact.distance(centre, position)
                let verdict = index.classify(position, uncertainty: .metres(uncertainty))
                for (zone, radius) in radii.enumerated() {
                    guard let expected = Self.membership(distance, bound, to: radius) else {
                        if (distance + bound - radius).magnitude < 0.5e-6 {
                            #expect(verdict.membership(inZone: zone) == .inside, "\(position)")
                        }
                        continue
                    }
                    #expect(
                        verdict.membership(inZone: zone) == expected,
                        "\(position), \(bound), \(radius)")
                }
            }
        }
    }

    @Test("Areas and the zones around them", arguments: [UInt64(1), 2], [0.0, 35])
    func areas(seed: UInt64, accuracy: Double) throws {
        var source = RandomAreas(random: SeededGenerator(seed: seed))
        for polygons in source.all().enumerated().filter({ $0.offset % 9 == 0 }).map(\.element) {
            // Borders of several polygons in one area may lie inside it; those are not asked.
            guard polygons.count == 1, polygons[0][0].allSatisfy({ $0.latitude.magnitude < 60 })
            else { continue }
            let area = try PolygonGeometry(polygons: polygons)
            var plan = ZonePlan()
            plan.addZone(.area(area, accuracy: .metres(accuracy)))
            for isWith in [true, false] {
                plan.addZone(
                    .aroundArea(
                        distance: .kilometres(20), area: area, includingArea: isWith,
                        accuracy: .metres(accuracy)))
            }
            let index = try ZoneIndex(plan, detail: .rough)
            let border = OracleLine(try LineGeometry(parts: polygons[0], edges: .planar))
            let exact = try #require(ExactArea(polygons))
            for position in source.positions(polygons, perRing: 8) {
                guard let inside = exact.contains(position) else { continue }
                let d = border.nearest(to: position).distance
                let uncertainty = Self.bounds.randomElement(using: &source.random) ?? 0
                let bound = uncertainty + accuracy
                let verdict = index.classify(position, uncertainty: .metres(uncertainty))
                let context: Comment = "\(position), \(bound) m, border \(d) m, seed \(seed)"
                if bound == 0 {
                    #expect(verdict.membership(inZone: 0) == (inside ? .inside : .outside), context)
                } else if (d - bound).magnitude > 2e-6 {
                    let certain: Answer = inside ? .inside : .outside
                    #expect(
                        verdict.membership(inZone: 0) == (d > bound ? certain : .undeterminable),
                        context)
                }
                let signed = inside ? -d : d
                if let around = Self.membership(signed, bound, to: 20_000) {
                    #expect(verdict.membership(inZone: 1) == around, context)
                }
                // The border belongs to the zone that lies outside the area only.
                guard min((signed - bound).magnitude, (signed + bound).magnitude) > 2e-6,
                    let around = Self.membership(signed, bound, to: 20_000)
                else { continue }
                let beyond: Answer =
                    signed - bound > 0 ? .inside : signed + bound < 0 ? .outside : .undeterminable
                #expect(verdict.membership(inZone: 2) == around.intersection(beyond), context)
            }
        }
    }
}

extension Answer {
    /// In both of two areas.
    fileprivate func intersection(_ other: Answer) -> Answer {
        if self == .outside || other == .outside { return .outside }
        return self == .inside && other == .inside ? .inside : .undeterminable
    }
}
