import Foundation
import Geodesy
import TestSupport
import Testing
import ZoneIndexing
import Zones

/// Reports that leave zones open are judged as the definitions judge all of their discs, whichever way told that no
/// more need be looked at.
@Suite struct AstrideTests {
    /// Circles near limits, as positions with bounds and as footprints, beside the search by the definitions.
    private func expectSame(
        _ index: ZoneIndex, _ zoneCount: Int, _ line: LineGeometry, limits: [Double], _ count: Int,
        _ random: inout SeededGenerator, oneOpenIn share: Int = 10
    ) throws {
        var positions: [Coordinate] = []
        var bounds: [Distance] = []
        for _ in 0..<count {
            let vertex = try #require(line.parts.joined().randomElement(using: &random))
            let limit = try #require(limits.randomElement(using: &random))
            let bound = exp(.random(in: 0...6.2, using: &random))
            positions.append(
                vertex.moved(limit + bound * .random(in: -1.3...1.3, using: &random), &random))
            bounds.append(.metres(bound))
        }
        let circles = try zip(positions, bounds).map { try Footprint.circle(about: $0, radius: $1) }
        let byBound = index.classify(positions, uncertainties: bounds)
        let byCircle = index.classify(circles)
        var open = 0
        for k in positions.indices {
            let exact = index.exactVerdict(circles[k])
            #expect(byBound[k] == exact, "\(positions[k]), \(bounds[k])")
            #expect(byCircle[k] == exact, "\(positions[k]), \(bounds[k])")
            let one = index.classify(positions[k], uncertainty: bounds[k])
            #expect(one == exact, "\(positions[k]), \(bounds[k])")
            let isOpen = (0..<zoneCount).contains {
                exact.membership(inZone: $0) == .undeterminable
            }
            open += isOpen ? 1 : 0
        }
        #expect(open * share > count, "few are near limits")
    }

    @Test("Nested limits of one line, known exactly and to 30 m", arguments: HardLine.sample)
    func nested(hard: HardLine) throws {
        var random = SeededGenerator(seed: 41)
        for accuracy in [0.0, 30] {
            let line = try hard.line(.geodesic)
            var plan = ZonePlan()
            plan.addLine(line, accuracy: .metres(accuracy))
            for limit in [2.0, 5, 15] { plan.addZone(.within(.kilometres(limit), of: 0)) }
            try expectSame(
                try ZoneIndex(plan, detail: .coarse), 3, line, limits: [2000, 5000, 15_000, 2030],
                // Other parts of a crooked line are mostly nearer.
                120, &random, oneOpenIn: 100)
        }
    }

    @Test("Parts joined over a gap, and over the antimeridian", arguments: [30.0, 179.95])
    func bridged(west: Double) throws {
        let vertices = [(0.0, 50.0), (0.06, 50.01), (0.08, 50.01), (0.2, 49.99)].map {
            Coordinate.at(west + $0.0 > 180 ? west + $0.0 - 360 : west + $0.0, $0.1)
        }
        // The bridge is 1.4 km long.
        let line = try LineGeometry(
            parts: [Array(vertices[..<2]), Array(vertices[2...])],
            joins: .within(.kilometres(2)))
        var plan = ZonePlan()
        plan.addLine(line)
        for limit in [300.0, 2000] { plan.addZone(.within(.metres(limit), of: 0)) }
        let index = try ZoneIndex(plan, detail: .coarse)
        var random = SeededGenerator(seed: 46)
        try expectSame(index, 2, line, limits: [300, 2000], 300, &random)
        let middle = Coordinate(
            longitude: (vertices[1].longitude + vertices[2].longitude) / 2, latitude: 50.01)
        for azimuth in [0.0, 20, 180, 200] {
            for offset in [-40.0, -10, 10, 40] {
                let place = middle.moved(300 + offset, towards: azimuth)
                let circle = try Footprint.circle(about: place, radius: .metres(60))
                #expect(
                    index.classify([place], uncertainties: [.metres(60)])[0]
                        == index.exactVerdict(circle), "\(place)")
            }
        }
    }

    @Test("Between two strands nothing is as far as the bound allows, and the zone is told")
    func strands() throws {
        var plan = ZonePlan()
        // 2 km apart; the limit is 200 m beyond the middle between them.
        let half = 1000 / 110_574.0
        plan.addLine(
            try LineGeometry(parts: [-half, half].map { [.at(0, $0), .at(0.2, $0)] }),
            tellsSide: false)
        plan.addZone(.within(.metres(1200), of: 0))
        plan.addZone(.within(.metres(700), of: 0))
        let index = try ZoneIndex(plan, detail: .coarse)
        var positions: [Coordinate] = []
        for east in stride(from: 0.05, through: 0.15, by: 0.01) {
            for metres in stride(from: -320.0, through: 320, by: 40) {
                positions.append(.at(east, metres / 110_574))
            }
        }
        let bounds = positions.map { _ in Distance.metres(300) }
        let verdicts = index.classify(positions, uncertainties: bounds)
        for k in positions.indices {
            #expect(verdicts[k].membership(inZone: 0) == .inside, "\(positions[k])")
            let circle = try Footprint.circle(about: positions[k], radius: bounds[k])
            #expect(verdicts[k] == index.exactVerdict(circle), "\(positions[k])")
        }
    }

    @Test("Where parts of a zone meet at a limit, all of it is told", arguments: [false, true])
    func parts(isCut: Bool) throws {
        let line = try LineGeometry([.at(30, 50), .at(30.1, 50.02), .at(30.2, 49.99)])
        var plan = ZonePlan()
        plan.addLine(line)
        var parts = [
            Region<LineNumber, ZoneNumber>.within(.kilometres(2), of: 0),
            .between(from: .kilometres(2), to: .kilometres(3), sides: .both, of: 0),
        ]
        if isCut {
            // By one more line, so that the parts are not told from the distance alone.
            plan.addLine(try LineGeometry([.at(30, 50.5), .at(30.2, 50.5)]))
            parts = parts.map { .intersection([$0, .within(.kilometres(200), of: 1)]) }
        }
        plan.addZone(.union(parts))
        plan.addZone(.within(.kilometres(2), of: 0))
        let index = try ZoneIndex(plan, detail: .coarse)
        var random = SeededGenerator(seed: 42)
        try expectSame(index, 2, line, limits: [2000, 3000], 300, &random)
        let middle = try #require(line.parts.joined().dropFirst().first)
        var positions: [Coordinate] = []
        for offset in [-40.0, -20, 0.5, 20, 40] {
            for azimuth in stride(from: 0.0, to: 360, by: 15) {
                positions.append(middle.moved(2000 + offset, towards: azimuth))
            }
        }
        let bounds = positions.map { _ in Distance.metres(50) }
        let verdicts = index.classify(positions, uncertainties: bounds)
        for k in positions.indices {
            // All of each disc is within 2.2 km of a vertex.
            #expect(verdicts[k].membership(inZone: 0) == .inside, "\(positions[k])")
        }
    }

    @Test("More zones than a word has bits")
    func manyZones() throws {
        let line = try LineGeometry([.at(30, 50), .at(30.1, 50.02), .at(30.2, 49.99)])
        var plan = ZonePlan()
        plan.addLine(line)
        let limits = (1...70).map { 500 + 60 * Double($0) }
        for limit in limits { plan.addZone(.within(.metres(limit), of: 0)) }
        var random = SeededGenerator(seed: 43)
        try expectSame(
            try ZoneIndex(plan, detail: .coarse), 70, line, limits: [560, 2600, 4340, 4700], 200,
            &random)
    }

    @Test("Widths that differ from side to side, areas, and two lines")
    func others() throws {
        let line = try LineGeometry([.at(30, 50), .at(30.1, 50.02), .at(30.1, 50.1)])
        let other = try LineGeometry([.at(30, 50.05), .at(30.2, 50.05)])
        var plan = ZonePlan()
        plan.addLine(line)
        plan.addLine(other, accuracy: .metres(10))
        plan.addZone(.within(left: .kilometres(2), right: .metres(500), of: 0))
        plan.addZone(.union([.within(.kilometres(2), of: 0), .within(.kilometres(2), of: 1)]))
        plan.addZone(
            .difference(.within(.kilometres(2), of: 0), .within(.kilometres(1), of: 1)))
        plan.addZone(.area(try PolygonGeometry(polygons: [[.box(30.02, 50, 30.08, 50.04)]])))
        let index = try ZoneIndex(plan, detail: .coarse)
        var random = SeededGenerator(seed: 44)
        try expectSame(index, 4, line, limits: [500, 2000], 300, &random)
        try expectSame(index, 4, other, limits: [0, 1000, 2000], 300, &random)
    }

    @Test(
        "Limits about areas of all sizes, alone and beside a line",
        arguments: [1e-4, 1e-3, 1e-2, 0.1])
    func areas(size: Double) throws {
        for others in 0..<3 {
            let ring = [Coordinate].box(30, 50, 30 + size, 50 + size)
            let area = ZoneArea(try PolygonGeometry(polygons: [[ring]]))
            let border = try LineGeometry(ring)
            var plan = ZonePlan()
            let limits = [111_000 * size, 860]
            for limit in limits { plan.addZone(.outward(area, .upTo(.metres(limit)))) }
            if others > 0 {
                plan.addLine(try LineGeometry([.at(29.9, 50.01), .at(30.2, 49.99)]))
                plan.addZone(.within(.metres(1200), of: 0))
            }
            if others > 1 {
                plan.addZone(.difference(.outward(area, .upTo(.metres(860))), .inside(area)))
                plan.addZone(.outward(area, .between(.metres(200), .metres(400))))
            }
            let index = try ZoneIndex(plan, detail: .coarse)
            var random = SeededGenerator(seed: 47)
            try expectSame(
                index, plan.zones.count, border, limits: limits + (others > 1 ? [0, 200] : []), 200,
                &random)
        }
    }

    @Test("A circle with a bound on top is the circle that is as much wider")
    func widened() throws {
        let line = try LineGeometry([.at(30, 50), .at(30.1, 50.02), .at(30.1, 50.1)])
        var plan = ZonePlan()
        plan.addLine(line)
        plan.addZone(.within(left: .kilometres(2), right: .metres(500), of: 0))
        plan.addZone(.within(.kilometres(1), of: 0))
        let index = try ZoneIndex(plan, detail: .coarse)
        var random = SeededGenerator(seed: 45)
        var open = 0
        for _ in 0..<300 {
            let vertex = try #require(line.parts.joined().randomElement(using: &random))
            let place = vertex.moved(.random(in: 0...2600, using: &random), &random)
            let radius = exp(Double.random(in: 1...6, using: &random))
            let bound = exp(Double.random(in: 1...6, using: &random))
            let narrow = try Footprint.circle(about: place, radius: .metres(radius))
            let wide = try Footprint.circle(about: place, radius: .metres(radius + bound))
            let found = index.classify(narrow, uncertainty: .metres(bound))
            #expect(found == index.classify(wide), "\(place), \(radius) m, \(bound) m")
            #expect(
                found == index.exactVerdict(narrow, uncertainty: .metres(bound)), "\(place)")
            open += found.zonesUndeterminable.isEmpty ? 0 : 1
        }
        #expect(open > 30 && open < 290)
    }
}
